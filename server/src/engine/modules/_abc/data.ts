import { TypeFlag } from '../../heap/heap.ts';
import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { newSet } from '../../objects/setops.ts';

/** Payload of the object that an abstract class keeps as `_abc_impl`: three sets of weak references, made when first needed. */
export class AbcData {
  registry: Ref = NULL;
  cache: Ref = NULL;
  negativeCache: Ref = NULL;
  constructor(public negativeCacheVersion: number) {}
}

export type AbcSet = 'registry' | 'cache' | 'negativeCache';

const ABC_DATA = moduleTypeHandle();

defineType({
  handle: ABC_DATA,
  name: '_abc_data',
  module: '_abc',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse: (payload, visit) => {
      const { registry, cache, negativeCache } = payload as AbcData;
      for (const set of [registry, cache, negativeCache]) if (set !== NULL) visit(set);
    },
    clear: (payload, released) => {
      const data = payload as AbcData;
      for (const set of [data.registry, data.cache, data.negativeCache]) if (set !== NULL) released.push(set);
      data.registry = data.cache = data.negativeCache = NULL;
    },
  },
  slots: { tp_new: (rt, type) => newInstance(rt, type, new AbcData(abcState(rt).invalidationCounter)) },
});

/** What the module keeps for all abstract classes. */
class AbcState implements ModuleState {
  /** Grows with each registration, so that classes see that their negative caches are out of date. */
  invalidationCounter = 0;
  traverse(): void {}
}

export const abcState = (rt: Runtime): AbcState => moduleState(rt, '_abc', () => new AbcState());

export const newAbcData = (rt: Runtime): Ref => newInstance(rt, ABC_DATA, new AbcData(abcState(rt).invalidationCounter));

/** Mirrors _get_impl(): the data of an abstract class, owned. */
export function* abcDataOf(rt: Runtime, self: Ref): Steps<Ref> {
  const data = yield* settle(rt, getAttr(rt, self, rt.name('_abc_impl')));
  if (rt.heap.type[data] === ABC_DATA) return data;
  rt.heap.decref(data);
  raise(rt, TYPE_ERROR, '_abc_impl is set to a wrong type');
}

export const payloadOf = (rt: Runtime, data: Ref): AbcData => rt.heap.payload[data] as AbcData;

/** One of the sets, borrowed, made if there is none yet. */
export function setOf(rt: Runtime, data: Ref, which: AbcSet): Ref {
  const payload = payloadOf(rt, data);
  if (payload[which] === NULL) payload[which] = newSet(rt);
  return payload[which];
}
