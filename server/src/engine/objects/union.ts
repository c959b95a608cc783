import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { FROZENSET, GENERIC_ALIAS, NONE, NONE_TYPE, NOT_IMPLEMENTED, UNION_TYPE } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { defineType } from './core/define.ts';
import { copyRefs, itemsOf, newTuple } from './core/make.ts';
import { equals, hash } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { itemText, parametersAmong, substituted } from './genericalias.ts';
import { building, isSubset, setFrom, updateSet } from './setops.ts';
import { newInstance } from './core/instance.ts';
import { SetTable } from './settable.ts';

/** Payload of `types.UnionType`, as `int | None`: a tuple of types, and one of type variables once asked for. */
export class UnionObject {
  parameters: Ref = NULL;
  constructor(public args: Ref) {}
}

const unionArgs = (rt: Runtime, union: Ref): Ref => (rt.heap.payload[union] as UnionObject).args;

/** Mirrors is_unionable(). */
function isUnionable(rt: Runtime, object: Ref): boolean {
  const type = rt.heap.type[object];
  return object === NONE || type === GENERIC_ALIAS || type === UNION_TYPE || (rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0;
}

/** `left | right` of types. Mirrors _Py_union_type_or(). */
export function unionOr(rt: Runtime, left: Ref, right: Ref): Eventual {
  if (!isUnionable(rt, left) || !isUnionable(rt, right)) return NOT_IMPLEMENTED;
  return begin(rt, unionSteps(rt, [...partsOf(rt, left), ...partsOf(rt, right)]));
}

function partsOf(rt: Runtime, object: Ref): readonly Ref[] {
  if (object === NONE) return [NONE_TYPE];
  return rt.heap.type[object] === UNION_TYPE ? itemsOf(rt, unionArgs(rt, object)) : [object];
}

/** The union of these types without repetitions; a single one stands for itself. */
function* unionSteps(rt: Runtime, parts: readonly Ref[]): Steps<Ref> {
  const different: Ref[] = [];
  for (const part of parts) {
    let repeated = different.includes(part);
    if (!repeated && rt.heap.type[part] === GENERIC_ALIAS) {
      for (const other of different) if (rt.heap.type[other] === GENERIC_ALIAS && (yield* equals(rt, other, part))) repeated = true;
    }
    if (!repeated) different.push(part);
  }
  if (different.length === 1) return rt.heap.incref(different[0]!);
  return rt.heap.allocateTracked(UNION_TYPE, new UnionObject(newTuple(rt, copyRefs(rt, different))));
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

defineType({
  handle: UNION_TYPE,
  name: 'UnionType',
  module: 'types',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
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
  },
  slots: {
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
    tp_hash: (rt, self) => begin(rt, hashSteps(rt, self)),
    tp_richcompare: (rt, left, right, op) =>
      rt.heap.type[right] === UNION_TYPE && (op === Compare.EQ || op === Compare.NE)
        ? begin(rt, compareSteps(rt, left, right, op === Compare.EQ))
        : NOT_IMPLEMENTED,
    nb_or: unionOr,
    mp_subscript: (rt, self, item) => begin(rt, subscript(rt, self, item)),
  },
  attributes: [
    { name: '__args__', member: true, get: (rt, self) => rt.heap.incref(unionArgs(rt, self)) },
    { name: '__parameters__', get: (rt, self) => begin(rt, parametersAttribute(rt, self)) },
  ],
});
