/** What stands on the lines of a text. */
export const itemsIn = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** With one more; nothing twice. */
export function withAdded(items: readonly string[], item: string): string[] {
  const next = item.trim();
  return next === '' || items.includes(next) ? [...items] : [...items, next];
}

/** With every line of what was pasted. */
export const withPasted = (items: readonly string[], text: string): string[] => itemsIn(text).reduce<string[]>(withAdded, [...items]);
