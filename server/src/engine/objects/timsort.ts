import type { Steps } from './core/suspend.ts';

/** How two positions compare: at once where no Python code can run, else in steps. */
export interface Less {
  now(a: number, b: number): boolean | undefined;
  steps(a: number, b: number): Steps<boolean>;
}

interface Run {
  readonly start: number;
  length: number;
  /** Depth of its right edge in the tree of merges. */
  power: number;
}

const minGallop = 7;
const maxMinRun = 64;

/**
 * CPython's sort (Objects/listobject.c) of an array of positions, with its sequence of comparisons, which `__lt__`
 * written in Python can observe. Whatever is thrown, the array stays a permutation of itself.
 */
export class Timsort {
  private readonly runs: Run[] = [];
  private gallopAfter = minGallop;

  constructor(
    private readonly items: number[],
    private readonly less: Less,
    private readonly detectsEqualRuns: boolean,
    private readonly variesRunLength: boolean,
  ) {}

  private *isLess(a: number, b: number): Steps<boolean> {
    return this.less.now(a, b) ?? (yield* this.less.steps(a, b));
  }

  *sort(): Steps<void> {
    const { length } = this.items;
    if (length < 2) return;
    const nextMinRun = this.variesRunLength ? varyingMinRun(length) : fixedMinRun(length);
    for (let low = 0; low < length; ) {
      let count = this.detectsEqualRuns ? yield* this.countRun(low, length) : yield* this.countStrictRun(low, length);
      const wanted = nextMinRun();
      if (count < wanted) {
        const forced = Math.min(wanted, length - low);
        yield* this.insertionSort(low, low + forced, low + count);
        count = forced;
      }
      yield* this.foundNewRun(low, count);
      low += count;
    }
    while (this.runs.length > 1) {
      let at = this.runs.length - 2;
      if (at > 0 && this.runs[at - 1]!.length < this.runs[at + 1]!.length) at--;
      yield* this.mergeAt(at);
    }
  }

  /** count_run() up to 3.12: an ascending run, or a strictly descending one, which is reversed. */
  private *countStrictRun(low: number, high: number): Steps<number> {
    const { items } = this;
    let at = low + 1;
    if (at === high) return 1;
    const descending = yield* this.isLess(items[at]!, items[at - 1]!);
    for (at++; at < high; at++) if ((yield* this.isLess(items[at]!, items[at - 1]!)) !== descending) break;
    if (descending) this.reverse(low, at);
    return at - low;
  }

  /** count_run() of 3.13: equal items may stand anywhere in a descending run, and a reversed run may go on ascending. */
  private *countRun(low: number, high: number): Steps<number> {
    const { items } = this;
    let at = low + 1;
    for (; at < high; at++) if (yield* this.isLess(items[at]!, items[at - 1]!)) break;
    if (at === high) return at - low;
    if (at > low + 1) {
      if (yield* this.isLess(items[low]!, items[at - 1]!)) return at - low;
      this.reverse(low, at);
    }
    at++;
    let equal = 0;
    for (; at < high; at++) {
      if (yield* this.isLess(items[at]!, items[at - 1]!)) {
        if (equal > 0) this.reverse(at - equal - 1, at);
        equal = 0;
      } else if (yield* this.isLess(items[at - 1]!, items[at]!)) break;
      else equal++;
    }
    if (equal > 0) this.reverse(at - equal - 1, at);
    this.reverse(low, at);
    for (; at < high; at++) if (yield* this.isLess(items[at]!, items[at - 1]!)) break;
    return at - low;
  }

  private reverse(low: number, high: number): void {
    const { items } = this;
    for (let i = low, j = high - 1; i < j; i++, j--) [items[i], items[j]] = [items[j]!, items[i]!];
  }

  /** binarysort(): items[low:sorted] is in order already. */
  private *insertionSort(low: number, high: number, sorted: number): Steps<void> {
    const { items } = this;
    for (let at = Math.max(sorted, low + 1); at < high; at++) {
      const pivot = items[at]!;
      let left = low;
      let right = at;
      while (left < right) {
        const middle = (left + right) >> 1;
        if (yield* this.isLess(pivot, items[middle]!)) right = middle;
        else left = middle + 1;
      }
      items.copyWithin(left + 1, left, at);
      items[left] = pivot;
    }
  }

  /** found_new_run(): merges the runs whose edges lie deeper in the tree of merges than the new one's. */
  private *foundNewRun(start: number, length: number): Steps<void> {
    const { runs } = this;
    const last = runs[runs.length - 1];
    if (last !== undefined) {
      const power = powerOf(last.start, last.length, length, this.items.length);
      while (runs.length > 1 && runs[runs.length - 2]!.power > power) yield* this.mergeAt(runs.length - 2);
      runs[runs.length - 1]!.power = power;
    }
    runs.push({ start, length, power: 0 });
  }

  /** merge_at(): merges the runs at `at` and `at + 1` of the stack, without what is in its place already. */
  private *mergeAt(at: number): Steps<void> {
    const { items, runs } = this;
    const first = runs[at]!;
    const second = runs[at + 1]!;
    let startA = first.start;
    let countA = first.length;
    const startB = second.start;
    let countB = second.length;
    first.length += second.length;
    runs.splice(at + 1, 1);
    const inPlace = yield* this.gallopRight(items[startB]!, items, startA, countA, 0);
    startA += inPlace;
    countA -= inPlace;
    if (countA === 0) return;
    countB = yield* this.gallopLeft(items[startA + countA - 1]!, items, startB, countB, countB - 1);
    if (countB === 0) return;
    if (countA <= countB) yield* this.mergeLow(startA, countA, startB, countB);
    else yield* this.mergeHigh(startA, countA, startB, countB);
  }

  /** merge_lo(): `a` is copied out, and the merge goes from left to right. */
  private *mergeLow(startA: number, countA: number, startB: number, countB: number): Steps<void> {
    const { items } = this;
    const held = items.slice(startA, startA + countA);
    let a = 0;
    let b = startB;
    let to = startA;
    let restA = countA;
    let restB = countB;
    const takeA = (count: number): void => {
      for (let i = 0; i < count; i++) items[to++] = held[a++]!;
      restA -= count;
    };
    const takeB = (count: number): void => {
      items.copyWithin(to, b, b + count);
      to += count;
      b += count;
      restB -= count;
    };
    try {
      takeB(1);
      let patience = this.gallopAfter;
      while (restB > 0 && restA > 1) {
        let wonA = 0;
        let wonB = 0;
        while (restB > 0 && restA > 1 && wonA < patience && wonB < patience) {
          if (yield* this.isLess(items[b]!, held[a]!)) {
            takeB(1);
            wonB++;
            wonA = 0;
          } else {
            takeA(1);
            wonA++;
            wonB = 0;
          }
        }
        if (restB === 0 || restA <= 1) break;
        patience++;
        do {
          if (patience > 1) patience--;
          this.gallopAfter = patience;
          wonA = yield* this.gallopRight(items[b]!, held, a, restA, 0);
          takeA(wonA);
          if (restA <= 1) break;
          takeB(1);
          if (restB === 0) break;
          wonB = yield* this.gallopLeft(held[a]!, items, b, restB, 0);
          takeB(wonB);
          if (restB === 0) break;
          takeA(1);
          if (restA === 1) break;
        } while (wonA >= minGallop || wonB >= minGallop);
        if (restB === 0 || restA <= 1) break;
        patience++;
        this.gallopAfter = patience;
      }
      // The last of `a` belongs at the end.
      if (restA === 1 && restB > 0) takeB(restB);
    } finally {
      takeA(restA);
    }
  }

  /** merge_hi(): `b` is copied out, and the merge goes from right to left. */
  private *mergeHigh(startA: number, countA: number, startB: number, countB: number): Steps<void> {
    const { items } = this;
    const held = items.slice(startB, startB + countB);
    let to = startB + countB;
    let restA = countA;
    let restB = countB;
    const takeA = (count: number): void => {
      to -= count;
      restA -= count;
      items.copyWithin(to, startA + restA, startA + restA + count);
    };
    const takeB = (count: number): void => {
      for (let i = 0; i < count; i++) items[--to] = held[--restB]!;
    };
    try {
      takeA(1);
      let patience = this.gallopAfter;
      while (restA > 0 && restB > 1) {
        let wonA = 0;
        let wonB = 0;
        while (restA > 0 && restB > 1 && wonA < patience && wonB < patience) {
          if (yield* this.isLess(held[restB - 1]!, items[startA + restA - 1]!)) {
            takeA(1);
            wonA++;
            wonB = 0;
          } else {
            takeB(1);
            wonB++;
            wonA = 0;
          }
        }
        if (restA === 0 || restB <= 1) break;
        patience++;
        do {
          if (patience > 1) patience--;
          this.gallopAfter = patience;
          wonA = restA - (yield* this.gallopRight(held[restB - 1]!, items, startA, restA, restA - 1));
          takeA(wonA);
          if (restA === 0) break;
          takeB(1);
          if (restB === 1) break;
          wonB = restB - (yield* this.gallopLeft(items[startA + restA - 1]!, held, 0, restB, restB - 1));
          takeB(wonB);
          if (restB <= 1) break;
          takeA(1);
          if (restA === 0) break;
        } while (wonA >= minGallop || wonB >= minGallop);
        if (restA === 0 || restB <= 1) break;
        patience++;
        this.gallopAfter = patience;
      }
      // The first of `b` belongs at the front.
      if (restB === 1 && restA > 0) takeA(restA);
    } finally {
      takeB(restB);
    }
  }

  /** gallop_left(): how many of the sorted `from[start:start + count]` are less than `key`, searched from `hint`. */
  private *gallopLeft(key: number, from: readonly number[], start: number, count: number, hint: number): Steps<number> {
    let last = 0;
    let offset = 1;
    if (yield* this.isLess(from[start + hint]!, key)) {
      const most = count - hint;
      while (offset < most && (yield* this.isLess(from[start + hint + offset]!, key))) {
        last = offset;
        offset = offset * 2 + 1;
      }
      last += hint;
      offset = Math.min(offset, most) + hint;
    } else {
      const most = hint + 1;
      while (offset < most && !(yield* this.isLess(from[start + hint - offset]!, key))) {
        last = offset;
        offset = offset * 2 + 1;
      }
      [last, offset] = [hint - Math.min(offset, most), hint - last];
    }
    for (last++; last < offset; ) {
      const middle = (last + offset) >> 1;
      if (yield* this.isLess(from[start + middle]!, key)) last = middle + 1;
      else offset = middle;
    }
    return offset;
  }

  /** gallop_right(): how many are less than or equal to `key`. */
  private *gallopRight(key: number, from: readonly number[], start: number, count: number, hint: number): Steps<number> {
    let last = 0;
    let offset = 1;
    if (yield* this.isLess(key, from[start + hint]!)) {
      const most = hint + 1;
      while (offset < most && (yield* this.isLess(key, from[start + hint - offset]!))) {
        last = offset;
        offset = offset * 2 + 1;
      }
      [last, offset] = [hint - Math.min(offset, most), hint - last];
    } else {
      const most = count - hint;
      while (offset < most && !(yield* this.isLess(key, from[start + hint + offset]!))) {
        last = offset;
        offset = offset * 2 + 1;
      }
      last += hint;
      offset = Math.min(offset, most) + hint;
    }
    for (last++; last < offset; ) {
      const middle = (last + offset) >> 1;
      if (yield* this.isLess(key, from[start + middle]!)) offset = middle;
      else last = middle + 1;
    }
    return offset;
  }
}

/** powerloop(): in which binary digit the midpoints of two adjacent runs, as fractions of the whole, first differ. */
function powerOf(start: number, first: number, second: number, total: number): number {
  let a = 2 * start + first;
  let b = a + first + second;
  for (let power = 1; ; power++) {
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return power;
    a *= 2;
    b *= 2;
  }
}

/** merge_compute_minrun(), up to 3.14 */
function fixedMinRun(length: number): () => number {
  let odd = 0;
  let count = length;
  while (count >= maxMinRun) {
    odd |= count & 1;
    count >>= 1;
  }
  return () => count + odd;
}

/** minrun_next(): runs whose number is a power of two and whose lengths differ by one at most. */
function varyingMinRun(length: number): () => number {
  let shift = 0;
  while (Math.floor(length / 2 ** shift) >= maxMinRun) shift++;
  const size = 2 ** shift;
  let position = 0;
  return () => {
    position += length;
    const count = Math.floor(position / size);
    position %= size;
    return count;
  };
}
