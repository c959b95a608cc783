import { continuesName, isDigit, isHexDigit } from './characters.ts';
import type { ConstantValue } from './tree.ts';

/** What is wrong with a number, and the offset the tokenizer had reached. */
export interface NumberFault {
  readonly message: string;
  readonly at: number;
  /** Where the fault starts, when CPython gives a range. */
  readonly from?: number;
}

/** The end of a number, the kind of literal a keyword follows at once, or a fault. */
export interface NumberEnd {
  readonly end: number;
  readonly fault: NumberFault | null;
  /** Set when a keyword touches the number, for which CPython warns. */
  readonly touching: string | null;
}

/** The keywords that may touch a number, by first letter. */
const TOUCHING: Readonly<Record<string, readonly string[]>> = {
  a: ['and'], e: ['else'], f: ['for'], i: ['if', 'in', 'is'], n: ['not'], o: ['or'],
};

/** Scans the number literal that starts at `start` (a digit, or a dot before a digit). */
export function scanNumber(source: string, start: number): NumberEnd {
  const first = source.charCodeAt(start);
  if (first === 48) {
    const letter = source.charCodeAt(start + 1) | 32;
    if (letter === 120) return radix(source, start + 2, 'hexadecimal', isHexDigit);
    if (letter === 111) return radix(source, start + 2, 'octal', (c) => c >= 48 && c < 56);
    if (letter === 98) return radix(source, start + 2, 'binary', (c) => c === 48 || c === 49);
  }
  return decimal(source, start, first);
}

/** The longest decimal integer CPython converts. */
const MAX_DIGITS = 4300;

/** The value of a scanned number literal; null for an integer of too many digits. */
export function numberValue(text: string): ConstantValue | null {
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  const last = digits.charCodeAt(digits.length - 1) | 32;
  const radixLetter = digits.charCodeAt(1) | 32;
  if (radixLetter !== 120 || digits.charCodeAt(0) !== 48) {
    if (last === 106) return { type: 'complex', imag: Number(digits.slice(0, -1)) };
    if (/[.eE]/.test(digits) && radixLetter !== 98) return { type: 'float', value: Number(digits) };
  }
  const value = Number(digits);
  if (Number.isSafeInteger(value)) return { type: 'int', value };
  const isDecimal = isDigit(digits.charCodeAt(1));
  if (isDecimal && digits.length > MAX_DIGITS) return null;
  return { type: 'int', value: BigInt(digits) };
}

function radix(source: string, start: number, kind: string, isValid: (c: number) => boolean): NumberEnd {
  let i = start;
  do {
    if (source.charCodeAt(i) === 95) i++;
    const c = source.charCodeAt(i);
    if (!isValid(c)) return isDigit(c) ? wrongDigit(source, i, kind) : fault(`invalid ${kind} literal`, i);
    while (isValid(source.charCodeAt(i))) i++;
  } while (source.charCodeAt(i) === 95);
  if (isDigit(source.charCodeAt(i))) return wrongDigit(source, i, kind);
  return finish(source, i, kind);
}

function decimal(source: string, start: number, first: number): NumberEnd {
  let i = start;
  let c = first;
  if (c !== 46) {
    const zero = c === 48;
    let zeros = i;
    if (zero) {
      while (c === 48 || c === 95) {
        if (c === 95 && !isDigit(source.charCodeAt(i + 1))) return fault('invalid decimal literal', i + 1);
        c = source.charCodeAt(++i);
      }
      zeros = i;
    }
    const nonzero = isDigit(c);
    if (nonzero) {
      i = decimalTail(source, i);
      if (i < 0) return fault('invalid decimal literal', -i);
      c = source.charCodeAt(i);
    }
    const fractional = c === 46 || (c | 32) === 101 || (c | 32) === 106;
    if (zero && nonzero && !fractional) {
      const message =
        'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
      return { end: i, touching: null, fault: { message, from: start, at: zeros + 1 } };
    }
  }
  if (c === 46) {
    c = source.charCodeAt(++i);
    if (isDigit(c)) {
      i = decimalTail(source, i);
      if (i < 0) return fault('invalid decimal literal', -i);
      c = source.charCodeAt(i);
    }
  }
  if ((c | 32) === 101) {
    const sign = source.charCodeAt(i + 1);
    const signed = sign === 43 || sign === 45;
    const digits = signed ? i + 2 : i + 1;
    if (isDigit(source.charCodeAt(digits))) {
      i = decimalTail(source, digits);
      if (i < 0) return fault('invalid decimal literal', -i);
      c = source.charCodeAt(i);
    } else if (signed) {
      return fault('invalid decimal literal', digits);
    } else {
      return finish(source, i, 'decimal');
    }
  }
  if ((c | 32) === 106) return finish(source, i + 1, 'imaginary');
  return finish(source, i, 'decimal');
}

/** Skips digits and single underscores; the negated offset of a fault. */
function decimalTail(source: string, start: number): number {
  let i = start;
  for (;;) {
    while (isDigit(source.charCodeAt(i))) i++;
    if (source.charCodeAt(i) !== 95) return i;
    if (!isDigit(source.charCodeAt(++i))) return -i;
  }
}

/** Mirrors verify_end_of_number(): a name may not touch a number, save some keywords. */
function finish(source: string, end: number, kind: string): NumberEnd {
  const c = source.charCodeAt(end);
  if (!(c < 128) || !continuesName(c)) return { end, fault: null, touching: null };
  for (const word of TOUCHING[source[end]!] ?? []) {
    // CPython looks at the second letter only for those that start with i.
    if (source.startsWith(word, end) && (word[0] === 'i' || !continuesName(source.charCodeAt(end + word.length)))) {
      return { end, fault: null, touching: kind };
    }
  }
  return fault(`invalid ${kind} literal`, end);
}

function wrongDigit(source: string, at: number, kind: string): NumberEnd {
  return fault(`invalid digit '${source[at]}' in ${kind} literal`, at + 1);
}

function fault(message: string, at: number): NumberEnd {
  return { end: at, touching: null, fault: { message, at } };
}
