import { Flag, TypeFlag } from '../../heap/heap.ts';
import { DICT, FALSE, NONE, TRUE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { collectSteps } from '../../interpreter/collect.ts';
import { gcState } from '../../interpreter/gcstate.ts';
import { modulesOf } from '../../versions/modules.ts';
import { toSize, withCInt } from '../../objects/arguments.ts';
import { setNamespaceItem } from '../../objects/core/attributes.ts';
import { DictTable } from '../../objects/core/dicttable.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newDict, newList, newTuple } from '../../objects/core/make.ts';
import { native, rawNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, indexNow } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { defineModule } from '../core/define.ts';
import { unsupported } from '../../objects/core/unsupported.ts';

const DEBUG = { DEBUG_STATS: 1, DEBUG_COLLECTABLE: 2, DEBUG_UNCOLLECTABLE: 4, DEBUG_SAVEALL: 32, DEBUG_LEAK: 38 } as const;

const ints = (rt: Runtime, values: readonly number[]): Ref =>
  newTuple(
    rt,
    values.map((value) => rt.newInt(value)),
  );

/** The tracked objects as a new list, which is not among them. */
function trackedList(rt: Runtime, generation: number | null): Ref {
  const objects = rt.collector.trackedObjects(generation);
  rt.charge(objects.length, objects.length * 8);
  for (const object of objects) rt.heap.incref(object);
  return newList(rt, objects);
}

function getObjects(rt: Runtime, generation: Ref): Ref {
  if (generation === NULL || generation === NONE) return trackedList(rt, null);
  const value = indexNow(rt, generation);
  if (value === undefined) raise(rt, TYPE_ERROR, `argument should be integer or None, not '${typeName(rt, generation)}'`);
  const number = toSize(rt, value);
  if (number >= 3) raise(rt, VALUE_ERROR, 'generation parameter must be less than the number of available generations (3)');
  if (number < -1) raise(rt, VALUE_ERROR, 'generation parameter cannot be negative');
  return trackedList(rt, number === -1 ? null : number);
}

/** What an object's tp_traverse visits: of a dict whose keys are all exact strings, only the values, if they are its own. */
function visitReferents(rt: Runtime, object: Ref, visit: (child: Ref) => void): void {
  const payload = rt.heap.payload[object];
  if (rt.heap.type[object] !== DICT || !(payload instanceof DictTable)) {
    rt.heap.traverse(object, visit);
    return;
  }
  if (payload.owner !== NULL) return;
  for (const [i, key] of payload.keys.entries()) {
    if (key === NULL) continue;
    visit(payload.values[i]!);
    if (payload.general) visit(key);
  }
}

/** Mirrors gc_referrers_for() over all generations; the tuple of arguments does not count. */
function getReferrers(rt: Runtime, targets: Ref): Ref {
  const { heap } = rt;
  const wanted = new Set(itemsOf(rt, targets));
  const objects = rt.collector.trackedObjects(null);
  rt.charge(objects.length);
  const found: Ref[] = [];
  for (const object of objects) {
    if (object === targets) continue;
    let refers = false;
    visitReferents(rt, object, (child) => {
      refers ||= wanted.has(child);
    });
    if (refers) found.push(heap.incref(object));
  }
  return newList(rt, found);
}

function getReferents(rt: Runtime, objects: Ref): Ref {
  const { heap } = rt;
  const found: Ref[] = [];
  for (const object of itemsOf(rt, objects)) {
    if (!isCollectable(rt, object)) continue;
    visitReferents(rt, object, (child) => found.push(heap.incref(child)));
  }
  return newList(rt, found);
}

/** Whether the collector deals with such objects (_PyObject_IS_GC): static types are types, and yet not its business. */
function isCollectable(rt: Runtime, object: Ref): boolean {
  const { flags } = rt.typeOf(object);
  if ((flags & TypeFlag.GC) === 0) return false;
  return (flags & TypeFlag.TYPE_SUBCLASS) === 0 || (rt.typeObject(object).flags & TypeFlag.HEAP) !== 0;
}

function stats(rt: Runtime): Ref {
  return newList(
    rt,
    rt.collector.stats.map(({ collections, collected, uncollectable, candidates }) => {
      const dict = newDict(rt);
      const put = (name: string, value: Ref): void => setNamespaceItem(rt, dict, rt.name(name), value);
      put('collections', rt.newInt(collections));
      put('collected', rt.newInt(collected));
      put('uncollectable', rt.newInt(uncollectable));
      if (rt.profile.collector.infoHasCandidates) {
        put('candidates', rt.newInt(candidates));
        put('duration', rt.newFloat(0));
      }
      return dict;
    }),
  );
}

function* setThresholds(rt: Runtime, args: readonly Ref[]): Steps<Ref> {
  for (const [i, arg] of args.entries()) rt.collector.thresholds[i] = Number(yield* index(rt, arg));
  return NONE;
}

const functions: readonly NativeFunction[] = [
  native('enable', '', (rt) => {
    rt.collector.enabled = true;
    return NONE;
  }),
  native('disable', '', (rt) => {
    rt.collector.enabled = false;
    return NONE;
  }),
  native('isenabled', '', (rt) => rt.newBool(rt.collector.enabled)),
  native('set_debug', 'flags, /', (rt, _module, [flags]) =>
    withCInt(rt, flags!, (value) => {
      if ((value & ~DEBUG.DEBUG_SAVEALL) !== 0) unsupported('gc.set_debug with messages');
      rt.collector.debug = value;
      return NONE;
    }),
  ),
  native('get_debug', '', (rt) => rt.newInt(rt.collector.debug)),
  native('get_count', '', (rt) => ints(rt, rt.collector.counts)),
  rawNative('set_threshold', (rt, _module, args, keywords) => {
    if (keywords !== NULL) raise(rt, TYPE_ERROR, 'set_threshold() takes no keyword arguments');
    if (args.length < 1 || args.length > 3) raise(rt, TYPE_ERROR, modulesOf(rt.profile.version).thresholdArguments(args.length));
    return begin(rt, setThresholds(rt, args));
  }),
  native('get_threshold', '', (rt) => ints(rt, rt.collector.thresholds)),
  suspending('collect', 'generation=2', function* (rt, _module, [argument]) {
    const generation = argument === NULL ? 2 : Number(yield* index(rt, argument!));
    if (generation < 0 || generation > 2) raise(rt, VALUE_ERROR, 'invalid generation');
    return rt.newInt(rt.collector.collecting ? 0 : yield* collectSteps(rt, generation, 'explicit'));
  }),
  native('get_objects', 'generation=None', (rt, _module, [generation]) => getObjects(rt, generation!)),
  native('get_stats', '', (rt) => stats(rt)),
  native('is_tracked', 'obj, /', (rt, _module, [object]) => rt.newBool(isCollectable(rt, object!) && rt.heap.isTracked(object!))),
  native('is_finalized', 'obj, /', (rt, _module, [object]) => (isCollectable(rt, object!) && (rt.heap.flags[object!]! & Flag.FINALIZED) !== 0 ? TRUE : FALSE)),
  native('get_referrers', '*objs', (rt, _module, [objects]) => getReferrers(rt, objects!)),
  native('get_referents', '*objs', (rt, _module, [objects]) => getReferents(rt, objects!)),
  native('freeze', '', (rt) => {
    rt.collector.freeze();
    return NONE;
  }),
  native('unfreeze', '', (rt) => {
    rt.collector.unfreeze();
    return NONE;
  }),
  native('get_freeze_count', '', (rt) => rt.newInt(rt.collector.frozenCount())),
];

defineModule({
  name: 'gc',
  functions,
  init: (rt, put) => {
    const state = gcState(rt);
    put('garbage', rt.heap.incref(state.garbage));
    put('callbacks', rt.heap.incref(state.callbacks));
    for (const [name, value] of Object.entries(DEBUG)) put(name, rt.newInt(value));
  },
});
