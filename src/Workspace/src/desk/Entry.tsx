import type { LogEntry, Message } from '../api/types';
import { now } from '../live/now';
import { t } from '../text/en';
import { dayOf, exactly, timeOf } from '../text/time';
import { Attachment } from './Attachment';
import { Delivered } from './Delivered';
import type { Row } from './rows';
import { sayingOf, whoIs } from './sayings';

interface EntryProps {
  row: Row;
  /** As somebody calls an interaction of this conversation. */
  numberOf: (interaction: string) => string;
  onResend: (entry: LogEntry) => void;
}

export function Entry({ row, numberOf, onResend }: EntryProps) {
  switch (row.kind) {
    case 'day': return <div class="row-day"><span>{dayOf(row.at, now.peek())}</span></div>;
    case 'interaction': return <div class="row-interaction"><span>{t.conversation.interactionBegins(numberOf(row.id))}</span></div>;
    case 'event': return <Happened entry={row.entry} />;
    case 'note': return <Note entry={row.entry} />;
    case 'message': return <Said entry={row.entry} message={row.entry.message!} goesOn={row.goesOn} onResend={() => onResend(row.entry)} />;
  }
}

function Happened({ entry }: { entry: LogEntry }) {
  const isGrave = entry.kind === 'deliveryFailed' || entry.kind === 'slaBreached' || (entry.kind === 'consentChanged' && entry.consent?.state === 'optedOut');
  return (
    <div class={`row-event ${isGrave ? 'grave' : ''}`}>
      <bdi>{sayingOf(entry, now.peek())}</bdi> <Time at={entry.at} />
      {entry.note != null && <p class="written" dir="auto">{entry.note}</p>}
    </div>
  );
}

function Note({ entry }: { entry: LogEntry }) {
  return (
    <article class="row-note" aria-label={t.conversation.note}>
      <header class="small"><strong>{t.conversation.note}</strong> {t.conversation.by(whoIs(entry.by))} <Time at={entry.at} /></header>
      <p class="written" dir="auto">{entry.erased === true ? t.conversation.erased : entry.note}</p>
    </article>
  );
}

function Said({ entry, message, goesOn, onResend }: { entry: LogEntry; message: Message; goesOn: boolean; onResend: () => void }) {
  const isOurs = message.direction === 'outbound';
  const who = message.automatic == null ? whoIs(entry.by) : t.conversation.automatic;
  return (
    <article class={`row-message ${isOurs ? 'ours' : 'theirs'}`}>
      {!goesOn && <header class="small quiet"><bdi>{who}</bdi> <Time at={entry.at} /></header>}
      {goesOn && <span class="unseen"><bdi>{who}</bdi> <Time at={entry.at} /></span>}
      <div class="bubble">
        <Content entry={entry} message={message} />
        {message.media.map((media, place) => <Attachment key={place} media={media} />)}
      </div>
      {message.delivery != null && <Delivered delivery={message.delivery} onResend={onResend} />}
    </article>
  );
}

// Only ever text: whatever it looks like, nothing in it does anything here.
function Content({ entry, message }: { entry: LogEntry; message: Message }) {
  if (entry.erased === true) return <p class="quiet">{t.conversation.erased}</p>;
  return (
    <>
      {message.text !== '' && <p class="written" dir="auto">{message.text}</p>}
      {message.button != null && <p class="quiet"><bdi>{t.conversation.button(message.button.text)}</bdi></p>}
      {message.location != null && <p><bdi>{t.conversation.location(message.location.label ?? message.location.address ?? `${message.location.latitude}, ${message.location.longitude}`)}</bdi></p>}
      {message.template != null && (
        <p class="quiet">
          {t.conversation.template(message.template.sid)} <bdi>{Object.entries(message.template.variables).map(([name, value]) => `${name}: ${value}`).join(', ')}</bdi>
        </p>
      )}
      {message.text === '' && message.media.length === 0 && message.button == null && message.location == null && message.template == null && <p class="quiet">{t.conversation.noText}</p>}
    </>
  );
}

function Time({ at }: { at: string }) {
  return <time dateTime={at} title={exactly(at)}>{timeOf(at)}</time>;
}
