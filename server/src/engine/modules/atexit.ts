import { NONE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { modulesOf } from '../versions/modules.ts';
import { caught, raise } from '../objects/core/errors.ts';
import { copyRefs, itemsOf, newDict, newTuple, tableOf } from '../objects/core/make.ts';
import { native, rawNative, suspending, type NativeFunction } from '../objects/core/native.ts';
import { equals } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { call, type Steps } from '../objects/core/suspend.ts';
import { setNamespaceItem } from '../objects/core/attributes.ts';
import { moduleState } from '../objects/core/modulestate.ts';
import { defineModule } from './core/define.ts';

/** A registered callback; all owned. `keywords` is a dict or NULL. */
interface Callback {
  readonly callable: Ref;
  readonly args: Ref;
  readonly keywords: Ref;
}

/** The interpreter's callbacks in order of registration; null where one was unregistered. */
interface ExitState {
  callbacks: (Callback | null)[];
  traverse(visit: (ref: Ref) => void): void;
}

const stateOf = (rt: Runtime): ExitState =>
  moduleState<ExitState>(rt, 'atexit', () => ({
    callbacks: [],
    traverse(visit) {
      for (const callback of this.callbacks) if (callback !== null) for (const ref of references(callback)) visit(ref);
    },
  }));

/** In the order in which they are released. */
const references = ({ callable, args, keywords }: Callback): Ref[] => [callable, args, keywords].filter((ref) => ref !== NULL);

function register(rt: Runtime, args: readonly Ref[], names: Ref): Eventual {
  const { heap } = rt;
  const given = names === NULL ? args.length : args.length - itemsOf(rt, names).length;
  if (given === 0) raise(rt, TYPE_ERROR, 'register() takes at least 1 argument (0 given)');
  const [callable] = args;
  if (rt.typeOf(callable!).slots.tp_call === undefined) raise(rt, TYPE_ERROR, 'the first argument must be callable');
  let keywords = NULL;
  if (names !== NULL) {
    keywords = newDict(rt);
    for (const [i, name] of itemsOf(rt, names).entries()) setNamespaceItem(rt, keywords, name, heap.incref(args[given + i]!));
  }
  stateOf(rt).callbacks.push({ callable: heap.incref(callable!), args: newTuple(rt, copyRefs(rt, args.slice(1, given))), keywords });
  return heap.incref(callable!);
}

/** Drops all callbacks, the first registered first (atexit_cleanup). */
export function clearExitFunctions(rt: Runtime): void {
  const state = stateOf(rt);
  const dropped = state.callbacks.flatMap((callback) => (callback === null ? [] : references(callback)));
  state.callbacks = [];
  rt.heap.deaths.drop(dropped);
}

/** Mirrors atexit_unregister(): what compares equal goes, while it is compared. */
function* unregister(rt: Runtime, callable: Ref): Steps<Ref> {
  const state = stateOf(rt);
  const { keepsGaps, comparesArgumentFirst } = modulesOf(rt.profile.version).atexit;
  for (let i = 0; i < state.callbacks.length; i++) {
    const callback = state.callbacks[i]!;
    if (callback === null) continue;
    const pair: [Ref, Ref] = comparesArgumentFirst ? [callable, callback.callable] : [callback.callable, callable];
    if (!(yield* areEqual(rt, pair)) || state.callbacks[i] !== callback) continue;
    if (keepsGaps) state.callbacks[i] = null;
    else state.callbacks.splice(i--, 1);
    rt.heap.deaths.drop(references(callback));
  }
  return NONE;
}

function* areEqual(rt: Runtime, pair: readonly [Ref, Ref]): Steps<boolean> {
  for (const object of pair) rt.heap.incref(object);
  try {
    return yield* equals(rt, ...pair);
  } finally {
    for (const object of pair) rt.heap.decref(object);
  }
}

/**
 * Mirrors atexit_callfuncs(): 1 the callbacks, last registered first, not those registered meanwhile; 2 an error is
 * reported and the next one called; 3 all are released, first registered first. Up to 3.13 a callback that is
 * unregistered meanwhile is not called; later the list was copied before.
 */
export function* runExitFunctions(rt: Runtime): Steps<void> {
  const state = stateOf(rt);
  const copied = modulesOf(rt.profile.version).atexit.keepsGaps ? null : [...state.callbacks];
  const held = (copied ?? []).flatMap((callback) => references(callback!));
  for (const ref of held) rt.heap.incref(ref);
  for (let i = state.callbacks.length - 1; i >= 0; i--) {
    const callback = (copied ?? state.callbacks)[i];
    if (callback !== null && callback !== undefined) yield* runCallback(rt, callback);
  }
  rt.heap.deaths.drop(held);
  clearExitFunctions(rt);
}

function* runCallback(rt: Runtime, callback: Callback): Steps<void> {
  const { heap } = rt;
  const held = references(callback);
  for (const ref of held) heap.incref(ref);
  try {
    heap.decref(yield* callWith(rt, callback));
  } catch (error) {
    yield* rt.hooks.unraisable(rt, 'atexit', callback.callable, caught(rt, error));
  } finally {
    for (const ref of held) heap.decref(ref);
  }
}

function* callWith(rt: Runtime, { callable, args, keywords }: Callback): Steps<Ref> {
  if (keywords === NULL) return yield* call(callable, itemsOf(rt, args));
  const { keys, values } = tableOf(rt, keywords);
  const names = newTuple(rt, copyRefs(rt, keys));
  try {
    return yield* call(callable, [...itemsOf(rt, args), ...values], names);
  } finally {
    rt.heap.decref(names);
  }
}

const functions: readonly NativeFunction[] = [
  rawNative('register', (rt, _module, args, names) => register(rt, args, names)),
  suspending('unregister', 'func, /', (rt, _module, [callable]) => unregister(rt, callable!)),
  native('_clear', '', (rt) => {
    clearExitFunctions(rt);
    return NONE;
  }),
  native('_ncallbacks', '', (rt) => rt.newInt(stateOf(rt).callbacks.length)),
  suspending('_run_exitfuncs', '', function* (rt) {
    yield* runExitFunctions(rt);
    return NONE;
  }),
];

defineModule({ name: 'atexit', functions });
