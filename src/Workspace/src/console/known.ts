import { useEffect, useState } from 'preact/hooks';
import { FIELDS, type Kind } from './kinds';
import { all } from './rows';

/** The ids that the fields of a kind can refer to. Where they cannot be read, ids are still there to be written. */
export function useKnown(kind: Kind): Partial<Record<Kind, readonly string[]>> {
  const [known, setKnown] = useState<Partial<Record<Kind, readonly string[]>>>({});
  useEffect(() => {
    const ends = new AbortController();
    for (const of of new Set(FIELDS[kind].map((field) => field.of))) {
      if (of === undefined) continue;
      void all(of, ends.signal)
        .then((rows) => setKnown((before) => ({ ...before, [of]: rows.map((row) => row.id) })))
        .catch(() => {});
    }
    return () => ends.abort();
  }, [kind]);
  return known;
}

/** The ids of one kind. */
export function useIds(kind: Kind): readonly string[] {
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    const ends = new AbortController();
    void all(kind, ends.signal)
      .then((rows) => setIds(rows.map((row) => row.id)))
      .catch(() => {});
    return () => ends.abort();
  }, [kind]);
  return ids;
}
