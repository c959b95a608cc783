import type { Mapping, Property } from './unicode-data.ts';
import { isSpace, unicode } from './unicode.ts';

const NOT_ASCII = /[^\0-\x7f]/;

export function isascii(text: string): boolean {
  return !NOT_ASCII.test(text);
}

const CAPITAL_SIGMA = 0x3a3;

export function lower(text: string): string {
  if (isascii(text)) return text.toLowerCase();
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  return points.map((_, i) => lowerAt(points, i)).join('');
}

export function upper(text: string): string {
  return isascii(text) ? text.toUpperCase() : mapped(text, 'upper');
}

export function casefold(text: string): string {
  return isascii(text) ? text.toLowerCase() : mapped(text, 'fold');
}

function mapped(text: string, mapping: Mapping): string {
  const database = unicode();
  let result = '';
  for (const character of text) result += database.map(mapping, character.codePointAt(0)!);
  return result;
}

/** The small letter of a character, which for a capital sigma depends on where it stands. Mirrors lower_ucs4(). */
function lowerAt(points: readonly number[], at: number): string {
  if (points[at] !== CAPITAL_SIGMA) return unicode().map('lower', points[at]!);
  const ignorable = (point: number): boolean => unicode().has('caseIgnorable', point);
  let before = at - 1;
  while (before >= 0 && ignorable(points[before]!)) before--;
  let after = at + 1;
  while (after < points.length && ignorable(points[after]!)) after++;
  const final = before >= 0 && isCased(points[before]!) && !(after < points.length && isCased(points[after]!));
  return final ? '\u03c2' : '\u03c3';
}

function isCased(point: number): boolean {
  const database = unicode();
  return database.has('lower', point) || database.has('upper', point) || database.has('title', point);
}

export function capitalize(text: string): string {
  if (isascii(text)) return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  return points.map((point, i) => (i === 0 ? unicode().map('title', point) : lowerAt(points, i))).join('');
}

export function title(text: string): string {
  if (isascii(text)) return text.replace(/[A-Za-z]+/g, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase());
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  let result = '';
  let inWord = false;
  points.forEach((point, i) => {
    result += inWord ? lowerAt(points, i) : unicode().map('title', point);
    inWord = isCased(point);
  });
  return result;
}

export function swapcase(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const database = unicode();
  return points
    .map((point, i) => {
      if (database.has('upper', point)) return lowerAt(points, i);
      return database.has('lower', point) ? database.map('upper', point) : String.fromCodePoint(point);
    })
    .join('');
}

/** Whether the string is not empty and each of its characters has one of the properties. */
function every(text: string, ...properties: readonly Property[]): boolean {
  const database = unicode();
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (!properties.some((property) => database.has(property, point))) return false;
  }
  return text !== '';
}

export function isalpha(text: string): boolean {
  return isascii(text) ? /^[A-Za-z]+$/.test(text) : every(text, 'alpha');
}

export function isdecimal(text: string): boolean {
  return isascii(text) ? /^[0-9]+$/.test(text) : every(text, 'decimal');
}

export function isdigit(text: string): boolean {
  return isascii(text) ? /^[0-9]+$/.test(text) : every(text, 'digit');
}

export function isnumeric(text: string): boolean {
  return isascii(text) ? /^[0-9]+$/.test(text) : every(text, 'numeric');
}

export function isalnum(text: string): boolean {
  return isascii(text) ? /^[0-9A-Za-z]+$/.test(text) : every(text, 'alpha', 'decimal', 'digit', 'numeric');
}

export function isspace(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return text !== '';
}

export function isprintable(text: string): boolean {
  return isascii(text) ? /^[ -~]*$/.test(text) : text === '' || every(text, 'printable');
}

export function islower(text: string): boolean {
  return isascii(text) ? /[a-z]/.test(text) && !/[A-Z]/.test(text) : allCased(text, 'lower', 'upper');
}

export function isupper(text: string): boolean {
  return isascii(text) ? /[A-Z]/.test(text) && !/[a-z]/.test(text) : allCased(text, 'upper', 'lower');
}

function allCased(text: string, wanted: Property, unwanted: Property): boolean {
  const database = unicode();
  let some = false;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (database.has(unwanted, point) || database.has('title', point)) return false;
    some ||= database.has(wanted, point);
  }
  return some;
}

export function istitle(text: string): boolean {
  const database = unicode();
  let some = false;
  let inWord = false;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const capital = database.has('upper', point) || database.has('title', point);
    const small = database.has('lower', point);
    if (capital ? inWord : small && !inWord) return false;
    inWord = capital || small;
    some ||= inWord;
  }
  return some;
}

export function isidentifier(text: string): boolean {
  if (isascii(text)) return /^[A-Za-z_][0-9A-Za-z_]*$/.test(text);
  const database = unicode();
  let first = true;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const fits = first ? point === 0x5f || database.has('identifierStart', point) : database.has('identifierContinue', point);
    if (!fits) return false;
    first = false;
  }
  return text !== '';
}
