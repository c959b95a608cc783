import { adjusted, digitsOf, finite, rescaled, Special, type DecimalNumber, type Rounding, type Status } from './number.ts';
import { TextError } from '../error.ts';
import { parseFormatSpec, type FormatSpec } from '../formatspec.ts';

const NUMBER = /^([-+])?(?:(?=\d|\.\d)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?|(inf(?:inity)?)|(s)?nan(\d*))$/i;

/** Mirrors mpd_qset_string(): null for what is no number. */
export function parseDecimal(text: string): DecimalNumber | null {
  const found = NUMBER.exec(text);
  if (found === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0', isInfinity, signalling, payload] = found;
  const negative = sign === '-';
  if (isInfinity !== undefined) return { negative, digits: 0n, exponent: 0, special: Special.INFINITY };
  if (payload !== undefined) return { negative, digits: BigInt(payload || '0'), exponent: 0, special: signalling === undefined ? Special.NAN : Special.SIGNALLING };
  return finite(negative, BigInt(whole + fraction), Number(exponent) - fraction.length);
}

/** Mirrors mpd_to_sci(), or mpd_to_eng(). */
export function decimalText(value: DecimalNumber, upper = true): string {
  const { negative, digits, exponent, special } = value;
  const sign = negative ? '-' : '';
  if (special === Special.INFINITY) return `${sign}Infinity`;
  if (special !== Special.NONE) return `${sign}${special === Special.SIGNALLING ? 's' : ''}NaN${digits === 0n ? '' : String(digits)}`;
  const point = exponent <= 0 && adjusted(value) >= -6 ? digitsOf(digits) + exponent : 1;
  return sign + placed(value, point, upper ? 'E' : 'e');
}

/** The digits with the point behind the first `point` of them, and what exponent is left. */
function placed(value: DecimalNumber, point: number, letter: string): string {
  const [whole, fraction, rest] = pieces(value, point);
  return whole + (fraction === '' ? '' : `.${fraction}`) + (rest === 0 ? '' : letter + (rest < 0 ? '' : '+') + String(rest));
}

function pieces({ digits, exponent }: DecimalNumber, point: number): readonly [string, string, number] {
  const text = String(digits);
  const rest = exponent + text.length - point;
  if (point <= 0) return ['0', '0'.repeat(-point) + text, rest];
  if (point >= text.length) return [text + '0'.repeat(point - text.length), '', rest];
  return [text.slice(0, point), text.slice(point), rest];
}

/** Mirrors mpd_qformat_spec(): an operation of its own, which no precision of a context limits. */
export function formatDecimal(value: DecimalNumber, text: string, rounding: Rounding): string {
  const spec = parseSpec(text);
  const type = spec.type === '' ? 'g' : spec.type;
  const sign = value.negative ? '-' : spec.sign === '-' ? '' : spec.sign;
  if (value.special !== Special.NONE) {
    const shown = decimalText({ ...value, negative: false }) + (type === '%' ? '%' : '');
    return padded(sign, shown, { ...spec, ...(spec.fill === '0' && spec.align === '=' ? ({ fill: ' ', align: '>' } as const) : {}), separator: null });
  }
  const lower = type.toLowerCase();
  const ignored: Status = { conditions: 0 };
  let number = lower === '%' ? finite(value.negative, value.digits, value.exponent + 2) : value;
  const { precision } = spec;
  if (precision >= 0) {
    if (lower === 'e') number = toDigits(number, precision + 1, rounding);
    else if (lower === 'f' || lower === '%') number = rescaled(number, -precision, rounding, ignored);
    else if (lower === 'g' && digitsOf(number.digits) > precision) number = toDigits(number, Math.max(1, precision), rounding);
  }
  if (number.digits === 0n && number.exponent > 0 && (lower === 'f' || lower === '%')) number = finite(number.negative, 0n, 0);
  const left = digitsOf(number.digits) + number.exponent;
  let point = left;
  if (lower === 'e') point = number.digits === 0n && precision >= 0 ? 1 - precision : 1;
  else if (lower === 'g') point = number.exponent <= 0 && left > -6 ? left : 1;
  const [whole, fraction, rest] = pieces(number, point);
  const exponent = lower === 'e' || (lower === 'g' && rest !== 0) ? `${type === 'E' || type === 'G' || spec.type === '' ? 'E' : 'e'}${rest < 0 ? '' : '+'}${rest}` : '';
  const tail = (fraction === '' ? '' : `.${fraction}`) + exponent + (lower === '%' ? '%' : '');
  const isNegativeZero = spec.noNegativeZero && value.negative && number.digits === 0n;
  return padded(isNegativeZero ? (spec.sign === '-' ? '' : spec.sign) : sign, whole, spec, tail);
}

function toDigits(value: DecimalNumber, places: number, rounding: Rounding): DecimalNumber {
  if (value.digits === 0n) return value;
  const exponent = adjusted(value) + 1 - places;
  const result = rescaled(value, exponent, rounding, { conditions: 0 });
  return digitsOf(result.digits) > places ? finite(result.negative, result.digits / 10n, exponent + 1) : result;
}

function parseSpec(text: string): FormatSpec {
  const invalid = (): never => {
    throw new TextError('ValueError', 'invalid format string');
  };
  let spec: FormatSpec;
  try {
    spec = parseFormatSpec(text, 'decimal.Decimal', '', '>');
  } catch (error) {
    if (error instanceof TextError) return invalid();
    throw error;
  }
  if (!/^[eEfFgG%]?$/.test(spec.type) || spec.alternate || spec.separator === '_' || spec.fractionSeparator !== null) return invalid();
  return spec;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

function padded(sign: string, whole: string, { fill, align, width, separator }: FormatSpec, tail = ''): string {
  let digits = separator === null ? whole : grouped(whole);
  if (align === '=' && fill === '0' && separator !== null) {
    for (let n = whole.length; sign.length + digits.length + tail.length < width; n++) digits = grouped(whole.padStart(n + 1, '0'));
  }
  const missing = width - sign.length - digits.length - tail.length;
  if (missing <= 0) return sign + digits + tail;
  const left = align === '<' ? 0 : align === '^' ? Math.floor(missing / 2) : missing;
  if (align === '=') return sign + fill.repeat(missing) + digits + tail;
  return fill.repeat(left) + sign + digits + tail + fill.repeat(missing - left);
}
