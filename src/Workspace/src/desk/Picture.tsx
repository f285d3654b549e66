import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text/en';

const shown = signal<string | null>(null);

export function showPicture(url: string): void {
  shown.value = url;
}

/** One picture over everything, as large as there is room; Escape or a click closes it. */
export function Picture() {
  const dialog = useRef<HTMLDialogElement>(null);
  const url = shown.value;
  useEffect(() => {
    if (url !== null) dialog.current!.showModal();
  }, [url]);
  useEffect(() => () => void (shown.value = null), []);
  if (url === null) return null;
  return (
    <dialog ref={dialog} class="picture-full" aria-label={t.conversation.picture} onClose={() => (shown.value = null)}>
      <img src={url} alt={t.conversation.picture} />
      <div class="actions"><button type="button" class="button" onClick={() => dialog.current!.close()}>{t.close}</button></div>
    </dialog>
  );
}
