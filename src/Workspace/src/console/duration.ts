/** Lengths of time as an admin writes them: 90 s, 5 min, 1 h 30 min, 2 d. In seconds, which may have a fraction. */
const UNITS: readonly (readonly [string, number])[] = [['d', 86_400], ['h', 3_600], ['min', 60], ['s', 1]];

const PART = /(\d+(?:\.\d+)?)\s*(d|h|min|s)(?![a-z])\s*/y;

/** Null where it is no length of time, as where the unit is missing. */
export function secondsOf(text: string): number | null {
  const written = text.trim().toLowerCase();
  if (written === '0') return 0;
  let seconds = 0;
  PART.lastIndex = 0;
  while (PART.lastIndex < written.length) {
    const part = PART.exec(written);
    if (part === null) return null;
    seconds += Number(part[1]) * UNITS.find(([unit]) => unit === part[2])![1];
  }
  return written === '' ? null : seconds;
}

/** The same length written down so that it reads back as it was. */
export function durationOf(seconds: number): string {
  if (seconds === 0) return '0 s';
  let left = seconds;
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = unit === 's' ? Math.round(left * 1e6) / 1e6 : Math.floor(left / length);
    if (count > 0) parts.push(`${count} ${unit}`);
    left -= count * length;
  }
  return parts.join(' ');
}
