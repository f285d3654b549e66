import { notKnown, signOut } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { Brand } from '../ui/Brand';
import { Heading } from '../ui/Heading';
import { Connection } from './Connection';

/** Stands there until it is known who is signed in, and says why where the app does not say it. */
export function Starting() {
  const why = notKnown.value;
  if (why === null) {
    return (
      <main class="starting">
        <Brand />
        <Connection />
        <p class="quiet" role="status">{t.loading}</p>
      </main>
    );
  }
  return (
    <main class="starting">
      <Brand />
      <Heading name={t.signIn.notKnown} />
      <p class="banner bad" role="alert">{explain(why)}</p>
      <button type="button" class="button" onClick={signOut}>{t.signIn.out}</button>
    </main>
  );
}
