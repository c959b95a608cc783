import { BYTES, FLOAT, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { toFloat } from '../text/integer.ts';
import * as numerals from '../text/numerals.ts';
import { isStr } from './arguments.ts';
import { bytesLikeNow } from './bytes-like.ts';
import { refuseAnswer, warnOfSubclass } from './core/answers.ts';
import { raise, textErrors } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { typeName } from './core/lookup.ts';
import { itemsOf } from './core/make.ts';
import { index } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { reprText } from './dict.ts';
import { isFloat } from './numbers.ts';

/** Mirrors float_new(). */
export function floatNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  if (keywords === NULL && type === FLOAT && args.length === 1 && rt.heap.type[args[0]!] === FLOAT) return rt.heap.incref(args[0]!);
  const [x] = checksKeywords(rt, type, FLOAT)
    ? bind(rt, 'float', 'x=0, /', args, keywords)
    : bind(rt, 'float', 'x=0, /', positional(rt, args, keywords), NULL);
  return begin(rt, floatFrom(rt, type, x!));
}

/** A subclass with an `__init__` of its own may take keywords, which the base's `__new__` then passes over. */
function checksKeywords(rt: Runtime, type: Ref, base: Ref): boolean {
  return type === base || rt.typeObject(type).slots.tp_init === rt.typeObject(base).slots.tp_init;
}

export const positional = (rt: Runtime, args: readonly Ref[], keywords: Ref): readonly Ref[] =>
  keywords === NULL ? args : args.slice(0, args.length - itemsOf(rt, keywords).length);

function* floatFrom(rt: Runtime, type: Ref, x: Ref): Steps<Ref> {
  const made = x === NULL ? rt.newFloat(0) : yield* numberFloat(rt, x);
  if (type === FLOAT) return made;
  const value = rt.heap.payload[made];
  rt.heap.decref(made);
  return newInstance(rt, type, value);
}

/** Mirrors PyNumber_Float(): 1 `__float__`; 2 `__index__`; 3 text and bytes. */
function* numberFloat(rt: Runtime, object: Ref): Steps<Ref> {
  const { heap } = rt;
  if (heap.type[object] === FLOAT) return heap.incref(object);
  const { slots } = rt.typeOf(object);
  if (slots.nb_float !== undefined || slots.nb_index !== undefined) return rt.newFloat(yield* asDouble(rt, object));
  if (isStr(rt, object)) return rt.newFloat(textErrors(rt, () => numerals.parseFloat(rt.text(object))));
  const bytes = bytesLikeNow(rt, object);
  if (bytes !== undefined) {
    // The message shows the object, whatever its bytes are.
    if (heap.type[object] !== BYTES && !numerals.isFloatBytes(bytes)) raise(rt, VALUE_ERROR, `could not convert string to float: ${yield* reprText(rt, object)}`);
    return rt.newFloat(textErrors(rt, () => numerals.parseFloatBytes(bytes)));
  }
  raise(rt, TYPE_ERROR, `float() argument must be a string or a real number, not '${typeName(rt, object)}'`);
}

/** Mirrors PyFloat_AsDouble(). */
export function* asDouble(rt: Runtime, object: Ref): Steps<number> {
  const { heap } = rt;
  if (heap.type[object] === FLOAT) return heap.payload[object] as number;
  const { slots } = rt.typeOf(object);
  if (slots.nb_float !== undefined) {
    const result = yield* settle(rt, slots.nb_float(rt, object));
    const value = isFloat(rt, result) ? (heap.payload[result] as number) : refuseAnswer(rt, object, '__float__', result);
    if (heap.type[result] !== FLOAT) yield* warnOfSubclass(rt, object, '__float__', result, 'float');
    heap.decref(result);
    return value;
  }
  if (slots.nb_index !== undefined) {
    const value = yield* index(rt, object);
    return textErrors(rt, () => toFloat(value));
  }
  raise(rt, TYPE_ERROR, `must be real number, not ${typeName(rt, object)}`);
}
