const DAY = 86_400_000;

/** Days, both included, as the app's reports have them: in UTC. */
export interface Period {
  from: string;
  to: string;
}

/** More than that is not summed at once. */
export const LONGEST = 92;

/** The day of a moment in UTC, as in 2031-05-06. */
export const dayIn = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** So many days, of which today is the last. */
export const lastDays = (days: number, now: number): Period => ({ from: dayIn(now - (days - 1) * DAY), to: dayIn(now) });

/** What is wrong with a period, or null. */
export function faultOf({ from, to }: Period): 'missing' | 'turned' | 'long' | null {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  if (Number.isNaN(first) || Number.isNaN(last)) return 'missing';
  if (last < first) return 'turned';
  return (last - first) / DAY + 1 > LONGEST ? 'long' : null;
}
