import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag, type Layout } from '../heap/heap.ts';
import { FROZENSET, GENERIC_ALIAS, NONE, NONE_TYPE, NOT_IMPLEMENTED, SENTINEL, TUPLE, TYPE_ALIAS_TYPE, TYPE_ERROR, TYPING_UNION, UNION_TYPE } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { typingOf } from '../versions/typing.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { copyRefs, itemsOf, newTuple } from './core/make.ts';
import { suspending, type NativeAttribute } from './core/native.ts';
import { equals, hash } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Slots } from './core/slots.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { itemText } from './genericalias.ts';
import { building, isSubset, setFrom, updateSet } from './setops.ts';
import { newInstance } from './core/instance.ts';
import { SetTable } from './settable.ts';
import { checkedType } from './typing/python.ts';
import { parametersAmong, substituted } from './typing/substitution.ts';

/** Payload of `types.UnionType`, as `int | None`: a tuple of types, and one of type variables once asked for. */
export class UnionObject {
  parameters: Ref = NULL;
  constructor(public args: Ref) {}
}

const unionArgs = (rt: Runtime, union: Ref): Ref => (rt.heap.payload[union] as UnionObject).args;

export const isUnion = (rt: Runtime, object: Ref): boolean => rt.heap.payload[object] instanceof UnionObject;

/** Mirrors is_unionable(). */
function isUnionable(rt: Runtime, object: Ref): boolean {
  const type = rt.heap.type[object];
  return object === NONE || type === GENERIC_ALIAS || type === TYPE_ALIAS_TYPE || type === SENTINEL || isUnion(rt, object) || (rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0;
}

/** `left | right` of types. Mirrors _Py_union_type_or(). */
export function unionOr(rt: Runtime, left: Ref, right: Ref): Eventual {
  if (!isUnionable(rt, left) || !isUnionable(rt, right)) return NOT_IMPLEMENTED;
  return begin(rt, unionSteps(rt, [...partsOf(rt, left), ...partsOf(rt, right)]));
}

function partsOf(rt: Runtime, object: Ref): readonly Ref[] {
  if (object === NONE) return [NONE_TYPE];
  return isUnion(rt, object) ? itemsOf(rt, unionArgs(rt, object)) : [object];
}

/** The union of anything that `typing` takes for a type (3.14 and later). Mirrors _Py_union_from_tuple(). */
export function* unionFromTuple(rt: Runtime, objects: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  const parts: Ref[] = [];
  try {
    for (const object of objects) {
      if (object === NONE || isUnion(rt, object)) for (const part of partsOf(rt, object)) parts.push(heap.incref(part));
      else parts.push(yield* checkedType(rt, object, 'Union[arg, ...]: each arg must be a type.'));
    }
    if (parts.length === 0) raise(rt, TYPE_ERROR, 'Cannot take a Union of no types.');
    return yield* unionSteps(rt, parts);
  } finally {
    heap.deaths.drop(parts);
  }
}

/** The union of these types without repetitions; a single one stands for itself. */
function* unionSteps(rt: Runtime, parts: readonly Ref[]): Steps<Ref> {
  const different: Ref[] = [];
  for (const part of parts) {
    if (!(yield* isAmong(rt, part, different))) different.push(part);
  }
  if (different.length === 1) return rt.heap.incref(different[0]!);
  const type = typingOf(rt.profile.version).unionIsGeneric ? TYPING_UNION : UNION_TYPE;
  return rt.heap.allocateTracked(type, new UnionObject(newTuple(rt, copyRefs(rt, different))));
}

/** Types are the same by identity, aliases if they are equal; since 3.14 whatever is equal is the same. */
function* isAmong(rt: Runtime, part: Ref, others: readonly Ref[]): Steps<boolean> {
  if (others.includes(part)) return true;
  const { unionIsGeneric } = typingOf(rt.profile.version);
  for (const other of others) {
    const comparable = unionIsGeneric || (rt.heap.type[part] === GENERIC_ALIAS && rt.heap.type[other] === GENERIC_ALIAS);
    if (comparable && (yield* equals(rt, other, part))) return true;
  }
  return false;
}

function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const shown: string[] = [];
  for (const arg of itemsOf(rt, unionArgs(rt, self))) shown.push(arg === NONE_TYPE ? 'None' : yield* itemText(rt, arg));
  return rt.newStr(shown.join(' | '));
}

const frozensetOf = (rt: Runtime, iterable: Ref): Steps<Ref> =>
  building(rt, newInstance(rt, FROZENSET, new SetTable()), (set) => updateSet(rt, set, iterable));

/** Unions are equal as sets are. */
function* compareSteps(rt: Runtime, left: Ref, right: Ref, wanted: boolean): Steps<Ref> {
  const { heap } = rt;
  const a = yield* setFrom(rt, unionArgs(rt, left));
  let b = NULL;
  try {
    b = yield* setFrom(rt, unionArgs(rt, right));
    const equal = (yield* isSubset(rt, a, b)) && (yield* isSubset(rt, b, a));
    return rt.newBool(equal === wanted);
  } finally {
    heap.decref(a);
    heap.xdecref(b);
  }
}

function* hashSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const set = yield* frozensetOf(rt, unionArgs(rt, self));
  try {
    return yield* settle(rt, hash(rt, set));
  } finally {
    rt.heap.decref(set);
  }
}

function* parametersOf(rt: Runtime, self: Ref): Steps<Ref> {
  const union = rt.heap.payload[self] as UnionObject;
  if (union.parameters === NULL) union.parameters = yield* parametersAmong(rt, union.args);
  return union.parameters;
}

function* subscript(rt: Runtime, self: Ref, item: Ref): Steps<Ref> {
  const parameters = yield* parametersOf(rt, self);
  const parts = yield* substituted(rt, self, unionArgs(rt, self), parameters, item);
  try {
    return yield* unionSteps(
      rt,
      parts.flatMap((part) => partsOf(rt, part)),
    );
  } finally {
    rt.heap.deaths.drop(parts);
  }
}

function* parametersAttribute(rt: Runtime, self: Ref): Steps<Ref> {
  return rt.heap.incref(yield* parametersOf(rt, self));
}

const layout: Layout = {
  traverse(payload, visit) {
    const { args, parameters } = payload as UnionObject;
    if (args !== NULL) visit(args);
    if (parameters !== NULL) visit(parameters);
  },
  clear(payload, released) {
    const union = payload as UnionObject;
    for (const part of [union.args, union.parameters]) if (part !== NULL) released.push(part);
    union.args = union.parameters = NULL;
  },
};

const slots: Slots = {
  tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
  tp_hash: (rt, self) => begin(rt, hashSteps(rt, self)),
  tp_richcompare: (rt, left, right, op) =>
    isUnion(rt, right) && (op === Compare.EQ || op === Compare.NE) ? begin(rt, compareSteps(rt, left, right, op === Compare.EQ)) : NOT_IMPLEMENTED,
  nb_or: unionOr,
  mp_subscript: (rt, self, item) => begin(rt, subscript(rt, self, item)),
};

const argsAttribute: NativeAttribute = { name: '__args__', member: true, get: (rt, self) => rt.heap.incref(unionArgs(rt, self)) };
const parametersGetter: NativeAttribute = { name: '__parameters__', get: (rt, self) => begin(rt, parametersAttribute(rt, self)) };

defineType({
  handle: UNION_TYPE,
  name: 'UnionType',
  module: 'types',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout,
  slots,
  attributes: [argsAttribute, parametersGetter],
});

function* noSubclasses(rt: Runtime, self: Ref): Steps<Ref> {
  const shown = yield* reprSteps(rt, self);
  const text = rt.text(shown);
  rt.heap.decref(shown);
  return raise(rt, TYPE_ERROR, `Cannot subclass ${text}`);
}

// The type of unions since 3.14.
defineType({
  handle: TYPING_UNION,
  name: 'Union',
  module: 'typing',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION | TypeFlag.WEAKREFS,
  layout,
  slots: { ...slots, nb_or: (rt, left, right) => begin(rt, unionFromTuple(rt, [left, right])) },
  methods: [
    suspending('__mro_entries__', 'bases, /', (rt, self) => noSubclasses(rt, self)),
    suspending('__class_getitem__', 'item, /', (rt, _cls, [item]) => unionFromTuple(rt, rt.heap.type[item!] === TUPLE ? itemsOf(rt, item!) : [item!]), 'class'),
  ],
  attributes: [
    argsAttribute,
    { name: '__name__', get: (rt) => rt.newStr('Union') },
    { name: '__qualname__', get: (rt) => rt.newStr('Union') },
    { name: '__origin__', get: () => TYPING_UNION },
    parametersGetter,
  ],
});
