import { t } from '../text/en';
import { Choice, TextField } from '../ui/Field';
import { ListField } from '../ui/ListField';
import { durationOf } from './duration';
import type { Draft, Faults } from './draft';
import { FIELDS, type FieldOf, type Kind } from './kinds';

interface FormProps {
  kind: Kind;
  draft: Draft;
  faults: Faults;
  /** The ids there are to refer to. */
  known: Partial<Record<Kind, readonly string[]>>;
  onChange: (path: string, value: string) => void;
}

/** All fields of a kind, in their groups. */
export function Form({ kind, ...rest }: FormProps) {
  const groups: FieldOf[][] = [];
  for (const field of FIELDS[kind]) {
    if (field.group !== undefined) groups.push([]);
    groups.at(-1)!.push(field);
  }
  return (
    <>
      {groups.map((fields) => (
        <fieldset key={fields[0]!.group} class="console-group">
          <legend>{t.console.group[fields[0]!.group as keyof typeof t.console.group]}</legend>
          {fields.map((field) => <div key={field.path} class={`as-${field.form}`}><One kind={kind} field={field} {...rest} /></div>)}
        </fieldset>
      ))}
    </>
  );
}

function One({ kind, field, draft, faults, known, onChange }: FormProps & { field: FieldOf }) {
  const [label, meaning] = wordsOf(kind, field.path);
  const value = draft[field.path] ?? '';
  const ids = field.of === undefined ? [] : known[field.of] ?? [];
  const common = { label, hint: hintOf(field, meaning), fault: faults[field.path] };
  const change = (next: string) => onChange(field.path, next);
  const { yes, no, either, chooseNone } = t.console;
  switch (field.form) {
    case 'flag': return <Choice {...common} value={value} options={[['true', yes], ['false', no]]} onChange={change} />;
    case 'either': return <Choice {...common} value={value} options={[['', either], ['true', yes], ['false', no]]} onChange={change} />;
    case 'choice': return <Choice {...common} value={value} options={field.options!.map((each) => [each, t.role[each as keyof typeof t.role]])} onChange={change} />;
    case 'reference': return <Choice {...common} value={value} options={[['', chooseNone], ...[...new Set([...ids, ...(value === '' ? [] : [value])])].map((id) => [id, id] as const)]} onChange={change} />;
    case 'text': return <TextField {...common} value={value} onInput={change} lines={3} />;
    case 'attributes': return <TextField {...common} value={value} onInput={change} lines={2} />;
    case 'list': return <ListField {...common} value={value} known={ids} onChange={change} />;
    default: return <TextField {...common} value={value} onInput={change} input={{ autocomplete: 'off', spellcheck: false, ...(field.form === 'number' ? { inputMode: 'numeric' } : {}) }} />;
  }
}

export function wordsOf(kind: Kind, path: string): readonly [string, string | undefined] {
  const [label, hint] = (t.console.fields[kind] as Record<string, readonly string[]>)[path]!;
  return [label!, hint];
}

function hintOf(field: FieldOf, meaning: string | undefined): string | undefined {
  const never = field.canBeNever && meaning?.includes(t.console.never) !== true ? t.console.canBeNever : undefined;
  const parts = [meaning, field.must ? t.console.required : undefined, field.form === 'list' ? t.list.hint : undefined, usualOf(field), never];
  return parts.filter((part) => part !== undefined).join(' ') || undefined;
}

function usualOf({ form, usual }: FieldOf): string | undefined {
  if (usual === undefined) return undefined;
  if (form === 'flag') return t.console.usual(usual === true ? t.console.yes : t.console.no);
  if (form === 'choice') return t.console.usual(t.role[usual as keyof typeof t.role]);
  return t.console.emptyUsual(form === 'duration' ? durationOf(usual as number) : String(usual));
}
