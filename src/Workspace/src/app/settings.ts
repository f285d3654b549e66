import { Problem } from '../api/problem';

/** How people sign in here. */
export interface Settings {
  development: boolean;
  directory: Directory | null;
}

export interface Directory {
  authority: string;
  clientId: string;
  scope: string;
}

/** Everybody may read them: whatever comes instead of them is not the app. */
export async function loadSettings(): Promise<Settings> {
  try {
    const response = await fetch('/workspace/settings.json', { credentials: 'omit' });
    if (response.ok) return (await response.json()) as Settings;
  } catch {
    // As little as where something else answered.
  }
  throw Problem.unreached();
}
