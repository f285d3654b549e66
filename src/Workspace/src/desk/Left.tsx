import { useState } from 'preact/hooks';
import { AttentionChoice } from '../session/AttentionChoice';
import { t } from '../text/en';
import { Begin } from './dialogs/Begin';
import { InboxList } from './InboxList';
import { QueueList } from './QueueList';

/** What there is to do, and where more is. */
export function Left({ chosen }: { chosen: string | null }) {
  const [isBeginning, setBeginning] = useState(false);
  return (
    <>
      <div class="left-head">
        <button type="button" class="button small" aria-haspopup="dialog" onClick={() => setBeginning(true)}>{t.begin.open}</button>
        <AttentionChoice />
      </div>
      <InboxList chosen={chosen} />
      <QueueList />
      {isBeginning && <Begin onClose={() => setBeginning(false)} />}
    </>
  );
}
