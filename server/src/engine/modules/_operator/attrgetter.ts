import { TypeFlag } from '../../heap/heap.ts';
import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { itemsOf, newTuple, tupleOf } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { checkCount, noKeywords } from '../core/arguments.ts';
import { GetterObject, getterLayout, showGetter } from './getter.ts';

const ATTR_GETTER = moduleTypeHandle();

const namesOf = (rt: Runtime, self: Ref): Ref => (rt.heap.payload[self] as GetterObject).parts;

/** Mirrors attrgetter_new(): all names are checked before any is kept. */
function getterNew(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Ref {
  noKeywords(rt, 'attrgetter', keywords);
  if (args.length <= 1) checkCount(rt, 'attrgetter', args.length, 1, 1);
  for (const arg of args) if (!isStr(rt, arg)) raise(rt, TYPE_ERROR, 'attribute name must be a string');
  return newInstance(rt, type, new GetterObject(newTuple(rt, args.map((arg) => rt.intern(rt.text(arg))))));
}

/** Mirrors dotted_getattr(). */
function getDotted(rt: Runtime, object: Ref, name: Ref): Eventual {
  return rt.text(name).includes('.') ? begin(rt, dottedSteps(rt, object, rt.text(name).split('.'))) : getAttr(rt, object, name);
}

function* dottedSteps(rt: Runtime, object: Ref, names: readonly string[]): Steps<Ref> {
  let current = rt.heap.incref(object);
  for (const name of names) {
    try {
      const found = yield* settle(rt, getAttr(rt, current, rt.name(name)));
      rt.heap.decref(current);
      current = found;
    } catch (error) {
      rt.heap.decref(current);
      throw error;
    }
  }
  return current;
}

function* getAll(rt: Runtime, object: Ref, names: readonly Ref[]): Steps<Ref> {
  const found: Ref[] = [];
  try {
    for (const name of names) found.push(yield* settle(rt, getDotted(rt, object, name)));
    return newTuple(rt, found);
  } catch (error) {
    rt.heap.deaths.drop(found);
    throw error;
  }
}

function getterCall(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  noKeywords(rt, 'attrgetter', keywords);
  checkCount(rt, 'attrgetter', args.length, 1, 1);
  const names = itemsOf(rt, namesOf(rt, self));
  return names.length === 1 ? getDotted(rt, args[0]!, names[0]!) : begin(rt, getAll(rt, args[0]!, names));
}

defineType({
  handle: ATTR_GETTER,
  name: 'attrgetter',
  module: 'operator',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: getterLayout,
  slots: {
    tp_new: getterNew,
    tp_call: getterCall,
    tp_repr: (rt, self) => begin(rt, showGetter(rt, self, namesOf(rt, self), NULL)),
  },
  methods: [native('__reduce__', '', (rt, self) => tupleOf(rt, rt.heap.type[self]!, namesOf(rt, self)))],
});

export { ATTR_GETTER };
