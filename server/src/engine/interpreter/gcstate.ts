import { NULL, type Ref } from '../heap/ref.ts';
import { setNamespaceItem } from '../objects/core/attributes.ts';
import { caught } from '../objects/core/errors.ts';
import { itemsOf, newDict, newList } from '../objects/core/make.ts';
import { moduleState } from '../objects/core/modulestate.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { call, type Steps } from '../objects/core/suspend.ts';

/** `gc.callbacks` and `gc.garbage`, which the collector holds too. */
export interface GcState {
  callbacks: Ref;
  garbage: Ref;
  traverse(visit: (ref: Ref) => void): void;
}

export const gcState = (rt: Runtime): GcState =>
  moduleState<GcState>(rt, 'gc', () => ({
    callbacks: newList(rt, []),
    garbage: newList(rt, []),
    traverse(visit) {
      if (this.callbacks !== NULL) visit(this.callbacks);
      if (this.garbage !== NULL) visit(this.garbage);
    },
  }));

/** Drops the collector's own lists, at the end of the interpreter. */
export function releaseGcState(rt: Runtime): void {
  const state = gcState(rt);
  const { garbage, callbacks } = state;
  state.garbage = NULL;
  state.callbacks = NULL;
  rt.heap.deaths.drop([garbage, callbacks].filter((list) => list !== NULL));
}

export interface CollectionInfo {
  readonly generation: number;
  readonly collected: number;
  readonly uncollectable: number;
  /** How many objects were looked at. */
  readonly candidates: number;
}

/** Mirrors invoke_gc_callback(). */
export function* callGcCallbacks(rt: Runtime, phase: 'start' | 'stop', info: CollectionInfo): Steps<void> {
  const state = rt.moduleStates.get('gc') as GcState | undefined;
  if (state === undefined || state.callbacks === NULL || itemsOf(rt, state.callbacks).length === 0) return;
  const { heap } = rt;
  const dict = infoDict(rt, info);
  const phaseText = rt.newStr(phase);
  try {
    for (let i = 0; i < itemsOf(rt, state.callbacks).length; i++) {
      const callback = heap.incref(itemsOf(rt, state.callbacks)[i]!);
      try {
        heap.decref(yield* call(callback, [phaseText, dict]));
      } catch (error) {
        yield* rt.hooks.unraisable(rt, 'gcCallback', callback, caught(rt, error));
      } finally {
        heap.decref(callback);
      }
    }
  } finally {
    heap.decref(phaseText);
    heap.decref(dict);
  }
}

function infoDict(rt: Runtime, info: CollectionInfo): Ref {
  const dict = newDict(rt);
  const put = (name: string, value: Ref): void => setNamespaceItem(rt, dict, rt.name(name), value);
  put('generation', rt.newInt(info.generation));
  put('collected', rt.newInt(info.collected));
  put('uncollectable', rt.newInt(info.uncollectable));
  if (rt.profile.collector.infoHasCandidates) {
    put('candidates', rt.newInt(info.candidates));
    put('duration', rt.newFloat(0));
  }
  return dict;
}

/** Appends to `gc.garbage`, which counts the reference. */
export function saveGarbage(rt: Runtime, object: Ref): void {
  (rt.heap.payload[gcState(rt).garbage] as Ref[]).push(rt.heap.incref(object));
}
