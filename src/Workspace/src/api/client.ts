import type { paths } from './contract';
import { Problem } from './problem';

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type PathOf<V extends Verb> = { [P in keyof paths]: paths[P] extends Record<V, object> ? P : never }[keyof paths];
type OperationOf<P extends keyof paths, V extends Verb> = paths[P] extends Record<V, infer O> ? O : never;
type JsonOf<C> = C extends { content: { 'application/json': infer J } } ? J : never;
type AnswerOf<O> = O extends { responses: infer R } ? JsonOf<R[keyof R & (200 | 201)]> : never;
type BodyOf<O> = O extends { requestBody?: infer B } ? JsonOf<NonNullable<B>> : never;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Q : never;
type NamesIn<P extends string> = P extends `${string}{${infer N}}${infer Rest}` ? N | NamesIn<Rest> : never;

interface Asked<O, P extends string> {
  path?: Record<NamesIn<P>, string | number>;
  query?: QueryOf<O>;
  body?: BodyOf<O>;
  /** The version that this is about: nothing is done where it is another by now. */
  ifMatch?: string;
  ifNoneMatch?: string;
  /** Orders that must be done once have a key; sent again with the same one they are not done again. */
  key?: string;
  signal?: AbortSignal;
}

export interface Answered<T> {
  status: number;
  etag: string | null;
  /** Null where nothing changed (304) or there is nothing to say (204). */
  value: T | null;
}

const PAUSES = [300, 900, 2_500];

/** Speaks to the app on behalf of one person. */
export class Client {
  constructor(
    private readonly token: () => string | Promise<string>,
    /** Told which token the app does not take any more. */
    private readonly refused: (token: string) => void = () => {},
    /** Told what time it is where the app runs, as each answer says it. */
    private readonly hear: (date: string | null) => void = () => {},
    private readonly send: typeof fetch = (input, init) => fetch(input, init),
    private readonly pause: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
  ) {}

  async get<P extends PathOf<'get'>>(path: P, asked: Asked<OperationOf<P, 'get'>, P> = {}): Promise<AnswerOf<OperationOf<P, 'get'>>> {
    return (await this.ask('get', path, asked)).value!;
  }

  /** With what the answer says about itself. */
  ask<V extends Verb, P extends PathOf<V>>(verb: V, path: P, asked: Asked<OperationOf<P, V>, P>): Promise<Answered<AnswerOf<OperationOf<P, V>>>> {
    return this.again(verb, () => this.once(verb, path, asked as unknown as Asked<never, string>));
  }

  /** An order with a key: sent again until it is known what became of it. */
  post<P extends PathOf<'post'>>(path: P, asked: Asked<OperationOf<P, 'post'>, P> = {}): Promise<Answered<AnswerOf<OperationOf<P, 'post'>>>> {
    const keyed = { key: crypto.randomUUID(), ...asked };
    return this.again('post', () => this.once('post', path, keyed as unknown as Asked<never, string>));
  }

  /** Bytes: what customers attached, and reports. */
  async blob(path: string, accept = '*/*', signal?: AbortSignal): Promise<Blob> {
    const response = await this.fetch(path, { headers: { Accept: accept }, signal: signal ?? null });
    return response.blob();
  }

  // What is only asked, or has a key, may be asked again.
  private async again<T>(verb: Verb, once: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await once();
      } catch (fault) {
        const pause = PAUSES[attempt];
        if (!(fault instanceof Problem) || !fault.isPassing || pause === undefined || verb === 'patch') throw fault;
        await this.pause(pause);
      }
    }
  }

  private async once<T>(verb: Verb, path: string, asked: Asked<never, string>): Promise<Answered<T>> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (asked.body !== undefined) headers['Content-Type'] = 'application/json';
    if (asked.key !== undefined) headers['Idempotency-Key'] = asked.key;
    if (asked.ifMatch !== undefined) headers['If-Match'] = asked.ifMatch;
    if (asked.ifNoneMatch !== undefined) headers['If-None-Match'] = asked.ifNoneMatch;
    const response = await this.fetch(address(path, asked.path, asked.query), {
      method: verb.toUpperCase(),
      headers,
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
      signal: asked.signal ?? null,
    });
    const hasBody = response.status !== 304 && response.status !== 204;
    return { status: response.status, etag: response.headers.get('ETag'), value: hasBody ? await whole<T>(response, asked.signal) : null };
  }

  private async fetch(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    if (!path.startsWith('/api/')) throw new Error('The token is for our own API alone.');
    const token = await this.token();
    let response: Response;
    try {
      response = await this.send(path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` }, cache: 'no-store', credentials: 'omit', redirect: 'error' });
    } catch (fault) {
      if (init.signal?.aborted) throw fault;
      throw Problem.unreached();
    }
    this.hear(response.headers.get('Date'));
    if (response.ok || response.status === 304) return response;
    if (response.status === 401) this.refused(token);
    throw await Problem.of(response);
  }
}

// An answer that breaks off says as little as none.
async function whole<T>(response: Response, signal?: AbortSignal): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw Problem.unreached();
  }
}

/** A path with its names filled in, and what is asked besides. */
export function address(path: string, names: Record<string, string | number> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(names[name])));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))}`;
}
