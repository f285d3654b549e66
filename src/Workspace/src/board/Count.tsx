/** A number in a table: nothing stands back, so that something is seen. */
export function Count({ of }: { of: number }) {
  return of === 0 ? <span class="zero">0</span> : <>{of}</>;
}
