import { FLOAT, INT, OVERFLOW_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import type { Eventual, Ref } from '../../heap/ref.ts';
import { raise } from '../../objects/core/errors.ts';
import { native, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { asDouble } from '../../objects/float-new.ts';
import { repr } from '../../text/float.ts';
import { mathOf } from '../../versions/mathwords.ts';

/** The value of an argument that is a float or a small int; undefined where it has to be converted. */
export function doubleNow(rt: Runtime, object: Ref): number | undefined {
  const { heap } = rt;
  const type = heap.type[object];
  if (type === FLOAT) return heap.payload[object] as number;
  if (type !== INT) return undefined;
  const value = heap.payload[object];
  return typeof value === 'number' ? value : undefined;
}

/** Runs `body` with one argument as a double. */
export function withDouble(rt: Runtime, object: Ref, body: (x: number) => Ref): Eventual {
  const value = doubleNow(rt, object);
  return value !== undefined ? body(value) : begin(rt, doubleThen(rt, object, body));
}

function* doubleThen(rt: Runtime, object: Ref, body: (x: number) => Ref): Steps<Ref> {
  return body(yield* asDouble(rt, object));
}

/** Runs `body` with two arguments as doubles. */
export function withDoubles(rt: Runtime, first: Ref, second: Ref, body: (x: number, y: number) => Ref): Eventual {
  const x = doubleNow(rt, first);
  const y = doubleNow(rt, second);
  return x !== undefined && y !== undefined ? body(x, y) : begin(rt, doublesThen(rt, first, second, body));
}

function* doublesThen(rt: Runtime, first: Ref, second: Ref, body: (x: number, y: number) => Ref): Steps<Ref> {
  const x = yield* asDouble(rt, first);
  return body(x, yield* asDouble(rt, second));
}

export const rangeError = (rt: Runtime): never => raise(rt, OVERFLOW_ERROR, 'math range error');

/** `expected` is what 3.14 says of the argument; null where it says no more than before. */
export function domainError(rt: Runtime, expected: string | null = null, got: number | null = null): never {
  if (expected === null || !mathOf(rt.profile.version).domainErrorsExplain) raise(rt, VALUE_ERROR, 'math domain error');
  raise(rt, VALUE_ERROR, got === null ? expected : `${expected}, got ${repr(got)}`);
}

/**
 * A function of one float. Mirrors math_1(): what is no number, of a number, is a domain error, an infinity of a finite
 * number an overflow, or where nothing overflows a domain error too.
 */
export const real = (name: string, f: (x: number) => number, expected: string | null = null, overflows = false): NativeFunction =>
  native(name, 'x, /', (rt, _module, [object]) =>
    withDouble(rt, object!, (x) => {
      const result = f(x);
      if (Number.isNaN(result) && !Number.isNaN(x)) domainError(rt, expected, x);
      if (Number.isFinite(x) && Math.abs(result) === Infinity) {
        if (overflows) rangeError(rt);
        domainError(rt, expected, x);
      }
      return rt.newFloat(result);
    }),
  );

/** A function of two floats that cannot fail. */
export const binaryReal = (name: string, f: (x: number, y: number) => number): NativeFunction =>
  native(name, 'x, y, /', (rt, _module, [first, second]) => withDoubles(rt, first!, second!, (x, y) => rt.newFloat(f(x, y))));
