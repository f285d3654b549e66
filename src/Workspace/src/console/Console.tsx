import { useEffect, useRef } from 'preact/hooks';
import { place } from '../app/route';
import '../style/console.css';
import { t } from '../text/en';
import { Editor } from './Editor';
import { KindList } from './KindList';
import { KINDS, NEW, isKind } from './kinds';
import { Link } from '../ui/Link';
import { Unprocessed } from './Unprocessed';

export function Console() {
  const [, chosen = KINDS[0], id] = place.value;
  const kinds = useRef<HTMLElement>(null);

  // On a narrow screen they stand beside each other, more than there is room for.
  useEffect(() => kinds.current!.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [chosen]);

  return (
    <div class="console">
      <nav ref={kinds} class="console-kinds" aria-label={t.console.kinds}>
        {[...KINDS, 'unprocessed' as const].map((kind) => (
          <Link key={kind} to={['console', kind]} isHere={kind === chosen}>{t.console.kind[kind]}</Link>
        ))}
      </nav>
      <main class="console-page">
        {!isKind(chosen) ? <Unprocessed /> : id === undefined ? <KindList key={chosen} kind={chosen} /> : <Editor key={`${chosen}/${id}`} kind={chosen} id={id === NEW ? null : id} />}
      </main>
    </div>
  );
}
