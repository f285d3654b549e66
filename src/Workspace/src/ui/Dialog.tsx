import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { explain } from '../text/problems';
import { t } from '../text/en';
import { keepFocus } from './focus';

interface DialogProps {
  title: string;
  /** What the button says that does it. */
  act: string;
  isDangerous?: boolean;
  canAct?: boolean;
  onAct: () => Promise<void> | void;
  onClose: () => void;
  children: ComponentChildren;
}

/** Asks something, does it, and stays open with the reason where it was refused: nothing that was written into it is lost. */
export function Dialog({ title, act, isDangerous = false, canAct = true, onAct, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [isBusy, setBusy] = useState(false);
  // Known at once, also to a second press before the page shows the first.
  const state = useRef({ isBusy: false, isOpen: true });
  const [fault, setFault] = useState<string | null>(null);

  useEffect(() => {
    const before = document.activeElement;
    dialog.current!.showModal();
    return () => {
      state.current.isOpen = false;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      setTimeout(keepFocus);
    };
  }, []);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (state.current.isBusy || !canAct) return;
    become(true);
    setFault(null);
    try {
      await onAct();
      close();
    } catch (problem) {
      setFault(explain(problem));
      become(false);
    }
  }

  function become(busy: boolean): void {
    state.current.isBusy = busy;
    setBusy(busy);
  }

  // Once: whoever closed it meanwhile may have opened another.
  function close(): void {
    if (!state.current.isOpen) return;
    state.current.isOpen = false;
    onClose();
  }

  // What is under way cannot be taken back, and its outcome is to be seen. And at once: the browser tells of its own closing only after it has given
  // the focus back, and a key pressed in between would open what is about to be closed.
  function cancel(event: Event): void {
    event.preventDefault();
    if (!state.current.isBusy) close();
  }

  return (
    <dialog ref={dialog} aria-labelledby={heading} onCancel={cancel} onClose={close}>
      <form onSubmit={(event) => void submit(event)}>
        <h2 id={heading}>{title}</h2>
        {children}
        {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
        <div class="actions">
          <button type="button" class="button" aria-disabled={isBusy} onClick={() => { if (!state.current.isBusy) close(); }}>{t.cancel}</button>
          <button type="submit" class={`button ${isDangerous ? 'danger' : 'main'}`} disabled={!canAct} aria-disabled={isBusy}>{act}</button>
        </div>
      </form>
    </dialog>
  );
}
