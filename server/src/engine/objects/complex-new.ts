import { COMPLEX, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import type { Complex } from '../text/complex.ts';
import * as numerals from '../text/numerals.ts';
import { isStr, profileOf } from './arguments.ts';
import { refuseAnswer, warnOfSubclass } from './core/answers.ts';
import { raise, textErrors } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { callSpecial, lookupText, typeName } from './core/lookup.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, type Steps } from './core/suspend.ts';
import { asDouble } from './float-new.ts';
import { isComplex } from './numbers.ts';

const made = (rt: Runtime, type: Ref, value: Complex): Ref =>
  type === COMPLEX ? rt.heap.allocate(COMPLEX, value) : newInstance(rt, type, value);

/** Mirrors complex_new_impl(). */
export function complexNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const [real, imag] = bind(rt, 'complex', 'real=0, imag=0', args, keywords);
  if (type === COMPLEX && imag === NULL && real !== NULL && rt.heap.type[real!] === COMPLEX) return rt.heap.incref(real!);
  const words = profileOf(rt).complexWords;
  if (real !== NULL && isStr(rt, real!)) {
    if (imag !== NULL) raise(rt, TYPE_ERROR, words.textWithSecond);
    if (keywords !== NULL && words.textByKeyword !== null) raise(rt, TYPE_ERROR, words.textByKeyword);
    const text = rt.text(real!);
    return made(rt, type, textErrors(rt, () => numerals.parseComplex(text)));
  }
  if (imag !== NULL && isStr(rt, imag!)) raise(rt, TYPE_ERROR, words.textAsSecond);
  return begin(rt, complexFrom(rt, type, real!, imag!, imag === NULL && keywords === NULL ? words.only : words.first));
}

interface Part {
  readonly value: Complex;
  readonly isComplex: boolean;
}

const zero: Part = { value: { real: 0, imag: 0 }, isComplex: false };

/** The parts may be complex themselves: then real + imag * 1j is computed part by part. */
function* complexFrom(rt: Runtime, type: Ref, real: Ref, imag: Ref, refusal: (type: string) => string): Steps<Ref> {
  if (real !== NULL && imag !== NULL && lookupText(rt, rt.heap.type[real]!, '__complex__') === NULL) {
    if (!isNumber(rt, real)) raise(rt, TYPE_ERROR, refusal(typeName(rt, real)));
    if (!isNumber(rt, imag)) raise(rt, TYPE_ERROR, profileOf(rt).complexWords.second(typeName(rt, imag)));
  }
  const first = real === NULL ? zero : yield* partOf(rt, real, true, refusal);
  if (imag === NULL) return made(rt, type, first.value);
  const second = yield* partOf(rt, imag, false, profileOf(rt).complexWords.second);
  return made(rt, type, {
    real: second.isComplex ? first.value.real - second.value.imag : first.value.real,
    imag: first.isComplex ? second.value.real + first.value.imag : second.value.real,
  });
}

/** What complex() can take, as its type tells. */
function isNumber(rt: Runtime, object: Ref): boolean {
  const { slots } = rt.typeOf(object);
  return isComplex(rt, object) || slots.nb_float !== undefined || slots.nb_index !== undefined;
}

function* partOf(rt: Runtime, object: Ref, convert: boolean, refusal: (type: string) => string): Steps<Part> {
  const { heap } = rt;
  if (convert && heap.type[object] !== COMPLEX) {
    const method = lookupText(rt, heap.type[object]!, '__complex__');
    if (method !== NULL) return { value: yield* converted(rt, object, method), isComplex: true };
  }
  if (isComplex(rt, object)) return { value: heap.payload[object] as Complex, isComplex: true };
  if (!isNumber(rt, object)) raise(rt, TYPE_ERROR, refusal(typeName(rt, object)));
  return { value: { real: yield* asDouble(rt, object), imag: 0 }, isComplex: false };
}

function* converted(rt: Runtime, object: Ref, method: Ref): Steps<Complex> {
  const result = yield* callSpecial(rt, object, method, []);
  const value = isComplex(rt, result) ? (rt.heap.payload[result] as Complex) : refuseAnswer(rt, object, '__complex__', result);
  if (rt.heap.type[result] !== COMPLEX) yield* warnOfSubclass(rt, object, '__complex__', result, 'complex');
  rt.heap.decref(result);
  return value;
}

/** Mirrors PyComplex_AsCComplex(). */
export function* asComplex(rt: Runtime, object: Ref): Steps<Complex> {
  return (yield* partOf(rt, object, true, (name) => `must be real number, not ${name}`)).value;
}

/** complex.from_number() */
export function* fromNumber(rt: Runtime, type: Ref, number: Ref): Steps<Ref> {
  if (type === COMPLEX && rt.heap.type[number] === COMPLEX) return rt.heap.incref(number);
  const { value } = yield* partOf(rt, number, true, (name) => `must be real number, not ${name}`);
  const result = rt.heap.allocate(COMPLEX, value);
  if (type === COMPLEX) return result;
  try {
    return yield { callable: type, args: [result], keywords: NULL };
  } finally {
    rt.heap.decref(result);
  }
}
