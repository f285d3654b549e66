import type { AgentDocument, HoursDocument, LineDocument, OpeningTime, QueueDocument, ResponseDocument, RuleDocument, WhenDocument } from '../api/types';

/** What there is to configure, and what each has. Labels and hints stand in the texts under the same names; forms are made of both. */
export const KINDS = ['lines', 'queues', 'agents', 'rules', 'responses', 'hours'] as const;
export type Kind = (typeof KINDS)[number];

/** Stands in an address where something is created: no id can be that. */
export const NEW = '+';

/** How a value is asked for. */
export type Form =
  | 'line' | 'text' | 'code' | 'list' | 'attributes' | 'flag' | 'either' | 'number' | 'duration' | 'choice' | 'reference' | 'openings';

export interface FieldOf<P extends string = string> {
  path: P;
  form: Form;
  /** What it is where nothing is said. */
  usual?: number | string | boolean;
  /** Whether it can be said that it never comes. */
  canBeNever?: boolean;
  must?: boolean;
  /** Whose ids it holds. */
  of?: Kind;
  options?: readonly string[];
  /** Begins a group of fields. */
  group?: string;
}

const lines: readonly FieldOf<keyof LineDocument>[] = [
  { path: 'queue', form: 'reference', of: 'queues', must: true, group: 'reached' },
  { path: 'addresses', form: 'list' },
  { path: 'messagingService', form: 'line' },
  { path: 'hours', form: 'reference', of: 'hours', group: 'when' },
  { path: 'writeFirst', form: 'reference', of: 'hours' },
  { path: 'sendWithinSeconds', form: 'duration', usual: 14_400, canBeNever: true },
  { path: 'greeting', form: 'text', group: 'said' },
  { path: 'outOfHoursText', form: 'text' },
  { path: 'helpText', form: 'text' },
];

const queues: readonly FieldOf<keyof QueueDocument>[] = [
  { path: 'members', form: 'list', of: 'agents', group: 'offers' },
  { path: 'offerForSeconds', form: 'duration', usual: 30 },
  { path: 'notReadyAfterMissedOffer', form: 'flag', usual: true },
  { path: 'autoAccept', form: 'flag', usual: false },
  { path: 'newRoundAfterSeconds', form: 'duration', usual: 20 },
  { path: 'holdsFreeCapacity', form: 'flag', usual: false },
  { path: 'affinityForSeconds', form: 'duration', usual: 86_400, canBeNever: true },
  { path: 'firstResponseTargetSeconds', form: 'duration', usual: 300, canBeNever: true, group: 'target' },
  { path: 'firstResponseWarnSeconds', form: 'duration' },
  { path: 'overflowTo', form: 'reference', of: 'queues', group: 'nobody' },
  { path: 'overflowAfterSeconds', form: 'duration' },
  { path: 'abandonAfterSeconds', form: 'duration', usual: 86_400, canBeNever: true },
  { path: 'abandonedText', form: 'text' },
  { path: 'silenceAfterSeconds', form: 'duration', usual: 900, canBeNever: true, group: 'waiting' },
  { path: 'nudgeAfterSeconds', form: 'duration', usual: 14_400, canBeNever: true },
  { path: 'nudgeText', form: 'text' },
  { path: 'closeWaitingAfterSeconds', form: 'duration', usual: 86_400, canBeNever: true },
  { path: 'holdLimitSeconds', form: 'duration', usual: 1_800, canBeNever: true },
  { path: 'wrapUpForSeconds', form: 'duration', usual: 120, canBeNever: true, group: 'ending' },
  { path: 'reopenWithinSeconds', form: 'duration' },
  { path: 'requeueUnresolved', form: 'flag', usual: false },
  { path: 'handedOverText', form: 'text' },
];

const agents: readonly FieldOf<keyof AgentDocument | `capacity.${keyof NonNullable<AgentDocument['capacity']>}`>[] = [
  { path: 'name', form: 'line', group: 'who' },
  { path: 'role', form: 'choice', options: ['agent', 'supervisor', 'admin'], usual: 'agent' },
  { path: 'skills', form: 'list' },
  { path: 'capacity.messaging', form: 'number', usual: 3, group: 'capacity' },
  { path: 'capacity.chat', form: 'number', usual: 3 },
  { path: 'capacity.phone', form: 'number', usual: 1 },
  { path: 'capacity.walkUp', form: 'number', usual: 1 },
  { path: 'capacity.voicemail', form: 'number', usual: 1 },
];

const rules: readonly FieldOf<keyof RuleDocument | `when.${keyof WhenDocument}`>[] = [
  { path: 'order', form: 'number', must: true, group: 'place' },
  { path: 'when.lines', form: 'list', of: 'lines', group: 'conditions' },
  { path: 'when.contains', form: 'list' },
  { path: 'when.matches', form: 'code' },
  { path: 'when.tags', form: 'list' },
  { path: 'when.attributes', form: 'attributes' },
  { path: 'when.languages', form: 'list' },
  { path: 'when.inHours', form: 'either' },
  { path: 'queue', form: 'reference', of: 'queues', group: 'then' },
  { path: 'priority', form: 'number' },
  { path: 'skills', form: 'list' },
  { path: 'tags', form: 'list' },
];

const responses: readonly FieldOf<keyof ResponseDocument>[] = [
  { path: 'title', form: 'line', must: true, group: 'said' },
  { path: 'text', form: 'text', must: true },
  { path: 'shortcut', form: 'line', group: 'found' },
  { path: 'tags', form: 'list' },
  { path: 'queues', form: 'list', of: 'queues' },
];

export const DAYS: readonly OpeningTime['day'][] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const hours: readonly FieldOf<keyof HoursDocument | `week.${OpeningTime['day']}`>[] = [
  { path: 'zone', form: 'line', usual: 'UTC', group: 'where' },
  ...DAYS.map((day, index): FieldOf<`week.${OpeningTime['day']}`> => ({ path: `week.${day}`, form: 'openings', ...(index === 0 ? { group: 'week' } : {}) })),
  { path: 'holidays', form: 'list', group: 'closed' },
];

export const FIELDS: Record<Kind, readonly FieldOf[]> = { lines, queues, agents, rules, responses, hours };

export const isKind = (text: string | undefined): text is Kind => (KINDS as readonly (string | undefined)[]).includes(text);
