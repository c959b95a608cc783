import { TypeFlag } from '../../heap/heap.ts';
import { ARITHMETIC_ERROR, TYPE_ERROR, ZERO_DIVISION_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raiseWith } from '../../objects/core/errors.ts';
import { newList } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { Condition } from '../../text/decimal/number.ts';

export const exceptionTypes: Ref[] = [];

function exception(name: string, base: Ref, ...furtherBases: readonly Ref[]): Ref {
  const handle = moduleTypeHandle();
  defineType({ handle, name, module: 'decimal', base, furtherBases, flags: CONTAINER | TypeFlag.WEAKREFS, slots: {}, addsLayout: false });
  exceptionTypes.push(handle);
  return handle;
}

const DECIMAL_EXCEPTION = exception('DecimalException', ARITHMETIC_ERROR);
const CLAMPED = exception('Clamped', DECIMAL_EXCEPTION);
const ROUNDED = exception('Rounded', DECIMAL_EXCEPTION);
const INEXACT = exception('Inexact', DECIMAL_EXCEPTION);
const SUBNORMAL = exception('Subnormal', DECIMAL_EXCEPTION);
const UNDERFLOW = exception('Underflow', INEXACT, ROUNDED, SUBNORMAL);
const OVERFLOW = exception('Overflow', INEXACT, ROUNDED);
const DIVISION_BY_ZERO = exception('DivisionByZero', DECIMAL_EXCEPTION, ZERO_DIVISION_ERROR);
const FLOAT_OPERATION = exception('FloatOperation', DECIMAL_EXCEPTION, TYPE_ERROR);
const INVALID_OPERATION = exception('InvalidOperation', DECIMAL_EXCEPTION);
const CONVERSION_SYNTAX = exception('ConversionSyntax', INVALID_OPERATION);
const DIVISION_IMPOSSIBLE = exception('DivisionImpossible', INVALID_OPERATION);
const DIVISION_UNDEFINED = exception('DivisionUndefined', INVALID_OPERATION, ZERO_DIVISION_ERROR);

/** Everything that is an invalid operation. */
export const INVALID = Condition.INVALID_OPERATION | Condition.CONVERSION_SYNTAX | Condition.DIVISION_IMPOSSIBLE | Condition.DIVISION_UNDEFINED;

/** The kinds of an invalid operation, which its exception lists. */
const kinds: readonly (readonly [number, Ref])[] = [
  [Condition.INVALID_OPERATION, INVALID_OPERATION],
  [Condition.DIVISION_IMPOSSIBLE, DIVISION_IMPOSSIBLE],
  [Condition.DIVISION_UNDEFINED, DIVISION_UNDEFINED],
  [Condition.CONVERSION_SYNTAX, CONVERSION_SYNTAX],
];

/** The signals, in the order in which libmpdec's are looked at. */
export const signals: readonly (readonly [number, Ref])[] = [
  [INVALID, INVALID_OPERATION],
  [Condition.FLOAT_OPERATION, FLOAT_OPERATION],
  [Condition.DIVISION_BY_ZERO, DIVISION_BY_ZERO],
  [Condition.OVERFLOW, OVERFLOW],
  [Condition.UNDERFLOW, UNDERFLOW],
  [Condition.SUBNORMAL, SUBNORMAL],
  [Condition.INEXACT, INEXACT],
  [Condition.ROUNDED, ROUNDED],
  [Condition.CLAMPED, CLAMPED],
];

/** Raises the first trapped signal among conditions, with all of them (flags_as_exception, flags_as_list). */
export function raiseSignal(rt: Runtime, conditions: number): never {
  const type = signals.find(([bits]) => (conditions & bits) !== 0)![1];
  const listed = [...kinds, ...signals.slice(1)].filter(([bits]) => (conditions & bits) !== 0).map(([, ref]) => ref);
  raiseWith(rt, type, newList(rt, listed.map((ref) => rt.heap.incref(ref))));
}

/** Conditions in the order of libmpdec's bits, and the signals that they are shown as (mpd_lsnprint_signals). */
const shownOrder: readonly (readonly [number, Ref])[] = [
  [Condition.CLAMPED, CLAMPED],
  [Condition.CONVERSION_SYNTAX, INVALID_OPERATION],
  [Condition.DIVISION_BY_ZERO, DIVISION_BY_ZERO],
  [Condition.DIVISION_IMPOSSIBLE | Condition.DIVISION_UNDEFINED, INVALID_OPERATION],
  [Condition.INEXACT, INEXACT],
  [Condition.INVALID_OPERATION, INVALID_OPERATION],
  [Condition.FLOAT_OPERATION, FLOAT_OPERATION],
  [Condition.OVERFLOW, OVERFLOW],
  [Condition.ROUNDED, ROUNDED],
  [Condition.SUBNORMAL, SUBNORMAL],
  [Condition.UNDERFLOW, UNDERFLOW],
];

export const signalNames = (rt: Runtime, conditions: number): string => {
  const shown = new Set(shownOrder.filter(([bits]) => (conditions & bits) !== 0).map(([, type]) => type));
  return `[${[...shown].map((type) => rt.typeObject(type).name).join(', ')}]`;
};

export const signalWords = 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]';
