import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { OVERFLOW_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { isInt } from '../../objects/arguments.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { newTuple } from '../../objects/core/make.ts';
import { native, rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, indexNow } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { asDouble } from '../../objects/float-new.ts';
import { copySign, frexp, isNegative, ldexp } from '../../text/double.ts';
import * as elementary from '../../text/elementary.ts';
import { erf, erfc } from '../../text/erf.ts';
import { div } from '../../text/float.ts';
import { fma, ieeeRemainder, nextAfter, nextTowards } from '../../text/floatsums.ts';
import { gamma, logGamma } from '../../text/gamma.ts';
import * as hyperbolic from '../../text/hyperbolic.ts';
import { bitLength, compare, type Int } from '../../text/integer.ts';
import { power } from '../../text/power.ts';
import { mathOf } from '../../versions/mathwords.ts';
import { binaryReal, domainError, doubleNow, rangeError, real, withDouble, withDoubles } from './arguments.ts';

const finite = (f: (x: number) => number) => (x: number) => (Number.isFinite(x) ? f(x) : NaN);
const within = (f: (x: number) => number) => (x: number) => (Math.abs(x) <= 1 ? f(x) : NaN);

const exp = (x: number): number => (Number.isFinite(x) ? elementary.exp(x) : x === -Infinity ? 0 : x);
const exp2 = (x: number): number => (Number.isFinite(x) ? elementary.exp2(x) : x === -Infinity ? 0 : x);
const atan = (x: number): number => (Number.isFinite(x) ? elementary.atan(x) : Math.atan(x));

function gammaOf(x: number): number {
  if (!Number.isFinite(x)) return x === -Infinity ? NaN : x;
  return x === 0 || (x < 0 && Number.isInteger(x)) ? NaN : gamma(x);
}

function logGammaOf(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  return x <= 0 && Number.isInteger(x) ? NaN : logGamma(x);
}

const inUnit = 'expected a number in range from -1 up to 1';
const finiteInput = 'expected a finite input';
const noPole = 'expected a noninteger or positive integer';

/** One-argument functions that fail where their result is no number or infinite. */
const simple: readonly NativeFunction[] = [
  real('acos', within(elementary.acos), inUnit),
  real('acosh', (x) => (x >= 1 ? hyperbolic.acosh(x) : Number.isNaN(x) ? x : NaN), 'expected argument value not less than 1'),
  real('asin', within(elementary.asin), inUnit),
  real('asinh', hyperbolic.asinh),
  real('atan', atan),
  real('atanh', (x) => (Math.abs(x) < 1 ? hyperbolic.atanh(x) : NaN), 'expected a number between -1 and 1'),
  real('cbrt', hyperbolic.cbrt),
  real('cos', finite(elementary.cos), finiteInput),
  real('cosh', hyperbolic.cosh, null, true),
  real('erf', erf),
  real('erfc', erfc),
  real('exp', exp, null, true),
  real('exp2', exp2, null, true),
  real('expm1', hyperbolic.expm1, null, true),
  real('fabs', Math.abs),
  real('gamma', gammaOf, noPole, true),
  real('lgamma', logGammaOf, noPole, true),
  real('log1p', (x) => (x > -1 ? hyperbolic.log1p(x) : NaN), 'expected argument value > -1'),
  real('sin', finite(elementary.sin), finiteInput),
  real('sinh', hyperbolic.sinh, null, true),
  real('sqrt', Math.sqrt, 'expected a nonnegative input'),
  real('tan', finite(elementary.tan), finiteInput),
  real('tanh', hyperbolic.tanh),
  native('degrees', 'x, /', (rt, _module, [object]) => withDouble(rt, object!, (x) => rt.newFloat(x * (180 / Math.PI)))),
  native('radians', 'x, /', (rt, _module, [object]) => withDouble(rt, object!, (x) => rt.newFloat(x * (Math.PI / 180)))),
];

const test = (name: string, f: (x: number) => boolean): NativeFunction =>
  native(name, 'x, /', (rt, _module, [object]) => withDouble(rt, object!, (x) => rt.newBool(f(x))));

const smallestNormal = 2.2250738585072014e-308;

const tests: readonly NativeFunction[] = [
  test('isfinite', Number.isFinite),
  test('isinf', (x) => Math.abs(x) === Infinity),
  test('isnan', Number.isNaN),
  test('isnormal', (x) => Number.isFinite(x) && Math.abs(x) >= smallestNormal),
  test('issubnormal', (x) => x !== 0 && Math.abs(x) < smallestNormal),
  test('signbit', isNegative),
];

type Logarithm = (x: number) => number;

const positive = 'expected a positive input';

/** The logarithm of a float or of an int of any size. Mirrors loghelper(). */
function* logarithm(rt: Runtime, object: Ref, f: Logarithm): Steps<number> {
  const value = indexNow(rt, object);
  if (value === undefined || !isInt(rt, object)) return realLogarithm(rt, yield* asDouble(rt, object), f);
  if (value <= 0) domainError(rt, positive);
  const x = Number(value);
  if (Number.isFinite(x)) return f(x);
  const exponent = bitLength(value);
  const mantissa = Number(BigInt(value) >> BigInt(exponent - 64)) / 2 ** 64;
  return f(mantissa) + f(2) * exponent;
}

function realLogarithm(rt: Runtime, x: number, f: Logarithm): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x <= 0) domainError(rt, positive, x);
  return f(x);
}

const logs: readonly NativeFunction[] = [
  rawNative('log', (rt, _module, args, keywords) => {
    const given = keywords === NULL ? args.length : -1;
    if (mathOf(rt.profile.version).logNamesModule && given >= 0 && (given < 1 || given > 2)) raise(rt, TYPE_ERROR, 'math.log requires 1 to 2 arguments');
    const [x, base] = bind(rt, 'math.log', 'x, base=, /', args, keywords);
    const value = base === NULL || base === undefined ? doubleNow(rt, x!) : undefined;
    if (value !== undefined && value > 0 && value < Infinity) return rt.newFloat(elementary.log(value));
    return begin(rt, logSteps(rt, x!, base ?? NULL));
  }),
  suspending('log2', 'x, /', function* (rt, _module, [x]) {
    return rt.newFloat(yield* logarithm(rt, x!, elementary.log2));
  }),
  suspending('log10', 'x, /', function* (rt, _module, [x]) {
    return rt.newFloat(yield* logarithm(rt, x!, elementary.log10));
  }),
];

function* logSteps(rt: Runtime, x: Ref, base: Ref): Steps<Ref> {
  const top = yield* logarithm(rt, x, elementary.log);
  if (base === NULL) return rt.newFloat(top);
  const bottom = yield* logarithm(rt, base, elementary.log);
  return rt.newFloat(textErrors(rt, () => div(top, bottom)));
}

/** Mirrors math_pow_impl(). */
function pow(rt: Runtime, x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const odd = Math.abs(y) % 2 === 1;
  if (!Number.isFinite(y)) {
    const size = Math.abs(x);
    return size === 1 ? 1 : y > 0 === size > 1 ? Infinity : 0;
  }
  if (!Number.isFinite(x)) {
    if (y > 0) return odd ? x : Infinity;
    return odd ? copySign(0, x) : 0;
  }
  if (x === 0) {
    if (y < 0) domainError(rt);
    return odd ? x : 0;
  }
  if (x < 0 && !Number.isInteger(y)) domainError(rt);
  const size = power(Math.abs(x), y);
  if (size === Infinity) rangeError(rt);
  return x < 0 && odd ? -size : size;
}

function remainder(rt: Runtime, x: number, y: number, f: (x: number, y: number) => number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (!Number.isFinite(x) || y === 0) domainError(rt);
  return Number.isFinite(y) ? f(x, y) : x;
}

function* ldexpSteps(rt: Runtime, object: Ref, exponent: Ref): Steps<Ref> {
  const x = yield* asDouble(rt, object);
  if (!isInt(rt, exponent)) raise(rt, TYPE_ERROR, 'Expected an int as second argument to ldexp.');
  const shift = indexNow(rt, exponent)!;
  if (x === 0 || !Number.isFinite(x)) return rt.newFloat(x);
  if (shift > 0x7fffffff) return rangeError(rt);
  if (shift < -0x80000000) return rt.newFloat(copySign(0, x));
  const result = ldexp(x, Number(shift));
  return Math.abs(result) === Infinity ? rangeError(rt) : rt.newFloat(result);
}

const largestSteps = (1n << 64n) - 1n;

function* nextAfterSteps(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const signature = mathOf(rt.profile.version).nextAfterTakesSteps ? 'x, y, /, *, steps=None' : 'x, y, /';
  const [first, second, steps] = bind(rt, 'math.nextafter', signature, args, keywords);
  const x = yield* asDouble(rt, first!);
  const y = yield* asDouble(rt, second!);
  if (steps === undefined || steps === NULL || rt.heap.payload[steps] === null) {
    return rt.newFloat(nextTowards(x, y));
  }
  const count: Int = yield* index(rt, steps);
  if (count < 0) raise(rt, VALUE_ERROR, 'steps must be a non-negative integer');
  return rt.newFloat(nextAfter(x, y, compare(count, largestSteps) > 0 ? largestSteps : BigInt(count)));
}

function ulp(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x)) return size;
  const next = nextTowards(size, Infinity);
  return next === Infinity ? size - nextTowards(size, -Infinity) : next - size;
}

function* fmaSteps(rt: Runtime, [first, second, third]: readonly Ref[]): Steps<Ref> {
  const x = yield* asDouble(rt, first!);
  const y = yield* asDouble(rt, second!);
  const z = yield* asDouble(rt, third!);
  const result = fma(x, y, z);
  if (Number.isNaN(result) && ![x, y, z].some(Number.isNaN)) raise(rt, VALUE_ERROR, 'invalid operation in fma');
  if (Math.abs(result) === Infinity && [x, y, z].every(Number.isFinite)) raise(rt, OVERFLOW_ERROR, 'overflow in fma');
  return rt.newFloat(result);
}

function* isCloseSteps(rt: Runtime, [a, b, relative, absolute]: readonly Ref[]): Steps<Ref> {
  const x = yield* asDouble(rt, a!);
  const y = yield* asDouble(rt, b!);
  const rel = relative === NULL ? 1e-9 : yield* asDouble(rt, relative!);
  const abs = absolute === NULL ? 0 : yield* asDouble(rt, absolute!);
  if (rel < 0 || abs < 0) raise(rt, VALUE_ERROR, 'tolerances must be non-negative');
  if (x === y) return rt.newBool(true);
  if (Math.abs(x) === Infinity || Math.abs(y) === Infinity) return rt.newBool(false);
  const distance = Math.abs(y - x);
  return rt.newBool(distance <= Math.abs(rel * y) || distance <= Math.abs(rel * x) || distance <= abs);
}

const maximum = (x: number, y: number): number => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.max(x, y));
const minimum = (x: number, y: number): number => (Number.isNaN(x) ? y : Number.isNaN(y) ? x : Math.min(x, y));

const guarded =
  (f: (rt: Runtime, x: number, y: number) => number) =>
  (rt: Runtime, _module: Ref, [first, second]: readonly Ref[]): Eventual =>
    withDoubles(rt, first!, second!, (x, y) => rt.newFloat(f(rt, x, y)));

const several: readonly NativeFunction[] = [
  binaryReal('atan2', elementary.atan2),
  binaryReal('copysign', copySign),
  binaryReal('fmax', maximum),
  binaryReal('fmin', minimum),
  native('fmod', 'x, y, /', guarded((rt, x, y) => remainder(rt, x, y, (a, b) => a % b))),
  native('remainder', 'x, y, /', guarded((rt, x, y) => remainder(rt, x, y, ieeeRemainder))),
  native('pow', 'x, y, /', guarded(pow)),
  suspending('ldexp', 'x, i, /', (rt, _module, [x, exponent]) => ldexpSteps(rt, x!, exponent!)),
  native('frexp', 'x, /', (rt, _module, [object]) =>
    withDouble(rt, object!, (x) => {
      const { mantissa, exponent } = x === 0 || !Number.isFinite(x) ? { mantissa: x, exponent: 0 } : frexp(x);
      return newTuple(rt, [rt.newFloat(mantissa), rt.newInt(exponent)]);
    }),
  ),
  native('modf', 'x, /', (rt, _module, [object]) =>
    withDouble(rt, object!, (x) => {
      const whole = Math.trunc(x);
      const fraction = Number.isFinite(x) ? copySign(x - whole, x) : Number.isNaN(x) ? x : copySign(0, x);
      return newTuple(rt, [rt.newFloat(fraction), rt.newFloat(whole)]);
    }),
  ),
  rawNative('nextafter', (rt, _module, args, keywords) => begin(rt, nextAfterSteps(rt, args, keywords))),
  native('ulp', 'x, /', (rt, _module, [object]) => withDouble(rt, object!, (x) => rt.newFloat(ulp(x)))),
  suspending('fma', 'x, y, z, /', (rt, _module, args) => fmaSteps(rt, args)),
  suspending('isclose', 'a, b, *, rel_tol=1e-09, abs_tol=0.0', (rt, _module, args) => isCloseSteps(rt, args)),
];

export const realFunctions: readonly NativeFunction[] = [...simple, ...tests, ...logs, ...several];
