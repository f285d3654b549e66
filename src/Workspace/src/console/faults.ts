import { Problem } from '../api/problem';
import type { OpeningTime } from '../api/types';
import type { Faults, Json } from './draft';
import type { FieldOf } from './kinds';

/** The field of the form that a fault of the app is about: `members[2]` is in `members`. Null where no field is. */
export function fieldOf(path: string, fields: readonly FieldOf[], document: Json): string | null {
  const opening = /^week\[(\d+)\]/.exec(path);
  if (opening !== null) {
    const day = (document.week as readonly OpeningTime[] | undefined)?.[Number(opening[1])]?.day;
    return day === undefined ? null : `week.${day}`;
  }
  const within = fields.filter((field) => path === field.path || path.startsWith(`${field.path}.`) || path.startsWith(`${field.path}[`));
  return within.reduce<string | null>((longest, { path: each }) => (longest === null || each.length > longest.length ? each : longest), null);
}

/** What a document has at a path: whoever reads `members[2]` wants to know which one that is. */
export function valueAt(path: string, document: Json): unknown {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '');
  return parts.reduce<unknown>((value, part) => (value as Json | null | undefined)?.[part], document);
}

/** Everything that a refusal says, each at its field where there is one, and what is about no field. */
export function faultsOf(problem: unknown, fields: readonly FieldOf[], document: Json): { at: Faults; others: string[] } {
  const at: Record<string, string> = {};
  const others: string[] = [];
  for (const { field, reason } of saidBy(problem)) {
    const place = field === 'id' ? 'id' : fieldOf(field, fields, document);
    const value = field.endsWith(']') ? valueAt(field, document) : undefined;
    const saying = typeof value === 'string' && !reason.includes(value) ? `${value}: ${reason}` : reason;
    if (place === null) others.push(`${field}: ${reason}`);
    else at[place] = at[place] === undefined ? saying : `${at[place]}\n${saying}`;
  }
  return { at, others };
}

function saidBy(problem: unknown): readonly { field: string; reason: string }[] {
  if (!(problem instanceof Problem) || problem.document === null) return [];
  const { errors, field, detail, title } = problem.document;
  if (errors != null && errors.length > 0) return errors;
  return field == null ? [] : [{ field, reason: detail ?? title }];
}
