import { signal } from '@preact/signals';
import { BASE, partsOf } from './parts';

/** Where somebody is: the parts of the address below /workspace. */
export const place = signal(partsOf(location.pathname));

let isMoved = false;

/** Whether somebody went anywhere since the page was loaded: then they are brought to the heading of where they came to. */
export const hasMoved = (): boolean => isMoved;

export function hrefOf(...parts: readonly string[]): string {
  return [BASE, ...parts.map(encodeURIComponent)].join('/') + (parts.length === 0 ? '/' : '');
}

export function go(...parts: readonly string[]): void {
  const href = hrefOf(...parts);
  if (href !== location.pathname) history.pushState(null, '', href);
  moveTo(href);
}

/** Goes on without a way back, as after signing in. */
export function replace(...parts: readonly string[]): void {
  history.replaceState(null, '', hrefOf(...parts));
  moveTo(location.pathname);
}

function moveTo(pathname: string): void {
  isMoved = true;
  place.value = partsOf(pathname);
}

addEventListener('popstate', () => moveTo(location.pathname));
