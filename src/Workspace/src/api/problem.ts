import type { ProblemDocument } from './types';

const PREFIX = 'urn:interactions:';

/** A refusal of the app, or that it was not reached, in which case the status is 0. */
export class Problem extends Error {
  private constructor(
    readonly status: number,
    readonly document: ProblemDocument | null,
  ) {
    super(document?.title ?? `HTTP ${status}`);
    this.name = 'Problem';
  }

  static unreached(): Problem {
    return new Problem(0, null);
  }

  static async of(response: Response): Promise<Problem> {
    const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json') ?? false;
    return new Problem(response.status, isProblem ? ((await response.json().catch(() => null)) as ProblemDocument | null) : null);
  }

  /** The reason without its prefix, as in `stale-view`. */
  get reason(): string {
    return this.document?.type.slice(PREFIX.length) ?? (this.status === 0 ? 'unreached' : 'unknown');
  }

  /** Whether the same request may well succeed a moment later. What refuses without a word of the app's stands before it, as while it is deployed. */
  get isPassing(): boolean {
    return this.status === 429 || this.status >= 500 || (this.document === null && this.status !== 401);
  }
}
