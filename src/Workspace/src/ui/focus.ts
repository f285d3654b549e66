/** Where what had the focus is gone, the keyboard goes on from the heading of the page. */
export function keepFocus(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('main h1')?.focus();
}
