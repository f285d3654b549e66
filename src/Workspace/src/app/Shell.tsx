import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Me, Role } from '../api/types';
import { Desk } from '../desk/Desk';
import { follow, inbox } from '../live/inbox';
import { forgetAll } from '../live/records';
import { PresenceChoice } from '../session/PresenceChoice';
import { mayBe, signOut } from '../session/session';
import { t } from '../text/en';
import { Brand } from '../ui/Brand';
import { Heading } from '../ui/Heading';
import { Link } from '../ui/Link';
import { Connection } from './Connection';
import { loaded, mayReloadAgain } from './loaded';
import { go, hrefOf, place } from './route';
import { loadSettings } from './settings';

interface PageOf {
  name: string;
  role: Role;
  load: () => Promise<ComponentType>;
}

/** What is not the desk is fetched when somebody goes there first. */
const PAGES: Record<string, PageOf> = {
  board: { name: t.nav.board, role: 'supervisor', load: async () => (await import('../board/Board')).Board },
  reports: { name: t.nav.reports, role: 'supervisor', load: async () => (await import('../board/Reports')).Reports },
  console: { name: t.nav.console, role: 'admin', load: async () => (await import('../console/Console')).Console },
};

const AROUND = { kept: sessionStorage, isReachable: () => loadSettings().then(() => true, () => false), reload: () => location.reload() };

export function Shell({ me }: { me: Me }) {
  useEffect(() => {
    const ends = new AbortController();
    void follow(me.id, ends.signal);
    return () => {
      ends.abort();
      inbox.value = null;
      forgetAll();
    };
  }, []);

  const [page = ''] = place.value;
  return (
    <div class="shell">
      <header class="bar">
        <a class="skip button" href="#main" onClick={skip}>{t.nav.skip}</a>
        <Brand />
        <Navigation page={page} />
        <PresenceChoice />
        <span class="who small"><bdi>{me.name ?? me.id}</bdi> <span class="badge">{t.role[me.role]}</span></span>
        <button type="button" class="button plain small" onClick={signOut}>{t.signIn.out}</button>
      </header>
      <Connection />
      {Object.hasOwn(PAGES, page) ? <Page key={page} page={PAGES[page]!} /> : <Desk />}
    </div>
  );
}

/** Past the bar, to what the page is about. */
function skip(event: Event): void {
  event.preventDefault();
  const main = document.querySelector('main');
  main?.setAttribute('tabindex', '-1');
  main?.focus();
}

function Navigation({ page }: { page: string }) {
  const theirs = Object.entries(PAGES).filter(([, { role }]) => mayBe(role)).map(([path, { name }]) => [path, name] as const);
  return (
    <nav aria-label={t.nav.label}>
      {[['', t.nav.desk] as const, ...theirs].map(([path, name]) => (
        <a
          key={path} href={hrefOf(...(path === '' ? [] : [path]))} aria-current={path === page || (path === '' && !Object.hasOwn(PAGES, page)) ? 'page' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            go(...(path === '' ? [] : [path]));
          }}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

function Page({ page: { name, role, load } }: { page: PageOf }) {
  const [Loaded, setLoaded] = useState<ComponentType | null>(null);
  const [isMissing, setMissing] = useState(false);
  const isTheirs = mayBe(role);
  const fetchIt = () => void loaded(load, AROUND).then((component) => setLoaded(() => component), () => setMissing(true));
  useEffect(() => {
    if (isTheirs) fetchIt();
  }, [isTheirs]);
  if (!isTheirs) return <NotTheirs name={name} />;
  if (isMissing) return <Missing name={name} onRetry={() => { setMissing(false); mayReloadAgain(sessionStorage); fetchIt(); }} />;
  return Loaded === null ? <p class="quiet page-loading" role="status">{t.loading}</p> : <Loaded />;
}

/** After a deployment, or without a network. */
function Missing({ name, onRetry }: { name: string; onRetry: () => void }) {
  return (
    <main class="not-theirs">
      <Heading name={name} />
      <p role="alert">{t.notLoaded}</p>
      <button type="button" class="button" onClick={onRetry}>{t.retry}</button>
    </main>
  );
}

/** Who follows a link of a colleague with another role is told so, and stands nowhere in between. */
function NotTheirs({ name }: { name: string }) {
  return (
    <main class="not-theirs">
      <Heading name={name} />
      <p>{t.problem.forbidden}</p>
      <Link to={[]}>{t.nav.back}</Link>
    </main>
  );
}
