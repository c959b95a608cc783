import { TypeFlag } from '../heap/heap.ts';
import { FIRST_DYNAMIC, INDEX_ERROR, NOT_IMPLEMENTED, OVERFLOW_ERROR, SLICE, STR, TYPE_ERROR } from '../heap/known.ts';
import type { Eventual, Ref } from '../heap/ref.ts';
import { formatString } from '../text/format.ts';
import { hashString } from '../text/hash.ts';
import type { Int } from '../text/integer.ts';
import * as text from '../text/str.ts';
import { isStr, isTuple, itemIndex, profileOf, withIndex } from './arguments.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { holding } from './core/holding.ts';
import { typeName } from './core/lookup.ts';
import { itemsOf, newTuple } from './core/make.ts';
import { type NativeFunction, native } from './core/native.ts';
import { holds, str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { instanceSize } from './core/sizes.ts';
import type { Slots } from './core/slots.ts';
import { begin, type Steps } from './core/suspend.ts';
import { encodeObject, encodingArguments } from './encoding.ts';
import { formatMethod } from './format-method.ts';
import { setHash } from './hashes.ts';
import { percentFormat, percentNow } from './percent.ts';
import { withSlice } from './slice.ts';
import { caseMethods } from './str-case.ts';
import { formatMethods } from './str-format.ts';
import { strIter } from './str-iterator.ts';
import { strNew } from './str-new.ts';
import { padMethods } from './str-pad.ts';
import { searchMethods } from './str-search.ts';
import { splitMethods } from './str-split.ts';
import { translateMethods } from './str-translate.ts';
import { chargeScan, chargeText, unchangedOr } from './text-results.ts';

/** Mirrors PyUnicode_Concat(): with an empty operand the other one is the result. */
/** `left + right` where `left` is a str. */
export function concat(rt: Runtime, left: Ref, right: Ref): Ref {
  if (!isStr(rt, right)) raise(rt, TYPE_ERROR, `can only concatenate str (not "${typeName(rt, right)}") to str`);
  const a = rt.text(left);
  const b = rt.text(right);
  if (a === '') return unchangedOr(rt, right, b);
  if (b === '') return unchangedOr(rt, left, a);
  chargeText(rt, a.length + b.length);
  return rt.newStr(a + b);
}

function repeat(rt: Runtime, self: Ref, count: number): Ref {
  const value = rt.text(self);
  if (count <= 0 || value === '') return rt.newStr('');
  if (count === 1) return unchangedOr(rt, self, value);
  if (value.length * count >= 2 ** 63) raise(rt, OVERFLOW_ERROR, 'repeated string is too long');
  chargeText(rt, value.length * count);
  return rt.newStr(value.repeat(count));
}

function contains(rt: Runtime, self: Ref, item: Ref): Ref {
  if (!isStr(rt, item)) raise(rt, TYPE_ERROR, `'in <string>' requires string as left operand, not ${typeName(rt, item)}`);
  const value = rt.text(self);
  chargeScan(rt, value.length);
  return rt.newBool(text.contains(value, rt.text(item)));
}

function item(rt: Runtime, self: Ref, index: number): Ref {
  const value = rt.text(self);
  if (index < 0 || index >= text.length(value)) raise(rt, INDEX_ERROR, 'string index out of range');
  return rt.newStr(text.at(value, index));
}

function subscript(rt: Runtime, self: Ref, key: Ref): Eventual {
  if (rt.heap.type[key] === SLICE) {
    const value = rt.text(self);
    return withSlice(rt, key, () => text.length(value), ({ start, stop, step, count }) => {
      if (step === 1 && start === 0 && count >= value.length) return unchangedOr(rt, self, value);
      chargeText(rt, count);
      return rt.newStr(text.slice(value, start, stop, step, count));
    });
  }
  if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `string indices must be integers, not '${typeName(rt, key)}'`);
  return withIndex(rt, key, (value: Int) => item(rt, self, itemIndex(rt, key, value, text.length(rt.text(self)))));
}

function richCompare(rt: Runtime, left: Ref, right: Ref, op: number): Ref {
  if (!isStr(rt, left) || !isStr(rt, right)) return NOT_IMPLEMENTED;
  const a = rt.text(left);
  const b = rt.text(right);
  chargeScan(rt, Math.min(a.length, b.length));
  return rt.newBool(holds(op, text.compare(a, b)));
}

function remainder(rt: Runtime, left: Ref, right: Ref): Eventual {
  if (!isStr(rt, left)) return NOT_IMPLEMENTED;
  const format = rt.text(left);
  // The result of a lone "%s" is the very str that it stands for.
  if (format === '%s') {
    if (!isTuple(rt, right)) return str(rt, right);
    const items = itemsOf(rt, right);
    if (items.length === 1) return holding(rt, str(rt, items[0]!), items[0]!);
  }
  const plain = percentNow(rt, format, right);
  return plain === undefined ? begin(rt, percentSteps(rt, format, right)) : rt.newStr(plain);
}

function* percentSteps(rt: Runtime, format: string, operand: Ref): Steps<Ref> {
  return rt.newStr(yield* percentFormat(rt, format, 'str', operand));
}

function length(rt: Runtime, self: Ref): Ref {
  return rt.newInt(text.length(rt.text(self)));
}

const slots: Slots = {
  tp_new: strNew,
  tp_repr: (rt, self) => {
    const value = rt.text(self);
    chargeText(rt, value.length);
    return rt.newStr(text.repr(value));
  },
  tp_str: (rt, self) => unchangedOr(rt, self, rt.text(self)),
  tp_hash: (rt, self) => setHash(rt, hashString(rt.text(self))),
  tp_richcompare: richCompare,
  tp_iter: strIter,
  nb_remainder: remainder,
  sq_length: length,
  sq_concat: concat,
  sq_repeat: repeat,
  sq_item: item,
  sq_contains: contains,
  mp_length: length,
  mp_subscript: subscript,
};

/**
 * Mirrors unicode_sizeof_impl(): the header, and the characters and a final zero in their width. Beyond ASCII the
 * shared one-character strings have their UTF-8 form at hand since 3.12. Instances of subclasses are never compact.
 */
function sizeOf(rt: Runtime, self: Ref): Ref {
  const value = rt.text(self);
  const most = text.maxChar(value);
  const [ascii, other] = profileOf(rt).strHeader;
  const width = most <= 0xff ? 1 : most <= 0xffff ? 2 : 4;
  const characters = (text.length(value) + 1) * width;
  if (rt.heap.type[self] !== STR) return rt.newInt(instanceSize(rt, STR).basic + characters);
  const sharesForm = most > 0x7f && self < FIRST_DYNAMIC && profileOf(rt).sharedStrHasUtf8;
  return rt.newInt((most === 0x7f ? ascii : other) + characters + (sharesForm ? 3 : 0));
}

const methods: readonly NativeFunction[] = [
  ...caseMethods,
  ...searchMethods,
  ...splitMethods,
  ...padMethods,
  ...translateMethods,
  ...formatMethods,
  native('encode', "encoding='utf-8', errors='strict'", (rt, self, args) => {
    const encoding = encodingArguments(rt, 'encode', args[0]!, args[1]!);
    return encodeObject(rt, self, encoding);
  }),
  formatMethod((rt, self, spec, name) => formatString(rt.text(self), spec, name)),
  native('__getnewargs__', '', (rt, self) => newTuple(rt, [rt.newStr(rt.text(self))])),
  native('__sizeof__', '', sizeOf),
];

defineType({
  handle: STR,
  name: 'str',
  flags: TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.STR_SUBCLASS,
  slots,
  methods,
});
