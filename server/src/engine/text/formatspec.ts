import { TextError } from './error.ts';
import { profile } from './profile.ts';
import { unicode } from './unicode.ts';

export type Alignment = '<' | '>' | '=' | '^';
export type Separator = ',' | '_';

/** A format specification: [[fill]align][sign][z][#][0][width][grouping][.precision][grouping][type] */
export interface FormatSpec {
  readonly fill: string;
  readonly align: Alignment;
  readonly sign: '' | '+' | '-' | ' ';
  /** 'z': a zero that lost its digits in rounding loses its minus as well. */
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  /** -1 where it is not given; the same of the precision. */
  readonly width: number;
  readonly separator: Separator | null;
  readonly precision: number;
  readonly fractionSeparator: Separator | null;
  readonly type: string;
}

const SSIZE_MAX = 9223372036854775807n;

/** Mirrors parse_internal_render_format_spec(); its order decides which of several errors is reported. */
export function parseFormatSpec(text: string, typeName: string, defaultType: string, defaultAlign: '<' | '>'): FormatSpec {
  const chars = Array.from(text);
  let at = 0;
  const take = (wanted: string): boolean => {
    if (chars[at] !== wanted) return false;
    at++;
    return true;
  };

  let fill = ' ';
  let align: Alignment | null = null;
  let filled = false;
  if (isAlignment(chars[1])) {
    fill = chars[0]!;
    align = chars[1];
    filled = true;
    at = 2;
  } else if (isAlignment(chars[0])) {
    align = chars[0];
    at = 1;
  }
  const sign = take('+') ? '+' : take('-') ? '-' : take(' ') ? ' ' : '';
  const noNegativeZero = take('z');
  const alternate = take('#');
  if (!filled && take('0')) {
    fill = '0';
    if (align === null && defaultAlign === '>') align = '=';
  }
  const width = takeNumber() ?? -1;
  const separator = takeSeparator();
  let precision = -1;
  let fractionSeparator: Separator | null = null;
  if (take('.')) {
    const digits = takeNumber();
    if (profile.fractionGrouping) fractionSeparator = takeSeparator();
    if (digits === null && fractionSeparator === null) {
      throw new TextError('ValueError', 'Format specifier missing precision');
    }
    precision = digits ?? -1;
  }
  if (chars.length - at > 1) {
    throw new TextError('ValueError', `Invalid format specifier '${text}' for object of type '${typeName}'`);
  }
  const type = chars[at] ?? defaultType;
  const four = separator === '_' && /^[boxX]$/.test(type);
  if (separator !== null && !four && !/^[defgEGF%]?$/.test(type)) throw cannotSpecify(separator, type);
  if (fractionSeparator !== null && type === 'n') throw cannotSpecify(fractionSeparator, type);
  return {
    fill,
    align: align ?? defaultAlign,
    sign,
    noNegativeZero,
    alternate,
    width,
    separator,
    precision,
    fractionSeparator,
    type,
  };

  /** A number in the digits of any script; null if there is none. */
  function takeNumber(): number | null {
    let value = 0n;
    const start = at;
    for (; at < chars.length; at++) {
      const digit = unicode().decimal(chars[at]!.codePointAt(0)!);
      if (digit < 0) break;
      value = value * 10n + BigInt(digit);
      if (value > SSIZE_MAX) throw new TextError('ValueError', 'Too many decimal digits in format string');
    }
    return at === start ? null : Number(value);
  }

  function takeSeparator(): Separator | null {
    const comma = take(',');
    const underscore = take('_');
    if ((comma && underscore) || (underscore && chars[at] === ',')) {
      throw new TextError('ValueError', "Cannot specify both ',' and '_'.");
    }
    return comma ? ',' : underscore ? '_' : null;
  }
}

function isAlignment(character: string | undefined): character is Alignment {
  return character === '<' || character === '>' || character === '=' || character === '^';
}

function cannotSpecify(separator: Separator, type: string): TextError {
  return new TextError('ValueError', `Cannot specify '${separator}' with '${visible(type)}'.`);
}

export function unknownFormatCode(type: string, typeName: string): TextError {
  return new TextError('ValueError', `Unknown format code '${visible(type)}' for object of type '${typeName}'`);
}

function visible(character: string): string {
  const point = character.codePointAt(0)!;
  return point > 32 && point < 128 ? character : `\\x${point.toString(16)}`;
}
