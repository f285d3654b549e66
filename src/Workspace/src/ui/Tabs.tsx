import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

interface TabsProps<T extends string> {
  label: string;
  tabs: readonly (readonly [T, string])[];
  chosen: T;
  onChoose: (tab: T) => void;
  children: ComponentChildren;
}

/** One of several views at a time; arrows go from one to the next, as everywhere. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function turn(event: KeyboardEvent): void {
    const forward = getComputedStyle(list.current!).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const at = tabs.findIndex(([tab]) => tab === chosen);
    const next = event.key === forward ? at + 1 : event.key === backward ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : null;
    if (next === null) return;
    event.preventDefault();
    const index = (next + tabs.length) % tabs.length;
    onChoose(tabs[index]![0]);
    list.current!.querySelectorAll<HTMLElement>('[role=tab]')[index]!.focus();
  }

  return (
    <>
      <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={turn}>
        {tabs.map(([tab, name]) => (
          <button
            key={tab} type="button" role="tab" id={`${id}-${tab}`} class="tab" aria-selected={tab === chosen} aria-controls={`${id}-panel`}
            tabIndex={tab === chosen ? 0 : -1} onClick={() => onChoose(tab)}
          >
            {name}
          </button>
        ))}
      </div>
      <div class="panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>{children}</div>
    </>
  );
}
