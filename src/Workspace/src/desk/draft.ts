/** What somebody was writing, kept in the browser until it is sent: neither a reload nor another conversation loses it. */
export interface Draft {
  text: string;
  /** What is on its way, until it is known what became of it. */
  attempt: Attempt | null;
}

/** One request, made again as it is: with the same key it is carried out once, after a reload and from another tab too. */
export interface Attempt {
  key: string;
  text: string;
  lastSeen: number;
  force: boolean;
}

export const EMPTY: Draft = { text: '', attempt: null };

/** The words leave the box at once, so that whoever goes on writes the next ones. */
export function sending(draft: Draft, lastSeen: number, force: boolean, key: () => string = () => crypto.randomUUID()): Draft {
  return { text: '', attempt: { key: key(), text: draft.text, lastSeen, force } };
}

export function sent(draft: Draft): Draft {
  return { ...draft, attempt: null };
}

/** What was refused stands in the box again, before what was written meanwhile. */
export function refusedAgain({ text, attempt }: Draft): Draft {
  return { text: [attempt?.text ?? '', text].filter((part) => part !== '').join('\n'), attempt: null };
}
