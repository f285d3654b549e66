import type { Answered } from '../api/client';
import { Problem } from '../api/problem';
import { client } from '../session/session';
import type { Json } from './draft';
import type { Kind } from './kinds';

/** Something configured, or what is left of it where it cannot be read. */
export interface Row extends Json {
  id: string;
  version: number;
  unreadable?: true;
}

interface Page {
  items: readonly Row[];
  cursor: string | null;
}

export interface Version {
  row: Row;
  etag: string;
}

const AT_ONCE = 100;

// All kinds are spoken to in one way: the form knows which is which, and the path is that of the kind.
const listOf = (kind: Kind) => `/api/console/${kind}` as '/api/console/queues';
const pathOf = (kind: Kind) => `/api/console/${kind}/{id}` as '/api/console/queues/{id}';

export async function page(kind: Kind, cursor: string | null, limit = AT_ONCE, signal?: AbortSignal): Promise<Page> {
  const query = { limit, ...(cursor === null ? {} : { cursor }) };
  return (await client.get(listOf(kind), { query, ...(signal === undefined ? {} : { signal }) })) as unknown as Page;
}

/** All there are, a page after the other. */
export async function all(kind: Kind, signal?: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = null; ; ) {
    const next = await page(kind, cursor, 200, signal);
    rows.push(...next.items);
    cursor = next.cursor;
    if (cursor === null) return rows;
  }
}

/** Null where there is none. */
export async function one(kind: Kind, id: string): Promise<Version | null> {
  try {
    return versionOf(await client.ask('get', pathOf(kind), { path: { id } }));
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return null;
    throw problem;
  }
}

/** Without an etag it has to be new. */
export async function write(kind: Kind, id: string, document: Json, etag: string | null): Promise<Version> {
  return versionOf(await client.ask('put', pathOf(kind), { path: { id }, body: document as never, ...(etag === null ? {} : { ifMatch: etag }) }));
}

export async function remove(kind: Kind, id: string, etag: string): Promise<void> {
  await client.ask('delete', pathOf(kind), { path: { id }, ifMatch: etag });
}

/** Whether it was changed since it was read. */
export const isChanged = (problem: unknown): boolean => problem instanceof Problem && (problem.status === 412 || problem.status === 428);

function versionOf(answer: Answered<unknown>): Version {
  const row = answer.value as Row;
  return { row, etag: answer.etag ?? `"${row.version}"` };
}
