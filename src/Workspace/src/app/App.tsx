import { isKnown, isSignedIn, me } from '../session/session';
import { SignIn } from '../session/SignIn';
import type { Settings } from './settings';
import { Shell } from './Shell';
import { Starting } from './Starting';

/** Without the settings nobody can sign in yet: null until they are there. */
export function App({ settings }: { settings: Settings | null }) {
  if (settings === null) return <Starting />;
  if (!isSignedIn.value) return <SignIn settings={settings} />;
  return isKnown.value ? <Shell key={me.value!.id} me={me.value!} /> : <Starting />;
}
