import { unicode, isSpace } from '../../text/unicode.ts';
import { Category } from './opcodes.ts';

/** What patterns ask of single characters. Outside ASCII the locale of the reference (C.UTF-8) knows no letters. */

const isAsciiWord = (point: number): boolean =>
  (point >= 97 && point <= 122) || (point >= 65 && point <= 90) || (point >= 48 && point <= 57) || point === 95;

const isAsciiDigit = (point: number): boolean => point >= 48 && point <= 57;
const isAsciiSpace = (point: number): boolean => point === 32 || (point >= 9 && point <= 13);

export function isUnicodeWord(point: number): boolean {
  if (point < 128) return isAsciiWord(point);
  const database = unicode();
  return database.has('alpha', point) || database.has('numeric', point);
}

/** Mirrors Py_UNICODE_ISLINEBREAK(). */
const isLineBreak = (point: number): boolean =>
  (point >= 10 && point <= 13) || (point >= 0x1c && point <= 0x1e) || point === 0x85 || point === 0x2028 || point === 0x2029;

export function isInCategory(category: number, point: number): boolean {
  switch (category) {
    case Category.DIGIT:
      return isAsciiDigit(point);
    case Category.NOT_DIGIT:
      return !isAsciiDigit(point);
    case Category.SPACE:
      return isAsciiSpace(point);
    case Category.NOT_SPACE:
      return !isAsciiSpace(point);
    case Category.WORD:
    case Category.LOC_WORD:
      return isAsciiWord(point);
    case Category.NOT_WORD:
    case Category.LOC_NOT_WORD:
      return !isAsciiWord(point);
    case Category.LINEBREAK:
      return point === 10;
    case Category.NOT_LINEBREAK:
      return point !== 10;
    case Category.UNI_DIGIT:
      return point < 128 ? isAsciiDigit(point) : unicode().has('decimal', point);
    case Category.UNI_NOT_DIGIT:
      return !(point < 128 ? isAsciiDigit(point) : unicode().has('decimal', point));
    case Category.UNI_SPACE:
      return isSpace(point);
    case Category.UNI_NOT_SPACE:
      return !isSpace(point);
    case Category.UNI_WORD:
      return isUnicodeWord(point);
    case Category.UNI_NOT_WORD:
      return !isUnicodeWord(point);
    case Category.UNI_LINEBREAK:
      return isLineBreak(point);
    case Category.UNI_NOT_LINEBREAK:
      return !isLineBreak(point);
    default:
      return false;
  }
}

export const lowerAscii = (point: number): number => (point >= 65 && point <= 90 ? point + 32 : point);
export const upperAscii = (point: number): number => (point >= 97 && point <= 122 ? point - 32 : point);

/** The small letter of a character, the first one where `str.lower` answers several (Py_UNICODE_TOLOWER). */
export function lowerUnicode(point: number): number {
  if (point < 128) return lowerAscii(point);
  return point > 0x10ffff ? point : unicode().map('lower', point).codePointAt(0)!;
}

/** The capital of a character, or the first of several (Py_UNICODE_TOUPPER). */
export function upperUnicode(point: number): number {
  if (point < 128) return upperAscii(point);
  return point > 0x10ffff ? point : unicode().map('upper', point).codePointAt(0)!;
}

export const isAsciiCased = (point: number): boolean => lowerAscii(point) !== point || upperAscii(point) !== point;
export const isUnicodeCased = (point: number): boolean => lowerUnicode(point) !== point || upperUnicode(point) !== point;
