/** One part after the other of a list, until its end, until there are so many, or until so many parts were asked for: one may hold little or nothing. */
export async function allOf<T>(
  part: (cursor: string | undefined) => Promise<{ items: readonly T[]; cursor: string | null }>,
  most = Number.POSITIVE_INFINITY,
  mostParts = Number.POSITIVE_INFINITY,
): Promise<{ items: T[]; isAll: boolean }> {
  const items: T[] = [];
  let cursor: string | undefined;
  let asked = 0;
  do {
    const next = await part(cursor);
    items.push(...next.items);
    cursor = next.cursor ?? undefined;
    asked++;
  } while (cursor !== undefined && items.length < most && asked < mostParts);
  return { items: items.slice(0, most), isAll: cursor === undefined && items.length <= most };
}
