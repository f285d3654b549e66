import { lostSince, refusal } from '../live/connection';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { timeOf } from '../text/time';

/** Says that the app is not reached, or why it does not tell what is new any more. */
export function Connection() {
  const since = lostSince.value;
  const why = refusal.value;
  return (
    <div role="status">
      {since !== null && <p class="banner bad">{t.connection.lost(timeOf(since))}</p>}
      {why !== null && <p class="banner bad">{t.connection.refused(explain(why))}</p>}
    </div>
  );
}
