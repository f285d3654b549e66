import { useEffect, useRef, useState } from 'preact/hooks';
import { go } from '../app/route';
import { t } from '../text/en';
import { TextField } from '../ui/Field';
import { Heading } from '../ui/Heading';
import { documentOf } from './draft';
import { useEditing, type Editing } from './editing';
import { Form } from './Form';
import { FIELDS, type Kind } from './kinds';
import { keep, keyOf, told } from './kept';
import { Link } from '../ui/Link';
import { useKnown } from './known';
import { RemoveDialog } from './RemoveDialog';
import { Tokens } from './Tokens';
import { Trial } from './Trial';
import { WeekPicture } from './WeekPicture';

export function Editor({ kind, id }: { kind: Kind; id: string | null }) {
  const editing = useEditing(kind, id);
  const known = useKnown(kind);
  const form = useRef<HTMLFormElement>(null);
  const save = useRef<HTMLButtonElement>(null);
  const [isRemoving, setRemoving] = useState(false);
  const { state, base, draft, faults, isBusy, isDirty } = editing;

  // Whoever saves by keyboard stands at the first field that is wrong.
  const isWrong = Object.keys(faults).length > 0 && editing.notice?.tone === 'bad';
  useEffect(() => {
    if (isWrong) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [editing.notice]);

  // The button that was pressed is off then.
  function undo(): void {
    editing.undo();
    form.current!.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  const title = id === null ? t.console.create[kind] : `${t.console.one[kind]} ${id}`;
  return (
    <>
      <header class="console-head">
        <p class="console-up"><Link to={['console', kind]}>{t.console.kind[kind]}</Link></p>
        <Heading name={title}>{id === null ? title : <>{t.console.one[kind]} <bdi>{id}</bdi></>}</Heading>
      </header>
      {state === 'loading' && isBusy && <p class="quiet" role="status">{t.loading}</p>}
      {state === 'missing' && <p class="banner warn" role="alert">{t.problem.notFound}</p>}
      <form ref={form} class="console-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!isBusy) void editing.save(); }}>
        {state === 'ready' && (
          <>
            {base?.row.unreadable && <Unreadable row={base.row} />}
            {id === null && (
              <div class="console-group">
                <TextField label={t.console.id} hint={t.console.idHint} fault={faults.id} value={editing.id} onInput={editing.setId} input={{ autocomplete: 'off', spellcheck: false, maxLength: 64, autocapitalize: 'none' }} />
              </div>
            )}
            <Form kind={kind} draft={draft} faults={faults} known={known} onChange={editing.change} />
            {kind === 'hours' && <WeekPicture draft={draft} />}
          </>
        )}
        <div class="console-foot">
          <Notice editing={editing} onLoaded={() => save.current?.focus()} />
          {state === 'ready' && (
            <div class="console-actions">
              <button ref={save} type="submit" class="button main" aria-disabled={isBusy}>{t.save}</button>
              <button type="button" class="button" disabled={!isDirty} onClick={undo}>{t.console.discard}</button>
              {isDirty && <span class="badge warn">{t.console.unsaved}</span>}
              {base !== null && <button type="button" class="button danger" onClick={() => setRemoving(true)}>{t.console.remove}</button>}
            </div>
          )}
        </div>
      </form>
      {state === 'ready' && kind === 'agents' && base !== null && <Tokens agent={base.row.id} />}
      {state === 'ready' && kind === 'rules' && (
        <Trial draft={() => {
          const { document, faults: wrong } = documentOf(FIELDS.rules, draft, base?.row.unreadable ? null : base?.row);
          return Object.keys(wrong).length > 0 ? null : { ...document, id: editing.id.trim() || 'draft' };
        }} />
      )}
      {isRemoving && base !== null && (
        <RemoveDialog
          kind={kind} version={base} onChanged={editing.tellChanged} onClose={() => setRemoving(false)}
          onRemoved={() => {
            keep(keyOf(kind, base.row.id), null);
            editing.undo();
            told.value = t.console.removed(base.row.id);
            go('console', kind);
          }}
        />
      )}
    </>
  );
}

// Where it is said that something went well is there before it is said: only then everybody is told.
function Notice({ editing: { notice, isBusy, loadAnew }, onLoaded }: { editing: Editing; onLoaded: () => void }) {
  const isGood = notice?.tone === 'good';
  return (
    <>
      <p role="status" class={isGood ? 'banner good' : ''}>{isGood && notice.text}</p>
      {notice !== null && !isGood && (
        <div class={`banner ${notice.tone === 'conflict' ? 'warn' : 'bad'}`} role="alert">
          <p>{notice.text}</p>
          {notice.more.length > 0 && <ul>{notice.more.map((each) => <li key={each} dir="auto" class="written">{each}</li>)}</ul>}
          {notice.tone === 'conflict' && <button type="button" class="button small" aria-disabled={isBusy} onClick={() => void loadAnew().then(onLoaded)}>{t.console.loadAnew}</button>}
        </div>
      )}
    </>
  );
}

function Unreadable({ row }: { row: object }) {
  return (
    <div class="banner warn">
      <p><strong>{t.console.unreadable}.</strong> {t.console.unreadableHint}</p>
      <pre tabIndex={0} aria-label={t.console.unreadable} class="written">{JSON.stringify(row, null, 2)}</pre>
    </div>
  );
}
