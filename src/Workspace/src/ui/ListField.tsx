import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../text/en';
import { Field } from './Field';
import { itemsIn, withAdded, withPasted } from './list';

interface ListFieldProps {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  /** One on each line. */
  value: string;
  /** What is proposed. */
  known?: readonly string[];
  onChange: (value: string) => void;
}

/** Several short texts, each of which can be taken away. What is just being written counts already, so that nothing is lost. */
export function ListField({ label, hint, fault, value, known = [], onChange }: ListFieldProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const options = useId();
  const items = itemsIn(value);
  // Where the whole value was replaced meanwhile, nothing is being written any more.
  const written = text.trim() !== '' && items.at(-1) === text.trim() ? text : '';
  const settled = written === '' ? items : items.slice(0, -1);

  const say = (next: readonly string[]) => onChange(next.join('\n'));

  function settle(): void {
    if (written !== '') say(withAdded(settled, written));
    setText('');
  }

  return (
    <Field label={label} hint={hint} fault={fault}>
      {(ties) => (
        <div class="list-field" onClick={(event) => event.target === event.currentTarget && input.current!.focus()}>
          {settled.length > 0 && (
            <ul>
              {settled.map((item, index) => (
                <li key={`${index} ${item}`} class="chip">
                  <bdi>{item}</bdi>
                  <button
                    type="button" aria-label={t.list.takeAway(item)}
                    onClick={() => {
                      say([...settled.filter((_, at) => at !== index), ...(written === '' ? [] : [written])]);
                      input.current!.focus();
                    }}
                  >
                    <span aria-hidden="true">×</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          <input
            {...ties} ref={input} list={options} dir="auto" value={written} autocomplete="off" autocapitalize="none" spellcheck={false}
            onInput={(event) => {
              const next = event.currentTarget.value;
              setText(next);
              say(next.trim() === '' ? settled : [...settled, next.trim()]);
            }}
            onBlur={settle}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text') ?? '';
              if (!pasted.trim().includes('\n')) return;
              event.preventDefault();
              say(withPasted(written === '' ? settled : [...settled, written], pasted));
              setText('');
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && written !== '') {
                event.preventDefault();
                settle();
              } else if (event.key === 'Backspace' && event.currentTarget.value === '' && settled.length > 0) {
                event.preventDefault();
                say(settled.slice(0, -1));
              }
            }}
          />
          <datalist id={options}>{known.filter((id) => !settled.includes(id)).map((id) => <option key={id} value={id} />)}</datalist>
        </div>
      )}
    </Field>
  );
}
