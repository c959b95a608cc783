import { TypeFlag } from '../../heap/heap.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { copyRefs, itemsOf, newTuple, tupleOf } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { getItem } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { checkCount, noKeywords } from '../core/arguments.ts';
import { GetterObject, getterLayout, showGetter } from './getter.ts';

export const ITEM_GETTER = moduleTypeHandle();

const getterOf = (rt: Runtime, self: Ref): GetterObject => rt.heap.payload[self] as GetterObject;

function getterNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Ref {
  noKeywords(rt, 'itemgetter', keywords);
  if (args.length <= 1) checkCount(rt, 'itemgetter', args.length, 1, 1);
  return newInstance(rt, type, new GetterObject(newTuple(rt, copyRefs(rt, args))));
}

/** Mirrors itemgetter_call_impl(). */
function getterCall(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  noKeywords(rt, 'itemgetter', keywords);
  checkCount(rt, 'itemgetter', args.length, 1, 1);
  const items = itemsOf(rt, getterOf(rt, self).parts);
  return items.length === 1 ? getItem(rt, args[0]!, items[0]!) : begin(rt, getAll(rt, args[0]!, items));
}

function* getAll(rt: Runtime, object: Ref, items: readonly Ref[]): Steps<Ref> {
  const found: Ref[] = [];
  try {
    for (const item of items) found.push(yield* settle(rt, getItem(rt, object, item)));
    return newTuple(rt, found);
  } catch (error) {
    rt.heap.deaths.drop(found);
    throw error;
  }
}

defineType({
  handle: ITEM_GETTER,
  name: 'itemgetter',
  module: 'operator',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: getterLayout,
  slots: {
    tp_new: getterNew,
    tp_call: getterCall,
    tp_repr: (rt, self) => begin(rt, showGetter(rt, self, getterOf(rt, self).parts, NULL)),
  },
  methods: [native('__reduce__', '', (rt, self) => tupleOf(rt, rt.heap.type[self]!, getterOf(rt, self).parts))],
});
