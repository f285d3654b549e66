import { choose, ways } from '../live/attention';
import { t } from '../text/en';

/** How one is told of what is new while looking elsewhere. */
export function AttentionChoice() {
  const { sound, notify } = ways.value;
  return (
    <div class="attention small">
      <label><input type="checkbox" checked={sound} onChange={(event) => void choose({ sound: event.currentTarget.checked, notify })} /> {t.inbox.sound}</label>
      {'Notification' in window && (
        <label><input type="checkbox" checked={notify} onChange={(event) => void choose({ sound, notify: event.currentTarget.checked })} /> {t.inbox.notify}</label>
      )}
    </div>
  );
}
