import { Compare } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { ATTRIBUTE_ERROR, FUNCTION, NONE, NOT_IMPLEMENTED, OVERFLOW_ERROR, STOP_ITERATION, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { hashFromInt, hashHigh } from '../../text/hash.ts';
import { builtinTypes } from '../../versions/builtin-types.ts';
import type { Int } from '../../text/integer.ts';
import type { BinarySlotName } from './arithmetic.ts';
import { refuseAnswer } from './answers.ts';
import { attributeName, genericGetAttr } from './attributes.ts';
import { caught, matches, raise, raiseWith, rethrow } from './errors.ts';
import { bindAttribute, callSpecial, isSubtype, lookup, lookupText, typeName } from './lookup.ts';
import { comparisonNames, index, indexNow, length, truth } from './protocol.ts';
import type { Unchanging } from './copying.ts';
import type { Runtime } from './runtime.ts';
import { bind } from './signature.ts';
import type { SlotName, Slots } from './slots.ts';
import { begin, settle, type Steps } from './suspend.ts';
import { unsupported } from './unsupported.ts';

/**
 * How a special method and a slot stand for each other (CPython's slotdefs): `wrap` is the method that a built-in
 * type's slot appears as, `slotFunction` the slot that a class with such a method gets.
 */
export interface SlotDef {
  readonly name: string;
  readonly slot: SlotName;
  readonly signature: string;
  readonly wrap: (rt: Runtime, slot: AnySlot, self: Ref, args: readonly Ref[]) => Eventual;
  /** null where a method in a class leaves the slot empty, because another slot serves it. */
  readonly slotFunction: AnySlot | null;
  /** The wrapper takes the arguments as they come (`__init__`, `__call__`). */
  readonly raw?: boolean;
}

// A slot of any shape: each SlotDef calls only slots of its own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnySlot = (rt: Runtime, self: Ref, ...rest: any[]) => Eventual;

/** The method of a class along the MRO, or NULL. */
const methodOf = (rt: Runtime, self: Ref, name: string): Ref => lookupText(rt, rt.heap.type[self]!, name);

function callMethod(rt: Runtime, self: Ref, name: string, args: readonly Ref[]): Eventual {
  const method = methodOf(rt, self, name);
  if (method === NULL) raise(rt, ATTRIBUTE_ERROR, name);
  return begin(rt, callSpecial(rt, self, method, args));
}

/** Calls for effect; answers NULL. */
function* callDiscarding(rt: Runtime, self: Ref, name: string, args: readonly Ref[]): Steps<Ref> {
  rt.heap.decref(yield* settle(rt, callMethod(rt, self, name, args)));
  return NULL;
}

function unary<Name extends string>(name: Name, slot: SlotName, convert?: (rt: Runtime, self: Ref, name: Name) => Steps<Ref>): SlotDef {
  return {
    name,
    slot,
    signature: '',
    wrap: (rt, fn, self) => fn(rt, self),
    slotFunction: convert === undefined ? (rt, self) => callMethod(rt, self, name, []) : (rt, self) => begin(rt, convert(rt, self, name)),
  };
}

/** A pair such as `__add__` and `__radd__` (SLOT1BINFULL). */
function binaryPair(name: string, slot: BinarySlotName): SlotDef[] {
  const method = `__${name}__`;
  const reflected = `__r${name}__`;
  const slotFunction: AnySlot = (rt, left: Ref, right: Ref) => begin(rt, binarySlot(rt, left, right, slot, slotFunction, method, reflected));
  return [
    { name: method, slot, signature: 'value, /', wrap: (rt, fn, self, [value]) => fn(rt, self, value, NONE), slotFunction },
    { name: reflected, slot, signature: 'value, /', wrap: (rt, fn, self, [value]) => fn(rt, value!, self, NONE), slotFunction },
  ];
}

function* binarySlot(rt: Runtime, left: Ref, right: Ref, slot: SlotName, own: AnySlot, method: string, reflected: string): Steps<Ref> {
  const { heap } = rt;
  const tl = heap.type[left]!;
  const tr = heap.type[right]!;
  let tryOther = tl !== tr && rt.typeObject(tr).slots[slot] === own;
  if (rt.typeObject(tl).slots[slot] === own) {
    if (tryOther && isSubtype(rt, tr, tl) && lookupText(rt, tr, reflected) !== lookupText(rt, tl, reflected)) {
      const result = yield* callIfDefined(rt, right, reflected, left);
      if (result !== NOT_IMPLEMENTED) return result;
      tryOther = false;
    }
    const result = yield* callIfDefined(rt, left, method, right);
    if (result !== NOT_IMPLEMENTED || tl === tr) return result;
  }
  return tryOther ? yield* callIfDefined(rt, right, reflected, left) : NOT_IMPLEMENTED;
}

function* callIfDefined(rt: Runtime, self: Ref, name: string, argument: Ref): Steps<Ref> {
  const method = methodOf(rt, self, name);
  return method === NULL ? NOT_IMPLEMENTED : yield* callSpecial(rt, self, method, [argument]);
}

function inplace(name: string, slot: BinarySlotName): SlotDef {
  return {
    name: `__i${name}__`,
    slot,
    signature: 'value, /',
    wrap: (rt, fn, self, [value]) => fn(rt, self, value, NONE),
    slotFunction: (rt, self, value: Ref) => callMethod(rt, self, `__i${name}__`, [value]),
  };
}

function comparison(name: string, op: Compare): SlotDef {
  return {
    name,
    slot: 'tp_richcompare',
    signature: 'value, /',
    wrap: (rt, fn, self, [value]) => fn(rt, self, value, op),
    slotFunction: slotRichCompare,
  };
}

const slotRichCompare: AnySlot = (rt, left: Ref, right: Ref, op: number) => begin(rt, callIfDefined(rt, left, comparisonNames[op]!, right));

function* checkedStr(rt: Runtime, self: Ref, name: '__str__' | '__repr__'): Steps<Ref> {
  const result = yield* settle(rt, callMethod(rt, self, name, []));
  if ((rt.typeOf(result).flags & TypeFlag.STR_SUBCLASS) === 0) refuseAnswer(rt, self, name, result);
  return result;
}

function* slotHash(rt: Runtime, self: Ref): Steps<Ref> {
  const method = methodOf(rt, self, '__hash__');
  if (method === NULL || method === NONE) raise(rt, TYPE_ERROR, `unhashable type: '${typeName(rt, self)}'`);
  const isFunction = rt.heap.type[method] === FUNCTION;
  let result: Ref;
  if (isFunction) rt.heap.incref(method);
  try {
    result = isFunction ? yield { callable: method, args: [self], keywords: NULL } : yield* callSpecial(rt, self, method, []);
  } finally {
    if (isFunction) rt.heap.decref(method);
  }
  const value = indexNow(rt, result);
  rt.heap.decref(result);
  if (value === undefined) raise(rt, TYPE_ERROR, '__hash__ method should return an integer');
  rt.hashLow = hashFromInt(value);
  rt.hashHigh = hashHigh();
  return NULL;
}

function* slotBool(rt: Runtime, self: Ref): Steps<Ref> {
  const result = yield* settle(rt, callMethod(rt, self, '__bool__', []));
  if (rt.heap.type[result] !== rt.heap.type[rt.newBool(true)]) refuseAnswer(rt, self, '__bool__', result);
  return result;
}

function* slotLength(rt: Runtime, self: Ref): Steps<Ref> {
  const result = yield* settle(rt, callMethod(rt, self, '__len__', []));
  let value: Int;
  try {
    value = yield* index(rt, result);
  } finally {
    rt.heap.decref(result);
  }
  if (value < 0) raise(rt, VALUE_ERROR, '__len__() should return >= 0');
  if (value >= 2n ** 63n) raise(rt, OVERFLOW_ERROR, `cannot fit 'int' into an index-sized integer`);
  return rt.newInt(value);
}

function* slotContains(rt: Runtime, self: Ref, item: Ref): Steps<Ref> {
  if (methodOf(rt, self, '__contains__') === NONE) raise(rt, TYPE_ERROR, `'${typeName(rt, self)}' object is not a container`);
  const result = yield* settle(rt, callMethod(rt, self, '__contains__', [item]));
  try {
    return rt.newBool(yield* truth(rt, result));
  } finally {
    rt.heap.decref(result);
  }
}

function* slotNext(rt: Runtime, self: Ref): Steps<Ref> {
  try {
    return yield* settle(rt, callMethod(rt, self, '__next__', []));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, STOP_ITERATION)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return NULL;
  }
}

function* wrapNext(rt: Runtime, fn: AnySlot, self: Ref): Steps<Ref> {
  const { am_send: send } = rt.typeOf(self).slots;
  if (send !== undefined) return yield* settle(rt, send(rt, self, NONE));
  const item = yield* settle(rt, fn(rt, self));
  if (item === NULL) raiseWith(rt, STOP_ITERATION);
  return item;
}

/** `__iter__ = None` says that there is no iterator, whatever else the class has. */
function* slotIter(rt: Runtime, self: Ref): Steps<Ref> {
  if (methodOf(rt, self, '__iter__') === NONE) raise(rt, TYPE_ERROR, `'${typeName(rt, self)}' object is not iterable`);
  return yield* settle(rt, callMethod(rt, self, '__iter__', []));
}

/** Mirrors slot_tp_getattr_hook(): `__getattribute__`, and `__getattr__` after its AttributeError. */
function* slotGetAttr(rt: Runtime, self: Ref, name: Ref): Steps<Ref> {
  const { heap } = rt;
  const type = heap.type[self]!;
  const getattribute = lookupText(rt, type, '__getattribute__');
  const getattr = lookupText(rt, type, '__getattr__');
  // The methods may leave their class while they are called.
  if (getattr !== NULL) heap.incref(getattr);
  if (getattribute !== NULL) heap.incref(getattribute);
  try {
    return getattribute === NULL || isGenericGetAttribute(rt, getattribute)
      ? yield* settle(rt, genericGetAttr(rt, self, name))
      : yield* callSpecial(rt, self, getattribute, [name]);
  } catch (error) {
    const exception = caught(rt, error);
    if (getattr === NULL || !matches(rt, exception, ATTRIBUTE_ERROR)) rethrow(rt, exception);
    heap.decref(exception);
    return yield* callSpecial(rt, self, getattr, [name]);
  } finally {
    heap.xdecref(getattribute);
    heap.xdecref(getattr);
  }
}

const isGenericGetAttribute = (rt: Runtime, method: Ref): boolean => {
  const payload = rt.heap.payload[method] as { slotFunction?: unknown } | undefined;
  return payload?.slotFunction === genericGetAttr;
};

function* slotDescrGet(rt: Runtime, self: Ref, instance: Ref, owner: Ref): Steps<Ref> {
  const get = methodOf(rt, self, '__get__');
  if (get === NULL) return rt.heap.incref(self);
  return yield* callSpecial(rt, self, get, [instance === NULL ? NONE : instance, owner === NULL ? NONE : owner]);
}

/** Calls that pass everything on: `__call__`, `__init__`. */
function* forward(rt: Runtime, self: Ref, name: string, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const method = methodOf(rt, self, name);
  const isFunction = heap.type[method] === FUNCTION;
  const bound = isFunction ? heap.incref(method) : yield* bindAttribute(rt, method, self);
  try {
    return yield { callable: bound, args: isFunction ? [self, ...args] : args, keywords };
  } finally {
    heap.decref(bound);
  }
}

function* slotInit(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const result = yield* forward(rt, self, '__init__', args, keywords);
  if (result !== NONE) {
    const type = typeName(rt, result);
    rt.heap.decref(result);
    raise(rt, TYPE_ERROR, `__init__() should return None, not '${type}'`);
  }
  return NULL;
}

function* noneForNull(rt: Runtime, result: Eventual): Steps<Ref> {
  yield* settle(rt, result);
  return NONE;
}

function* wrapHash(rt: Runtime, fn: AnySlot, self: Ref): Steps<Ref> {
  yield* settle(rt, fn(rt, self));
  return rt.newInt(hashToNumber(rt));
}

const hashToNumber = (rt: Runtime): Int => {
  const value = (BigInt(rt.hashHigh | 0) << 32n) | BigInt(rt.hashLow >>> 0);
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
};

const sequenceWrap =
  (slot: 'sq_item' | 'sq_repeat' | 'sq_inplace_repeat') =>
  (rt: Runtime, fn: AnySlot, self: Ref, [argument]: readonly Ref[]): Eventual =>
    begin(rt, sequenceCall(rt, fn, self, argument!, slot));

function* sequenceCall(rt: Runtime, fn: AnySlot, self: Ref, argument: Ref, slot: string): Steps<Ref> {
  if (slot === 'sq_item') return yield* settle(rt, fn(rt, self, yield* wrapperIndex(rt, self, argument)));
  return yield* settle(rt, fn(rt, self, Math.max(yield* wrapperSize(rt, argument), 0)));
}

function* wrapperSize(rt: Runtime, argument: Ref): Steps<number> {
  const count = yield* index(rt, argument);
  if (count >= 2 ** 63 || count < -(2 ** 63)) raise(rt, OVERFLOW_ERROR, `cannot fit '${typeName(rt, argument)}' into an index-sized integer`);
  return Number(count);
}

/** Mirrors getindex(): a negative index counts from the end. */
function* wrapperIndex(rt: Runtime, self: Ref, argument: Ref): Steps<number> {
  const value = yield* wrapperSize(rt, argument);
  const { sq_length } = rt.typeOf(self).slots;
  if (value >= 0 || sq_length === undefined) return value;
  return value + (yield* length(rt, self));
}

function* wrapBuffer(rt: Runtime, fn: AnySlot, self: Ref, flags: Ref): Steps<Ref> {
  const value = yield* wrapperSize(rt, flags);
  const { bufferFlagsHaveLowerBound } = builtinTypes(rt.profile.version);
  if (value > 0x7fffffff || (bufferFlagsHaveLowerBound && value < -0x80000000)) {
    raise(rt, OVERFLOW_ERROR, `buffer flags ${bufferFlagsHaveLowerBound ? 'out of range' : 'too large'}`);
  }
  return yield* settle(rt, fn(rt, self, value));
}

/** Items set by their position alone: `obj[key] = value` asks for the index in other words (setItem). */
const sequenceSetter = (name: string, signature: string): SlotDef => ({
  name,
  slot: 'sq_ass_item',
  signature,
  wrap: (rt, fn, self, [key, value]) => begin(rt, sequenceAssign(rt, fn, self, key!, value ?? NULL)),
  slotFunction: null,
});

function* sequenceAssign(rt: Runtime, fn: AnySlot, self: Ref, key: Ref, value: Ref): Steps<Ref> {
  return yield* noneForNull(rt, fn(rt, self, yield* wrapperIndex(rt, self, key), value));
}

/** The slots of classes that set attributes through their methods. */
const attributeSlotFunctions = new Set<unknown>();

/**
 * Refuses a call that jumps over what a built-in type between has to say, as `object.__setattr__` on a class (hackcheck):
 * 1 the type that defines the slot in force; 2 from there down, the first that is written in C must be the one called.
 */
function checkNotSkipped(rt: Runtime, self: Ref, called: AnySlot, name: string): void {
  const type = rt.heap.type[self]!;
  const slotOf = (ref: Ref): unknown => rt.typeObject(ref).slots.tp_setattro;
  // 1
  const defining = [...rt.typeObject(type).linearization].reverse().find((base) => !attributeSlotFunctions.has(slotOf(base)) && slotOf(base) === slotOf(type));
  // 2
  for (let base = defining ?? type; base !== NULL; base = rt.typeObject(base).base) {
    if (slotOf(base) === called) return;
    if (!attributeSlotFunctions.has(slotOf(base))) raise(rt, TYPE_ERROR, `can't apply this ${name} to ${typeName(rt, self)} object`);
  }
}

const setter = (name: string, slot: 'tp_setattro' | 'mp_ass_subscript' | 'tp_descr_set', signature: string, deletes: boolean, both: readonly [string, string]): SlotDef => ({
  name,
  slot,
  signature,
  wrap: (rt, fn, self, args) => {
    if (slot === 'tp_setattro') checkNotSkipped(rt, self, fn, name);
    const key = slot === 'tp_setattro' ? attributeName(rt, args[0]!) : args[0]!;
    return begin(rt, noneForNull(rt, fn(rt, self, key, deletes ? NULL : args[1]!)));
  },
  slotFunction: (rt, self, key: Ref, value: Ref) =>
    begin(rt, value === NULL ? callDiscarding(rt, self, both[1], [key]) : callDiscarding(rt, self, both[0], [key, value])),
});

const getAttributeDef = (name: string): SlotDef => ({
  name,
  slot: 'tp_getattro',
  signature: 'name, /',
  wrap: (rt, fn, self, [attribute]) => fn(rt, self, attributeName(rt, attribute!)),
  slotFunction: (rt, self, attribute: Ref) => begin(rt, slotGetAttr(rt, self, attribute)),
});

const attributeSetters = ['__setattr__', '__delattr__'] as const;
const itemSetters = ['__setitem__', '__delitem__'] as const;
const descriptorSetters = ['__set__', '__delete__'] as const;

const slotDefs: readonly SlotDef[] = [
  getAttributeDef('__getattribute__'),
  { ...getAttributeDef('__getattr__') },
  setter('__setattr__', 'tp_setattro', 'name, value, /', false, attributeSetters),
  setter('__delattr__', 'tp_setattro', 'name, /', true, attributeSetters),
  unary('__repr__', 'tp_repr', checkedStr),
  { ...unary('__hash__', 'tp_hash', slotHash), wrap: (rt, fn, self) => begin(rt, wrapHash(rt, fn, self)) },
  {
    name: '__call__',
    slot: 'tp_call',
    signature: '*args, **kwargs',
    raw: true,
    wrap: (rt, fn, self, args) => fn(rt, self, args.slice(1), args[0]),
    slotFunction: (rt, self, args: readonly Ref[], keywords: Ref) => begin(rt, forward(rt, self, '__call__', args, keywords)),
  },
  unary('__str__', 'tp_str', checkedStr),
  comparison('__lt__', Compare.LT),
  comparison('__le__', Compare.LE),
  comparison('__eq__', Compare.EQ),
  comparison('__ne__', Compare.NE),
  comparison('__gt__', Compare.GT),
  comparison('__ge__', Compare.GE),
  unary('__iter__', 'tp_iter', slotIter),
  {
    name: '__buffer__',
    slot: 'bf_getbuffer',
    signature: 'flags, /',
    wrap: (rt, fn, self, [flags]) => begin(rt, wrapBuffer(rt, fn, self, flags!)),
    slotFunction: () => unsupported('memory that a class written in Python shows'),
  },
  {
    name: '__release_buffer__',
    slot: 'bf_releasebuffer',
    signature: 'buffer, /',
    wrap: (rt, fn, self, [view]) => fn(rt, self, view),
    slotFunction: () => unsupported('memory that a class written in Python shows'),
  },
  { ...unary('__next__', 'tp_iternext', slotNext), wrap: (rt, fn, self) => begin(rt, wrapNext(rt, fn, self)) },
  {
    name: '__get__',
    slot: 'tp_descr_get',
    signature: 'instance, owner=None, /',
    wrap: (rt, fn, self, [givenInstance, givenOwner]) => {
      const instance = givenInstance === NONE ? NULL : givenInstance;
      const owner = givenOwner === undefined || givenOwner === NONE ? NULL : givenOwner;
      if (instance === NULL && owner === NULL) raise(rt, TYPE_ERROR, '__get__(None, None) is invalid');
      return fn(rt, self, instance, owner);
    },
    slotFunction: (rt, self, instance: Ref, owner: Ref) => begin(rt, slotDescrGet(rt, self, instance, owner)),
  },
  setter('__set__', 'tp_descr_set', 'instance, value, /', false, descriptorSetters),
  setter('__delete__', 'tp_descr_set', 'instance, /', true, descriptorSetters),
  {
    name: '__init__',
    slot: 'tp_init',
    signature: '*args, **kwargs',
    raw: true,
    wrap: (rt, fn, self, args) => begin(rt, noneForNull(rt, fn(rt, self, args.slice(1), args[0]))),
    slotFunction: (rt, self, args: readonly Ref[], keywords: Ref) => begin(rt, slotInit(rt, self, args, keywords)),
  },
  {
    name: '__del__',
    slot: 'tp_finalize',
    signature: '',
    wrap: (rt, fn, self) => begin(rt, noneForNull(rt, fn(rt, self))),
    slotFunction: (rt, self) => begin(rt, callDiscarding(rt, self, '__del__', [])),
  },
  unary('__await__', 'am_await'),
  unary('__aiter__', 'am_aiter'),
  unary('__anext__', 'am_anext'),
  ...binaryPair('add', 'nb_add'),
  ...binaryPair('sub', 'nb_subtract'),
  ...binaryPair('mul', 'nb_multiply'),
  ...binaryPair('mod', 'nb_remainder'),
  ...binaryPair('divmod', 'nb_divmod'),
  ...powerPair(),
  unary('__neg__', 'nb_negative'),
  unary('__pos__', 'nb_positive'),
  unary('__abs__', 'nb_absolute'),
  unary('__bool__', 'nb_bool', slotBool),
  unary('__invert__', 'nb_invert'),
  ...binaryPair('lshift', 'nb_lshift'),
  ...binaryPair('rshift', 'nb_rshift'),
  ...binaryPair('and', 'nb_and'),
  ...binaryPair('xor', 'nb_xor'),
  ...binaryPair('or', 'nb_or'),
  unary('__int__', 'nb_int'),
  unary('__float__', 'nb_float'),
  inplace('add', 'nb_inplace_add'),
  inplace('sub', 'nb_inplace_subtract'),
  inplace('mul', 'nb_inplace_multiply'),
  inplace('mod', 'nb_inplace_remainder'),
  inplace('pow', 'nb_inplace_power'),
  inplace('lshift', 'nb_inplace_lshift'),
  inplace('rshift', 'nb_inplace_rshift'),
  inplace('and', 'nb_inplace_and'),
  inplace('xor', 'nb_inplace_xor'),
  inplace('or', 'nb_inplace_or'),
  ...binaryPair('floordiv', 'nb_floor_divide'),
  ...binaryPair('truediv', 'nb_true_divide'),
  inplace('floordiv', 'nb_inplace_floor_divide'),
  inplace('truediv', 'nb_inplace_true_divide'),
  unary('__index__', 'nb_index'),
  ...binaryPair('matmul', 'nb_matrix_multiply'),
  inplace('matmul', 'nb_inplace_matrix_multiply'),
  unary('__len__', 'mp_length', slotLength),
  {
    name: '__getitem__',
    slot: 'mp_subscript',
    signature: 'key, /',
    wrap: (rt, fn, self, [key]) => fn(rt, self, key),
    slotFunction: (rt, self, key: Ref) => callMethod(rt, self, '__getitem__', [key]),
  },
  setter('__setitem__', 'mp_ass_subscript', 'key, value, /', false, itemSetters),
  setter('__delitem__', 'mp_ass_subscript', 'key, /', true, itemSetters),
  unary('__len__', 'sq_length', slotLength),
  {
    name: '__add__',
    slot: 'sq_concat',
    signature: 'value, /',
    wrap: (rt, fn, self, [value]) => fn(rt, self, value),
    slotFunction: null,
  },
  { name: '__mul__', slot: 'sq_repeat', signature: 'value, /', wrap: sequenceWrap('sq_repeat'), slotFunction: null },
  { name: '__rmul__', slot: 'sq_repeat', signature: 'value, /', wrap: sequenceWrap('sq_repeat'), slotFunction: null },
  {
    name: '__getitem__',
    slot: 'sq_item',
    signature: 'key, /',
    wrap: sequenceWrap('sq_item'),
    slotFunction: (rt, self, position: number) => begin(rt, slotItem(rt, self, position)),
  },
  sequenceSetter('__setitem__', 'key, value, /'),
  sequenceSetter('__delitem__', 'key, /'),
  {
    name: '__contains__',
    slot: 'sq_contains',
    signature: 'key, /',
    wrap: (rt, fn, self, [key]) => fn(rt, self, key),
    slotFunction: (rt, self, item: Ref) => begin(rt, slotContains(rt, self, item)),
  },
  { name: '__iadd__', slot: 'sq_inplace_concat', signature: 'value, /', wrap: (rt, fn, self, [value]) => fn(rt, self, value), slotFunction: null },
  { name: '__imul__', slot: 'sq_inplace_repeat', signature: 'value, /', wrap: sequenceWrap('sq_inplace_repeat'), slotFunction: null },
];

function powerPair(): SlotDef[] {
  const [method, reflected] = binaryPair('pow', 'nb_power') as [SlotDef, SlotDef];
  const ownSlot: AnySlot = (rt, base: Ref, exponent: Ref, modulus: Ref) =>
    modulus === NONE || modulus === undefined
      ? begin(rt, binarySlot(rt, base, exponent, 'nb_power', ownSlot, '__pow__', '__rpow__'))
      : callMethod(rt, base, '__pow__', [exponent, modulus]);
  return [
    { ...method, signature: 'value, mod=None, /', wrap: (rt, fn, self, [value, mod]) => fn(rt, self, value, mod === NULL ? NONE : mod), slotFunction: ownSlot },
    { ...reflected, signature: 'value, mod=None, /', wrap: (rt, fn, self, [value, mod]) => fn(rt, value!, self, mod === NULL ? NONE : mod), slotFunction: ownSlot },
  ];
}

function* slotItem(rt: Runtime, self: Ref, position: number): Steps<Ref> {
  const key = rt.newInt(position);
  try {
    return yield* settle(rt, callMethod(rt, self, '__getitem__', [key]));
  } finally {
    rt.heap.decref(key);
  }
}

/** Payload of a slot wrapper (`int.__add__`): the slot function it calls, and for which type. */
export class SlotWrapper implements Unchanging {
  constructor(
    readonly def: SlotDef,
    readonly slotFunction: AnySlot,
    readonly type: Ref,
  ) {}

  get unchanging(): true {
    return true;
  }
}

for (const def of slotDefs) if (def.slot === 'tp_setattro') attributeSlotFunctions.add(def.slotFunction);

const defsBySlot = new Map<SlotName, SlotDef[]>();
for (const def of slotDefs) {
  const list = defsBySlot.get(def.slot);
  if (list === undefined) defsBySlot.set(def.slot, [def]);
  else list.push(def);
}

/**
 * Sets the slots of a class from its special methods (fixup_slot_dispatchers, update_one_slot): a method that is a
 * built-in's own wrapper gives that built-in's slot, any other the slot that calls it.
 */
export function updateSlots(rt: Runtime, type: Ref, names?: ReadonlySet<string>): void {
  const object = rt.typeObject(type);
  const { slots } = object;
  for (const [slot, defs] of defsBySlot) {
    if (names !== undefined && !defs.some((def) => names.has(def.name))) continue;
    const chosen = chooseSlot(rt, type, slot, defs);
    if (chosen === undefined) delete slots[slot];
    else (slots as Record<SlotName, unknown>)[slot] = chosen;
  }
  object.flags = slots.tp_finalize === undefined ? object.flags & ~TypeFlag.FINALIZER : object.flags | TypeFlag.FINALIZER;
}

function chooseSlot(rt: Runtime, type: Ref, slot: SlotName, defs: readonly SlotDef[]): AnySlot | null | undefined {
  let specific: AnySlot | undefined;
  let useGeneric: AnySlot | null | undefined;
  for (const def of defs) {
    const method = lookup(rt, type, rt.name(def.name));
    if (method === NULL) continue;
    if (method === NONE && slot === 'tp_hash') return null;
    const payload = rt.heap.payload[method];
    if (payload instanceof SlotWrapper && payload.def.slot === slot && payload.def.name === def.name && isSubtype(rt, type, payload.type)) {
      if (specific === undefined || specific === payload.slotFunction) specific = payload.slotFunction;
      else useGeneric = def.slotFunction;
    } else if (isOwnedByAnotherSlot(payload, def) && isSubtype(rt, type, (payload as SlotWrapper).type)) continue;
    else useGeneric = def.slotFunction;
  }
  return useGeneric === undefined ? specific : (useGeneric ?? undefined);
}

/** `__add__` of list is the wrapper of `sq_concat`; it must not fill `nb_add` too. */
const isOwnedByAnotherSlot = (payload: unknown, def: SlotDef): boolean => payload instanceof SlotWrapper && payload.def.name === def.name && payload.def.slot !== def.slot;

/** Binds the arguments of a wrapper call and calls the slot. */
export function callWrapper(rt: Runtime, wrapper: SlotWrapper, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const { def, slotFunction } = wrapper;
  if (def.raw === true) return def.wrap(rt, slotFunction, self, [keywords, ...args]);
  if (keywords !== NULL) raise(rt, TYPE_ERROR, `wrapper ${def.name}() takes no keyword arguments`);
  return def.wrap(rt, slotFunction, self, bindWrapper(rt, def, args));
}

function bindWrapper(rt: Runtime, def: SlotDef, args: readonly Ref[]): readonly Ref[] {
  const parameters = def.signature === '' ? 0 : def.signature.split(',').length - 1;
  const required = def.signature.includes('=') ? parameters - 1 : parameters;
  if (args.length >= required && args.length <= parameters) return args.length === parameters ? args : bind(rt, def.name, def.signature, args, NULL);
  raise(rt, TYPE_ERROR, builtinTypes(rt.profile.version).wrapperArguments(unpacksArguments(def) ? def.name : null, required, parameters, args.length));
}

/** Wrappers that CPython lets unpack their arguments, not just count them: the words of the error differ. */
const unpacksArguments = ({ name, slot }: SlotDef): boolean =>
  ['sq_repeat', 'sq_inplace_repeat', 'nb_power', 'tp_descr_get'].includes(slot) || ['__setitem__', '__setattr__', '__set__', '__buffer__', '__release_buffer__'].includes(name);

/** The slots, by the names of their wrappers. */
export const namedSlots = (slots: Slots, names: readonly string[]): Slots =>
  Object.fromEntries(slotDefs.filter(({ name }) => names.includes(name)).map(({ slot }) => [slot, slots[slot]])) as Slots;

export const wrapperSlots = (slots: Slots): readonly SlotDef[] => slotDefs.filter((def) => slots[def.slot] !== undefined && def.name !== '__getattr__');
