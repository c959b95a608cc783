import { isInCategory, lowerAscii, lowerUnicode, upperAscii } from './characters.ts';
import { MAX_REPEAT, Op } from './opcodes.ts';
import { chargeInterval, Context, MatchState, none, Repeat } from './state.ts';

/** Where a context goes on when the part that it began has matched or failed: JUMP_… in CPython, numbered behind the instructions. */
const enum Resume {
  NONE = 64,
  MAX_UNTIL_1,
  MAX_UNTIL_2,
  MAX_UNTIL_3,
  MIN_UNTIL_1,
  MIN_UNTIL_2,
  MIN_UNTIL_3,
  REPEAT,
  REPEAT_ONE_1,
  REPEAT_ONE_2,
  MIN_REPEAT_ONE,
  BRANCH,
  ASSERT,
  ASSERT_NOT,
  POSS_REPEAT_1,
  POSS_REPEAT_2,
  ATOMIC_GROUP,
  /** Loops that begin the same whether a part has failed before or none was tried yet. */
  NEXT_BRANCH,
  NEXT_REPEAT_ONE_1,
  NEXT_REPEAT_ONE_2,
  NEXT_MIN_REPEAT_ONE,
  NEXT_POSS_REPEAT_1,
  NEXT_POSS_REPEAT_2,
}

/** The matcher. Nothing recurses: what is to be tried later lies on the stack. */
export class Matcher extends MatchState {
  /** Whether the one character at `ptr` is what the instruction at `at` takes; for those that take one. */
  private takes(op: number, at: number, point: number): boolean {
    const { program } = this;
    const literal = program.code[at]!;
    switch (op) {
      case Op.CATEGORY:
        return isInCategory(literal, point);
      case Op.LITERAL_IGNORE:
        return lowerAscii(point) === literal;
      case Op.LITERAL_UNI_IGNORE:
        return lowerUnicode(point) === literal;
      case Op.LITERAL_LOC_IGNORE:
        return point === literal || lowerAscii(point) === literal || upperAscii(point) === literal;
      case Op.NOT_LITERAL_IGNORE:
        return lowerAscii(point) !== literal;
      case Op.NOT_LITERAL_UNI_IGNORE:
        return lowerUnicode(point) !== literal;
      case Op.NOT_LITERAL_LOC_IGNORE:
        return point !== literal && lowerAscii(point) !== literal && upperAscii(point) !== literal;
      case Op.IN_IGNORE:
        return program.has(at + 1, lowerAscii(point));
      case Op.IN_UNI_IGNORE:
        return program.has(at + 1, lowerUnicode(point));
      case Op.IN_LOC_IGNORE:
        return program.hasIgnoringCase(at + 1, point);
      default:
        return false;
    }
  }

  /** How many characters from `ptr` on the one-character pattern at `pattern` takes, `most` at most. Mirrors SRE(count)(). */
  private count(pattern: number, start: number, most: number): number {
    const { program, units } = this;
    const { code } = program;
    const end = most < this.end - start ? start + most : this.end;
    const op = code[pattern]!;
    let ptr = start;
    switch (op) {
      case Op.IN:
        while (ptr < end && program.has(pattern + 2, units[ptr]!)) ptr++;
        break;
      case Op.ANY:
        while (ptr < end && units[ptr] !== 10) ptr++;
        break;
      case Op.ANY_ALL:
        ptr = end;
        break;
      case Op.LITERAL: {
        const literal = code[pattern + 1]!;
        while (ptr < end && units[ptr] === literal) ptr++;
        break;
      }
      case Op.NOT_LITERAL: {
        const literal = code[pattern + 1]!;
        while (ptr < end && units[ptr] !== literal) ptr++;
        break;
      }
      case Op.LITERAL_IGNORE:
      case Op.LITERAL_UNI_IGNORE:
      case Op.LITERAL_LOC_IGNORE:
      case Op.NOT_LITERAL_IGNORE:
      case Op.NOT_LITERAL_UNI_IGNORE:
      case Op.NOT_LITERAL_LOC_IGNORE:
        while (ptr < end && this.takes(op, pattern + 1, units[ptr]!)) ptr++;
        break;
      default:
        return this.countMatches(pattern, start, end);
    }
    this.work(ptr - start);
    return ptr - start;
  }

  private countMatches(pattern: number, start: number, end: number): number {
    this.ptr = start;
    while (this.ptr < end && this.match(pattern, 0));
    return this.ptr - start;
  }

  /**
   * Matches the code at `first` from `this.ptr` on, and leaves there where the match ends. Mirrors SRE(match)(): each
   * case of the switch is an instruction, or a place where one goes on (`Resume`) with `matched` as the answer.
   */
  match(first: number, toplevel: number): boolean {
    const { program, units, end } = this;
    const { code } = program;
    const base = this.top;
    let context = this.pushContext(first, toplevel, Resume.NONE, none);
    let { stack } = this;
    let pattern = first;
    let ptr = this.ptr;
    let matched = false;
    let steps = 0;
    // What the switch does next: an instruction, a Resume, or one of the three below.
    const enter = -1;
    const leave = -2;
    // Begins the part of the pattern at `next` in a context of its own; the present one goes on at `resumption`.
    const begin = -3;
    let next = 0;
    let resumption: number = Resume.NONE;
    let top = 0;
    let op: number = enter;
    for (;;) {
      if (++steps >= chargeInterval) {
        this.sinceCharge += steps;
        steps = 0;
        this.settleCharge();
      }
      switch (op) {
        case begin:
          stack[context + Context.PATTERN] = pattern;
          stack[context + Context.PTR] = ptr;
          context = this.pushContext(next, top, resumption, context);
          ({ stack } = this);
          pattern = next;
          op = enter;
          continue;

        case enter:
          ptr = this.ptr;
          if (code[pattern] === Op.INFO) {
            if (end - ptr < code[pattern + 3]!) {
              matched = false;
              op = leave;
              continue;
            }
            pattern += code[pattern + 1]! + 1;
          }
          op = code[pattern++]!;
          continue;

        case leave: {
          const jump = stack[context + Context.JUMP]!;
          this.top = context;
          context = stack[context + Context.PARENT]!;
          if (jump === (Resume.NONE as number)) {
            this.top = base;
            this.sinceCharge += steps;
            return matched;
          }
          pattern = stack[context + Context.PATTERN]!;
          ptr = stack[context + Context.PTR]!;
          op = jump;
          continue;
        }

        case Op.MARK:
          this.setMark(code[pattern]!, ptr);
          pattern++;
          op = code[pattern++]!;
          continue;

        case Op.LITERAL:
          if (ptr < end && units[ptr] === code[pattern]) {
            ptr++;
            pattern++;
            op = code[pattern++]!;
            continue;
          }
          break;

        case Op.NOT_LITERAL:
          if (ptr < end && units[ptr] !== code[pattern]) {
            ptr++;
            pattern++;
            op = code[pattern++]!;
            continue;
          }
          break;

        case Op.SUCCESS:
          if (!this.mayEnd(stack[context + Context.TOPLEVEL]!, ptr)) break;
          this.ptr = ptr;
          matched = true;
          op = leave;
          continue;

        case Op.AT:
          if (!this.isAt(code[pattern]!, ptr)) break;
          pattern++;
          op = code[pattern++]!;
          continue;

        case Op.ANY:
          if (ptr >= end || units[ptr] === 10) break;
          ptr++;
          op = code[pattern++]!;
          continue;

        case Op.ANY_ALL:
          if (ptr >= end) break;
          ptr++;
          op = code[pattern++]!;
          continue;

        case Op.IN:
          if (ptr >= end || !program.has(pattern + 1, units[ptr]!)) break;
          ptr++;
          pattern += code[pattern]!;
          op = code[pattern++]!;
          continue;

        case Op.CATEGORY:
        case Op.LITERAL_IGNORE:
        case Op.LITERAL_UNI_IGNORE:
        case Op.LITERAL_LOC_IGNORE:
        case Op.NOT_LITERAL_IGNORE:
        case Op.NOT_LITERAL_UNI_IGNORE:
        case Op.NOT_LITERAL_LOC_IGNORE:
          if (ptr >= end || !this.takes(op, pattern, units[ptr]!)) break;
          ptr++;
          pattern++;
          op = code[pattern++]!;
          continue;

        case Op.IN_IGNORE:
        case Op.IN_UNI_IGNORE:
        case Op.IN_LOC_IGNORE:
          if (ptr >= end || !this.takes(op, pattern, units[ptr]!)) break;
          ptr++;
          pattern += code[pattern]!;
          op = code[pattern++]!;
          continue;

        case Op.JUMP:
        case Op.INFO:
          pattern += code[pattern]!;
          op = code[pattern++]!;
          continue;

        case Op.BRANCH:
          this.saveLastmark(context);
          if (this.repeat !== none) {
            this.pushMarks(this.lastmark);
            ({ stack } = this);
          }
          op = Resume.NEXT_BRANCH;
          continue;

        case Resume.BRANCH:
          if (matched) {
            if (this.repeat !== none) this.discardMarks(stack[context + Context.LASTMARK]!);
            op = leave;
            continue;
          }
          if (this.repeat !== none) this.keepMarks(stack[context + Context.LASTMARK]!);
          this.restoreLastmark(context);
          pattern += code[pattern]!;
          op = Resume.NEXT_BRANCH;
          continue;

        case Resume.NEXT_BRANCH:
          for (; code[pattern] !== 0; pattern += code[pattern]!) {
            if (code[pattern + 1] === Op.LITERAL && (ptr >= end || units[ptr] !== code[pattern + 2])) continue;
            if (code[pattern + 1] === Op.IN && (ptr >= end || !program.has(pattern + 3, units[ptr]!))) continue;
            break;
          }
          if (code[pattern] !== 0) {
            this.ptr = ptr;
            next = pattern + 1;
            resumption = Resume.BRANCH;
            top = stack[context + Context.TOPLEVEL]!;
            op = begin;
            continue;
          }
          if (this.repeat !== none) this.discardMarks(stack[context + Context.LASTMARK]!);
          break;

        case Op.REPEAT_ONE: {
          const least = code[pattern + 1]!;
          if (least > end - ptr) break;
          this.ptr = ptr;
          const count = this.count(pattern + 3, ptr, code[pattern + 2]!);
          ({ stack } = this);
          if (count < least) break;
          stack[context + Context.COUNT] = count;
          ptr += count;
          const tail = pattern + code[pattern]!;
          if (code[tail] === Op.SUCCESS && ptr === end && !(stack[context + Context.TOPLEVEL] === 1 && this.mustAdvance && ptr === this.start)) {
            this.ptr = ptr;
            matched = true;
            op = leave;
            continue;
          }
          this.saveLastmark(context);
          if (this.repeat !== none) {
            this.pushMarks(this.lastmark);
            ({ stack } = this);
          }
          op = code[tail] === Op.LITERAL ? Resume.NEXT_REPEAT_ONE_1 : Resume.NEXT_REPEAT_ONE_2;
          continue;
        }

        case Resume.REPEAT_ONE_1:
        case Resume.REPEAT_ONE_2:
          if (matched) {
            if (this.repeat !== none) this.discardMarks(stack[context + Context.LASTMARK]!);
            op = leave;
            continue;
          }
          if (this.repeat !== none) this.keepMarks(stack[context + Context.LASTMARK]!);
          this.restoreLastmark(context);
          ptr--;
          stack[context + Context.COUNT]!--;
          op = op === (Resume.REPEAT_ONE_1 as number) ? Resume.NEXT_REPEAT_ONE_1 : Resume.NEXT_REPEAT_ONE_2;
          continue;

        case Resume.NEXT_REPEAT_ONE_1: {
          // The tail begins with this character, and can match nowhere else.
          const tail = pattern + code[pattern]!;
          const least = code[pattern + 1]!;
          const literal = code[tail + 1]!;
          let count = stack[context + Context.COUNT]!;
          const from = ptr;
          while (count >= least && (ptr >= end || units[ptr] !== literal)) {
            ptr--;
            count--;
          }
          this.work(from - ptr);
          stack[context + Context.COUNT] = count;
          if (count >= least) {
            this.ptr = ptr;
            next = tail;
            resumption = Resume.REPEAT_ONE_1;
            top = stack[context + Context.TOPLEVEL]!;
            op = begin;
            continue;
          }
          if (this.repeat !== none) this.discardMarks(stack[context + Context.LASTMARK]!);
          break;
        }

        case Resume.NEXT_REPEAT_ONE_2:
          if (stack[context + Context.COUNT]! >= code[pattern + 1]!) {
            this.ptr = ptr;
            next = pattern + code[pattern]!;
            resumption = Resume.REPEAT_ONE_2;
            top = stack[context + Context.TOPLEVEL]!;
            op = begin;
            continue;
          }
          if (this.repeat !== none) this.discardMarks(stack[context + Context.LASTMARK]!);
          break;

        case Op.MIN_REPEAT_ONE: {
          const least = code[pattern + 1]!;
          if (least > end - ptr) break;
          this.ptr = ptr;
          const count = least === 0 ? 0 : this.count(pattern + 3, ptr, least);
          ({ stack } = this);
          if (count < least) break;
          stack[context + Context.COUNT] = count;
          ptr += count;
          if (code[pattern + code[pattern]!] === Op.SUCCESS && this.mayEnd(stack[context + Context.TOPLEVEL]!, ptr)) {
            this.ptr = ptr;
            matched = true;
            op = leave;
            continue;
          }
          this.saveLastmark(context);
          if (this.repeat !== none) {
            this.pushMarks(this.lastmark);
            ({ stack } = this);
          }
          op = Resume.NEXT_MIN_REPEAT_ONE;
          continue;
        }

        case Resume.NEXT_MIN_REPEAT_ONE:
          if (code[pattern + 2] === MAX_REPEAT || stack[context + Context.COUNT]! <= code[pattern + 2]!) {
            this.ptr = ptr;
            next = pattern + code[pattern]!;
            resumption = Resume.MIN_REPEAT_ONE;
            top = stack[context + Context.TOPLEVEL]!;
            op = begin;
            continue;
          }
          if (this.repeat !== none) this.discardMarks(stack[context + Context.LASTMARK]!);
          break;

        case Resume.MIN_REPEAT_ONE:
          if (matched) {
            if (this.repeat !== none) this.discardMarks(stack[context + Context.LASTMARK]!);
            op = leave;
            continue;
          }
          if (this.repeat !== none) this.keepMarks(stack[context + Context.LASTMARK]!);
          this.restoreLastmark(context);
          this.ptr = ptr;
          if (this.count(pattern + 3, ptr, 1) === 0) {
            if (this.repeat !== none) this.discardMarks(stack[context + Context.LASTMARK]!);
            break;
          }
          ({ stack } = this);
          ptr++;
          stack[context + Context.COUNT]!++;
          op = Resume.NEXT_MIN_REPEAT_ONE;
          continue;

        case Op.POSSESSIVE_REPEAT_ONE: {
          const least = code[pattern + 1]!;
          if (least > end - ptr) break;
          this.ptr = ptr;
          const count = this.count(pattern + 3, ptr, code[pattern + 2]!);
          ({ stack } = this);
          ptr += count;
          if (count < least) break;
          pattern += code[pattern]!;
          if (code[pattern] === Op.SUCCESS && ptr === end && !(stack[context + Context.TOPLEVEL] === 1 && this.mustAdvance && ptr === this.start)) {
            this.ptr = ptr;
            matched = true;
            op = leave;
            continue;
          }
          op = code[pattern++]!;
          continue;
        }

        case Op.REPEAT: {
          const rep = this.newRepeat(pattern);
          stack[context + Context.REP] = rep;
          this.repeat = rep;
          this.ptr = ptr;
          next = pattern + code[pattern]!;
          resumption = Resume.REPEAT;
          top = stack[context + Context.TOPLEVEL]!;
          op = begin;
          continue;
        }

        case Resume.REPEAT: {
          const rep = stack[context + Context.REP]!;
          this.repeat = this.repeats[rep + Repeat.PREVIOUS]!;
          this.repeatTop = rep;
          op = leave;
          continue;
        }

        case Op.MAX_UNTIL: {
          const rep = this.repeat;
          stack[context + Context.REP] = rep;
          this.ptr = ptr;
          const { repeats } = this;
          const count = repeats[rep + Repeat.COUNT]! + 1;
          const repeated = repeats[rep + Repeat.PATTERN]!;
          stack[context + Context.COUNT] = count;
          if (count < code[repeated + 1]!) {
            repeats[rep + Repeat.COUNT] = count;
            next = repeated + 3;
            resumption = Resume.MAX_UNTIL_1;
            top = stack[context + Context.TOPLEVEL]!;
            op = begin;
            continue;
          }
          const most = code[repeated + 2]!;
          if ((count < most || most === MAX_REPEAT) && ptr !== repeats[rep + Repeat.LAST_PTR]) {
            repeats[rep + Repeat.COUNT] = count;
            this.saveLastmark(context);
            this.pushMarks(this.lastmark);
            this.pushLastPtr(rep);
            ({ stack } = this);
            next = repeated + 3;
            resumption = Resume.MAX_UNTIL_2;
            top = stack[context + Context.TOPLEVEL]!;
            op = begin;
            continue;
          }
          this.repeat = repeats[rep + Repeat.PREVIOUS]!;
          next = pattern;
          resumption = Resume.MAX_UNTIL_3;
          top = stack[context + Context.TOPLEVEL]!;
          op = begin;
          continue;
        }

        case Resume.MAX_UNTIL_1:
        case Resume.MIN_UNTIL_1:
          if (!matched) {
            this.repeats[stack[context + Context.REP]! + Repeat.COUNT] = stack[context + Context.COUNT]! - 1;
            this.ptr = ptr;
          }
          op = leave;
          continue;

        case Resume.MAX_UNTIL_2: {
          const rep = stack[context + Context.REP]!;
          this.popLastPtr(rep);
          if (matched) {
            this.discardMarks(stack[context + Context.LASTMARK]!);
            op = leave;
            continue;
          }
          this.popMarks(stack[context + Context.LASTMARK]!);
          this.restoreLastmark(context);
          this.repeats[rep + Repeat.COUNT] = stack[context + Context.COUNT]! - 1;
          this.ptr = ptr;
          this.repeat = this.repeats[rep + Repeat.PREVIOUS]!;
          next = pattern;
          resumption = Resume.MAX_UNTIL_3;
          top = stack[context + Context.TOPLEVEL]!;
          op = begin;
          continue;
        }

        case Resume.MAX_UNTIL_3:
          this.repeat = stack[context + Context.REP]!;
          if (!matched) this.ptr = ptr;
          op = leave;
          continue;

        case Op.MIN_UNTIL: {
          const rep = this.repeat;
          stack[context + Context.REP] = rep;
          this.ptr = ptr;
          const { repeats } = this;
          const count = repeats[rep + Repeat.COUNT]! + 1;
          const repeated = repeats[rep + Repeat.PATTERN]!;
          stack[context + Context.COUNT] = count;
          if (count < code[repeated + 1]!) {
            repeats[rep + Repeat.COUNT] = count;
            next = repeated + 3;
            resumption = Resume.MIN_UNTIL_1;
            top = stack[context + Context.TOPLEVEL]!;
            op = begin;
            continue;
          }
          this.repeat = repeats[rep + Repeat.PREVIOUS]!;
          this.saveLastmark(context);
          if (this.repeat !== none) {
            this.pushMarks(this.lastmark);
            ({ stack } = this);
          }
          next = pattern;
          resumption = Resume.MIN_UNTIL_2;
          top = stack[context + Context.TOPLEVEL]!;
          op = begin;
          continue;
        }

        case Resume.MIN_UNTIL_2: {
          const hasMarks = this.repeat !== none;
          const rep = stack[context + Context.REP]!;
          this.repeat = rep;
          if (matched) {
            if (hasMarks) this.discardMarks(stack[context + Context.LASTMARK]!);
            op = leave;
            continue;
          }
          if (hasMarks) this.popMarks(stack[context + Context.LASTMARK]!);
          this.restoreLastmark(context);
          this.ptr = ptr;
          const { repeats } = this;
          const count = stack[context + Context.COUNT]!;
          const repeated = repeats[rep + Repeat.PATTERN]!;
          const most = code[repeated + 2]!;
          if ((count >= most && most !== MAX_REPEAT) || ptr === repeats[rep + Repeat.LAST_PTR]) break;
          repeats[rep + Repeat.COUNT] = count;
          this.pushLastPtr(rep);
          ({ stack } = this);
          next = repeated + 3;
          resumption = Resume.MIN_UNTIL_3;
          top = stack[context + Context.TOPLEVEL]!;
          op = begin;
          continue;
        }

        case Resume.MIN_UNTIL_3: {
          const rep = stack[context + Context.REP]!;
          this.popLastPtr(rep);
          if (!matched) {
            this.repeats[rep + Repeat.COUNT] = stack[context + Context.COUNT]! - 1;
            this.ptr = ptr;
          }
          op = leave;
          continue;
        }

        case Op.POSSESSIVE_REPEAT:
          this.ptr = ptr;
          stack[context + Context.COUNT] = 0;
          op = Resume.NEXT_POSS_REPEAT_1;
          continue;

        case Resume.NEXT_POSS_REPEAT_1:
          if (stack[context + Context.COUNT]! < code[pattern + 1]!) {
            next = pattern + 3;
            resumption = Resume.POSS_REPEAT_1;
            top = 0;
            op = begin;
            continue;
          }
          // No position equals this one, so that the next loop begins.
          ptr = none;
          op = Resume.NEXT_POSS_REPEAT_2;
          continue;

        case Resume.POSS_REPEAT_1:
          if (!matched) {
            this.ptr = ptr;
            break;
          }
          stack[context + Context.COUNT]!++;
          op = Resume.NEXT_POSS_REPEAT_1;
          continue;

        case Resume.NEXT_POSS_REPEAT_2: {
          const most = code[pattern + 2]!;
          if ((stack[context + Context.COUNT]! < most || most === MAX_REPEAT) && this.ptr !== ptr) {
            this.saveLastmark(context);
            this.pushMarks(this.lastmark);
            ({ stack } = this);
            ptr = this.ptr;
            next = pattern + 3;
            resumption = Resume.POSS_REPEAT_2;
            top = 0;
            op = begin;
            continue;
          }
          pattern += code[pattern]! + 1;
          ptr = this.ptr;
          op = code[pattern++]!;
          continue;
        }

        case Resume.POSS_REPEAT_2:
          if (matched) {
            this.discardMarks(stack[context + Context.LASTMARK]!);
            stack[context + Context.COUNT]!++;
            op = Resume.NEXT_POSS_REPEAT_2;
            continue;
          }
          this.popMarks(stack[context + Context.LASTMARK]!);
          this.restoreLastmark(context);
          this.ptr = ptr;
          pattern += code[pattern]! + 1;
          op = code[pattern++]!;
          continue;

        case Op.ATOMIC_GROUP:
          this.ptr = ptr;
          next = pattern + 1;
          resumption = Resume.ATOMIC_GROUP;
          top = 0;
          op = begin;
          continue;

        case Resume.ATOMIC_GROUP:
          if (!matched) {
            this.ptr = ptr;
            break;
          }
          pattern += code[pattern]!;
          ptr = this.ptr;
          op = code[pattern++]!;
          continue;

        case Op.GROUPREF:
        case Op.GROUPREF_IGNORE:
        case Op.GROUPREF_LOC_IGNORE:
        case Op.GROUPREF_UNI_IGNORE: {
          const fold = op === Op.GROUPREF ? null : op === Op.GROUPREF_UNI_IGNORE ? lowerUnicode : lowerAscii;
          const after = this.backReference(code[pattern]!, ptr, fold);
          if (after < 0) break;
          ptr = after;
          pattern++;
          op = code[pattern++]!;
          continue;
        }

        case Op.GROUPREF_EXISTS:
          pattern += this.groupMatched(code[pattern]!) ? 2 : code[pattern + 1]!;
          op = code[pattern++]!;
          continue;

        case Op.ASSERT:
          if (ptr < code[pattern + 1]!) break;
          this.ptr = ptr - code[pattern + 1]!;
          next = pattern + 2;
          resumption = Resume.ASSERT;
          top = 0;
          op = begin;
          continue;

        case Resume.ASSERT:
          if (!matched) break;
          pattern += code[pattern]!;
          op = code[pattern++]!;
          continue;

        case Op.ASSERT_NOT:
          if (ptr >= code[pattern + 1]!) {
            this.ptr = ptr - code[pattern + 1]!;
            this.saveLastmark(context);
            if (this.repeat !== none) {
              this.pushMarks(this.lastmark);
              ({ stack } = this);
            }
            next = pattern + 2;
            resumption = Resume.ASSERT_NOT;
            top = 0;
            op = begin;
            continue;
          }
          pattern += code[pattern]!;
          op = code[pattern++]!;
          continue;

        case Resume.ASSERT_NOT:
          if (matched) {
            if (this.repeat !== none) this.discardMarks(stack[context + Context.LASTMARK]!);
            break;
          }
          if (this.repeat !== none) this.popMarks(stack[context + Context.LASTMARK]!);
          this.restoreLastmark(context);
          pattern += code[pattern]!;
          op = code[pattern++]!;
          continue;

        default:
          // FAILURE, and what validation has let through nowhere else.
          break;
      }
      matched = false;
      op = leave;
    }
  }
}
