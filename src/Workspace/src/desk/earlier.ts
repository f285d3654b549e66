/** The ids of a customer's interactions, which are counted: the newest first, and not more than so many. */
export function idsDownFrom(profile: string, ordinal: number, most: number): readonly string[] {
  return Array.from({ length: Math.min(ordinal, most) }, (_, place) => `${profile}.${ordinal - place}`);
}

export function ordinalOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1));
}
