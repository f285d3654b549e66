import { signal } from '@preact/signals';

/** What time it is where the app runs, a second at a time: whoever counts down to a moment of the app's uses its clock. */
export const now = signal(Date.now());

let ahead = 0;

/** From the Date of an answer, which is as exact as a second. A clock that is right within two seconds is left alone. */
export function hear(date: string | null): void {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  const difference = told + 500 - Date.now();
  ahead = Math.abs(difference) < 2_000 ? 0 : difference;
}

function tick(): void {
  now.value = Date.now() + ahead;
  setTimeout(tick, 1_000 - (now.value % 1_000));
}

tick();
