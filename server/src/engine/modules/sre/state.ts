import { isInCategory, isUnicodeWord } from './characters.ts';
import { At, Category } from './opcodes.ts';
import type { Program } from './program.ts';
import type { Units } from './subject.ts';

/** Charges steps and bytes to the run's budgets. */
export type Charge = (steps: number, bytes: number) => void;

/** Fields of a context on the stack (SRE(match_context)). */
export const enum Context {
  PATTERN,
  PTR,
  COUNT,
  REP,
  LASTMARK,
  LASTINDEX,
  TOPLEVEL,
  JUMP,
  PARENT,
  SIZE,
}

/** Fields of a repeat (SRE_REPEAT). */
export const enum Repeat {
  COUNT,
  PATTERN,
  PREVIOUS,
  LAST_PTR,
  SIZE,
}

export const none = -1;
/** Steps between two looks at the budgets, and how many of the matcher's make one of the run's. */
export const chargeInterval = 4096;
const stepsPerCharge = 4;
const charactersPerStep = 16;

/**
 * What one search or match of a program in a subject keeps (SRE_STATE): positions, which are indices of characters, the
 * marks of the groups, and the stack of what is to be tried later.
 */
export abstract class MatchState {
  start = 0;
  ptr = 0;
  mustAdvance = false;
  matchAll = false;
  lastmark = none;
  lastindex = none;
  readonly mark: number[] = [];
  protected stack = new Int32Array(256);
  protected top = 0;
  protected repeats = new Int32Array(64);
  protected repeatTop = 0;
  /** The innermost repeat under way, a place in `repeats`. */
  protected repeat = none;
  protected sinceCharge = 0;

  constructor(
    readonly program: Program,
    readonly units: Units,
    /** Where the subject ends for this search (endpos). */
    readonly end: number,
    protected readonly charge: Charge,
  ) {}

  /** Before each search of a loop (state_reset). */
  reset(): void {
    this.resetGroups();
    this.repeat = none;
    this.top = 0;
    this.repeatTop = 0;
  }

  resetGroups(): void {
    this.lastmark = none;
    this.lastindex = none;
  }

  /** Work of so many characters was done. */
  work(characters: number): void {
    this.sinceCharge += (characters / charactersPerStep) * stepsPerCharge;
    if (this.sinceCharge >= chargeInterval) this.settleCharge();
  }

  protected settleCharge(): void {
    this.charge(Math.ceil(this.sinceCharge / stepsPerCharge), 0);
    this.sinceCharge = 0;
  }

  protected grow(): void {
    this.charge(0, this.stack.length * 4);
    const wide = new Int32Array(this.stack.length * 2);
    wide.set(this.stack);
    this.stack = wide;
  }

  protected pushContext(pattern: number, toplevel: number, jump: number, parent: number): number {
    const at = this.top;
    while (at + Context.SIZE > this.stack.length) this.grow();
    this.top = at + Context.SIZE;
    const { stack } = this;
    stack[at + Context.PATTERN] = pattern;
    stack[at + Context.TOPLEVEL] = toplevel;
    stack[at + Context.JUMP] = jump;
    stack[at + Context.PARENT] = parent;
    return at;
  }

  protected newRepeat(pattern: number): number {
    const at = this.repeatTop;
    if (at + Repeat.SIZE > this.repeats.length) {
      this.charge(0, this.repeats.length * 4);
      const wide = new Int32Array(this.repeats.length * 2);
      wide.set(this.repeats);
      this.repeats = wide;
    }
    this.repeatTop = at + Repeat.SIZE;
    this.repeats[at + Repeat.COUNT] = -1;
    this.repeats[at + Repeat.PATTERN] = pattern;
    this.repeats[at + Repeat.PREVIOUS] = this.repeat;
    this.repeats[at + Repeat.LAST_PTR] = none;
    return at;
  }

  protected saveLastmark(context: number): void {
    this.stack[context + Context.LASTMARK] = this.lastmark;
    this.stack[context + Context.LASTINDEX] = this.lastindex;
  }

  protected restoreLastmark(context: number): void {
    this.lastmark = this.stack[context + Context.LASTMARK]!;
    this.lastindex = this.stack[context + Context.LASTINDEX]!;
  }

  protected pushMarks(lastmark: number): void {
    while (this.top + lastmark + 1 > this.stack.length) this.grow();
    for (let i = 0; i <= lastmark; i++) this.stack[this.top++] = this.mark[i]!;
  }

  protected popMarks(lastmark: number): void {
    this.keepMarks(lastmark);
    this.discardMarks(lastmark);
  }

  protected keepMarks(lastmark: number): void {
    const from = this.top - lastmark - 1;
    for (let i = 0; i <= lastmark; i++) this.mark[i] = this.stack[from + i]!;
  }

  protected discardMarks(lastmark: number): void {
    this.top -= lastmark + 1;
  }

  protected setMark(index: number, ptr: number): void {
    if ((index & 1) === 1) this.lastindex = (index >> 1) + 1;
    if (index > this.lastmark) {
      for (let i = this.lastmark + 1; i < index; i++) this.mark[i] = none;
      this.lastmark = index;
    }
    this.mark[index] = ptr;
  }

  protected isAt(place: number, ptr: number): boolean {
    const { units, end } = this;
    switch (place) {
      case At.BEGINNING:
      case At.BEGINNING_STRING:
        return ptr === 0;
      case At.BEGINNING_LINE:
        return ptr === 0 || units[ptr - 1] === 10;
      case At.END:
        return ptr === end || (ptr === end - 1 && units[ptr] === 10);
      case At.END_LINE:
        return ptr === end || units[ptr] === 10;
      case At.END_STRING:
        return ptr === end;
      case At.BOUNDARY:
      case At.LOC_BOUNDARY:
        return end !== 0 && this.isWordAt(ptr - 1) !== this.isWordAt(ptr);
      case At.NON_BOUNDARY:
      case At.LOC_NON_BOUNDARY:
        return (end !== 0 || this.program.emptyHasNonBoundary) && this.isWordAt(ptr - 1) === this.isWordAt(ptr);
      case At.UNI_BOUNDARY:
        return end !== 0 && this.isUnicodeWordAt(ptr - 1) !== this.isUnicodeWordAt(ptr);
      case At.UNI_NON_BOUNDARY:
        return (end !== 0 || this.program.emptyHasNonBoundary) && this.isUnicodeWordAt(ptr - 1) === this.isUnicodeWordAt(ptr);
      default:
        return false;
    }
  }

  protected isWordAt(ptr: number): boolean {
    return ptr >= 0 && ptr < this.end && isInCategory(Category.WORD, this.units[ptr]!);
  }

  protected isUnicodeWordAt(ptr: number): boolean {
    return ptr >= 0 && ptr < this.end && isUnicodeWord(this.units[ptr]!);
  }

  /** Compares with what a group matched; the end of what equals it, or −1. */
  protected backReference(group: number, ptr: number, fold: ((point: number) => number) | null): number {
    const index = group * 2;
    const { mark, units, end } = this;
    if (index >= this.lastmark) return none;
    const from = mark[index]!;
    const to = mark[index + 1]!;
    if (from < 0 || to < 0 || to < from) return none;
    let at = ptr;
    for (let i = from; i < to; i++, at++) {
      if (at >= end) return none;
      if (units[at] !== units[i] && (fold === null || fold(units[at]!) !== fold(units[i]!))) return none;
    }
    this.work(to - from);
    return at;
  }

  protected groupMatched(group: number): boolean {
    const index = group * 2;
    if (index >= this.lastmark) return false;
    const from = this.mark[index]!;
    const to = this.mark[index + 1]!;
    return from >= 0 && to >= 0 && to >= from;
  }

  /** At the end of the pattern: whether a match may end here. */
  protected mayEnd(toplevel: number, ptr: number): boolean {
    return toplevel === 0 || !((this.matchAll && ptr !== this.end) || (this.mustAdvance && ptr === this.start));
  }

  protected pushLastPtr(rep: number): void {
    if (this.top >= this.stack.length) this.grow();
    this.stack[this.top++] = this.repeats[rep + Repeat.LAST_PTR]!;
    this.repeats[rep + Repeat.LAST_PTR] = this.ptr;
  }

  protected popLastPtr(rep: number): void {
    this.repeats[rep + Repeat.LAST_PTR] = this.stack[--this.top]!;
  }
}
