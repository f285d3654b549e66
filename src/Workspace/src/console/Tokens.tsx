import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import type { IssuedToken, Token } from '../api/types';
import { now } from '../live/now';
import { client } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { whenOf } from '../text/time';
import { Dialog } from '../ui/Dialog';
import { Field, TextField } from '../ui/Field';
import { useKey } from '../ui/key';

/** What lets an agent in. A token is shown when it is issued, and never again. */
export function Tokens({ agent }: { agent: string }) {
  const [tokens, setTokens] = useState<readonly Token[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [issued, setIssued] = useState<IssuedToken | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const [label, setLabel] = useState('');
  const [expires, setExpires] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const keyOf = useKey();
  const settled = useRef(0);
  const heading = useId();
  const top = useRef<HTMLHeadingElement>(null);

  async function load(from: string | null): Promise<void> {
    const page = await client.get('/api/console/agents/{id}/tokens', { path: { id: agent }, query: { limit: 50, ...(from === null ? {} : { cursor: from }) } });
    setTokens((before) => (from === null ? page.items : [...(before ?? []), ...page.items]));
    setCursor(page.cursor);
  }

  async function issue(): Promise<void> {
    const body = { ...(label.trim() === '' ? {} : { label: label.trim() }), ...(expires === '' ? {} : { expiresAt: new Date(expires).toISOString() }) };
    try {
      // The same again is another token only where it is known what became of the last one.
      const { value } = await client.post('/api/console/agents/{id}/token', { path: { id: agent }, body, key: keyOf([settled.current, body]) });
      settled.current++;
      setIssued(value);
    } catch (problem) {
      // It is not shown again: it stands among the others, to be revoked.
      if (problem instanceof Problem && problem.reason === 'token-issued') {
        settled.current++;
        await load(null).catch(() => {});
      }
      throw problem;
    }
    setLabel('');
    setExpires('');
    await load(null);
  }

  async function act(acting: () => Promise<void>): Promise<void> {
    setBusy(true);
    setFault(null);
    try {
      await acting();
    } catch (problem) {
      setFault(explain(problem));
    }
    setBusy(false);
  }

  useEffect(() => void act(() => load(null)), []);

  const when = (moment: string) => whenOf(moment, now.peek());
  const words = t.console.tokens;
  return (
    <section class="console-part" aria-labelledby={heading}>
      <h2 id={heading} ref={top} tabIndex={-1}>{words.title}</h2>
      {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
      {issued !== null && <Issued token={issued.token} onDone={() => { setIssued(null); top.current!.focus(); }} />}
      {tokens?.length === 0 && <p class="nothing console-rows">{words.none}</p>}
      <ul class="console-rows">
        {(tokens ?? []).map((each) => (
          <li key={each.id}>
            <bdi>{each.label ?? words.unnamed}</bdi>
            <span class="quiet">{[words.issued(when(each.createdAt), each.createdBy), words.used(each.lastUsedAt === null ? null : when(each.lastUsedAt)), words.until(each.expiresAt === null ? null : when(each.expiresAt))].join(', ')}</span>
            <button type="button" class="button small danger" aria-label={words.revokeOne(each.label ?? each.id)} onClick={() => setRevoking(each)}>{words.revoke}</button>
          </li>
        ))}
      </ul>
      {cursor !== null && <button type="button" class="button" disabled={isBusy} onClick={() => void act(() => load(cursor))}>{t.console.loadMore}</button>}
      <form class="console-inline" onSubmit={(event) => { event.preventDefault(); if (!isBusy) void act(issue); }}>
        <TextField label={words.label} value={label} onInput={setLabel} input={{ maxLength: 200, autocomplete: 'off' }} />
        <Field label={words.expires} hint={words.expiresHint}>
          {(ties) => <input {...ties} type="datetime-local" value={expires} onInput={(event) => setExpires(event.currentTarget.value)} />}
        </Field>
        <button type="submit" class="button" aria-disabled={isBusy}>{words.create}</button>
      </form>
      {revoking !== null && (
        <Dialog
          title={words.revokeTitle} act={words.revoke} isDangerous onClose={() => setRevoking(null)}
          onAct={async () => {
            await client.ask('delete', '/api/console/agents/{id}/tokens/{token}', { path: { id: agent, token: revoking.id } });
            await load(null);
          }}
        >
          <p><bdi>{revoking.label ?? words.unnamed}</bdi></p>
          <p>{words.revokeHint}</p>
        </Dialog>
      )}
    </section>
  );
}

function Issued({ token, onDone }: { token: string; onDone: () => void }) {
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current!.focus(), []);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(token);
      setSaid(t.console.tokens.copied);
    } catch {
      input.current!.select();
      setSaid(t.console.tokens.notCopied);
    }
  }

  return (
    <div class="banner warn console-token">
      <p role="alert">{t.console.tokens.shown}</p>
      <Field label={t.console.tokens.token}>
        {(ties) => <input {...ties} ref={input} readOnly autocomplete="off" value={token} dir="ltr" onFocus={(event) => event.currentTarget.select()} />}
      </Field>
      <div class="console-actions">
        <button type="button" class="button main" onClick={() => void copy()}>{t.console.tokens.copy}</button>
        <button type="button" class="button" onClick={onDone}>{t.console.tokens.done}</button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
