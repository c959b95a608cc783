import { Compare } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import {
  BOOL,
  BUILTIN,
  BYTES,
  DICT,
  FLOAT,
  FROZENSET,
  FUNCTION,
  INDEX_ERROR,
  INT,
  LIST,
  METHOD_DESCRIPTOR,
  NONE,
  NOT_IMPLEMENTED,
  OVERFLOW_ERROR,
  SEQUENCE_ITERATOR,
  SET,
  STR,
  TRUE,
  TUPLE,
  TYPE,
  TYPE_ERROR,
} from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { compare as compareInts, type Int } from '../../text/integer.ts';
import { refuseAnswer, refuseNegativeHint, warnOfSubclass } from './answers.ts';
import { caught, matches, raise, rethrow } from './errors.ts';
import { getAttrOrNull } from './attributes.ts';
import { callSpecial, isSubtype, lookupText, nameOfType, typeName } from './lookup.ts';
import { itemsOf, newList } from './make.ts';
import type { NativeCallee } from './native.ts';
import { descend, descendPair } from './recursion.ts';
import type { Runtime } from './runtime.ts';
import { begin, pulling, settle, type Steps } from './suspend.ts';
import { genericAlias } from '../genericalias.ts';

const swapped = [Compare.GT, Compare.GE, Compare.EQ, Compare.NE, Compare.LT, Compare.LE] as const;
const operatorText = ['<', '<=', '==', '!=', '>', '>='] as const;

/** Truth of exact built-ins; undefined if `__bool__` or `__len__` must be asked. */
export function truthNow(rt: Runtime, object: Ref): boolean | undefined {
  const { heap } = rt;
  switch (heap.type[object]) {
    case BOOL:
      return object === TRUE;
    case INT:
    case FLOAT:
      return heap.payload[object] !== 0;
    case STR:
      return (heap.payload[object] as string).length !== 0;
    case LIST:
    case TUPLE:
    case BYTES:
      return (heap.payload[object] as readonly unknown[]).length !== 0;
    case DICT:
    case SET:
    case FROZENSET:
      return (heap.payload[object] as { used: number }).used !== 0;
    default: {
      if (object === NONE) return false;
      const { slots } = rt.typeOf(object);
      return slots.nb_bool === undefined && slots.mp_length === undefined && slots.sq_length === undefined ? true : undefined;
    }
  }
}

/** Mirrors PyObject_IsTrue(). */
export function* truth(rt: Runtime, object: Ref): Steps<boolean> {
  const known = truthNow(rt, object);
  if (known !== undefined) return known;
  const { slots } = rt.typeOf(object);
  if (slots.nb_bool !== undefined) return (yield* settle(rt, slots.nb_bool(rt, object))) === TRUE;
  return (yield* length(rt, object)) !== 0;
}

/** Leaves the hash in `rt.hashLow` and `rt.hashHigh`. */
export function hash(rt: Runtime, object: Ref): Eventual {
  const slot = rt.typeOf(object).slots.tp_hash;
  if (slot === undefined || slot === null) raise(rt, TYPE_ERROR, `unhashable type: '${typeName(rt, object)}'`);
  return slot(rt, object);
}

/** Equality where it needs no Python code, identity first (PyObject_RichCompareBool); undefined if it may. */
export function equalsNow(rt: Runtime, a: Ref, b: Ref): boolean | undefined {
  if (a === b) return true;
  const { heap } = rt;
  const ta = heap.type[a]!;
  const tb = heap.type[b]!;
  if (isNumber(ta)) {
    if (isNumber(tb)) return numbersEqual(heap.payload[a] as Int, heap.payload[b] as Int);
    if (tb === STR || tb === TUPLE || b === NONE) return false;
    return undefined;
  }
  if (ta === STR) {
    if (tb === STR) return heap.payload[a] === heap.payload[b];
    if (isNumber(tb) || tb === TUPLE || b === NONE) return false;
    return undefined;
  }
  if ((ta === TUPLE && tb === TUPLE) || (ta === LIST && tb === LIST)) return sequencesEqual(rt, itemsOf(rt, a), itemsOf(rt, b));
  if (rt.comparesByIdentity(ta) && (rt.comparesByIdentity(tb) || tb === STR || isNumber(tb) || tb === TUPLE)) return false;
  return undefined;
}

const isNumber = (type: Ref): boolean => type === INT || type === FLOAT || type === BOOL;

const numbersEqual = (a: Int, b: Int): boolean => (typeof a === typeof b ? a === b : a == b); // eslint-disable-line eqeqeq

let sequenceDepth = 0;

function sequencesEqual(rt: Runtime, a: readonly Ref[], b: readonly Ref[]): boolean | undefined {
  if (a.length !== b.length) return sequenceDepth > 100 ? undefined : lengthsDiffer(rt, a, b);
  if (sequenceDepth > 100) return undefined;
  sequenceDepth++;
  try {
    for (let i = 0; i < a.length; i++) {
      const equal = equalsNow(rt, a[i]!, b[i]!);
      if (equal !== true) return equal;
    }
    return true;
  } finally {
    sequenceDepth--;
  }
}

/** Sequences of different lengths are unequal; lists are not even searched, tuples are, which only `__eq__` could see. */
function lengthsDiffer(rt: Runtime, a: readonly Ref[], b: readonly Ref[]): boolean | undefined {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const equal = equalsNow(rt, a[i]!, b[i]!);
    if (equal !== true) return equal;
  }
  return false;
}

/** Mirrors PyObject_RichCompareBool(Py_EQ). */
export function* equals(rt: Runtime, a: Ref, b: Ref): Steps<boolean> {
  const known = equalsNow(rt, a, b);
  if (known !== undefined) return known;
  const result = yield* settle(rt, richCompare(rt, a, b, Compare.EQ));
  try {
    return yield* truth(rt, result);
  } finally {
    rt.heap.decref(result);
  }
}

/** Mirrors PyObject_RichCompare(). */
export function richCompare(rt: Runtime, a: Ref, b: Ref, op: number): Eventual {
  const { heap } = rt;
  const ta = heap.type[a]!;
  if (ta === heap.type[b]) {
    if (ta === INT) return rt.newBool(holds(op, compareInts(heap.payload[a] as Int, heap.payload[b] as Int)));
    if (ta === STR && (op === Compare.EQ || op === Compare.NE)) return rt.newBool((heap.payload[a] === heap.payload[b]) === (op === Compare.EQ));
  }
  const { flags } = rt.typeObject(ta);
  if ((flags & TypeFlag.GC) === 0) return compareObjects(rt, a, b, op);
  const method = (flags & TypeFlag.HEAP) === 0 ? NULL : comparisonFunction(rt, a, b, op);
  if (method !== NULL) return begin(rt, compareByFunction(rt, a, b, op, method));
  return descendPair(rt, compareObjects, a, b, op, ' in comparison');
}

export const comparisonNames = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;

/** The Python function that compares two objects, the left operand's method; NULL where it is not as simple. */
export function comparisonFunction(rt: Runtime, a: Ref, b: Ref, op: number): Ref {
  const { heap } = rt;
  const ta = heap.type[a]!;
  if (ta !== heap.type[b] && isSubtype(rt, heap.type[b]!, ta)) return NULL;
  const method = lookupText(rt, ta, comparisonNames[op]!);
  return method !== NULL && heap.type[method] === FUNCTION && rt.nesting < rt.nestingLimit() ? method : NULL;
}

/** `compareObjects` where the left operand's method is a Python function, with the level that `descend` counts. */
export function* compareByFunction(rt: Runtime, a: Ref, b: Ref, op: number, method: Ref): Steps<Ref> {
  const { heap } = rt;
  rt.nesting++;
  heap.incref(method);
  try {
    let result: Ref;
    try {
      result = yield { callable: method, args: [a, b], keywords: NULL };
    } finally {
      heap.decref(method);
    }
    return result === NOT_IMPLEMENTED ? yield* afterLeft(rt, a, b, op, result) : result;
  } finally {
    rt.nesting--;
  }
}

/** What follows the left operand's method if it declines. */
export const comparisonDeclined = (rt: Runtime, op: number, a: Ref, b: Ref): Eventual => begin(rt, compareDeclined(rt, a, b, op));

function* compareDeclined(rt: Runtime, a: Ref, b: Ref, op: number): Steps<Ref> {
  rt.nesting++;
  try {
    return yield* afterLeft(rt, a, b, op, NOT_IMPLEMENTED);
  } finally {
    rt.nesting--;
  }
}

function compareObjects(rt: Runtime, a: Ref, b: Ref, op: number): Eventual {
  const { heap } = rt;
  const ta = heap.type[a]!;
  const slot = rt.typeObject(ta).slots.tp_richcompare;
  if (slot !== undefined && (ta === heap.type[b] || !isSubtype(rt, heap.type[b]!, ta))) {
    const result = slot(rt, a, b, op);
    return result === SUSPENDED || result === NOT_IMPLEMENTED ? begin(rt, afterLeft(rt, a, b, op, result)) : result;
  }
  return begin(rt, richCompareSteps(rt, a, b, op));
}

/** Whether the sign of a three-way comparison satisfies the operator. */
export function holds(op: number, sign: number): boolean {
  switch (op) {
    case Compare.LT:
      return sign < 0;
    case Compare.LE:
      return sign <= 0;
    case Compare.EQ:
      return sign === 0;
    case Compare.NE:
      return sign !== 0;
    case Compare.GT:
      return sign > 0;
    default:
      return sign >= 0;
  }
}

/** Mirrors do_richcompare(): 1 the right operand's subclass first; 2 the left; 3 the right; 4 identity or TypeError. */
function* richCompareSteps(rt: Runtime, a: Ref, b: Ref, op: number): Steps<Ref> {
  const { heap } = rt;
  const ta = heap.type[a]!;
  const tb = heap.type[b]!;
  const left = rt.typeObject(ta).slots.tp_richcompare;
  const right = rt.typeObject(tb).slots.tp_richcompare;
  // 1
  const reflected = ta !== tb && right !== undefined && isSubtype(rt, tb, ta);
  if (reflected) {
    const result = yield* settle(rt, right(rt, b, a, swapped[op]!));
    if (result !== NOT_IMPLEMENTED) return result;
  }
  // 2
  const answer = left === undefined ? NOT_IMPLEMENTED : left(rt, a, b, op);
  return yield* afterLeft(rt, a, b, op, answer, reflected);
}

/** Steps 3 and 4, once the left operand has answered. */
function* afterLeft(rt: Runtime, a: Ref, b: Ref, op: number, answer: Eventual, reflected = false): Steps<Ref> {
  const result = yield* settle(rt, answer);
  if (result !== NOT_IMPLEMENTED) return result;
  const right = rt.typeOf(b).slots.tp_richcompare;
  if (!reflected && right !== undefined) {
    const reply = yield* settle(rt, right(rt, b, a, swapped[op]!));
    if (reply !== NOT_IMPLEMENTED) return reply;
  }
  if (op === Compare.EQ) return rt.newBool(a === b);
  if (op === Compare.NE) return rt.newBool(a !== b);
  raise(rt, TYPE_ERROR, `'${operatorText[op]!}' not supported between instances of '${typeName(rt, a)}' and '${typeName(rt, b)}'`);
}

export function repr(rt: Runtime, object: Ref): Eventual {
  const { flags, slots } = rt.typeOf(object);
  if ((flags & TypeFlag.GC) === 0) return slots.tp_repr!(rt, object);
  return descend(rt, slots.tp_repr!, object, ' while getting the repr of an object');
}

export function str(rt: Runtime, object: Ref): Eventual {
  return rt.heap.type[object] === STR ? rt.heap.incref(object) : rt.typeOf(object).slots.tp_str!(rt, object);
}

const reprUnderWay = new WeakMap<Runtime, Set<Ref>>();

/** False if this container's repr is being made already, further out (Py_ReprEnter). */
export function enterRepr(rt: Runtime, object: Ref): boolean {
  let active = reprUnderWay.get(rt);
  if (active === undefined) reprUnderWay.set(rt, (active = new Set()));
  if (active.has(object)) return false;
  active.add(object);
  return true;
}

export function leaveRepr(rt: Runtime, object: Ref): void {
  reprUnderWay.get(rt)!.delete(object);
}

/** Mirrors PyObject_GetIter(). */
export function iter(rt: Runtime, object: Ref): Eventual {
  const { slots } = rt.typeOf(object);
  if (slots.tp_iter !== undefined) {
    const result = slots.tp_iter(rt, object);
    return result === SUSPENDED ? begin(rt, awaitIterator(rt, object)) : checkIterator(rt, object, result);
  }
  if (slots.sq_item !== undefined) return rt.heap.allocateTracked(SEQUENCE_ITERATOR, { sequence: rt.heap.incref(object), index: 0 });
  raise(rt, TYPE_ERROR, `'${typeName(rt, object)}' object is not iterable`);
}

function* awaitIterator(rt: Runtime, object: Ref): Steps<Ref> {
  return checkIterator(rt, object, yield* settle(rt, SUSPENDED));
}

function checkIterator(rt: Runtime, object: Ref, result: Ref): Ref {
  if (rt.typeOf(result).slots.tp_iternext === undefined) refuseAnswer(rt, object, '__iter__', result);
  return result;
}

/** The next item, owned, or NULL at the end. */
export function next(rt: Runtime, iterator: Ref): Eventual {
  const slot = rt.typeOf(iterator).slots.tp_iternext;
  if (slot === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, iterator)}' object is not an iterator`);
  return slot(rt, iterator);
}

/** All items of an iterable, owned. */
export function* collect(rt: Runtime, iterable: Ref): Steps<Ref[]> {
  const { heap } = rt;
  const type = heap.type[iterable];
  if (type === LIST || type === TUPLE) {
    const items = itemsOf(rt, iterable).slice();
    for (const item of items) heap.incref(item);
    return items;
  }
  const iterator = yield* settle(rt, iter(rt, iterable));
  // A list of the heap's holds what was collected, so that a collection meanwhile sees the references.
  const list = newList(rt, []);
  const keep = (item: Ref): true => {
    (heap.payload[list] as Ref[]).push(item);
    return true;
  };
  try {
    for (;;) {
      const gotItem = next(rt, iterator);
      const asked = gotItem === SUSPENDED ? pulling(rt, keep) : null;
      const item = asked !== null ? yield asked : gotItem === SUSPENDED ? yield* settle(rt, gotItem) : gotItem;
      if (item === NULL) break;
      rt.charge(1);
      keep(item);
    }
    const items = heap.payload[list] as Ref[];
    heap.payload[list] = [];
    return items;
  } finally {
    heap.decref(list);
    heap.decref(iterator);
  }
}

/** The length of an object, where a double does: to the nearest one. */
export function* length(rt: Runtime, object: Ref): Steps<number> {
  return Number(yield* size(rt, object));
}

/** Mirrors PyObject_Size(). */
export function* size(rt: Runtime, object: Ref): Steps<Int> {
  const { slots } = rt.typeOf(object);
  const slot = slots.sq_length ?? slots.mp_length;
  if (slot === undefined) raise(rt, TYPE_ERROR, `object of type '${typeName(rt, object)}' has no len()`);
  const result = yield* settle(rt, slot(rt, object));
  const value = rt.heap.payload[result] as Int;
  rt.heap.decref(result);
  return value;
}

/** Mirrors PyObject_LengthHint(): a TypeError of either method means that the object does not know. */
export function* lengthHint(rt: Runtime, object: Ref, fallback = 0): Steps<number> {
  const { slots } = rt.typeOf(object);
  if (slots.sq_length !== undefined || slots.mp_length !== undefined) {
    try {
      return yield* length(rt, object);
    } catch (error) {
      dropTypeError(rt, error);
    }
  }
  const method = lookupText(rt, rt.heap.type[object]!, '__length_hint__');
  if (method === NULL) return fallback;
  let result: Ref;
  try {
    result = yield* callSpecial(rt, object, method, []);
  } catch (error) {
    dropTypeError(rt, error);
    return fallback;
  }
  if (result === NOT_IMPLEMENTED) return fallback;
  const value = indexNow(rt, result) ?? refuseAnswer(rt, object, '__length_hint__', result);
  rt.heap.decref(result);
  if (typeof value === 'bigint') raise(rt, OVERFLOW_ERROR, 'Python int too large to convert to C ssize_t');
  if (value < 0) refuseNegativeHint(rt, object);
  return value;
}

function dropTypeError(rt: Runtime, error: unknown): void {
  const exception = caught(rt, error);
  if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
  rt.heap.decref(exception);
}

/** Mirrors PyObject_GetItem(). */
export function getItem(rt: Runtime, object: Ref, key: Ref): Eventual {
  const { slots } = rt.typeOf(object);
  if (slots.mp_subscript !== undefined) return slots.mp_subscript(rt, object, key);
  return begin(rt, getItemSlow(rt, object, key));
}

function* getItemSlow(rt: Runtime, object: Ref, key: Ref): Steps<Ref> {
  const { slots } = rt.typeOf(object);
  if (slots.sq_item !== undefined) {
    if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `sequence index must be integer, not '${typeName(rt, key)}'`);
    return yield* settle(rt, slots.sq_item(rt, object, yield* sequenceIndex(rt, object, key)));
  }
  if ((rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0) {
    // `type[int]` is the one class that is subscripted without asking it.
    if (object === TYPE) return genericAlias(rt, object, key);
    const method = yield* getAttrOrNull(rt, object, rt.name('__class_getitem__'));
    if (method !== NULL) {
      try {
        return yield { callable: method, args: [key], keywords: NULL };
      } finally {
        rt.heap.decref(method);
      }
    }
    raise(rt, TYPE_ERROR, `type '${nameOfType(rt, object)}' is not subscriptable`);
  }
  raise(rt, TYPE_ERROR, `'${typeName(rt, object)}' object is not subscriptable`);
}

function* sequenceIndex(rt: Runtime, object: Ref, key: Ref): Steps<number> {
  const value = yield* index(rt, key);
  if (typeof value === 'bigint') raise(rt, INDEX_ERROR, `cannot fit '${typeName(rt, key)}' into an index-sized integer`);
  return value < 0 ? value + (yield* length(rt, object)) : value;
}

/** The part of PyObject_SetItem() and PyObject_DelItem() for what has items by position alone. */
function* assignAt(rt: Runtime, object: Ref, key: Ref, value: Ref): Steps<Ref> {
  if (rt.typeOf(key).slots.nb_index === undefined) raise(rt, TYPE_ERROR, `sequence index must be integer, not '${typeName(rt, key)}'`);
  const at = yield* sequenceIndex(rt, object, key);
  return yield* settle(rt, rt.typeOf(object).slots.sq_ass_item!(rt, object, at, value));
}

export function setItem(rt: Runtime, object: Ref, key: Ref, value: Ref): Eventual {
  const { mp_ass_subscript: slot, sq_ass_item } = rt.typeOf(object).slots;
  if (slot === undefined && sq_ass_item !== undefined) return begin(rt, assignAt(rt, object, key, value));
  if (slot === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, object)}' object does not support item assignment`);
  return slot(rt, object, key, value);
}

export function delItem(rt: Runtime, object: Ref, key: Ref): Eventual {
  const type = rt.typeOf(object);
  const { mp_ass_subscript, sq_item, sq_length, sq_contains } = type.slots;
  if (mp_ass_subscript === undefined && type.slots.sq_ass_item !== undefined) return begin(rt, assignAt(rt, object, key, NULL));
  if (mp_ass_subscript === undefined) {
    // What has any slot of a sequence, as every class of a program does, is asked by PySequence_DelItem().
    const hasSequenceSlots = (type.flags & TypeFlag.HEAP) !== 0 || [sq_item, sq_length, sq_contains].some((slot) => slot !== undefined);
    const asSequence = hasSequenceSlots && rt.typeOf(key).slots.nb_index !== undefined;
    raise(rt, TYPE_ERROR, `'${typeName(rt, object)}' object ${asSequence ? "doesn't" : 'does not'} support item deletion`);
  }
  return mp_ass_subscript(rt, object, key, NULL);
}

/** Value of an int, bool or int subclass; undefined for others. */
export function indexNow(rt: Runtime, object: Ref): Int | undefined {
  return (rt.typeOf(object).flags & TypeFlag.INT_SUBCLASS) !== 0 ? (rt.heap.payload[object] as Int) : undefined;
}

/** Mirrors PyNumber_Index(), as a value. */
export function* index(rt: Runtime, object: Ref): Steps<Int> {
  const known = indexNow(rt, object);
  if (known !== undefined) return known;
  const slot = rt.typeOf(object).slots.nb_index;
  if (slot === undefined) raise(rt, TYPE_ERROR, `'${typeName(rt, object)}' object cannot be interpreted as an integer`);
  const result = yield* settle(rt, slot(rt, object));
  const value = indexNow(rt, result) ?? refuseAnswer(rt, object, '__index__', result);
  if (rt.heap.type[result] !== INT) yield* warnOfSubclass(rt, object, '__index__', result, 'int');
  rt.heap.decref(result);
  return value;
}

/** The iterator of a search: a TypeError of `iter()` is told in the words of `in` (_PySequence_IterSearch). */
function* searchIterator(rt: Runtime, container: Ref): Steps<Ref> {
  try {
    return yield* settle(rt, iter(rt, container));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, TYPE_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return raise(rt, TYPE_ERROR, rt.profile.words.notAContainer(typeName(rt, container)));
  }
}

/** Mirrors PySequence_Contains(). */
export function* contains(rt: Runtime, container: Ref, item: Ref): Steps<boolean> {
  const slot = rt.typeOf(container).slots.sq_contains;
  if (slot !== undefined) return (yield* settle(rt, slot(rt, container, item))) === TRUE;
  const { slots } = rt.typeOf(container);
  if (slots.tp_iter === undefined && slots.sq_item === undefined) raise(rt, TYPE_ERROR, rt.profile.words.notAContainer(typeName(rt, container)));
  const iterator = yield* searchIterator(rt, container);
  try {
    for (;;) {
      const gotOther = next(rt, iterator);
      const other = gotOther === SUSPENDED ? yield* settle(rt, SUSPENDED) : gotOther;
      if (other === NULL) return false;
      try {
        if (yield* equals(rt, other, item)) return true;
      } finally {
        rt.heap.decref(other);
      }
    }
  } finally {
    rt.heap.decref(iterator);
  }
}

/** `format(object, spec)`; the result is checked to be a str. */
export function format(rt: Runtime, object: Ref, spec: string): Eventual {
  const type = rt.heap.type[object];
  if (spec === '' && (type === STR || type === INT)) return str(rt, object);
  const method = lookupText(rt, type!, '__format__');
  const result = rt.heap.type[method] === METHOD_DESCRIPTOR ? formatNow(rt, object, method, spec) : NULL;
  return result === NULL ? begin(rt, formatSteps(rt, object, spec)) : result;
}

/** The answer of a `__format__` written in TypeScript; NULL, with nothing done, where it is none that answers at once. */
function formatNow(rt: Runtime, object: Ref, method: Ref, spec: string): Ref {
  const { format: make } = (rt.heap.payload[method] as NativeCallee).def;
  if (make === undefined || (spec === '' && (rt.typeOf(object).flags & TypeFlag.HEAP) !== 0)) return NULL;
  // The bound method that CPython makes for the call comes and goes.
  const kind = rt.collector.freeLists.kindOf(BUILTIN, null);
  rt.collector.allocated(kind);
  rt.collector.freed(kind);
  return spec === '' ? (str(rt, object) as Ref) : rt.newStr(make(rt, object, spec));
}

function* formatSteps(rt: Runtime, object: Ref, spec: string): Steps<Ref> {
  const method = lookupText(rt, rt.heap.type[object]!, '__format__');
  const specRef = rt.newStr(spec);
  try {
    const result = yield* callSpecial(rt, object, method, [specRef]);
    if ((rt.typeOf(result).flags & TypeFlag.STR_SUBCLASS) === 0) refuseAnswer(rt, object, '__format__', result);
    return result;
  } finally {
    rt.heap.decref(specRef);
  }
}
