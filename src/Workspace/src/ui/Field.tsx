import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  /** Is given what ties it to its label, its hint and what is wrong with it. */
  children: (ties: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }) => ComponentChildren;
}

export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  const described = [hint === undefined ? null : `${id}-hint`, fault === undefined ? null : `${id}-fault`].filter((each) => each !== null).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, ...(described === '' ? {} : { 'aria-describedby': described }), ...(fault === undefined ? {} : { 'aria-invalid': 'true' }) })}
      {hint !== undefined && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {fault !== undefined && <p class="fault" id={`${id}-fault`}>{fault}</p>}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  onInput: (value: string) => void;
  lines?: number;
  input?: InputHTMLAttributes;
}

export function TextField({ value, onInput, lines, input, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(ties) =>
        lines === undefined
          ? <input {...input} {...ties} dir="auto" value={value} onInput={(event) => onInput(event.currentTarget.value)} />
          : <textarea {...ties} dir="auto" rows={lines} value={value} onInput={(event) => onInput(event.currentTarget.value)} />}
    </Field>
  );
}

interface ChoiceProps<T extends string> extends Omit<FieldProps, 'children'> {
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}

export function Choice<T extends string>({ value, options, onChange, ...field }: ChoiceProps<T>) {
  return (
    <Field {...field}>
      {(ties) => (
        <select {...ties} value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
          {options.map(([option, name]) => <option key={option} value={option}>{name}</option>)}
        </select>
      )}
    </Field>
  );
}
