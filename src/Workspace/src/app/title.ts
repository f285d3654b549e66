import { effect, signal } from '@preact/signals';
import { t } from '../text/en';
import { titleOf } from './titleOf';

/** What the page is called that is shown; null where it is the desk. */
export const pageName = signal<string | null>(null);

/** How many wait for whoever looks at these pages: stands first, so that it is seen on a narrow tab. */
export const waitingCount = signal(0);

effect(() => {
  document.title = titleOf(pageName.value, waitingCount.value, t.title);
});
