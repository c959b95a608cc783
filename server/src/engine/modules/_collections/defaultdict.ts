import { NONE, NOT_IMPLEMENTED, TYPE_ERROR, DICT } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import type { Layout } from '../../heap/heap.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { DictTable } from '../../objects/core/dicttable.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { raise, raiseKeyError } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native, suspending } from '../../objects/core/native.ts';
import { enterRepr, iter, leaveRepr, setItem } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';
import { dictLayout, reprText } from '../../objects/dict.ts';
import { isDict } from '../../objects/dictsearch.ts';
import { dictUpdate } from '../../objects/dictupdate.ts';
import { genericAlias } from '../../objects/genericalias.ts';

export const DEFAULT_DICT = moduleTypeHandle();

/** Payload of a `defaultdict`; `factory` is NULL if it was never given. */
class DefaultTable extends DictTable {
  factory = NULL;
}

const tableOf = (rt: Runtime, self: Ref): DefaultTable => rt.heap.payload[self] as DefaultTable;

const layout: Layout = {
  traverse(payload, visit) {
    const { factory } = payload as DefaultTable;
    if (factory !== NULL) visit(factory);
    dictLayout.traverse(payload, visit);
  },
  clear(payload, released, heap, object) {
    const table = payload as DefaultTable;
    if (table.factory !== NULL) released.push(table.factory);
    table.factory = NULL;
    dictLayout.clear(payload, released, heap, object);
  },
};

/** Mirrors defdict_init(): the first argument is the factory, the others are dict's. */
function* initSteps(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  const factory = given === 0 ? NULL : args[0]!;
  if (factory !== NULL && factory !== NONE && rt.typeOf(factory).slots.tp_call === undefined) {
    raise(rt, TYPE_ERROR, 'first argument must be callable or None');
  }
  const table = tableOf(rt, self);
  const old = table.factory;
  table.factory = factory === NULL ? NULL : heap.incref(factory);
  try {
    return yield* settle(rt, rt.typeObject(DICT).slots.tp_init!(rt, self, factory === NULL ? args : args.slice(1), keywords));
  } finally {
    heap.xdecref(old);
  }
}

/** Mirrors defdict_missing(). */
function* missing(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  const { heap } = rt;
  const { factory } = tableOf(rt, self);
  if (factory === NULL || factory === NONE) raiseKeyError(rt, key);
  heap.incref(factory);
  let value: Ref;
  try {
    value = yield* call(factory, []);
  } finally {
    heap.decref(factory);
  }
  try {
    yield* settle(rt, setItem(rt, self, key, value));
    return value;
  } catch (error) {
    heap.decref(value);
    throw error;
  }
}

/** Mirrors defdict_repr(). */
function* show(rt: Runtime, self: Ref): Steps<Ref> {
  const base = yield* settle(rt, rt.typeObject(DICT).slots.tp_repr!(rt, self));
  try {
    return rt.newStr(`${rt.typeOf(self).name}(${yield* factoryText(rt, tableOf(rt, self).factory)}, ${rt.text(base)})`);
  } finally {
    rt.heap.decref(base);
  }
}

function* factoryText(rt: Runtime, factory: Ref): Steps<string> {
  if (factory === NULL) return 'None';
  if (!enterRepr(rt, factory)) return '...';
  try {
    return yield* reprText(rt, factory);
  } finally {
    leaveRepr(rt, factory);
  }
}

/** A dict of the type of `self`, with its factory and the entries of `entries`. */
function* likeSelf(rt: Runtime, self: Ref, entries: Ref): Steps<Ref> {
  const { factory } = tableOf(rt, self);
  return yield* call(rt.heap.type[self]!, [factory === NULL ? NONE : factory, entries]);
}

/** Mirrors defdict_or(). */
function* union(rt: Runtime, left: Ref, right: Ref): Steps<Ref> {
  const [self, other] = isInstance(rt, left, DEFAULT_DICT) ? [left, right] : [right, left];
  if (!isDict(rt, other)) return NOT_IMPLEMENTED;
  const made = yield* likeSelf(rt, self, left);
  try {
    yield* settle(rt, dictUpdate(rt, made, right));
    return made;
  } catch (error) {
    rt.heap.decref(made);
    throw error;
  }
}

/** Mirrors defdict_reduce(). */
function* reduce(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const method = yield* settle(rt, getAttr(rt, self, rt.name('items')));
  let items: Ref;
  try {
    items = yield* call(method, []);
  } finally {
    heap.decref(method);
  }
  let iterator: Ref;
  try {
    iterator = yield* settle(rt, iter(rt, items));
  } finally {
    heap.decref(items);
  }
  const { factory } = tableOf(rt, self);
  const args = newTuple(rt, factory === NULL || factory === NONE ? [] : [heap.incref(factory)]);
  return newTuple(rt, [heap.incref(heap.type[self]!), args, NONE, NONE, iterator]);
}

defineType({
  handle: DEFAULT_DICT,
  name: 'defaultdict',
  module: 'collections',
  base: DICT,
  addsLayout: true,
  flags: CONTAINER,
  layout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new DefaultTable()),
    tp_init: (rt, self, args, keywords): Eventual => begin(rt, initSteps(rt, self, args, keywords)),
    tp_repr: (rt, self) => begin(rt, show(rt, self)),
    nb_or: (rt, left, right) => begin(rt, union(rt, left, right)),
  },
  methods: [
    suspending('__missing__', 'key, /', (rt, self, [key]) => missing(rt, self, key!)),
    suspending('copy', '', (rt, self) => likeSelf(rt, self, self)),
    suspending('__copy__', '', (rt, self) => likeSelf(rt, self, self)),
    suspending('__reduce__', '', reduce),
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
  attributes: [
    {
      name: 'default_factory',
      member: true,
      get: (rt, self) => {
        const { factory } = tableOf(rt, self);
        return factory === NULL ? NONE : rt.heap.incref(factory);
      },
      set: (rt, self, value) => {
        const table = tableOf(rt, self);
        const old = table.factory;
        table.factory = value === NULL ? NULL : rt.heap.incref(value);
        rt.heap.xdecref(old);
        return NULL;
      },
    },
  ],
});
