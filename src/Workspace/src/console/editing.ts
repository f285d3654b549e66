import { useEffect, useRef, useState } from 'preact/hooks';
import { replace } from '../app/route';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { documentOf, draftOf, isSame, merged, type Draft, type Faults } from './draft';
import { faultsOf } from './faults';
import { created, keep, keptOf, keyOf } from './kept';
import { FIELDS, type Kind } from './kinds';
import { isChanged, one, write, type Version } from './rows';

/** What there is to say above a form. */
export type Notice = { tone: 'good' | 'bad' | 'conflict'; text: string; more: readonly string[] };

export interface Editing {
  state: 'loading' | 'missing' | 'ready';
  id: string;
  base: Version | null;
  draft: Draft;
  faults: Faults;
  notice: Notice | null;
  isBusy: boolean;
  isDirty: boolean;
  setId: (id: string) => void;
  change: (path: string, value: string) => void;
  save: () => Promise<void>;
  undo: () => void;
  loadAnew: () => Promise<void>;
  /** Says that somebody else changed it, as where it could not be removed. */
  tellChanged: () => void;
}

/** Begins with what is stored, and keeps what is written until it is saved, whatever happens meanwhile. */
export function useEditing(kind: Kind, given: string | null): Editing {
  const fields = FIELDS[kind];
  const key = keyOf(kind, given ?? '');
  const kept = keptOf(key);
  const [state, setState] = useState<Editing['state']>(given === null || kept !== null ? 'ready' : 'loading');
  const [id, setId] = useState(kept?.id ?? given ?? '');
  const [base, setBase] = useState<Version | null>(kept?.base ?? null);
  const [shown, setShown] = useState<Draft>(kept?.shown ?? draftOf(fields, null));
  const [draft, setDraft] = useState<Draft>(kept?.draft ?? shown);
  const [faults, setFaults] = useState<Faults>({});
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isBusy, setBusy] = useState(false);
  // What stands in the form at this moment, also where somebody types while an answer is awaited.
  const written = useRef(draft);
  const isDirty = !isSame(shown, draft) || (given === null && id !== '');

  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  useEffect(() => {
    if (state === 'ready') keep(key, isDirty ? { id, draft, base, shown } : null);
  }, [state, id, draft, base, shown]);
  useEffect(() => {
    if (state === 'loading') void act(begin);
  }, []);
  useEffect(() => {
    if (state === 'ready' && created.delete(key)) setNotice({ tone: 'good', text: t.console.saved, more: [] });
  }, [state]);

  async function begin(): Promise<void> {
    const version = await one(kind, given!);
    if (version === null) return setState('missing');
    take(version, written.current);
    setState('ready');
  }

  /** Goes on with what is stored, and with what was written on top of `before` since then. */
  function take(version: Version, before: Draft): { theirs: Draft; mine: Draft; both: string[] } {
    const theirs = draftOf(fields, version.row.unreadable ? null : version.row);
    const { draft: mine, both } = merged(before, written.current, theirs);
    setBase(version);
    setShown(theirs);
    put(mine);
    return { theirs, mine, both };
  }

  function put(next: Draft): void {
    written.current = next;
    setDraft(next);
  }

  async function act(acting: () => Promise<void>): Promise<void> {
    setBusy(true);
    setNotice(null);
    try {
      await acting();
    } catch (problem) {
      if (isChanged(problem)) tellChanged();
      else setNotice({ tone: 'bad', text: explain(problem), more: [] });
    }
    setBusy(false);
  }

  async function save(): Promise<void> {
    const { document, faults: unread } = documentOf(fields, draft, base?.row.unreadable ? null : base?.row ?? null);
    const own = id.trim() === '' ? { ...unread, id: t.console.fault.missing } : unread;
    setFaults(own);
    if (Object.keys(own).length > 0) return setNotice({ tone: 'bad', text: t.console.faults(Object.keys(own).length), more: [] });
    await act(async () => {
      try {
        const version = await write(kind, id.trim(), document, base?.etag ?? null);
        const { theirs, mine } = take(version, draft);
        // Its own page goes on with what was typed meanwhile, and so does whoever went elsewhere and comes back.
        const own = keyOf(kind, version.row.id);
        keep(key, null);
        keep(own, isSame(theirs, mine) ? null : { id: version.row.id, draft: mine, base: version, shown: theirs });
        setNotice({ tone: 'good', text: t.console.saved, more: [] });
        if (given !== null) return;
        created.add(own);
        if (isHere.current) replace('console', kind, version.row.id);
      } catch (problem) {
        const { at, others } = faultsOf(problem, fields, document);
        const count = Object.keys(at).length;
        if (count === 0 && others.length === 0) throw problem;
        setFaults(at);
        setNotice({ tone: 'bad', text: count > 0 ? t.console.faults(count) : t.console.refused, more: others });
      }
    });
  }

  async function loadAnew(): Promise<void> {
    await act(async () => {
      const version = await one(kind, id.trim());
      if (version === null) {
        setBase(null);
        return setNotice({ tone: 'bad', text: t.console.conflictGone, more: [] });
      }
      const { theirs, both } = take(version, shown);
      setFaults({});
      const saying = (path: string) => `${(t.console.fields[kind] as Record<string, readonly string[]>)[path]![0]} ${t.console.theirs(theirs[path] || t.console.nothing)}`;
      setNotice(both.length === 0 ? { tone: 'good', text: t.console.mergedAll, more: [] } : { tone: 'bad', text: t.console.mergedBoth, more: both.map(saying) });
    });
  }

  function tellChanged(): void {
    setNotice({ tone: 'conflict', text: t.console.conflict, more: [] });
  }

  function change(path: string, value: string): void {
    put({ ...written.current, [path]: value });
    setFaults(({ [path]: _, ...rest }) => rest);
  }

  function undo(): void {
    put(shown);
    setFaults({});
    setNotice(null);
    if (given === null) setId('');
  }

  return { state, id, base, draft, faults, notice, isBusy, isDirty, setId, change, save, undo, loadAnew, tellChanged };
}
