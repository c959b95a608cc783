import * as bytes from '../../server/src/engine/text/bytes.ts';
import * as codec from '../../server/src/engine/text/codec.ts';
import * as complex from '../../server/src/engine/text/complex.ts';
import { TextError } from '../../server/src/engine/text/error.ts';
import * as float from '../../server/src/engine/text/float.ts';
import * as format from '../../server/src/engine/text/format.ts';
import * as hash from '../../server/src/engine/text/hash.ts';
import * as integer from '../../server/src/engine/text/integer.ts';
import * as numerals from '../../server/src/engine/text/numerals.ts';
import * as percent from '../../server/src/engine/text/percent.ts';
import { searchRange, sliceIndices } from '../../server/src/engine/text/slice.ts';
import * as str from '../../server/src/engine/text/str.ts';
import * as strformat from '../../server/src/engine/text/strformat.ts';

type Int = integer.Int;

/** A Python value as cases.py writes it. */
export type Json =
  | null
  | boolean
  | string
  | readonly Json[]
  | { readonly i: string }
  | { readonly f: string }
  | { readonly b: readonly number[] }
  | { readonly c: readonly [string, string] }
  | { readonly d: readonly (readonly [Json, Json])[] }
  | { readonly e: readonly [string, readonly Json[]] };

/** A function's name, its arguments and what a real interpreter answered. */
export type Case = readonly [name: string, given: readonly Json[], expected: Json];

const int = (value: Int): Json => ({ i: value < 0 ? `-0x${integer.neg(value).toString(16)}` : `0x${value.toString(16)}` });
const real = (value: number): Json => ({ f: float.repr(value) });
const data = (value: Uint8Array): Json => ({ b: Array.from(value) });
const both = (value: complex.Complex): Json => ({ c: [float.repr(value.real), float.repr(value.imag)] });

function double(text: string): number {
  return text === 'nan' ? NaN : text === 'inf' ? Infinity : text === '-inf' ? -Infinity : Number(text);
}

function parsed(hex: string): Int {
  return integer.normalize(hex.startsWith('-') ? -BigInt(hex.slice(1)) : BigInt(hex));
}

/** The arguments of one case, asked for by position and type. */
class Given {
  readonly values: readonly Json[];

  constructor(values: readonly Json[]) {
    this.values = values;
  }

  text(at: number): string {
    const value = this.values[at];
    if (typeof value !== 'string') throw new Error(`argument ${at} is no text`);
    return value;
  }

  maybeText(at: number): string | null {
    return this.values[at] === null ? null : this.text(at);
  }

  int(at: number): Int {
    const value = this.values[at];
    if (typeof value === 'object' && value !== null && 'i' in value) return parsed(value.i);
    throw new Error(`argument ${at} is no int`);
  }

  maybeInt(at: number): Int | null {
    return (this.values[at] ?? null) === null ? null : this.int(at);
  }

  number(at: number): number {
    return Number(this.int(at));
  }

  float(at: number): number {
    const value = this.values[at];
    if (typeof value === 'object' && value !== null && 'f' in value) return double(value.f);
    throw new Error(`argument ${at} is no float`);
  }

  complex(at: number): complex.Complex {
    const value = this.values[at];
    if (typeof value === 'object' && value !== null && 'c' in value) {
      return { real: double(value.c[0]), imag: double(value.c[1]) };
    }
    throw new Error(`argument ${at} is no complex`);
  }

  bytes(at: number): Uint8Array {
    const value = this.values[at];
    if (typeof value === 'object' && value !== null && 'b' in value) return Uint8Array.from(value.b);
    throw new Error(`argument ${at} are no bytes`);
  }

  maybeBytes(at: number): Uint8Array | null {
    return this.values[at] === null ? null : this.bytes(at);
  }

  bool(at: number): boolean {
    return this.values[at] === true;
  }

  order(at: number): integer.ByteOrder {
    return this.text(at) === 'little' ? 'little' : 'big';
  }

  codec(at: number): codec.Codec {
    const found = codec.codecNamed(this.text(at));
    if (found === null) throw new Error(`no codec ${this.text(at)}`);
    return found;
  }
}

type Answer = (given: Given) => Json;

const ints =
  (operation: (a: Int, b: Int) => Int): Answer =>
  (given) =>
    int(operation(given.int(0), given.int(1)));

const oneInt =
  (operation: (a: Int) => Int): Answer =>
  (given) =>
    int(operation(given.int(0)));

const floats =
  (operation: (a: number, b: number) => number): Answer =>
  (given) =>
    real(operation(given.float(0), given.float(1)));

const complexes =
  (operation: (a: complex.Complex, b: complex.Complex) => complex.Complex): Answer =>
  (given) =>
    both(operation(given.complex(0), given.complex(1)));

const INTEGER: Record<string, Answer> = {
  add: ints(integer.add),
  sub: ints(integer.sub),
  mul: ints(integer.mul),
  neg: oneInt(integer.neg),
  abs: oneInt(integer.abs),
  invert: oneInt(integer.invert),
  floordiv: ints(integer.floordiv),
  mod: ints(integer.mod),
  divmod: (given) => integer.divmod(given.int(0), given.int(1)).map(int),
  pow: ints(integer.pow),
  powMod: (given) => int(integer.powMod(given.int(0), given.int(1), given.int(2))),
  lshift: ints(integer.lshift),
  rshift: ints(integer.rshift),
  and: ints(integer.and),
  or: ints(integer.or),
  xor: ints(integer.xor),
  compare: ints(integer.compare),
  compareFloat: (given) => int(integer.compare(given.int(0), given.float(1))),
  bitLength: oneInt(integer.bitLength),
  bitCount: oneInt(integer.bitCount),
  trueDiv: (given) => real(integer.trueDiv(given.int(0), given.int(1))),
  toFloat: (given) => real(integer.toFloat(given.int(0))),
  fromFloat: (given) => int(integer.fromFloat(given.float(0))),
  round: ints(integer.round),
  isqrt: oneInt(integer.isqrt),
  gcd: ints(integer.gcd),
  fromBytes: (given) => int(integer.fromBytes(given.bytes(0), given.order(1), given.bool(2))),
  toBytes: (given) => data(integer.toBytes(given.int(0), given.number(1), given.order(2), given.bool(3))),
};

const NUMERALS: Record<string, Answer> = {
  parseInt: (given) => int(numerals.parseInt(given.text(0), given.int(1))),
  parseBigInt: (given) => int(numerals.parseInt(given.text(0))),
  parseIntBytes: (given) => int(numerals.parseIntBytes(given.bytes(0), given.int(1))),
  intToString: (given) => numerals.intToString(given.int(0)),
  bigIntToString: (given) => numerals.intToString(given.int(0)),
  bin: (given) => numerals.intToBase(given.int(0), 2),
  oct: (given) => numerals.intToBase(given.int(0), 8),
  hex: (given) => numerals.intToBase(given.int(0), 16),
  parseFloat: (given) => real(numerals.parseFloat(given.text(0))),
  parseFloatRepr: (given) => real(numerals.parseFloat(given.text(0))),
  parseFloatBytes: (given) => real(numerals.parseFloatBytes(given.bytes(0))),
  parseComplex: (given) => both(numerals.parseComplex(given.text(0))),
};

const FLOAT: Record<string, Answer> = {
  repr: (given) => float.repr(given.float(0)),
  isInteger: (given) => float.isInteger(given.float(0)),
  asIntegerRatio: (given) => float.asIntegerRatio(given.float(0)).map(int),
  hex: (given) => float.hex(given.float(0)),
  fromHex: (given) => real(float.fromHex(given.text(0))),
  div: floats(float.div),
  floordiv: floats(float.floordiv),
  mod: floats(float.mod),
  divmod: (given) => float.divmod(given.float(0), given.float(1)).map(real),
  pow: (given) => {
    const result = float.pow(given.float(0), given.float(1));
    return result === null ? null : real(result);
  },
  round: (given) => real(float.round(given.float(0), given.int(1))),
  roundFar: (given) => real(float.round(given.float(0), given.int(1))),
  roundToInt: (given) => int(float.roundToInt(given.float(0))),
};

const COMPLEX: Record<string, Answer> = {
  add: complexes(complex.add),
  sub: complexes(complex.sub),
  mul: complexes(complex.mul),
  div: complexes(complex.div),
  powWhole: (given) => both(complex.pow(given.complex(0), { real: given.number(1), imag: 0 })),
  mixed: (given) => {
    const [a, b] = [given.complex(0), given.float(1)];
    return [
      complex.add(a, b),
      complex.add(b, a),
      complex.sub(a, b),
      complex.sub(b, a),
      complex.mul(a, b),
      complex.mul(b, a),
    ].map(both);
  },
  mixedDiv: (given) => {
    const [a, b] = [given.complex(0), given.float(1)];
    return [complex.div(a, b), complex.div(b, a)].map(both);
  },
  neg: (given) => both(complex.neg(given.complex(0))),
  repr: (given) => complex.repr(given.complex(0)),
  equals: (given) => complex.equals(given.complex(0), given.complex(1)),
};

const FORMAT: Record<string, Answer> = {
  formatInt: (given) => format.formatInt(given.int(0), given.text(1)),
  formatFloat: (given) => format.formatFloat(given.float(0), given.text(1)),
  formatString: (given) => format.formatString(given.text(0), given.text(1)),
  formatComplex: (given) => format.formatComplex(given.complex(0), given.text(1)),
  formatFloatFar: (given) => format.formatFloat(given.float(0), given.text(1)),
};

function typeName(value: Json): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if ('i' in value) return 'int';
  if ('f' in value) return 'float';
  if ('b' in value) return 'bytes';
  return 'd' in value ? 'dict' : 'tuple';
}

function repr(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return str.repr(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if ('i' in value) return numerals.intToString(parsed(value.i));
  if ('f' in value) return float.repr(double(value.f));
  if ('b' in value) return bytes.repr(Uint8Array.from(value.b));
  if ('d' in value) return `{${value.d.map(([key, item]) => `${repr(key)}: ${repr(item)}`).join(', ')}}`;
  throw new Error('no repr');
}

/** What a caller with a heap does with the steps of `%`. */
function formatPercent(text: string, kind: percent.PercentKind, values: Json): string {
  const isTuple = Array.isArray(values);
  const mapping = typeof values === 'object' && values !== null && 'd' in values ? values.d : null;
  const args: Json[] = isTuple ? [...(values as readonly Json[])] : [values];
  let next = 0;
  let keyed: Json | undefined;
  let everKeyed = false;
  const fetch = (): Json => {
    if (keyed !== undefined) {
      const value = keyed;
      keyed = undefined;
      return value;
    }
    if (everKeyed && !isTuple) throw percent.notEnoughArguments(args.length);
    if (next >= args.length) throw percent.notEnoughArguments(args.length);
    return args[next++]!;
  };
  let result = '';
  let answer: Int | undefined;
  const steps = percent.percentSteps(text, kind, isTuple, mapping === null ? typeName(values) : null);
  for (let step = steps.next(); step.done !== true; step = steps.next(answer)) {
    const now = step.value;
    switch (now.step) {
      case 'literal':
        result += now.text;
        break;
      case 'key': {
        if (mapping === null) throw new Error('no mapping');
        everKeyed = true;
        const found = mapping.find(([key]) => (typeof key === 'string' ? key : bytes.toLatin1(new Given([key]).bytes(0))) === now.key);
        if (found === undefined) throw new TextError('KeyError', now.key, [kind === 'str' ? now.key : bytes.fromLatin1(now.key)]);
        keyed = found[1];
        break;
      }
      case 'star': {
        const value = fetch();
        if (typeName(value) !== 'int') throw percent.starRequiresInt(now.argument, typeName(value));
        answer = new Given([value]).int(0);
        break;
      }
      case 'fetch':
        keyed = fetch();
        break;
      case 'format':
        result += formatOne(now.conversion, keyed!);
        keyed = undefined;
        break;
    }
  }
  if (mapping === null && next < args.length) throw percent.notAllConverted(kind, next, args.length);
  return result;
}

function formatOne(conversion: percent.PercentConversion, value: Json): string {
  const given = new Given([value]);
  const type = typeName(value);
  const { kind } = conversion;
  switch (conversion.type) {
    case 'b':
    case 's':
      if (kind === 'bytes') {
        if (type !== 'bytes') throw percent.wrongType(conversion, type);
        return percent.formatPercentText(conversion, bytes.toLatin1(given.bytes(0)));
      }
      return percent.formatPercentText(conversion, typeof value === 'string' ? value : repr(value));
    case 'r':
      return percent.formatPercentText(conversion, kind === 'str' || type !== 'str' ? repr(value) : str.ascii(given.text(0)));
    case 'a':
      return percent.formatPercentText(conversion, asciiOf(repr(value)));
    case 'c':
      if (type === 'int') return percent.formatPercentCode(conversion, given.int(0));
      if (kind === 'str' && typeof value === 'string') {
        if (str.length(value) === 1) return percent.formatPercentCharacter(conversion, value);
        throw percent.notCharacter(conversion, `a string of length ${str.length(value)}`);
      }
      if (kind === 'bytes' && type === 'bytes') {
        const found = given.bytes(0);
        if (found.length === 1) return percent.formatPercentCharacter(conversion, bytes.toLatin1(found));
        throw percent.notCharacter(conversion, `a bytes object of length ${found.length}`);
      }
      throw percent.notCharacter(conversion, type);
    case 'd':
    case 'i':
    case 'u':
      if (type === 'float') return percent.formatPercentInt(conversion, integer.fromFloat(given.float(0)));
      if (type === 'int') return percent.formatPercentInt(conversion, given.int(0));
      throw percent.wrongType(conversion, type);
    case 'o':
    case 'x':
    case 'X':
      if (type === 'int') return percent.formatPercentInt(conversion, given.int(0));
      throw percent.wrongType(conversion, type);
    default:
      if (type === 'int') return percent.formatPercentFloat(conversion, integer.toFloat(given.int(0)));
      if (type === 'float') return percent.formatPercentFloat(conversion, given.float(0));
      throw percent.wrongType(conversion, type);
  }
}

/** The repr of a value in ASCII, which for these values has nothing to escape but what str.ascii would. */
function asciiOf(text: string): string {
  return Array.from(text, (character) => (character > '\x7f' ? str.ascii(character).slice(1, -1) : character)).join('');
}

const PERCENT: Record<string, Answer> = {
  percent: (given) => formatPercent(given.text(0), 'str', given.values[1]!),
  percentBytes: (given) => data(bytes.fromLatin1(formatPercent(bytes.toLatin1(given.bytes(0)), 'bytes', given.values[1]!))),
};

const STRFORMAT: Record<string, Answer> = {
  formatPieces: (given) =>
    Array.from(strformat.formatPieces(given.text(0)), ({ literal, field }) =>
      field === null ? [literal, null, null, null] : [literal, field.name, field.spec, field.conversion],
    ),
  splitFieldName: (given) => {
    const { first, rest } = strformat.splitFieldName(given.text(0));
    const steps = Array.from(strformat.fieldSteps(rest), (step): Json => {
      if (step.kind === 'attribute') return [true, step.name];
      return [false, typeof step.key === 'string' ? step.key : int(step.key)];
    });
    return [typeof first === 'string' ? first : int(first), steps];
  },
};

const SLICE: Record<string, Answer> = {
  sliceIndices: (given) => {
    const { start, stop, step, count } = sliceIndices(given.maybeInt(0), given.maybeInt(1), given.maybeInt(2), given.number(3));
    return [start, stop, step, count].map(int);
  },
};

/** An answer for each function that maps one value to another. */
function each<A>(functions: Record<string, (value: A) => Json>, take: (given: Given) => A): Record<string, Answer> {
  return Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, (given: Given) => f(take(given))]));
}

const CASES = {
  lower: str.lower,
  upper: str.upper,
  title: str.title,
  capitalize: str.capitalize,
  swapcase: str.swapcase,
  casefold: str.casefold,
};

type Search<T, R> = (text: T, sub: T, start: number, end: number) => R;

const textSearch =
  <R>(search: Search<string, R>, wrap: (result: R) => Json): Answer =>
  (given) => {
    const text = given.text(0);
    const { start, end } = searchRange(given.maybeInt(2), given.maybeInt(3), str.length(text));
    return wrap(search(text, given.text(1), start, end));
  };

const bytesSearch =
  <R>(search: Search<Uint8Array, R>, wrap: (result: R) => Json): Answer =>
  (given) => {
    const value = given.bytes(0);
    const { start, end } = searchRange(given.maybeInt(2), given.maybeInt(3), value.length);
    return wrap(search(value, given.bytes(1), start, end));
  };

const truth = (value: boolean): Json => value;

const STR: Record<string, Answer> = {
  ...each(
    {
      isalpha: str.isalpha,
      isdecimal: str.isdecimal,
      isdigit: str.isdigit,
      isnumeric: str.isnumeric,
      isalnum: str.isalnum,
      isspace: str.isspace,
      isupper: str.isupper,
      islower: str.islower,
      istitle: str.istitle,
      isidentifier: str.isidentifier,
      isprintable: str.isprintable,
      isascii: str.isascii,
      ...CASES,
      caseLong: (text: string) => Object.values(CASES).map((change) => change(text)),
      repr: str.repr,
      ascii: str.ascii,
      length: (text: string) => int(str.length(text)),
      ord: (text: string) => int(str.ord(text)),
      maxChar: (text: string) => int(str.maxChar(text)),
      translateKey: (text: string) => int(str.translateKey(text)),
    },
    (given) => given.text(0),
  ),
  find: textSearch(str.find, int),
  rfind: textSearch(str.rfind, int),
  index: textSearch(str.index, int),
  rindex: textSearch(str.rindex, int),
  count: textSearch(str.count, int),
  startswith: textSearch(str.startswith, truth),
  endswith: textSearch(str.endswith, truth),
  contains: (given) => str.contains(given.text(0), given.text(1)),
  chr: (given) => str.chr(given.int(0)),
  slice: (given) => {
    const text = given.text(0);
    const { start, stop, step, count } = sliceIndices(given.maybeInt(1), given.maybeInt(2), given.maybeInt(3), str.length(text));
    return str.slice(text, start, stop, step, count);
  },
  compare: (given) => int(str.compare(given.text(0), given.text(1))),
  replace: (given) => {
    const result = str.replace(given.text(0), given.text(1), given.text(2), given.number(3));
    const size = str.replaceSize(given.text(0), given.text(1), given.text(2), given.number(3));
    if (result.length > size) throw new Error('more than was announced');
    return result;
  },
  split: (given) => str.split(given.text(0), given.maybeText(1), given.number(2)),
  rsplit: (given) => str.rsplit(given.text(0), given.maybeText(1), given.number(2)),
  splitlines: (given) => str.splitlines(given.text(0), given.bool(1)),
  partition: (given) => str.partition(given.text(0), given.text(1)),
  rpartition: (given) => str.rpartition(given.text(0), given.text(1)),
  strip: (given) => str.strip(given.text(0), given.maybeText(1)),
  lstrip: (given) => str.lstrip(given.text(0), given.maybeText(1)),
  rstrip: (given) => str.rstrip(given.text(0), given.maybeText(1)),
  removeprefix: (given) => str.removeprefix(given.text(0), given.text(1)),
  removesuffix: (given) => str.removesuffix(given.text(0), given.text(1)),
  center: (given) => str.center(given.text(0), given.number(1), given.text(2)),
  ljust: (given) => str.ljust(given.text(0), given.number(1), given.text(2)),
  rjust: (given) => str.rjust(given.text(0), given.number(1), given.text(2)),
  zfill: (given) => str.zfill(given.text(0), given.number(1)),
  expandtabs: (given) => str.expandtabs(given.text(0), given.number(1)),
  maketrans: (given) => ({
    d: str.maketrans(given.text(0), given.text(1), given.text(2)).map(([from, to]) => [int(from), to === null ? null : int(to)]),
  }),
};

const CODEC: Record<string, Answer> = {
  encode: (given) => data(codec.encode(given.text(0), given.codec(1), given.text(2))),
  decode: (given) => codec.decode(given.bytes(0), given.codec(1), given.text(2)),
};

const BYTES: Record<string, Answer> = {
  ...each(
    {
      isalpha: bytes.isalpha,
      isdigit: bytes.isdigit,
      isalnum: bytes.isalnum,
      isspace: bytes.isspace,
      isupper: bytes.isupper,
      islower: bytes.islower,
      istitle: bytes.istitle,
      isascii: bytes.isascii,
      repr: bytes.repr,
      hex: (value: Uint8Array) => bytes.hex(value),
      lower: (value: Uint8Array) => data(bytes.lower(value)),
      upper: (value: Uint8Array) => data(bytes.upper(value)),
      title: (value: Uint8Array) => data(bytes.title(value)),
      capitalize: (value: Uint8Array) => data(bytes.capitalize(value)),
      swapcase: (value: Uint8Array) => data(bytes.swapcase(value)),
    },
    (given) => given.bytes(0),
  ),
  find: bytesSearch(bytes.find, int),
  rfind: bytesSearch(bytes.rfind, int),
  index: bytesSearch(bytes.index, int),
  rindex: bytesSearch(bytes.rindex, int),
  count: bytesSearch(bytes.count, int),
  startswith: bytesSearch(bytes.startswith, truth),
  endswith: bytesSearch(bytes.endswith, truth),
  contains: (given) => bytes.contains(given.bytes(0), given.bytes(1)),
  compare: (given) => int(bytes.compare(given.bytes(0), given.bytes(1))),
  slice: (given) => {
    const value = given.bytes(0);
    const { start, stop, step, count } = sliceIndices(given.maybeInt(1), given.maybeInt(2), given.maybeInt(3), value.length);
    return data(bytes.slice(value, start, stop, step, count));
  },
  replace: (given) => {
    const result = bytes.replace(given.bytes(0), given.bytes(1), given.bytes(2), given.number(3));
    const size = bytes.replaceSize(given.bytes(0), given.bytes(1), given.bytes(2), given.number(3));
    if (result.length !== size) throw new Error('not what was announced');
    return data(result);
  },
  split: (given) => bytes.split(given.bytes(0), given.maybeBytes(1), given.number(2)).map(data),
  rsplit: (given) => bytes.rsplit(given.bytes(0), given.maybeBytes(1), given.number(2)).map(data),
  splitlines: (given) => bytes.splitlines(given.bytes(0), given.bool(1)).map(data),
  partition: (given) => bytes.partition(given.bytes(0), given.bytes(1)).map(data),
  rpartition: (given) => bytes.rpartition(given.bytes(0), given.bytes(1)).map(data),
  strip: (given) => data(bytes.strip(given.bytes(0), given.maybeBytes(1))),
  lstrip: (given) => data(bytes.lstrip(given.bytes(0), given.maybeBytes(1))),
  rstrip: (given) => data(bytes.rstrip(given.bytes(0), given.maybeBytes(1))),
  removeprefix: (given) => data(bytes.removeprefix(given.bytes(0), given.bytes(1))),
  removesuffix: (given) => data(bytes.removesuffix(given.bytes(0), given.bytes(1))),
  center: (given) => data(bytes.center(given.bytes(0), given.number(1))),
  ljust: (given) => data(bytes.ljust(given.bytes(0), given.number(1))),
  rjust: (given) => data(bytes.rjust(given.bytes(0), given.number(1))),
  zfill: (given) => data(bytes.zfill(given.bytes(0), given.number(1))),
  expandtabs: (given) => data(bytes.expandtabs(given.bytes(0), given.number(1))),
  translate: (given) =>
    data(bytes.translate(given.bytes(0), bytes.maketrans(given.bytes(1), given.bytes(2)), new Uint8Array(0))),
  delete: (given) => data(bytes.translate(given.bytes(0), null, given.bytes(1))),
  hexGroups: (given) => bytes.hex(given.bytes(0), given.text(1), given.number(2)),
  fromHex: (given) => data(bytes.fromHex(given.text(0))),
};

const hashed = (lo: number): Json => int(hash.hashToInt(hash.hashHigh(), lo));

function hashHalves(items: Json): { readonly lows: number[]; readonly highs: number[] } {
  const lows: number[] = [];
  const highs: number[] = [];
  for (const item of items as readonly Json[]) {
    lows.push(hash.hashFromInt(new Given([item]).int(0)));
    highs.push(hash.hashHigh());
  }
  return { lows, highs };
}

const HASH: Record<string, Answer> = {
  hashInt: (given) => hashed(hash.hashInt(given.int(0))),
  hashFloat: (given) => hashed(hash.hashFloat(given.float(0))),
  hashComplex: (given) => hashed(hash.hashComplex(given.complex(0).real, given.complex(0).imag)),
  hashString: (given) => hashed(hash.hashString(given.text(0))),
  hashBytes: (given) => hashed(hash.hashBytes(given.bytes(0))),
  hashTuple: (given) => {
    const { lows, highs } = hashHalves(given.values[0]!);
    return hashed(hash.hashTuple(lows, highs));
  },
  hashFrozenSet: (given) => {
    const { lows, highs } = hashHalves(given.values[0]!);
    return hashed(hash.hashFrozenSet(lows, highs));
  },
  hashFromInt: (given) => hashed(hash.hashFromInt(given.int(0))),
};

const FAMILIES: Record<string, Record<string, Answer>> = {
  integer: INTEGER,
  numerals: NUMERALS,
  float: FLOAT,
  complex: COMPLEX,
  format: FORMAT,
  percent: PERCENT,
  strformat: STRFORMAT,
  slice: SLICE,
  str: STR,
  codec: CODEC,
  bytes: BYTES,
  hash: HASH,
};

/** What the functions under test answer to a case, written as cases.py writes it. */
export function answer([name, values]: Case): Json {
  const [family, function_] = name.split('.');
  const ask = FAMILIES[family!]?.[function_!];
  if (ask === undefined) throw new Error(`nobody answers ${name}`);
  try {
    return ask(new Given(values));
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    return {
      e: [error.type, error.args.map((arg) => (typeof arg === 'number' ? int(arg) : typeof arg === 'string' ? arg : data(arg)))],
    };
  }
}
