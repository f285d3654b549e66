/**
 * How high rows are that are not all shown: those that were measured as they are, the others as high as is usual. Sums in the time of
 * a logarithm, so that five thousand rows cost what fifty do.
 */
export class Heights {
  private readonly sums: Float64Array;
  private readonly own: Float64Array;

  constructor(
    readonly count: number,
    heightOf: (index: number) => number,
  ) {
    this.own = new Float64Array(count);
    this.sums = new Float64Array(count + 1);
    for (let index = 0; index < count; index++) {
      this.own[index] = heightOf(index);
      this.sums[index + 1]! += this.own[index]!;
      const parent = index + 1 + ((index + 1) & -(index + 1));
      if (parent <= count) this.sums[parent]! += this.sums[index + 1]!;
    }
  }

  of(index: number): number {
    return this.own[index]!;
  }

  set(index: number, height: number): void {
    const change = height - this.own[index]!;
    this.own[index] = height;
    for (let at = index + 1; at <= this.count; at += at & -at) this.sums[at]! += change;
  }

  /** Where a row begins. */
  before(index: number): number {
    let sum = 0;
    for (let at = Math.min(index, this.count); at > 0; at -= at & -at) sum += this.sums[at]!;
    return sum;
  }

  get total(): number {
    return this.before(this.count);
  }

  /** The row that stands there; the last one where it is further down than all. */
  at(offset: number): number {
    let index = 0;
    let left = offset;
    for (let step = 2 ** Math.floor(Math.log2(this.count || 1)); step >= 1; step /= 2) {
      if (index + step <= this.count && this.sums[index + step]! <= left) {
        index += step;
        left -= this.sums[index]!;
      }
    }
    return Math.min(index, Math.max(this.count - 1, 0));
  }
}
