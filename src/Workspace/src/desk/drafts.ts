import { signal, type Signal } from '@preact/signals';
import { EMPTY, type Draft } from './draft';

const PREFIX = 'interactions.draft.';

const known = new Map<string, Signal<Draft>>();

// Where the browser's storage is full or forbidden, what the page knows is all there is.
const unkept = new Set<string>();

/** What is meant for the customer and what is meant for colleagues are two drafts: neither ever becomes the other by itself. */
export function draftKey(agent: string, interaction: string, kind: 'reply' | 'note'): string {
  return `${PREFIX}${agent}.${interaction}.${kind}`;
}

export function draftOf(key: string): Signal<Draft> {
  let draft = known.get(key);
  if (draft === undefined) {
    known.set(key, (draft = signal(read(key))));
    draft.subscribe((value) => write(key, value));
  }
  return draft;
}

/** Whatever another tab did with it last. */
export function reread(key: string): Draft {
  const draft = draftOf(key);
  if (!unkept.has(key)) draft.value = read(key);
  return draft.value;
}

function read(key: string): Draft {
  try {
    const text = localStorage.getItem(key);
    return text === null ? EMPTY : { ...EMPTY, ...(JSON.parse(text) as Partial<Draft>) };
  } catch {
    return EMPTY;
  }
}

function write(key: string, draft: Draft): void {
  try {
    if (draft.text === '' && draft.attempt === null) localStorage.removeItem(key);
    else if (localStorage.getItem(key) !== JSON.stringify(draft)) localStorage.setItem(key, JSON.stringify(draft));
    unkept.delete(key);
  } catch {
    unkept.add(key);
  }
}

// The other tab shows the same words.
addEventListener('storage', (event) => {
  const draft = event.key === null ? undefined : known.get(event.key);
  if (draft !== undefined) draft.value = read(event.key!);
});
