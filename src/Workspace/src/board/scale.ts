/** Steps that people count in: 1, 2 and 5, and their tens. Lengths of time go by seconds, minutes and hours. */
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400];

/** Where an axis from nothing to at least `most` has its marks; the last one is its end. */
export function marks(most: number, count: number, isTime = false): number[] {
  const step = stepOf(Math.max(most, isTime ? 10 : 1) / count, isTime);
  const last = Math.max(Math.ceil(most / step), 1);
  return Array.from({ length: last + 1 }, (_, index) => index * step);
}

/** Round moments between two others, in milliseconds, as far apart as leaves room for that many. */
export function momentsBetween(from: number, to: number, count: number): number[] {
  const step = stepOf(Math.max((to - from) / 1000 / count, 60), true) * 1000;
  const offset = new Date(from).getTimezoneOffset() * 60_000;
  const found = [];
  for (let at = Math.ceil((from - offset) / step) * step + offset; at <= to; at += step) found.push(at);
  return found;
}

/** From what is meant to where it stands. */
export function linear(from: number, to: number, start: number, end: number): (value: number) => number {
  return (value) => (to === from ? start : start + ((value - from) / (to - from)) * (end - start));
}

function stepOf(least: number, isTime: boolean): number {
  const known = isTime ? TIME_STEPS.find((step) => step >= least) : undefined;
  if (known !== undefined) return known;
  if (isTime) return Math.ceil(least / 86_400) * 86_400;
  const ten = 10 ** Math.floor(Math.log10(least));
  return Math.max([1, 2, 5, 10].map((factor) => factor * ten).find((step) => step >= least - 1e-9) ?? ten * 10, 1);
}
