import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { DICT, EMPTY_TUPLE, NOT_IMPLEMENTED, SIMPLE_NAMESPACE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { containersOf } from '../versions/containers.ts';
import { instanceDict, setNamespaceItem } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { fullTypeName, isInstance } from './core/lookup.ts';
import { itemsOf, newTuple, tableOf } from './core/make.ts';
import { native, rawNative } from './core/native.ts';
import { enterRepr, leaveRepr, repr, richCompare } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { positionalCount } from './descriptors.ts';
import { dictUpdate } from './dictupdate.ts';
import { dictAttribute } from './object.ts';

/** A `types.SimpleNamespace`; takes over the references. */
export function newNamespace(rt: Runtime, values: Readonly<Record<string, Ref>>): Ref {
  const namespace = newInstance(rt, SIMPLE_NAMESPACE, undefined);
  for (const [name, value] of Object.entries(values)) setNamespaceItem(rt, instanceDict(rt, namespace), rt.name(name), value);
  return namespace;
}

function* showNamespace(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const name = heap.type[self] === SIMPLE_NAMESPACE ? 'namespace' : rt.typeOf(self).name;
  if (!enterRepr(rt, self)) return rt.newStr(`${name}(...)`);
  const dict = heap.incref(instanceDict(rt, self));
  try {
    const shown: string[] = [];
    const { keys, values } = tableOf(rt, dict).copy(rt);
    for (const [i, key] of keys.entries()) {
      const text = yield* settle(rt, repr(rt, values[i]!));
      shown.push(`${rt.text(key)}=${rt.text(text)}`);
      heap.decref(text);
    }
    return rt.newStr(`${name}(${shown.join(', ')})`);
  } finally {
    heap.decref(dict);
    leaveRepr(rt, self);
  }
}

function putAll(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Ref {
  const first = positionalCount(rt, args, keywords);
  for (const [i, name] of (keywords === NULL ? [] : itemsOf(rt, keywords)).entries()) {
    setNamespaceItem(rt, instanceDict(rt, self), name, rt.heap.incref(args[first + i]!));
  }
  return NULL;
}

/** Mirrors namespace_init() with a mapping or pairs, which have to have names for keys. */
function* initializeFrom(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = yield { callable: DICT, args: args.slice(0, 1), keywords: NULL };
  try {
    const { keys } = tableOf(rt, given);
    if (keys.some((key) => key !== NULL && (rt.typeOf(key).flags & TypeFlag.STR_SUBCLASS) === 0)) raise(rt, TYPE_ERROR, 'keywords must be strings');
    yield* settle(rt, dictUpdate(rt, instanceDict(rt, self), given));
  } finally {
    rt.heap.decref(given);
  }
  return putAll(rt, self, args, keywords);
}

/** Mirrors namespace_replace(). */
function* replaced(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  if (positionalCount(rt, args, keywords) > 0) raise(rt, TYPE_ERROR, '__replace__() takes no positional arguments');
  const made = yield { callable: rt.heap.type[self]!, args: [], keywords: NULL };
  if (!isInstance(rt, made, SIMPLE_NAMESPACE)) {
    const given = fullTypeName(rt, made);
    rt.heap.decref(made);
    raise(rt, TYPE_ERROR, `expect types.SimpleNamespace type, but ${fullTypeName(rt, self)}() returned '${given}' object`);
  }
  yield* settle(rt, dictUpdate(rt, instanceDict(rt, made), instanceDict(rt, self)));
  putAll(rt, made, args, keywords);
  return made;
}

defineType({
  handle: SIMPLE_NAMESPACE,
  name: 'SimpleNamespace',
  module: 'types',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.MANAGED_DICT,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, undefined),
    tp_init: (rt, self, args, keywords) => {
      const count = positionalCount(rt, args, keywords);
      if (count === 0) return putAll(rt, self, args, keywords);
      if (!containersOf(rt.profile.version).namespaceTakesMapping) raise(rt, TYPE_ERROR, 'no positional arguments expected');
      if (count > 1) raise(rt, TYPE_ERROR, `${rt.typeOf(self).name} expected at most 1 argument, got ${count}`);
      return begin(rt, initializeFrom(rt, self, args, keywords));
    },
    tp_repr: (rt, self) => begin(rt, showNamespace(rt, self)),
    tp_richcompare: (rt, left, right, op) => {
      if (!isInstance(rt, left, SIMPLE_NAMESPACE) || !isInstance(rt, right, SIMPLE_NAMESPACE)) return NOT_IMPLEMENTED;
      if (op !== Compare.EQ && op !== Compare.NE) return NOT_IMPLEMENTED;
      return richCompare(rt, instanceDict(rt, left), instanceDict(rt, right), op);
    },
    tp_hash: null,
  },
  methods: [
    native('__reduce__', '', (rt, self) => newTuple(rt, [rt.heap.incref(rt.heap.type[self]!), EMPTY_TUPLE, rt.heap.incref(instanceDict(rt, self))])),
    rawNative('__replace__', (rt, self, args, keywords) => begin(rt, replaced(rt, self, args, keywords))),
  ],
  attributes: [dictAttribute],
});
