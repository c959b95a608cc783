import { DEPRECATION_WARNING, BOOL, INT, STR, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { TextError } from '../text/error.ts';
import type { Int } from '../text/integer.ts';
import * as numerals from '../text/numerals.ts';
import { isStr, profileOf } from './arguments.ts';
import { bytesLikeNow } from './bytes-like.ts';
import { refuseAnswer, warnOfSubclass } from './core/answers.ts';
import { raise, raiseTextError, textErrors } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { callSpecial, lookupText, typeName } from './core/lookup.ts';
import { index, indexNow } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { warn } from './core/warn.ts';
import { exactInt } from './numbers.ts';

/** Mirrors long_new_impl(). */
export function intNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  if (keywords === NULL && type === INT && args.length === 1) {
    const given = rt.heap.type[args[0]!];
    if (given === INT || given === BOOL) return exactInt(rt, args[0]!);
    if (given === STR) return rt.newInt(parsedInt(rt, args[0]!, 10)!);
  }
  if (keywords === NULL && args.length > 2 && profileOf(rt).constructorsCountAsFunctions) {
    raise(rt, TYPE_ERROR, `int expected at most 2 arguments, got ${args.length}`);
  }
  const [x, base] = bind(rt, 'int', 'x=, /, base=', args, keywords);
  return begin(rt, intFrom(rt, type, x!, base!));
}

function* intFrom(rt: Runtime, type: Ref, x: Ref, base: Ref): Steps<Ref> {
  let made: Ref;
  if (x === NULL) {
    if (base !== NULL) raise(rt, TYPE_ERROR, 'int() missing string argument');
    made = rt.newInt(0);
  } else if (base === NULL) made = yield* numberLong(rt, x);
  else made = rt.newInt(yield* parseWithBase(rt, x, base));
  if (type === INT) return made;
  const value = rt.heap.payload[made];
  rt.heap.decref(made);
  return newInstance(rt, type, value);
}

function* parseWithBase(rt: Runtime, x: Ref, base: Ref): Steps<Int> {
  const radix = yield* index(rt, base);
  if (radix !== 0 && (radix < 2 || radix > 36)) raise(rt, VALUE_ERROR, 'int() base must be >= 2 and <= 36, or 0');
  const value = parsedInt(rt, x, radix);
  if (value === undefined) raise(rt, TYPE_ERROR, "int() can't convert non-string with explicit base");
  return value;
}

/** The int that a str, bytes or bytearray spells; undefined for other objects. */
function parsedInt(rt: Runtime, object: Ref, base: Int): Int | undefined {
  if (isStr(rt, object)) {
    const text = rt.text(object);
    rt.charge(text.length >> 5);
    const parsed = numerals.tryParseInt(text, base, rt.intMaxStrDigits);
    return parsed instanceof TextError ? raiseTextError(rt, parsed) : parsed;
  }
  const bytes = bytesLikeNow(rt, object);
  return bytes === undefined ? undefined : textErrors(rt, () => numerals.parseIntBytes(bytes, base, rt.intMaxStrDigits));
}

/** Mirrors PyNumber_Long(): 1 `__int__`; 2 `__index__`; 3 `__trunc__`; 4 text and bytes. */
export function* numberLong(rt: Runtime, object: Ref): Steps<Ref> {
  const { heap } = rt;
  if (heap.type[object] === INT) return heap.incref(object);
  const { slots } = rt.typeOf(object);
  if (slots.nb_int !== undefined) return yield* exactAnswer(rt, object, yield* settle(rt, slots.nb_int(rt, object)));
  if (slots.nb_index !== undefined) return rt.newInt(yield* index(rt, object));
  const trunc = profileOf(rt).intCallsTrunc ? lookupText(rt, heap.type[object]!, '__trunc__') : NULL;
  if (trunc !== NULL) {
    yield* warn(rt, DEPRECATION_WARNING, 'The delegation of int() to __trunc__ is deprecated.');
    return yield* truncated(rt, yield* callSpecial(rt, object, trunc, []));
  }
  const value = parsedInt(rt, object, 10);
  if (value !== undefined) return rt.newInt(value);
  raise(rt, TYPE_ERROR, `int() argument must be a string, a bytes-like object or a real number, not '${typeName(rt, object)}'`);
}

/** An int in place of what `__int__` answered, whose reference it takes. */
function* exactAnswer(rt: Runtime, object: Ref, result: Ref): Steps<Ref> {
  if (rt.heap.type[result] === INT) return result;
  const value = indexNow(rt, result) ?? refuseAnswer(rt, object, '__int__', result);
  yield* warnOfSubclass(rt, object, '__int__', result, 'int');
  rt.heap.decref(result);
  return rt.newInt(value);
}

function* truncated(rt: Runtime, result: Ref): Steps<Ref> {
  const name = typeName(rt, result);
  try {
    if (rt.typeOf(result).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `__trunc__ returned non-Integral (type ${name})`);
    return rt.newInt(yield* index(rt, result));
  } finally {
    rt.heap.decref(result);
  }
}
