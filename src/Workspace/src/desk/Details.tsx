import { useState } from 'preact/hooks';
import type { Interaction } from '../api/types';
import { now } from '../live/now';
import { client, me } from '../session/session';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { exactly, lengthOf, whenOf } from '../text/time';
import { Choice, TextField } from '../ui/Field';
import { asSent, editableBy, FIELDS, inWords, type Editable } from './editable';
import type { Edited } from './edits';
import { nameOf, shortened } from './names';
import { order } from './order';
import { whoIs } from './sayings';

interface DetailsProps {
  record: Interaction;
  /** What somebody wrote and did not save yet. */
  edited: Edited;
  onEdit: (change: (before: Edited) => Edited) => void;
}

/** The record, field by field; what people say of it can be changed here by those who may. */
export function Details({ record, edited, onEdit }: DetailsProps) {
  const fields = editableBy(record, me.value!);
  return (
    <>
      <Form record={record} fields={fields} edited={edited} onEdit={onEdit} />
      <dl class="facts">
        {[...saidOf(record, fields), ...factsOf(record, now.peek())].map(([name, value, title]) => (
          <div key={name}><dt>{name}</dt><dd title={title}><bdi>{value}</bdi></dd></div>
        ))}
      </dl>
    </>
  );
}

type Fact = readonly [name: string, value: string, title?: string];

// What may not be changed stands among the facts, unless it is empty.
function saidOf(record: Interaction, editable: readonly Editable[]): readonly Fact[] {
  const words = { ...inWords(record), type: t.type[record.type], outcome: record.outcome === null ? '' : t.outcomeTitle[record.outcome] };
  return FIELDS.filter((field) => !editable.includes(field) && words[field] !== '').map((field) => [t.field[field], words[field]]);
}

function factsOf(record: Interaction, at: number): readonly Fact[] {
  const f = t.field;
  const moment = (name: string, value: string | null): Fact[] => (value === null ? [] : [[name, whenOf(value, at), exactly(value)]]);
  const text = (name: string, value: string | null | undefined): Fact[] => (value == null || value === '' ? [] : [[name, value]]);
  return [
    [f.number, record.number],
    ...text(f.channel, record.channel),
    ...text(f.direction, t.direction[record.direction]),
    [f.state, t.state[record.state]],
    ...text(f.stateReason, record.stateReason === null ? null : t.reason[record.stateReason]),
    [f.handling, t.handling[record.handling]],
    [f.customer, nameOf(record)],
    ...text(f.address, shortened(record.customer.address)),
    ...text(f.user, record.openedFor),
    [f.line, record.line],
    [f.queue, record.queue],
    ...text(f.assignedTo, record.assignedTo),
    ...text(f.offer, record.offer?.agent),
    ...moment(f.openedAt, record.openedAt),
    ...moment(f.assignedAt, record.assignedAt),
    ...text(f.waitTime, record.waitTime === null ? null : lengthOf(record.waitTime)),
    [f.duration, lengthOf(record.duration)],
    ...(record.sla === null ? [] : moment(f.sla, record.sla.due)),
    ...moment(f.closedAt, record.closedAt),
    ...text(f.closedBy, record.closedBy === null ? null : whoIs(record.closedBy)),
    ...text(f.parent, record.parent),
    ...text(f.tasks, record.taskCount === 0 ? null : String(record.taskCount)),
  ];
}

function Form({ record, fields, edited, onEdit }: DetailsProps & { fields: readonly Editable[] }) {
  const stored = inWords(record);
  const [fault, setFault] = useState<string | null>(null);
  const changed = fields.filter((field) => edited[field] !== undefined && edited[field] !== stored[field]);

  async function save(): Promise<void> {
    setFault(null);
    try {
      const body = Object.fromEntries(changed.map((field) => [field, asSent(field, edited[field]!)]));
      await order(record.id, () => client.ask('patch', '/api/interactions/{id}', { path: { id: record.id }, body }));
      onEdit((now) => Object.fromEntries(Object.entries(now).filter(([field, words]) => words !== edited[field as Editable])));
    } catch (problem) {
      setFault(explain(problem));
    }
  }

  return (
    <form class="editable" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {fields.map((field) => (
        <OneField key={field} field={field} record={record} value={edited[field] ?? stored[field]} onInput={(value) => onEdit((now) => ({ ...now, [field]: value }))} />
      ))}
      {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
      {changed.length > 0 && (
        <div class="actions">
          <button type="button" class="button small" onClick={() => onEdit(() => ({}))}>{t.cancel}</button>
          <button type="submit" class="button small main">{t.save}</button>
        </div>
      )}
    </form>
  );
}

const TYPES = ['messaging', 'chat', 'phone', 'walkUp', 'voicemail'] as const;
const OUTCOMES = ['resolved', 'unresolved'] as const;

function OneField({ field, record, value, onInput }: { field: Editable; record: Interaction; value: string; onInput: (value: string) => void }) {
  const label = t.field[field];
  switch (field) {
    case 'type': return <Choice label={label} value={value} onChange={onInput} options={TYPES.map((each) => [each, t.type[each]] as const)} />;
    case 'outcome':
      return <Choice label={label} value={value} onChange={onInput} options={[...(record.outcome === null ? [['', t.none] as const] : []), ...OUTCOMES.map((each) => [each, t.outcomeTitle[each]] as const)]} />;
    case 'tags': return <TextField label={label} hint={t.side.tagsHint} value={value} onInput={onInput} />;
    case 'priority': return <TextField label={label} value={value} onInput={onInput} input={{ inputMode: 'numeric' }} />;
    default: return <TextField label={label} value={value} onInput={onInput} input={{ maxLength: MOST[field] }} />;
  }
}

const MOST = { shortDescription: 160, language: 35, disposition: 100 };
