/** Under which all places of these pages are. */
export const BASE = '/workspace';

/** What an address names below /workspace, also where somebody mistyped it. */
export function partsOf(pathname: string): readonly string[] {
  return pathname
    .slice(BASE.length)
    .split('/')
    .filter((part) => part.length > 0)
    .map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
