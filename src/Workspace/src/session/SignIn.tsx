import { useEffect, useState } from 'preact/hooks';
import { Client } from '../api/client';
import { Problem } from '../api/problem';
import { place, replace } from '../app/route';
import type { Settings } from '../app/settings';
import { t } from '../text/en';
import { explain, Said } from '../text/problems';
import '../style/sign-in.css';
import { Brand } from '../ui/Brand';
import { TextField } from '../ui/Field';
import { Heading } from '../ui/Heading';
import { attemptIn, keptOf } from './attempts';
import { attempt, authorizeUrl, codeIn, redeemed, Refused, type Attempt, type Granted } from './pkce';
import { signIn, wasRefused } from './session';

const ATTEMPT = 'interactions.signing-in';

/** Whoever may be chosen while developing, besides who is configured. */
const ALWAYS = ['agent-1', 'agent-2', 'supervisor-1', 'admin-1'];

export function SignIn({ settings }: { settings: Settings }) {
  const [token, setToken] = useState('');
  const [fault, setFault] = useState<string | null>(wasRefused.value ? t.signIn.refused : null);
  const agents = useAgents(settings.development);
  const { directory } = settings;

  useEffect(() => {
    if (directory !== null && new URLSearchParams(location.search).has('state')) void comeBack();
  }, []);

  async function comeBack(): Promise<void> {
    const begun = attemptIn(sessionStorage.getItem(ATTEMPT));
    sessionStorage.removeItem(ATTEMPT);
    const search = location.search;
    replace(...(begun?.place ?? []));
    const code = codeIn(search, begun);
    await act(async () => {
      if (code === null || begun === null) throw new Said(t.signIn.failed(new URLSearchParams(search).get('error') ?? '?'));
      await signIn({ kind: 'directory', ...(await granted(code, begun)) });
    });
  }

  async function granted(code: string, begun: Attempt): Promise<Granted> {
    try {
      return await redeemed(directory!, redirect(), code, begun);
    } catch (problem) {
      throw new Said(problem instanceof Refused ? t.signIn.failed(problem.message) : t.signIn.unreached);
    }
  }

  async function leave(): Promise<void> {
    const begun = attempt();
    sessionStorage.setItem(ATTEMPT, keptOf(begun, place.value));
    location.assign(await authorizeUrl(directory!, redirect(), begun));
  }

  async function act(trying: () => Promise<void>): Promise<void> {
    setFault(null);
    try {
      await trying();
    } catch (problem) {
      setFault(problem instanceof Problem && problem.status === 401 ? t.signIn.notTaken : explain(problem));
    }
  }

  const take = (given: string) => act(() => signIn({ kind: 'token', token: given.trim() }));

  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <header>
          <Brand />
          <Heading name={t.signIn.title} />
        </header>
        {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
        {directory !== null && <button type="button" class="button main" onClick={() => void leave()}>{t.signIn.directory}</button>}
        {settings.development && (
          <section aria-labelledby="choose">
            <h2 id="choose">{t.signIn.choose}</h2>
            <ul class="choices">
              {agents.map((agent) => (
                <li key={agent}><button type="button" class="button" aria-label={t.signIn.as(agent)} onClick={() => void take(`dev-${agent}`)}><bdi>{agent}</bdi></button></li>
              ))}
            </ul>
          </section>
        )}
        {(directory !== null || settings.development) && <p class="or">{t.signIn.or}</p>}
        <form onSubmit={(event) => { event.preventDefault(); void take(token); }}>
          <TextField label={t.signIn.token} hint={t.signIn.tokenHint} value={token} onInput={setToken} input={{ type: 'password', autocomplete: 'off', required: true }} />
          <button type="submit" class={`button ${directory === null ? 'main' : ''}`} disabled={token.trim() === ''}>{t.signIn.act}</button>
        </form>
      </div>
    </main>
  );
}

function useAgents(isDevelopment: boolean): readonly string[] {
  const [agents, setAgents] = useState<readonly string[]>(ALWAYS);
  useEffect(() => {
    if (!isDevelopment) return;
    const asking = new Client(() => 'dev-admin-1');
    void asking.get('/api/console/agents', { query: { limit: 200 } })
      .then((page) => setAgents([...new Set([...ALWAYS, ...page.items.flatMap((each) => ('id' in each && typeof each.id === 'string' ? [each.id] : []))])].sort()))
      .catch(() => {});
  }, []);
  return agents;
}

function redirect(): string {
  return `${location.origin}/workspace/`;
}
