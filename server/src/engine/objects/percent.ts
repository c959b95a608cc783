import { FLOAT, INT, STR, TUPLE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { toLatin1 } from '../text/bytes.ts';
import type { TextError } from '../text/error.ts';
import type { Int } from '../text/integer.ts';
import * as percent from '../text/percent.ts';
import type { PercentConversion, PercentKind } from '../text/percent.ts';
import { length } from '../text/str.ts';
import { isInt, isStr, isTuple } from './arguments.ts';
import { asciiText } from './ascii.ts';
import { bytesLikeNow, isByteArray, isBytes } from './bytes-like.ts';
import { refuseAnswer } from './core/answers.ts';
import { caught, matches, rethrow, textErrors } from './core/errors.ts';
import { callSpecial, lookupText, typeName } from './core/lookup.ts';
import { itemsOf, newBytes } from './core/make.ts';
import { getItem, index, repr, str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { settle, type Steps } from './core/suspend.ts';
import { asDouble } from './float-new.ts';
import { numberLong } from './int-new.ts';
import { isComplex } from './numbers.ts';
import { chargeText } from './text-results.ts';

/** Where the values of a `%` formatting come from: a tuple, a mapping looked up by key, or the one operand. */
class Values {
  /** A value looked up by key, owned; it counts as the one operand until the next key. */
  private looked: Ref = NULL;
  private used = 0;
  private readonly items: readonly Ref[] | null;
  readonly isMapping: boolean;

  constructor(
    private readonly rt: Runtime,
    private readonly operand: Ref,
    kind: PercentKind,
  ) {
    const tuple = isTuple(rt, operand);
    this.items = tuple ? itemsOf(rt, operand) : null;
    const isText = kind === 'str' ? isStr(rt, operand) : isBytes(rt, operand) || isByteArray(rt, operand) || isStr(rt, operand);
    this.isMapping = !tuple && !isText && rt.typeOf(operand).slots.mp_subscript !== undefined;
  }

  get isTuple(): boolean {
    return this.items !== null;
  }

  next(): Ref {
    if (this.looked !== NULL || this.items === null) {
      if (this.used++ === 0) return this.looked !== NULL ? this.looked : this.operand;
      throw percent.notEnoughArguments(1);
    }
    const item = this.items[this.used];
    if (item === undefined) throw percent.notEnoughArguments(this.items.length);
    this.used++;
    return item;
  }

  *lookUp(key: Ref): Steps<void> {
    const { rt } = this;
    if (!this.isMapping) fail(rt, percent.mappingRequired(typeName(rt, this.operand)));
    const value = yield* settle(rt, getItem(rt, this.operand, key));
    rt.heap.xdecref(this.looked);
    this.looked = value;
    this.used = 0;
  }

  checkAllUsed(kind: PercentKind): void {
    if (this.isMapping) return;
    const total = this.items === null ? 1 : this.items.length;
    if (this.used < total) throw percent.notAllConverted(kind, this.used, total);
  }

  release(): void {
    this.rt.heap.xdecref(this.looked);
    this.looked = NULL;
  }
}

/**
 * What a format makes of exact str, int and float, as far as it has no keys and no stars and nothing in it can fail;
 * undefined for any other.
 */
export function percentNow(rt: Runtime, format: string, operand: Ref): string | undefined {
  const { heap } = rt;
  const parts = percent.plainFormat(format);
  if (parts.conversions === null) return undefined;
  const { conversions, literals } = parts;
  const items = heap.type[operand] === TUPLE ? itemsOf(rt, operand) : null;
  if (conversions.length !== (items === null ? 1 : items.length)) return undefined;
  let result = literals[0]!;
  for (let i = 0; i < conversions.length; i++) {
    const text = conversionNow(rt, conversions[i]!, items === null ? operand : items[i]!);
    if (text === undefined) return undefined;
    result += text + literals[i + 1]!;
  }
  chargeText(rt, result.length);
  return result;
}

function conversionNow(rt: Runtime, conversion: PercentConversion, value: Ref): string | undefined {
  const type = rt.heap.type[value];
  const payload = rt.heap.payload[value];
  switch (conversion.type) {
    case 's':
      if (type === STR) return percent.formatPercentText(conversion, payload as string);
      return type === INT && typeof payload === 'number' ? percent.formatPercentText(conversion, String(payload)) : undefined;
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return type === INT && typeof payload === 'number' ? percent.formatPercentInt(conversion, payload) : undefined;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return type === FLOAT ? percent.formatPercentFloat(conversion, payload as number) : undefined;
    default:
      return undefined;
  }
}

/** Mirrors PyUnicode_Format() and _PyBytes_FormatEx(); bytes are text of characters below U+0100. */
export function* percentFormat(rt: Runtime, format: string, kind: PercentKind, operand: Ref): Steps<string> {
  const values = new Values(rt, operand, kind);
  const steps = percent.percentSteps(format, kind, values.isTuple);
  let result = '';
  let value: Ref = NULL;
  let answer: Int | undefined;
  try {
    for (;;) {
      const next = textErrors(rt, () => steps.next(answer));
      answer = undefined;
      if (next.done === true) break;
      const step = next.value;
      switch (step.step) {
        case 'literal':
          result += step.text;
          break;
        case 'key': {
          const key = kind === 'str' ? rt.newStr(step.key) : newBytes(rt, Uint8Array.from(step.key, (c) => c.charCodeAt(0)));
          try {
            yield* values.lookUp(key);
          } finally {
            rt.heap.decref(key);
          }
          break;
        }
        case 'star': {
          const star = textErrors(rt, () => values.next());
          if (!isInt(rt, star)) fail(rt, percent.starRequiresInt(step.argument, typeName(rt, star)));
          answer = rt.heap.payload[star] as Int;
          break;
        }
        case 'fetch':
          value = textErrors(rt, () => values.next());
          break;
        case 'format':
          chargeText(rt, step.conversion.width + step.conversion.precision + result.length);
          result += yield* formatValue(rt, step.conversion, value);
          break;
      }
    }
    textErrors(rt, () => values.checkAllUsed(kind));
    return result;
  } finally {
    values.release();
  }
}

function* formatValue(rt: Runtime, conversion: PercentConversion, value: Ref): Steps<string> {
  switch (conversion.type) {
    case 's':
    case 'b':
      return percent.formatPercentText(conversion, conversion.kind === 'str' ? yield* taken(rt, str(rt, value)) : yield* bytesText(rt, conversion, value));
    case 'r':
    case 'a': {
      const shown = yield* taken(rt, repr(rt, value));
      return percent.formatPercentText(conversion, conversion.type === 'a' || conversion.kind === 'bytes' ? asciiText(shown) : shown);
    }
    case 'c':
      return yield* formatCharacter(rt, conversion, value);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': {
      const number = yield* floatValue(rt, conversion, value);
      return textErrors(rt, () => percent.formatPercentFloat(conversion, number));
    }
    default: {
      const number = yield* intValue(rt, conversion, value);
      return textErrors(rt, () => percent.formatPercentInt(conversion, number, rt.intMaxStrDigits));
    }
  }
}

/** The text of a str that an operation answers; releases it. */
function* taken(rt: Runtime, result: ReturnType<typeof str>): Steps<string> {
  const object = yield* settle(rt, result);
  const value = rt.text(object);
  rt.heap.decref(object);
  return value;
}

/** Mirrors mainformatlong(): what is no number, or cannot be made an int, is of the wrong type. */
function* intValue(rt: Runtime, conversion: PercentConversion, value: Ref): Steps<Int> {
  const { heap } = rt;
  if (isInt(rt, value)) return heap.payload[value] as Int;
  const { slots } = rt.typeOf(value);
  const decimal = 'diu'.includes(conversion.type);
  const isNumber = slots.nb_index !== undefined || slots.nb_int !== undefined || slots.nb_float !== undefined || isComplex(rt, value);
  if (isNumber) {
    try {
      if (!decimal) return yield* index(rt, value);
      const made = yield* numberLong(rt, value);
      const number = heap.payload[made] as Int;
      heap.decref(made);
      return number;
    } catch (error) {
      const exception = caught(rt, error);
      if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
      heap.decref(exception);
    }
  }
  return wrongType(rt, conversion, value);
}

function* floatValue(rt: Runtime, conversion: PercentConversion, value: Ref): Steps<number> {
  const { slots } = rt.typeOf(value);
  if (slots.nb_float === undefined && slots.nb_index === undefined) return wrongType(rt, conversion, value);
  return yield* asDouble(rt, value);
}

const wrongType = (rt: Runtime, conversion: PercentConversion, value: Ref): never =>
  fail(rt, percent.wrongType(conversion, typeName(rt, value)));

const notCharacter = (rt: Runtime, conversion: PercentConversion, found: string): never =>
  fail(rt, percent.notCharacter(conversion, found));

function fail(rt: Runtime, error: TextError): never {
  return textErrors(rt, () => {
    throw error;
  });
}

function* formatCharacter(rt: Runtime, conversion: PercentConversion, value: Ref): Steps<string> {
  if (conversion.kind === 'str' && isStr(rt, value)) {
    const character = rt.text(value);
    const count = length(character);
    if (count !== 1) return notCharacter(rt, conversion, `a string of length ${count}`);
    return percent.formatPercentCharacter(conversion, character);
  }
  if (conversion.kind === 'bytes' && (isBytes(rt, value) || isByteArray(rt, value))) {
    const bytes = bytesLikeNow(rt, value)!;
    if (bytes.length !== 1) return notCharacter(rt, conversion, `a ${typeName(rt, value)} object of length ${bytes.length}`);
    return percent.formatPercentCharacter(conversion, toLatin1(bytes));
  }
  if (rt.typeOf(value).slots.nb_index === undefined) return notCharacter(rt, conversion, typeName(rt, value));
  const code = yield* characterCode(rt, conversion, value);
  return textErrors(rt, () => percent.formatPercentCode(conversion, code));
}

function* characterCode(rt: Runtime, conversion: PercentConversion, value: Ref): Steps<Int> {
  try {
    return yield* index(rt, value);
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return notCharacter(rt, conversion, typeName(rt, value));
  }
}

/** Mirrors format_obj(): a bytes-like object, or what `__bytes__` answers. */
function* bytesText(rt: Runtime, conversion: PercentConversion, value: Ref): Steps<string> {
  const { heap } = rt;
  const now = bytesLikeNow(rt, value);
  if (now !== undefined) return toLatin1(now);
  const method = lookupText(rt, heap.type[value]!, '__bytes__');
  if (method === NULL) return wrongType(rt, conversion, value);
  const result = yield* callSpecial(rt, value, method, []);
  const made = isBytes(rt, result) ? toLatin1(heap.payload[result] as Uint8Array) : refuseAnswer(rt, value, '__bytes__', result);
  heap.decref(result);
  return made;
}
