import { TypeFlag } from '../../heap/heap.ts';
import { ATTRIBUTE_ERROR, INDEX_ERROR, NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isTuple, toSize } from '../../objects/arguments.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { checkCount, noKeywords } from '../core/arguments.ts';

export const TUPLE_GETTER = moduleTypeHandle();

/** Payload of `_tuplegetter`, the descriptor of a field of a named tuple. */
class TupleGetter {
  constructor(
    readonly index: number,
    public doc: Ref,
  ) {}
}

const getterOf = (rt: Runtime, self: Ref): TupleGetter => rt.heap.payload[self] as TupleGetter;

function* getterNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  noKeywords(rt, '_tuplegetter', keywords);
  checkCount(rt, '_tuplegetter', args.length, 2, 2);
  const at = toSize(rt, yield* index(rt, args[0]!));
  return newInstance(rt, type, new TupleGetter(at, rt.heap.incref(args[1]!)));
}

/** Mirrors tuplegetter_descr_get(). */
function get(rt: Runtime, self: Ref, instance: Ref): Ref {
  const { index: at } = getterOf(rt, self);
  if (instance === NULL || instance === NONE) return rt.heap.incref(self);
  if (!isTuple(rt, instance)) {
    raise(rt, TYPE_ERROR, `descriptor for index '${at}' for tuple subclasses doesn't apply to '${typeName(rt, instance)}' object`);
  }
  const item = itemsOf(rt, instance)[at];
  return item === undefined ? raise(rt, INDEX_ERROR, 'tuple index out of range') : rt.heap.incref(item);
}

function* show(rt: Runtime, self: Ref): Steps<Ref> {
  const { index: at, doc } = getterOf(rt, self);
  return rt.newStr(`_tuplegetter(${at}, ${yield* reprText(rt, doc)})`);
}

defineType({
  handle: TUPLE_GETTER,
  name: '_tuplegetter',
  module: 'collections',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse(payload, visit) {
      const { doc } = payload as TupleGetter;
      if (doc !== NULL) visit(doc);
    },
    clear(payload, released) {
      const getter = payload as TupleGetter;
      if (getter.doc !== NULL) released.push(getter.doc);
      getter.doc = NULL;
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, getterNew(rt, type, args, keywords)),
    tp_descr_get: get,
    tp_descr_set: (rt, _self, _instance, value) => raise(rt, ATTRIBUTE_ERROR, `can't ${value === NULL ? 'delete' : 'set'} attribute`),
    tp_repr: (rt, self) => begin(rt, show(rt, self)),
  },
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { index: at, doc } = getterOf(rt, self);
      return newTuple(rt, [rt.heap.incref(rt.heap.type[self]!), newTuple(rt, [rt.newInt(at), rt.heap.incref(doc)])]);
    }),
  ],
  attributes: [
    {
      name: '__doc__',
      member: true,
      get: (rt, self) => {
        const { doc } = getterOf(rt, self);
        return doc === NULL ? NONE : rt.heap.incref(doc);
      },
      set: (rt, self, value) => {
        const getter = getterOf(rt, self);
        const old = getter.doc;
        getter.doc = value === NULL ? NULL : rt.heap.incref(value);
        rt.heap.xdecref(old);
        return NULL;
      },
    },
  ],
});
