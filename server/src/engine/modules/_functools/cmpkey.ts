import { TypeFlag } from '../../heap/heap.ts';
import { ATTRIBUTE_ERROR, NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { native } from '../../objects/core/native.ts';
import { richCompare } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, settle, type Steps } from '../../objects/core/suspend.ts';

const KEY_WRAPPER = moduleTypeHandle();

/** Payload of what `cmp_to_key` makes: the function, and the object of a key, NULL in the maker of keys. */
class KeyWrapper {
  constructor(
    public compare: Ref,
    public object: Ref,
  ) {}
}

const keyOf = (rt: Runtime, self: Ref): KeyWrapper => rt.heap.payload[self] as KeyWrapper;

function newKey(rt: Runtime, compare: Ref, object: Ref): Ref {
  if (object !== NULL) rt.heap.incref(object);
  return rt.heap.allocateTracked(KEY_WRAPPER, new KeyWrapper(rt.heap.incref(compare), object));
}

/** Mirrors keyobject_richcompare(). */
function compareKeys(rt: Runtime, left: Ref, right: Ref, op: number): Eventual {
  if (rt.heap.type[right] !== KEY_WRAPPER) raise(rt, TYPE_ERROR, 'other argument must be K instance');
  const { compare, object } = keyOf(rt, left);
  const other = keyOf(rt, right).object;
  if (object === NULL || other === NULL) raise(rt, ATTRIBUTE_ERROR, 'object');
  return begin(rt, compareSteps(rt, compare, object, other, op));
}

function* compareSteps(rt: Runtime, compare: Ref, left: Ref, right: Ref, op: number): Steps<Ref> {
  const result = yield* call(compare, [left, right]);
  try {
    return yield* settle(rt, richCompare(rt, result, rt.newInt(0), op));
  } finally {
    rt.heap.decref(result);
  }
}

defineType({
  handle: KEY_WRAPPER,
  name: 'KeyWrapper',
  module: 'functools',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse(payload, visit) {
      const { compare, object } = payload as KeyWrapper;
      for (const part of [compare, object]) if (part !== NULL) visit(part);
    },
    clear(payload, released) {
      const key = payload as KeyWrapper;
      for (const part of [key.compare, key.object]) if (part !== NULL) released.push(part);
      key.compare = key.object = NULL;
    },
  },
  slots: {
    tp_call: (rt, self, args, keywords) => newKey(rt, keyOf(rt, self).compare, bind(rt, 'K', 'obj', args, keywords)[0]!),
    tp_richcompare: compareKeys,
  },
  attributes: [
    {
      name: 'obj',
      member: true,
      get: (rt, self) => {
        const { object } = keyOf(rt, self);
        return object === NULL ? NONE : rt.heap.incref(object);
      },
      set: (rt, self, value) => {
        const key = keyOf(rt, self);
        const old = key.object;
        key.object = value === NULL ? NULL : rt.heap.incref(value);
        rt.heap.xdecref(old);
        return NULL;
      },
    },
  ],
});

export const cmpToKey = native('cmp_to_key', 'mycmp', (rt, _module, [compare]) => newKey(rt, compare!, NULL));
