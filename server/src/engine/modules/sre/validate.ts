import { At, Category, Info, MAX_GROUPS, MAX_REPEAT, Op } from './opcodes.ts';

/** Thrown where the code is not such as `re` makes. */
const invalid = Symbol('invalid code');

/** Reads the code from `at` to `end`; whatever does not fit is thrown. */
class Reader {
  constructor(
    readonly code: Uint32Array,
    public at: number,
    readonly end: number,
    readonly groups: number,
  ) {}

  next(): number {
    if (this.at >= this.end) throw invalid;
    return this.code[this.at++]!;
  }

  /** A distance from its own place, which stays within the code. */
  skip(adjustment = 0): number {
    if (this.at >= this.end) throw invalid;
    const skip = this.code[this.at]!;
    if (skip - adjustment < 0 || skip - adjustment > this.end - this.at) throw invalid;
    this.at++;
    return skip;
  }

  expect(op: Op): void {
    if (this.next() !== op) throw invalid;
  }

  /** Jumps over what ends at `to`, which has to be read already. */
  advance(to: number): void {
    if (to < this.at || to > this.end) throw invalid;
    this.at = to;
  }

  part(start: number, end: number): Reader {
    if (start > end || end > this.end) throw invalid;
    return new Reader(this.code, start, end, this.groups);
  }
}

/** Whether this is code that the matcher can run. Mirrors _validate(). */
export function isValid(code: Uint32Array, groups: number): boolean {
  const { length } = code;
  if (groups < 0 || groups > MAX_GROUPS || length === 0 || code[length - 1] !== Op.SUCCESS) return false;
  try {
    return !body(new Reader(code, 0, length - 1, groups));
  } catch (error) {
    if (error !== invalid) throw error;
    return false;
  }
}

/** Answers true if the last instruction is a jump. */
function body(reader: Reader): boolean {
  while (reader.at < reader.end) {
    switch (reader.next()) {
      case Op.MARK:
        if (reader.next() > 2 * reader.groups + 1) throw invalid;
        break;
      case Op.LITERAL:
      case Op.NOT_LITERAL:
      case Op.LITERAL_IGNORE:
      case Op.NOT_LITERAL_IGNORE:
      case Op.LITERAL_UNI_IGNORE:
      case Op.NOT_LITERAL_UNI_IGNORE:
      case Op.LITERAL_LOC_IGNORE:
      case Op.NOT_LITERAL_LOC_IGNORE:
        reader.next();
        break;
      case Op.SUCCESS:
      case Op.FAILURE:
      case Op.ANY:
      case Op.ANY_ALL:
        break;
      case Op.AT:
        if (reader.next() > (At.UNI_NON_BOUNDARY as number)) throw invalid;
        break;
      case Op.IN:
      case Op.IN_IGNORE:
      case Op.IN_UNI_IGNORE:
      case Op.IN_LOC_IGNORE: {
        const end = reader.at + reader.skip();
        charset(reader.part(reader.at, end - 1));
        reader.advance(end - 1);
        reader.expect(Op.FAILURE);
        break;
      }
      case Op.INFO:
        info(reader);
        break;
      case Op.BRANCH:
        branch(reader);
        break;
      case Op.REPEAT_ONE:
      case Op.MIN_REPEAT_ONE:
      case Op.POSSESSIVE_REPEAT_ONE:
        repeat(reader, [Op.SUCCESS], 1);
        break;
      case Op.REPEAT:
        repeat(reader, [Op.MAX_UNTIL, Op.MIN_UNTIL], 0);
        break;
      case Op.POSSESSIVE_REPEAT:
        repeat(reader, [Op.SUCCESS], 0);
        break;
      case Op.ATOMIC_GROUP: {
        const end = reader.at + reader.skip();
        inner(reader.part(reader.at, end - 1));
        reader.advance(end - 1);
        reader.expect(Op.SUCCESS);
        break;
      }
      case Op.GROUPREF:
      case Op.GROUPREF_IGNORE:
      case Op.GROUPREF_UNI_IGNORE:
      case Op.GROUPREF_LOC_IGNORE:
        if (reader.next() >= reader.groups) throw invalid;
        break;
      case Op.GROUPREF_EXISTS:
        conditional(reader);
        break;
      case Op.ASSERT:
      case Op.ASSERT_NOT: {
        const end = reader.at + reader.skip();
        reader.next();
        inner(reader.part(reader.at, end - 1));
        reader.advance(end - 1);
        reader.expect(Op.SUCCESS);
        break;
      }
      case Op.JUMP:
        if (reader.at + 1 !== reader.end) throw invalid;
        return true;
      default:
        throw invalid;
    }
  }
  return false;
}

function inner(reader: Reader): void {
  if (body(reader)) throw invalid;
}

function charset(reader: Reader): void {
  while (reader.at < reader.end) {
    switch (reader.next()) {
      case Op.NEGATE:
        break;
      case Op.LITERAL:
        reader.next();
        break;
      case Op.RANGE:
      case Op.RANGE_UNI_IGNORE:
        reader.next();
        reader.next();
        break;
      case Op.CHARSET:
        reader.advance(reader.at + 8);
        break;
      case Op.BIGCHARSET: {
        const blocks = reader.next();
        const table = reader.at;
        reader.advance(table + 64);
        for (let i = 0; i < 256; i++) if (((reader.code[table + (i >> 2)]! >>> ((i & 3) * 8)) & 0xff) >= blocks) throw invalid;
        reader.advance(reader.at + blocks * 8);
        break;
      }
      case Op.CATEGORY:
        if (reader.next() > (Category.UNI_NOT_LINEBREAK as number)) throw invalid;
        break;
      default:
        throw invalid;
    }
  }
}

function info(reader: Reader): void {
  const end = reader.at + reader.skip();
  const flags = reader.next();
  reader.next();
  reader.next();
  const hasPrefix = (flags & Info.PREFIX) !== 0;
  const hasCharset = (flags & Info.CHARSET) !== 0;
  if (flags > 7 || (hasPrefix && hasCharset) || ((flags & Info.LITERAL) !== 0 && !hasPrefix)) throw invalid;
  if (hasPrefix) {
    const length = reader.next();
    reader.next();
    const overlap = reader.at + length;
    reader.advance(overlap + length);
    for (let i = overlap; i < reader.at; i++) if (reader.code[i]! >= length) throw invalid;
  }
  if (hasCharset) {
    charset(reader.part(reader.at, end - 1));
    reader.advance(end - 1);
    reader.expect(Op.FAILURE);
  } else if (reader.at !== end) throw invalid;
}

function branch(reader: Reader): void {
  let target = -1;
  for (;;) {
    const start = reader.at;
    const skip = reader.skip();
    if (skip === 0) break;
    inner(reader.part(reader.at, start + skip - 2));
    reader.advance(start + skip - 2);
    reader.expect(Op.JUMP);
    const end = reader.at + reader.skip();
    if (target >= 0 && end !== target) throw invalid;
    target = end;
  }
  if (reader.at !== target) throw invalid;
}

function repeat(reader: Reader, ends: readonly Op[], reserve: number): void {
  const end = reader.at + reader.skip();
  const min = reader.next();
  const max = reader.next();
  if (min > max || max > MAX_REPEAT) throw invalid;
  // The skip of a repeat of one character leads behind what ends it, that of others to it.
  const last = end - reserve;
  inner(reader.part(reader.at, last));
  reader.advance(last);
  if (!ends.includes(reader.next())) throw invalid;
}

/** One of two parts if there is a jump before the place to which a missing group leads, else one. */
function conditional(reader: Reader): void {
  if (reader.next() >= reader.groups) throw invalid;
  const start = reader.at;
  const skip = reader.skip(1);
  const end = start - 1 + skip;
  if (!body(reader.part(reader.at, end))) {
    reader.advance(end);
    return;
  }
  reader.advance(end - 1);
  const elseEnd = reader.at + reader.skip();
  inner(reader.part(reader.at, elseEnd));
  reader.advance(elseEnd);
}
