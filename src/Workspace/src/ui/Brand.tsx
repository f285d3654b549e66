import { t } from '../text/en';

/** What this is, at the beginning of every page. */
export function Brand() {
  return (
    <span class="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path d="M6 4h20a5 5 0 0 1 5 5v10a5 5 0 0 1-5 5H15.5L8 30.2V24H6a5 5 0 0 1-5-5V9a5 5 0 0 1 5-5z" />
        <path class="cut" d="M8 11h16v2.4H8zm0 5h10v2.4H8z" />
      </svg>
      <span class="name">{t.title}</span>
    </span>
  );
}
