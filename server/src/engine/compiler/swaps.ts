import { Op, argumentOf, opcodeOf } from './opcodes.ts';

/** The instructions of a code object as parallel columns. */
export interface Columns {
  readonly code: number[];
  readonly starts: number[];
  readonly ends: number[];
  readonly lines: number[];
}

/**
 * Shortens runs of SWAP and reorders stores so that swaps before them are needless, as CPython does: the order of
 * the stores is the order in which old values die. Answers which instructions are to be left out.
 */
export function removeSwaps(columns: Columns, targets: Uint8Array): Uint8Array {
  const removed = new Uint8Array(columns.code.length);
  shortenRuns(columns.code, targets, removed);
  for (let i = 0; i < columns.code.length; i++) {
    if (removed[i] === 0 && opcodeOf(columns.code[i]!) === Op.SWAP) applyLeftwards(columns, targets, removed, i);
  }
  return removed;
}

/** Mirrors swaptimize(): a run of SWAPs becomes the shortest with the same effect. */
function shortenRuns(code: number[], targets: Uint8Array, removed: Uint8Array): void {
  for (let start = 0; start < code.length; start++) {
    let end = start;
    let depth = 0;
    while (end < code.length && opcodeOf(code[end]!) === Op.SWAP && (end === start || targets[end] === 0)) {
      depth = Math.max(depth, argumentOf(code[end]!));
      end++;
    }
    if (end - start < 2) continue;
    const stack = Array.from({ length: depth }, (_, i) => i);
    for (let i = start; i < end; i++) {
      const other = argumentOf(code[i]!) - 1;
      [stack[0], stack[other]] = [stack[other]!, stack[0]!];
    }
    // Undoing the permutation cycle by cycle gives its swaps in reverse.
    let current = end - 1;
    for (let i = 0; i < depth; i++) {
      if (stack[i] === -1 || stack[i] === i) continue;
      let j = i;
      for (;;) {
        if (j !== 0) code[current--] = Op.SWAP | ((j + 1) << 8);
        const next = stack[j]!;
        if (next === -1) break;
        stack[j] = -1;
        j = next;
      }
    }
    for (; current >= start; current--) removed[current] = 1;
    start = end - 1;
  }
}

/** Mirrors apply_static_swaps(). */
function applyLeftwards(columns: Columns, targets: Uint8Array, removed: Uint8Array, from: number): void {
  for (let i = from; i >= 0; i--) {
    const op: Op = opcodeOf(columns.code[i]!);
    if (removed[i] === 0 && op !== Op.STORE_FAST && op !== Op.POP_TOP && (op !== Op.SWAP || !attempt(columns, targets, removed, i))) return;
    if (targets[i] === 1) return;
  }
}

/** Makes one swap needless by exchanging the two stores that it is for. */
function attempt({ code, starts, ends, lines }: Columns, targets: Uint8Array, removed: Uint8Array, swap: number): boolean {
  const next = (from: number, line: number): number => {
    for (let i = from + 1; i < code.length; i++) {
      if (targets[i] === 1 || (line >= 0 && lines[i] !== line)) return -1;
      if (removed[i] === 1) continue;
      const op: Op = opcodeOf(code[i]!);
      return op === Op.STORE_FAST || op === Op.POP_TOP ? i : -1;
    }
    return -1;
  };
  const stored = (index: number): number => {
    const instruction = code[index]!;
    return opcodeOf(instruction) === Op.STORE_FAST ? argumentOf(instruction) : -1;
  };
  const first = next(swap, -1);
  if (first < 0) return false;
  let last = first;
  for (let i = argumentOf(code[swap]!) - 1; i > 0; i--) {
    last = next(last, lines[first]!);
    if (last < 0) return false;
  }
  const a = stored(first);
  const b = stored(last);
  if (a >= 0 || b >= 0) {
    if (a === b) return false;
    for (let i = first + 1; i < last; i++) {
      const between = stored(i);
      if (between >= 0 && (between === a || between === b)) return false;
    }
  }
  removed[swap] = 1;
  for (const column of [code, starts, ends, lines]) [column[first], column[last]] = [column[last]!, column[first]!];
  return true;
}
