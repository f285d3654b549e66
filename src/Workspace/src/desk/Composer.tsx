import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Consent, Interaction, StandardResponse } from '../api/types';
import type { Conversation } from '../live/conversation';
import { me } from '../session/session';
import { t } from '../text/en';
import { Counter } from './Counter';
import { draftKey, draftOf } from './drafts';
import { mayWrite } from './mayWrite';
import { Responses, useResponses } from './Responses';
import { sayingOf } from './sayings';
import { useDelivery } from './useDelivery';

interface ComposerProps {
  record: Interaction;
  conversation: Conversation;
  /** The last entry that was before somebody's eyes. */
  seen: number;
  /** Whether the customer takes texts on this line. */
  consent: Consent | null;
}

export function Composer({ record, conversation, seen, consent }: ComposerProps) {
  const [replyKey, noteKey] = [draftKey(me.value!.id, record.id, 'reply'), draftKey(me.value!.id, record.id, 'note')];
  const [reply, note] = [draftOf(replyKey), draftOf(noteKey)];
  const [ofReply, ofNote] = [useDelivery(record, replyKey, false, conversation), useDelivery(record, noteKey, true, conversation)];
  const canWrite = mayWrite(record, me.value!);
  const [wantsNote, setWantsNote] = useState(note.value.text !== '' && reply.value.text === '');
  const isNote = wantsNote || !canWrite;
  const [draft, delivery] = isNote ? [note, ofNote] : [reply, ofReply];
  const { text, attempt } = draft.value;
  const { refused } = delivery;
  const [active, setActive] = useState(0);
  const [isClosed, setClosed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const list = useId();

  const query = !isNote && !isClosed && /^\/\S*$/.test(text) ? text.slice(1) : null;
  const responses = useResponses(record.id, query);
  const isOptedOut = consent?.state === 'optedOut' && !isNote;
  const canSend = attempt === null && !isOptedOut && text.trim() !== '';

  useEffect(() => {
    const area = box.current!;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${Math.min(area.scrollHeight + 2, 220)}px`;
  }, [text]);
  useEffect(() => setActive(0), [responses]);

  // Whoever accepted writes next: the button that had the focus is gone.
  useEffect(() => {
    if (canWrite && (document.activeElement === null || document.activeElement === document.body)) box.current!.focus();
  }, []);

  // A note that was kept is followed by what is for the customer again.
  const isNoteUnderWay = note.value.attempt !== null;
  useEffect(() => {
    if (!isNoteUnderWay && note.peek().text === '') setWantsNote(false);
  }, [isNoteUnderWay]);

  function write(next: string): void {
    draft.value = { ...draft.value, text: next };
    delivery.forget();
    setWantsNote(isNote);
    setClosed(false);
  }

  // What was begun as the one goes on as the other where nothing else stands there.
  function turnInto(asNote: boolean): void {
    const [from, to] = asNote ? [reply, note] : [note, reply];
    if (to.value.text === '') {
      to.value = { ...to.value, text: from.value.text };
      from.value = { ...from.value, text: '' };
    }
    delivery.forget();
    setWantsNote(asNote);
  }

  function choose(response: StandardResponse): void {
    write(response.text);
    box.current!.focus();
  }

  function send(force = false): void {
    if (!canSend) return;
    delivery.send(force, seen);
    box.current?.focus();
  }

  function press(event: KeyboardEvent): void {
    // Safari ends composing before the key that ended it.
    if (event.isComposing || event.keyCode === 229) return;
    if (query !== null) {
      const chosen = responses?.[active];
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (event.key === 'Escape') setClosed(true);
      else if (step !== 0 && chosen !== undefined) setActive((active + step + responses!.length) % responses!.length);
      else if (event.key === 'Tab' && chosen === undefined) return;
      else if (event.key === 'Enter' || event.key === 'Tab') chosen !== undefined && choose(chosen);
      else return;
      event.preventDefault();
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  }

  return (
    <form class={`composer ${isNote ? 'is-note' : ''}`} onSubmit={(event) => { event.preventDefault(); send(); }}>
      {isOptedOut && <p class="banner warn" role="status">{t.problem.optedOut}</p>}
      {attempt !== null && delivery.isLate && <p class="banner warn" role="alert">{t.composer.late} <span class="written" dir="auto">{attempt.text}</span></p>}
      {refused !== null && !isOptedOut && (
        <div class="banner bad" role="alert">
          <p>{refused.why}</p>
          {refused.news?.map((entry) => <p key={entry.sequence} class="written" dir="auto">{entry.message?.text ?? sayingOf(entry, Date.now())}</p>)}
          {refused.mayForce && <button type="button" class="button small" onClick={() => send(true)}>{t.composer.nevertheless}</button>}
        </div>
      )}
      {!canWrite && reply.value.text !== '' && <p class="small quiet">{t.composer.keptReply}</p>}
      {query !== null && <Responses id={list} found={responses} active={active} onChoose={choose} />}
      <textarea
        ref={box} rows={2} dir="auto" value={text} aria-label={isNote ? t.composer.note : t.composer.message} placeholder={isNote ? t.composer.notePlaceholder : t.composer.placeholder}
        aria-autocomplete="list" aria-controls={query !== null ? list : undefined} aria-activedescendant={query !== null && responses !== null && responses.length > 0 ? `${list}-${active}` : undefined}
        onInput={(event) => write(event.currentTarget.value)} onKeyDown={press}
      />
      <div class="composer-foot">
        {canWrite && <label class="small"><input type="checkbox" checked={isNote} onChange={(event) => turnInto(event.currentTarget.checked)} /> {t.composer.note}</label>}
        {!isNote && <Counter text={text} channel={record.channel === 'whatsapp' ? 'whatsapp' : 'sms'} />}
        <button type="submit" class="button main" disabled={!canSend}>{isNote ? t.composer.keep : t.composer.send}</button>
      </div>
    </form>
  );
}
