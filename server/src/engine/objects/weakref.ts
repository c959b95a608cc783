import { Compare } from '../compiler/opcodes.ts';
import { detachWeakReference, WeakReference } from '../heap/collector.ts';
import { Flag, TypeFlag, type Layout } from '../heap/heap.ts';
import { NONE, NOT_IMPLEMENTED, STR, TYPE_ERROR, WEAKCALLABLEPROXY, WEAKPROXY, WEAKREF } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { addressOf } from './core/addresses.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { fullTypeName, lookupSpecial, typeName } from './core/lookup.ts';
import { itemsOf } from './core/make.ts';
import { native } from './core/native.ts';
import { hash, richCompare } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { genericAlias } from './genericalias.ts';

const weakReferenceOf = (rt: Runtime, weakref: Ref): WeakReference => rt.heap.payload[weakref] as WeakReference;

/** What a weak reference or proxy refers to, borrowed; NULL if it is dead or its count is zero already. */
export function referentOf(rt: Runtime, weakref: Ref): Ref {
  const { referent } = weakReferenceOf(rt, weakref);
  return referent === NULL || rt.heap.refcount[referent] === 0 ? NULL : referent;
}

/** The list of weak references to an object, in CPython's order. */
export const weakReferencesTo = (rt: Runtime, object: Ref): readonly Ref[] => rt.heap.weakrefs.get(object) ?? [];

export function checkReferable(rt: Runtime, object: Ref): void {
  if ((rt.typeOf(object).flags & TypeFlag.WEAKREFS) === 0) raise(rt, TYPE_ERROR, `cannot create weak reference to '${typeName(rt, object)}' object`);
}

const isProxyType = (type: Ref): boolean => type === WEAKPROXY || type === WEAKCALLABLEPROXY;

/** The reference and the proxy without callback that all askers share; NULL where there is none (get_basic_refs). */
export function basicReferences(rt: Runtime, object: Ref): { readonly ref: Ref; readonly proxy: Ref } {
  const [first = NULL, second = NULL] = weakReferencesTo(rt, object);
  const isBasic = (weakref: Ref, accepts: (type: Ref) => boolean): boolean =>
    weakref !== NULL && weakReferenceOf(rt, weakref).callback === NULL && accepts(rt.heap.type[weakref]!);
  const ref = isBasic(first, (type) => type === WEAKREF) ? first : NULL;
  const candidate = ref === NULL ? first : second;
  return { ref, proxy: isBasic(candidate, isProxyType) ? candidate : NULL };
}

/** Enters a new weak reference in its referent's list, behind `previous` or at the head (insert_after, insert_head). */
export function enterWeakReference(rt: Runtime, object: Ref, weakref: Ref, previous: Ref): void {
  const { heap } = rt;
  let list = heap.weakrefs.get(object);
  if (list === undefined) {
    heap.weakrefs.set(object, (list = []));
    heap.flags[object]! |= Flag.WEAKLY_REFERENCED;
  }
  list.splice(previous === NULL ? 0 : list.indexOf(previous) + 1, 0, weakref);
}

/** Mirrors weakref___new__(): 1 the shared reference; 2 a new one at the head or behind the shared ones. */
export function newWeakReference(rt: Runtime, type: Ref, object: Ref, callback: Ref): Ref {
  const { heap } = rt;
  checkReferable(rt, object);
  const { ref, proxy } = basicReferences(rt, object);
  const isBasic = callback === NULL && type === WEAKREF;
  if (isBasic && ref !== NULL && heap.refcount[ref]! > 0) return heap.incref(ref);
  const weakref = newInstance(rt, type, new WeakReference(object, callback === NULL ? NULL : heap.incref(callback)));
  enterWeakReference(rt, object, weakref, isBasic ? NULL : proxy === NULL ? ref : proxy);
  return weakref;
}

/** The arguments of `ref()` and of its subclasses' `__new__` and `__init__`: keywords are a subclass's own business. */
function parseArguments(rt: Runtime, name: string, args: readonly Ref[], keywords: Ref): { readonly object: Ref; readonly callback: Ref } {
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  if (given < 1) raise(rt, TYPE_ERROR, `${name} expected at least 1 argument, got ${given}`);
  if (given > 2) raise(rt, TYPE_ERROR, `${name} expected at most 2 arguments, got ${given}`);
  const callback = given === 2 && args[1] !== NONE ? args[1]! : NULL;
  return { object: args[0]!, callback };
}

export const weakReferenceLayout: Layout = {
  traverse: (payload, visit) => {
    const { callback } = payload as WeakReference;
    if (callback !== NULL) visit(callback);
  },
  clear: (payload, released, heap, self) => {
    const weakref = payload as WeakReference;
    detachWeakReference(heap, self);
    if (weakref.callback !== NULL) released.push(weakref.callback);
    weakref.callback = NULL;
  },
};

/** Equal by their referents while both live, else by identity. */
function compare(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  const isReference = (object: Ref): boolean => rt.heap.payload[object] instanceof WeakReference && !isProxyType(rt.heap.type[object]!);
  if ((op !== Compare.EQ && op !== Compare.NE) || !isReference(left) || !isReference(right)) return NOT_IMPLEMENTED;
  const a = referentOf(rt, left);
  const b = referentOf(rt, right);
  if (a === NULL || b === NULL) return rt.newBool((left === right) === (op === Compare.EQ));
  return begin(rt, compareReferents(rt, a, b, op));
}

function* compareReferents(rt: Runtime, a: Ref, b: Ref, op: number): Steps<Ref> {
  const { heap } = rt;
  heap.incref(a);
  heap.incref(b);
  try {
    return yield* settle(rt, richCompare(rt, a, b, op));
  } finally {
    heap.decref(a);
    heap.decref(b);
  }
}

/** The hash is the referent's, kept for when it is gone. */
function* hashReference(rt: Runtime, self: Ref): Steps<Ref> {
  const payload = weakReferenceOf(rt, self);
  if (payload.hash === null) {
    const referent = referentOf(rt, self);
    if (referent === NULL) raise(rt, TYPE_ERROR, 'weak object has gone away');
    rt.heap.incref(referent);
    try {
      yield* settle(rt, hash(rt, referent));
      payload.hash = { low: rt.hashLow, high: rt.hashHigh };
    } finally {
      rt.heap.decref(referent);
    }
  }
  rt.hashLow = payload.hash.low;
  rt.hashHigh = payload.hash.high;
  return NULL;
}

export const hexAddress = (rt: Runtime, object: Ref): string => `0x${addressOf(rt, object).toString(16)}`;

/** Mirrors weakref_repr(): with the referent's `__name__`, where its type defines one and it is a str. */
function* showReference(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const referent = referentOf(rt, self);
  if (referent === NULL) return rt.newStr(`<weakref at ${hexAddress(rt, self)}; dead>`);
  heap.incref(referent);
  try {
    const name = yield* lookupSpecial(rt, referent, '__name__');
    const shown = name !== NULL && heap.type[name] === STR ? ` (${rt.text(name)})` : '';
    heap.xdecref(name);
    return rt.newStr(`<weakref at ${hexAddress(rt, self)}; to '${rt.profile.words.qualifiesTypes ? fullTypeName(rt, referent) : typeName(rt, referent)}' at ${hexAddress(rt, referent)}${shown}>`);
  } finally {
    heap.decref(referent);
  }
}

defineType({
  handle: WEAKREF,
  name: 'ReferenceType',
  module: 'weakref',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE,
  layout: weakReferenceLayout,
  slots: {
    tp_new: (rt, type, args, keywords) => {
      if (type === WEAKREF && keywords !== NULL) raise(rt, TYPE_ERROR, 'ref() takes no keyword arguments');
      const { object, callback } = parseArguments(rt, '__new__', args, keywords);
      return newWeakReference(rt, type, object, callback);
    },
    tp_init: (rt, _self, args, keywords) => {
      parseArguments(rt, '__init__', args, keywords);
      return NULL;
    },
    tp_call: (rt, self, args, keywords) => {
      if (keywords !== NULL) raise(rt, TYPE_ERROR, 'weakref() takes no keyword arguments');
      if (args.length !== 0) raise(rt, TYPE_ERROR, `weakref expected 0 arguments, got ${args.length}`);
      const referent = referentOf(rt, self);
      return referent === NULL ? NONE : rt.heap.incref(referent);
    },
    tp_hash: (rt, self) => begin(rt, hashReference(rt, self)),
    tp_richcompare: compare,
    tp_repr: (rt, self) => begin(rt, showReference(rt, self)),
  },
  methods: [native('__class_getitem__', 'object, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class')],
  attributes: [
    {
      name: '__callback__',
      member: true,
      get: (rt, self) => {
        const { callback } = weakReferenceOf(rt, self);
        return callback === NULL ? NONE : rt.heap.incref(callback);
      },
    },
  ],
});
