import type { LineIndex } from '../syntax/lines.ts';
import type { Span } from '../syntax/tree.ts';
import { Op, argumentOf, opcodeOf } from './opcodes.ts';
import { stackEffect } from './stack.ts';
import { removeSwaps } from './swaps.ts';

/** The position of an instruction that no source text stands for: it takes over the one before it. */
export const NOWHERE: Span = { start: -1, end: -1 };

/** A place that jumps go to. */
export interface Label {
  readonly id: number;
  /** Index of the instruction, -1 until bound. */
  position: number;
  /** Depth of the stack on arrival. */
  depth: number;
  /** Forward jumps to this label. */
  sources: number[];
  /** Locals that surely have a value on arrival; see `Assembler.assigned`. */
  assignedLow: number;
  assignedHigh: number;
}

/** Where an exception goes while a protected region is being emitted. */
export interface Handler {
  readonly label: Label;
  readonly depth: number;
  /** The index of the raising instruction is pushed below the exception. */
  readonly pushesIndex: boolean;
  readonly parent: Handler | null;
}

export interface Assembled {
  readonly instructions: Int32Array;
  readonly positions: Int32Array;
  readonly exceptionTable: Int32Array;
  readonly stacksize: number;
}

const endsFlow = (op: Op): boolean =>
  op === Op.RETURN_VALUE || op === Op.RETURN_CONST || op === Op.RAISE_VARARGS || op === Op.RERAISE ||
  op === Op.JUMP || op === Op.JUMP_BACKWARD || op === Op.UNSUPPORTED;

const isJump = (op: Op): boolean => {
  switch (op) {
    case Op.JUMP:
    case Op.JUMP_BACKWARD:
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
    case Op.FOR_ITER:
    case Op.SEND:
      return true;
    default:
      return false;
  }
};

/**
 * Writes the instructions of one code object in a single pass: what cannot be reached is not written,
 * jumps to jumps are led on while their target is written, and the stack's depth is known at every place.
 */
export class Assembler {
  /** True while the next instruction can be reached. */
  reachable = true;
  handler: Handler | null = null;

  readonly #lines: LineIndex;
  readonly #code: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #lineOf: number[] = [];
  readonly #handlers: (Handler | null)[] = [];
  readonly #labels: Label[] = [];
  /** Labels bound at the end of what is written, with jumps to them. */
  #here: Label[] = [];
  /** Whether control also arrives here from the instruction before, and that one's position. */
  #falls = true;
  #fallStart = -1;
  #fallEnd = -1;
  /** What an instruction NOWHERE takes over; -1 when it cannot be told. */
  #lastStart = -1;
  #lastEnd = -1;
  #depth = 0;
  #deepest = 0;
  #swaps = false;
  /** Locals 0–63 that surely have a value: one bit each. */
  #assignedLow = 0;
  #assignedHigh = 0;

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  get length(): number {
    return this.#code.length;
  }

  label(): Label {
    const label: Label = {
      id: this.#labels.length, position: -1, depth: this.#depth, sources: [],
      assignedLow: this.#assignedLow, assignedHigh: this.#assignedHigh,
    };
    this.#labels.push(label);
    return label;
  }

  /** The number of values on the stack here. */
  get depth(): number {
    return this.#depth;
  }

  emit(op: Op, argument: number, at: Span): void {
    if (!this.reachable) return;
    let { start, end } = at;
    if (start < 0) {
      start = this.#lastStart;
      end = this.#lastEnd;
    }
    const line = start < 0 ? 0 : this.#lines.line(start);
    let index = this.#code.length;
    const last = index - 1;
    if (last >= 0 && this.#code[last] === Op.NOP && this.#lineOf[last] === line && this.#falls) {
      // A NOP only marks a line: the next instruction of that line takes its place.
      for (const label of this.#here) label.position = last;
      index = last;
    } else if (op === Op.NOP && last >= 0 && this.#lineOf[last] === line && this.#here.length === 0) {
      this.#lastStart = start;
      this.#lastEnd = end;
      return;
    }
    if (op === Op.RETURN_VALUE && last >= 0 && this.#here.length === 0 && opcodeOf(this.#code[last]!) === Op.LOAD_CONST) {
      // The constant is returned at once.
      op = Op.RETURN_CONST;
      argument = argumentOf(this.#code[last]!);
      index = last;
      this.#depth--;
    }
    this.#code[index] = op | (argument << 8);
    this.#starts[index] = start;
    this.#ends[index] = end;
    this.#lineOf[index] = line;
    this.#handlers[index] = this.handler;
    this.#lastStart = start;
    this.#lastEnd = end;
    if (this.#here.length > 0) this.#here = [];
    this.#falls = true;
    if (op === Op.SWAP) this.#swaps = true;
    this.#depth += stackEffect(op, argument, false);
    if (this.#depth > this.#deepest) this.#deepest = this.#depth;
    if (endsFlow(op)) {
      this.reachable = false;
      this.#falls = false;
    }
  }

  /** Emits a jump to a label that is not bound yet. */
  jump(op: Op, target: Label, at: Span): void {
    if (!this.reachable) return;
    if (op === Op.JUMP && at === NOWHERE && this.#here.length > 0) this.#leadOn(target);
    if (!this.reachable) return;
    const before = this.#depth;
    this.emit(op, target.id, at);
    this.#arrive(target, this.#code.length - 1, before + stackEffect(op, 0, true));
  }

  /** Jumps back without giving signals and other threads a chance: what `yield from` does between two values. */
  resend(head: Label, at: Span): void {
    this.emit(Op.JUMP, head.id, at);
  }

  /** Emits the jump back to the head of a loop. */
  jumpBack(head: Label, at: Span): void {
    if (!this.reachable) return;
    if (at !== NOWHERE || !this.#splits()) {
      this.emit(Op.JUMP_BACKWARD, head.id, at);
      return;
    }
    this.#copyToSources(Op.JUMP_BACKWARD, head.id);
  }

  /** Emits the return at the end of a body, once for each way to get there so that each keeps its own line. */
  exit(constant: number): void {
    if (!this.reachable) return;
    if (this.#splits()) this.#copyToSources(Op.RETURN_CONST, constant);
    else this.emit(Op.RETURN_CONST, constant, NOWHERE);
  }

  /**
   * Writes instructions that are NOWHERE and end with a jump: once for every jump that leads here, so that each copy takes
   * over the line of its own way (inline_small_or_no_lineno_blocks). Branches share one copy, which has no line.
   */
  eachWay(write: () => void): void {
    if (!this.reachable) return;
    if (!this.#splits()) {
      write();
      return;
    }
    const labels = this.#here;
    const depth = this.#depth;
    const [low, high] = [this.#assignedLow, this.#assignedHigh];
    const ways: { readonly label: Label; readonly source: number }[] = [];
    for (const label of labels) {
      for (const source of label.sources) if (source >= 0 && opcodeOf(this.#code[source]!) === Op.JUMP) ways.push({ label, source });
      label.sources = label.sources.filter((source) => source < 0 || opcodeOf(this.#code[source]!) !== Op.JUMP);
    }
    this.#here = labels.filter((label) => label.sources.length > 0);
    const branches = this.#here.flatMap((label) => label.sources);
    if (branches.length > 0 || this.#falls) {
      if (branches.length === 0) [this.#lastStart, this.#lastEnd] = [this.#fallStart, this.#fallEnd];
      else if (branches.length === 1 && !this.#falls && branches[0]! >= 0) [this.#lastStart, this.#lastEnd] = [this.#starts[branches[0]!]!, this.#ends[branches[0]!]!];
      write();
    }
    for (const { source } of ways) {
      const copy = this.label();
      this.reachable = false;
      copy.sources = [source];
      copy.depth = depth;
      copy.assignedLow = low;
      copy.assignedHigh = high;
      this.#code[source] = Op.JUMP | (copy.id << 8);
      this.bind(copy);
      write();
    }
  }

  /** Binds a label here. */
  bind(label: Label): void {
    label.position = this.#code.length;
    if (label.sources.length === 0) {
      // Only a loop's head is bound without jumps to it; later jumps back do not matter to what comes first.
      label.depth = this.#depth;
      return;
    }
    if (this.#here.length === 0) {
      this.#falls = this.reachable;
      this.#fallStart = this.#lastStart;
      this.#fallEnd = this.#lastEnd;
    }
    if (this.reachable) {
      this.#assignedLow &= label.assignedLow;
      this.#assignedHigh &= label.assignedHigh;
      this.#lastStart = this.#lastEnd = -1;
    } else {
      this.#depth = label.depth;
      this.#assignedLow = label.assignedLow;
      this.#assignedHigh = label.assignedHigh;
      const single = label.sources.length === 1 ? label.sources[0]! : -1;
      this.#lastStart = single < 0 ? -1 : this.#starts[single]!;
      this.#lastEnd = single < 0 ? -1 : this.#ends[single]!;
    }
    this.reachable = true;
    this.#here.push(label);
  }

  /** Binds the head of a loop, which only jumps back will look for. */
  loopHead(): Label {
    const head = this.label();
    this.bind(head);
    this.#keepApart();
    return head;
  }

  /** SETUP_FINALLY and SETUP_CLEANUP: from here to `leaveHandler`, exceptions go to the handler. */
  protect(pushesIndex: boolean, belowTop = 0): Handler {
    const label = this.label();
    const handler: Handler = { label, depth: this.#depth - belowTop, pushesIndex, parent: this.handler };
    label.sources = this.reachable ? [-1] : [];
    this.handler = handler;
    return handler;
  }

  /** POP_BLOCK. */
  unprotect(): void {
    this.handler = this.handler!.parent;
  }

  /** Starts the code of a handler: the exception, and perhaps the index, are on the stack. */
  bindHandler(handler: Handler): void {
    const { label } = handler;
    label.position = this.#code.length;
    this.reachable = label.sources.length > 0;
    this.#depth = handler.depth + (handler.pushesIndex ? 2 : 1);
    if (this.#depth > this.#deepest) this.#deepest = this.#depth;
    this.#assignedLow = label.assignedLow;
    this.#assignedHigh = label.assignedHigh;
    this.#lastStart = this.#lastEnd = -1;
    this.#keepApart();
  }

  isAssigned(local: number): boolean {
    if (local < 32) return (this.#assignedLow & (1 << local)) !== 0;
    return local < 64 && (this.#assignedHigh & (1 << (local - 32))) !== 0;
  }

  markAssigned(local: number, assigned: boolean): void {
    if (!this.reachable) return;
    if (local < 32) this.#assignedLow = assigned ? this.#assignedLow | (1 << local) : this.#assignedLow & ~(1 << local);
    else if (local < 64) {
      const bit = 1 << (local - 32);
      this.#assignedHigh = assigned ? this.#assignedHigh | bit : this.#assignedHigh & ~bit;
    }
  }

  /**
   * Sends the short-circuit jumps that arrive here on, as the jump about to be written would decide
   * the same value again: to `same` when it has their sense, else to `other`.
   */
  threadShortCircuits(op: Op, same: Label, other: Label): void {
    for (const label of this.#here) {
      const kept: number[] = [];
      for (const source of label.sources) {
        const sourceOp = source < 0 ? Op.NOP : opcodeOf(this.#code[source]!);
        if (sourceOp !== Op.POP_JUMP_IF_FALSE && sourceOp !== Op.POP_JUMP_IF_TRUE) kept.push(source);
        else this.#redirect(label, source, sourceOp === op ? same : other);
      }
      label.sources = kept;
    }
  }

  /** Replaces a just written BUILD_TUPLE whose items are unpacked at once. */
  unpackBuilt(count: number, at: Span): boolean {
    const last = this.#code.length - 1;
    if (!this.reachable || this.#here.length > 0 || count > 3 || this.#code[last] !== (Op.BUILD_TUPLE | (count << 8))) return false;
    this.#code.pop();
    this.#starts.pop();
    this.#ends.pop();
    this.#lineOf.pop();
    this.#handlers.pop();
    this.#depth += count - 1;
    if (count > 1) this.emit(Op.SWAP, count, at);
    return true;
  }

  finish(prefix: readonly number[], firstCell: (op: Op, argument: number) => number): Assembled {
    const removed = this.#swaps
      ? removeSwaps({ code: this.#code, starts: this.#starts, ends: this.#ends, lines: this.#lineOf }, this.#targets())
      : null;
    const count = this.#code.length;
    const lead = prefix.length;
    const moved = new Int32Array(count + 1);
    let size = lead;
    for (let i = 0; i < count; i++) {
      moved[i] = size;
      if (removed === null || removed[i] === 0) size++;
    }
    moved[count] = size;
    const instructions = new Int32Array(size);
    const positions = new Int32Array(size * 4);
    instructions.set(prefix);
    for (let i = 0; i < count; i++) {
      if (removed !== null && removed[i] === 1) continue;
      const instruction = this.#code[i]!;
      const op: Op = opcodeOf(instruction);
      const argument = argumentOf(instruction);
      const at = moved[i]!;
      instructions[at] = op | ((isJump(op) ? moved[this.#labels[argument]!.position]! : firstCell(op, argument)) << 8);
      const start = this.#starts[i]!;
      if (start < 0) continue;
      const end = this.#ends[i]!;
      positions[at * 4] = this.#lineOf[i]!;
      positions[at * 4 + 1] = this.#lines.line(end);
      positions[at * 4 + 2] = start;
      positions[at * 4 + 3] = end;
    }
    return { instructions, positions, exceptionTable: this.#table(moved), stacksize: this.#deepest };
  }

  #table(moved: Int32Array): Int32Array {
    const table: number[] = [];
    let current: Handler | null = null;
    let start = 0;
    const close = (end: number): void => {
      if (current === null || moved[start] === moved[end]) return;
      table.push(moved[start]!, moved[end]!, moved[current.label.position]!, current.depth, current.pushesIndex ? 1 : 0);
    };
    for (let i = 0; i < this.#handlers.length; i++) {
      const handler = this.#handlers[i]!;
      if (handler === current) continue;
      close(i);
      current = handler;
      start = i;
    }
    close(this.#handlers.length);
    return Int32Array.from(table);
  }

  #targets(): Uint8Array {
    const targets = new Uint8Array(this.#code.length + 1);
    for (const label of this.#labels) if (label.position >= 0) targets[label.position] = 1;
    return targets;
  }

  /** Forgets that labels are bound here: what follows starts with its own position. */
  #keepApart(): void {
    this.#here = [];
    this.#falls = false;
  }

  #splits(): boolean {
    return this.#here.length > 0 && this.#lastStart < 0;
  }

  #arrive(target: Label, source: number, depth: number): void {
    if (target.sources.length === 0) {
      target.depth = depth;
      target.assignedLow = this.#assignedLow;
      target.assignedHigh = this.#assignedHigh;
    } else {
      target.assignedLow &= this.#assignedLow;
      target.assignedHigh &= this.#assignedHigh;
    }
    target.sources.push(source);
  }

  #redirect(from: Label, source: number, to: Label): void {
    this.#code[source] = (this.#code[source]! & 0xff) | (to.id << 8);
    if (to.sources.length === 0) {
      to.depth = from.depth;
      to.assignedLow = from.assignedLow;
      to.assignedHigh = from.assignedHigh;
    } else {
      to.assignedLow &= from.assignedLow;
      to.assignedHigh &= from.assignedHigh;
    }
    to.sources.push(source);
  }

  /** Whatever jumps here goes to `target` at once; only what falls through is left to reach this place. */
  #leadOn(target: Label): void {
    for (const label of this.#here) {
      for (const source of label.sources) this.#redirect(label, source, target);
      label.sources = [];
    }
    this.#here = [];
    this.reachable = this.#falls;
    this.#lastStart = this.#fallStart;
    this.#lastEnd = this.#fallEnd;
  }

  #copyToSources(op: Op, argument: number): void {
    const labels = this.#here;
    const falls = this.#falls;
    this.#here = [];
    this.#lastStart = this.#fallStart;
    this.#lastEnd = this.#fallEnd;
    const depth = this.#depth;
    this.reachable = falls;
    this.emit(op, argument, NOWHERE);
    for (const label of labels) {
      for (const source of label.sources) {
        if (source < 0) continue;
        if (opcodeOf(this.#code[source]!) === Op.JUMP) {
          this.#code[source] = op | (argument << 8);
          continue;
        }
        this.#depth = depth;
        this.reachable = true;
        this.#falls = false;
        const copy = this.label();
        copy.position = this.#code.length;
        this.#code[source] = (this.#code[source]! & 0xff) | (copy.id << 8);
        this.#lastStart = this.#starts[source]!;
        this.#lastEnd = this.#ends[source]!;
        this.emit(op, argument, NOWHERE);
      }
    }
  }
}
