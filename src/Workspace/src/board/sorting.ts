/** By which column, and which way. */
export interface Sorting<C extends string> {
  by: C;
  isDown: boolean;
}

export type Value = string | number | null;

/** Sorted by one column; what is not known comes last either way, and what is equal stays as it was. */
export function sorted<T>(rows: readonly T[], valueOf: (row: T) => Value, isDown: boolean): T[] {
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true });
    return isDown ? -order : order;
  });
}

/** What choosing a column does: another one begins with what it is chosen for, the same one turns round. */
export function chosen<C extends string>(now: Sorting<C>, by: C, beginsDown: boolean): Sorting<C> {
  return now.by === by ? { by, isDown: !now.isDown } : { by, isDown: beginsDown };
}
