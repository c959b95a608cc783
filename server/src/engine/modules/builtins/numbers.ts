import { BinaryOp } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { BYTEARRAY, BYTES, NONE, NOT_IMPLEMENTED, OVERFLOW_ERROR, STR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import type { Int } from '../../text/integer.ts';
import { intToBase } from '../../text/numerals.ts';
import * as text from '../../text/str.ts';
import { modulesOf } from '../../versions/modules.ts';
import { withIndex } from '../../objects/arguments.ts';
import { bytesLikeNow } from '../../objects/bytes-like.ts';
import { binary, binaryOp1, unary, unsupportedOperands } from '../../objects/core/arithmetic.ts';
import { raise } from '../../objects/core/errors.ts';
import { callSpecial, isSubtype, lookupText, typeName } from '../../objects/core/lookup.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { sum } from './sum.ts';

const inBase = (name: string, base: 2 | 8 | 16): NativeFunction =>
  native(name, 'number, /', (rt, _module, [number]) => withIndex(rt, number!, (value) => rt.newStr(intToBase(value, base))));

const isCInt = (value: Int): boolean => value >= -0x80000000 && value <= 0x7fffffff;

function chr(rt: Runtime, value: Int): Ref {
  if (!isCInt(value) && !modulesOf(rt.profile.version).chrTakesAnyInt) raise(rt, OVERFLOW_ERROR, 'Python int too large to convert to C int');
  if (value < 0 || value > 0x10ffff) raise(rt, VALUE_ERROR, 'chr() arg not in range(0x110000)');
  return rt.newStr(text.chr(value));
}

function ord(rt: Runtime, object: Ref): Ref {
  const { flags } = rt.typeOf(object);
  const type = rt.heap.type[object];
  let size: number;
  if (type === STR || (flags & TypeFlag.STR_SUBCLASS) !== 0) {
    const value = rt.text(object);
    size = text.length(value);
    if (size === 1) return rt.newInt(value.codePointAt(0)!);
  } else if (type === BYTES || (flags & TypeFlag.BYTES_SUBCLASS) !== 0 || isSubtype(rt, type!, BYTEARRAY)) {
    const bytes = bytesLikeNow(rt, object)!;
    size = bytes.length;
    if (size === 1) return rt.newInt(bytes[0]!);
  } else raise(rt, TYPE_ERROR, `ord() expected string of length 1, but ${typeName(rt, object)} found`);
  raise(rt, TYPE_ERROR, `ord() expected a character, but string of length ${size} found`);
}

function* divmod(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  const result = yield* binaryOp1(rt, left, right, 'nb_divmod');
  if (result === NOT_IMPLEMENTED) unsupportedOperands(rt, 'divmod()', left, right);
  return result;
}

type PowerSlot = (rt: Runtime, base: Ref, exponent: Ref, modulus: Ref) => Eventual;

/** Mirrors ternary_op(): the slots of base, exponent and modulus in turn, the exponent's first if its type is derived. */
function* powerModulo(rt: Runtime, base: Ref, exponent: Ref, modulus: Ref): Steps<Ref> {
  const slotOf = (object: Ref): PowerSlot | undefined => rt.typeOf(object).slots.nb_power;
  const types = [base, exponent, modulus].map((object) => rt.heap.type[object]!);
  const ofBase = slotOf(base);
  const ofExponent = types[0] === types[1] || slotOf(exponent) === ofBase ? undefined : slotOf(exponent);
  const order =
    ofBase !== undefined && ofExponent !== undefined && isSubtype(rt, types[1]!, types[0]!) ? [ofExponent, ofBase] : [ofBase, ofExponent];
  const ofModulus = slotOf(modulus);
  if (!order.includes(ofModulus)) order.push(ofModulus);
  for (const slot of order) {
    if (slot === undefined) continue;
    const result = yield* settle(rt, slot(rt, base, exponent, modulus));
    if (result !== NOT_IMPLEMENTED) return result;
  }
  const names = [base, exponent, modulus].map((object) => `'${typeName(rt, object)}'`);
  raise(rt, TYPE_ERROR, `unsupported operand type(s) for ** or pow(): ${names.join(', ')}`);
}

function* round(rt: Runtime, number: Ref, digits: Ref): Steps<Ref> {
  const method = lookupText(rt, rt.heap.type[number]!, '__round__');
  if (method === NULL) raise(rt, TYPE_ERROR, `type ${typeName(rt, number)} doesn't define __round__ method`);
  return yield* callSpecial(rt, number, method, digits === NULL || digits === NONE ? [] : [digits]);
}

export const numberFunctions: readonly NativeFunction[] = [
  native('abs', 'number, /', (rt, _module, [number]) => unary(rt, 'nb_absolute', number!)),
  inBase('bin', 2),
  inBase('oct', 8),
  inBase('hex', 16),
  native('chr', 'i, /', (rt, _module, [point]) => withIndex(rt, point!, (value) => chr(rt, value))),
  native('ord', 'character, /', (rt, _module, [character]) => ord(rt, character!)),
  suspending('divmod', 'x, y, /', (rt, _module, [left, right]) => divmod(rt, left!, right!)),
  suspending('pow', 'base, exp, mod=None', function* (rt, _module, [base, exponent, modulus]) {
    if (modulus === NULL || modulus === NONE) return yield* settle(rt, binary(rt, BinaryOp.POWER, base!, exponent!));
    return yield* powerModulo(rt, base!, exponent!, modulus!);
  }),
  suspending('round', 'number, ndigits=None', (rt, _module, [number, digits]) => round(rt, number!, digits!)),
  suspending('sum', 'iterable, /, start=0', (rt, _module, [iterable, start]) => sum(rt, iterable!, start!)),
];
