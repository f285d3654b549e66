import { Problem } from '../api/problem';
import type { ProblemDocument } from '../api/types';
import { t } from './en';
import { timeOf } from './time';

/** A fault of these pages themselves that was put into words already. */
export class Said extends Error {}

type Saying = string | ((problem: ProblemDocument) => string);

/** What a refusal means to whoever reads it here; what is not among these, the app says itself. */
const SAYINGS: Partial<Record<string, Saying>> = {
  unreached: t.problem.unreached,
  unavailable: t.problem.unavailable,
  busy: t.problem.busy,
  forbidden: t.problem.forbidden,
  'not-found': t.problem.notFound,
  'not-yours': (problem) => (problem.assignedTo == null ? t.problem.nobodys : t.problem.theirs(problem.assignedTo)),
  'not-offered-to-you': t.problem.offerIsOver,
  'not-waiting': (problem) => t.problem.notWaiting(problem.assignedTo ?? problem.offeredTo ?? null),
  'active-with-another': (problem) => t.problem.activeWith(problem.assignedTo ?? ''),
  'opted-out': t.problem.optedOut,
  'cannot-receive': t.problem.cannotReceive,
  'quiet-hours': (problem) => t.problem.quietHours(problem.until == null ? '' : timeOf(problem.until)),
  'short-description-needed': t.problem.shortDescriptionNeeded,
  'in-use': t.problem.inUse,
  'precondition-failed': t.problem.changed,
  'precondition-required': t.problem.changed,
};

/** In words for people, whatever went wrong. */
export function explain(fault: unknown): string {
  if (!(fault instanceof Problem)) return fault instanceof Said ? fault.message : t.problem.unexpected;
  const saying = SAYINGS[fault.reason];
  if (typeof saying === 'function' && fault.document !== null) return saying(fault.document);
  if (typeof saying === 'string') return saying;
  const { title, detail } = fault.document ?? { title: t.problem.unknown(fault.status), detail: null };
  return detail == null ? title : `${title} ${detail}`;
}
