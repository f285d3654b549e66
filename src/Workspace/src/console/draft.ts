import type { OpeningTime } from '../api/types';
import { t } from '../text/en';
import { itemsIn } from '../ui/list';
import { durationOf, secondsOf } from './duration';
import type { FieldOf } from './kinds';
import { openingsOf, openingsShown } from './week';

/** What stands in a form: text for every field, whatever it is. */
export type Draft = Readonly<Record<string, string>>;
export type Json = Readonly<Record<string, unknown>>;

/** What is wrong, by the path of the field. */
export type Faults = Readonly<Record<string, string>>;

type Read = { value: unknown } | { fault: string };

/** A document as it stands in its form; without one, as a form begins. */
export function draftOf(fields: readonly FieldOf[], document: Json | null): Draft {
  return Object.fromEntries(fields.map((field) => [field.path, document === null ? begun(field) : shown(field, valueOf(field, document))]));
}

/** What a form says. Fields that it does not know stay as they were; what is left empty is left out, and so is as usual. */
export function documentOf(fields: readonly FieldOf[], draft: Draft, before: Json | null = null): { document: Json; faults: Faults } {
  const { id: _, version: __, unreadable: ___, ...document } = structuredClone(before ?? {}) as Record<string, unknown>;
  const faults: Record<string, string> = {};
  const week: OpeningTime[] = [];
  for (const field of fields) {
    const read = meant(field, draft[field.path] ?? '');
    if ('fault' in read) faults[field.path] = read.fault;
    else if (field.form === 'openings') week.push(...(read.value as OpeningTime[]));
    else put(document, field.path.split('.'), read.value);
  }
  if (fields.some((field) => field.form === 'openings')) document.week = week;
  return { document, faults };
}

/** What somebody wrote, put on top of what another made of the same meanwhile: `both` names what each of them changed otherwise. */
export function merged(before: Draft, mine: Draft, theirs: Draft): { draft: Draft; both: string[] } {
  const isMine = (path: string) => (mine[path] ?? '') !== (before[path] ?? '');
  return {
    draft: Object.fromEntries(Object.entries(theirs).map(([path, value]) => [path, isMine(path) ? mine[path] ?? '' : value])),
    both: Object.keys(theirs).filter((path) => isMine(path) && theirs[path] !== (before[path] ?? '') && theirs[path] !== mine[path]),
  };
}

export const isSame = (one: Draft, other: Draft): boolean => Object.keys({ ...one, ...other }).every((path) => (one[path] ?? '') === (other[path] ?? ''));

/** A name and a value on each line, as in `tier = gold`; null where a line is not such a thing. */
export function pairsOf(text: string): [string, string][] | null {
  const pairs = itemsIn(text).map((line) => line.split(/\s*=\s*(.*)/s, 2) as [string, string | undefined]);
  return pairs.every(([name, value]) => name !== '' && value !== undefined && value !== '') ? (pairs as [string, string][]) : null;
}

function begun(field: FieldOf): string {
  return field.form === 'flag' || field.form === 'choice' ? String(field.usual) : '';
}

function valueOf(field: FieldOf, document: Json): unknown {
  if (field.form === 'openings') return document.week;
  return field.path.split('.').reduce<unknown>((part, name) => (part as Json | null | undefined)?.[name], document);
}

function shown(field: FieldOf, value: unknown): string {
  if (field.form === 'openings') return openingsShown((value ?? []) as OpeningTime[], field.path.slice('week.'.length) as OpeningTime['day']);
  if (value === undefined) return begun(field);
  if (value === null) return field.canBeNever ? t.console.never : '';
  switch (field.form) {
    case 'duration': return durationOf(value as number);
    case 'list': return (value as string[]).join('\n');
    case 'attributes': return Object.entries(value as Record<string, string[]>).flatMap(([name, values]) => values.map((each) => `${name} = ${each}`)).join('\n');
    default: return String(value);
  }
}

function meant(field: FieldOf, text: string): Read {
  const written = field.form === 'text' || field.form === 'code' ? text : text.trim();
  if (field.form === 'openings') {
    const openings = openingsOf(field.path.slice('week.'.length) as OpeningTime['day'], written);
    return openings === null ? { fault: t.console.fault.openings } : { value: openings };
  }
  if (written.trim() === '') return field.must ? { fault: t.console.fault.missing } : { value: undefined };
  switch (field.form) {
    case 'duration': return duration(field, written);
    case 'number': return /^-?\d+$/.test(written) ? { value: Number(written) } : { fault: t.console.fault.number };
    case 'list': return { value: itemsIn(written) };
    case 'flag': case 'either': return { value: written === 'true' };
    case 'attributes': return attributes(written);
    default: return { value: written };
  }
}

function duration(field: FieldOf, written: string): Read {
  if (field.canBeNever && written.toLowerCase() === t.console.never) return { value: null };
  const seconds = secondsOf(written);
  return seconds === null ? { fault: t.console.fault.duration } : { value: seconds };
}

function attributes(written: string): Read {
  const pairs = pairsOf(written);
  if (pairs === null) return { fault: t.console.fault.pairs };
  const values: Record<string, string[]> = {};
  for (const [name, value] of pairs) values[name] = [...(values[name] ?? []), value];
  return { value: values };
}

function put(document: Record<string, unknown>, [name, ...rest]: string[], value: unknown): void {
  if (rest.length > 0) {
    const part = (document[name!] ?? {}) as Record<string, unknown>;
    put(part, rest, value);
    document[name!] = part;
  } else if (value === undefined) delete document[name!];
  else document[name!] = value;
}
