import { NONE, WEAKREF } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { collectSteps } from '../interpreter/collect.ts';
import { deathSteps } from '../interpreter/deaths.ts';
import { releaseGcState } from '../interpreter/gcstate.ts';
import { clearExitFunctions, runExitFunctions } from '../modules/atexit.ts';
import { askAttribute, doMethod } from '../modules/io/calls.ts';
import { takeSinglePhase } from '../modules/core/singlephase.ts';
import { clearForkHooks } from '../modules/posix/process.ts';
import { clearThread } from '../modules/_thread/thread.ts';
import { releaseSignals } from '../modules/_signal/state.ts';
import { releaseAst } from '../modules/_ast/state.ts';
import { releaseWarnings } from '../modules/_warnings/state.ts';
import { releaseCodecs } from '../objects/codecs/registry.ts';
import { getNamespaceItem, setNamespaceItem } from '../objects/core/attributes.ts';
import { callMethod } from '../objects/core/callmethod.ts';
import { caught } from '../objects/core/errors.ts';
import { itemsOf, newList, newTuple, tableOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { moduleDict, ModuleObject } from '../objects/module.ts';
import { newWeakReference, referentOf } from '../objects/weakref.ts';
import type { InterpreterState } from './startup.ts';

/** Lets pending deallocations run their Python code before the next step. */
function* settled(rt: Runtime): Steps<void> {
  if (rt.heap.deaths.blocked !== NULL) yield* deathSteps(rt);
}

/**
 * Mirrors Py_FinalizeEx(): 1 threads; 2 exit callbacks; 3 flush; 4 the collection before modules go; 5 modules;
 * 6 flush; 7 the interpreter's own state. Answers the exit status that a failed flush asks for, else 0.
 */
export function* finalize(rt: Runtime, state: InterpreterState): Steps<number> {
  // 1
  rt.journal?.stage('threads');
  rt.exiting = true;
  yield* awaitThreads(rt);
  yield* settled(rt);
  // 2
  rt.journal?.stage('atexit');
  yield* runExitFunctions(rt);
  yield* settled(rt);
  // 3
  rt.journal?.stage('final-collection');
  rt.finalizing = true;
  for (const thread of rt.threads) if (thread !== rt.thread) yield* clearThread(rt, thread);
  const status = yield* flushStandardFiles(rt);
  releaseSignals(rt);
  yield* settled(rt);
  // 4
  if (rt.collector.enabled) yield* collectSteps(rt, 2, 'exit');
  yield* settled(rt);
  if (rt.profile.exit.finishesImportFirst) yield* clearSysNames(rt, ['path_hooks', 'path_importer_cache']);
  // 5
  yield* finalizeModules(rt, state);
  // 7
  yield* clearInterpreter(rt, state);
  return status;
}

/** Mirrors wait_for_thread_shutdown(): `threading` waits for the threads that are no daemons. */
function* awaitThreads(rt: Runtime): Steps<void> {
  const { heap } = rt;
  const threading = getNamespaceItem(rt, rt.modules, rt.name('threading'));
  if (threading === NULL) return;
  heap.incref(threading);
  try {
    heap.decref(yield* callMethod(rt, threading, '_shutdown'));
  } catch (error) {
    yield* rt.hooks.unraisable(rt, 'shutdown', threading, caught(rt, error));
  } finally {
    heap.decref(threading);
  }
}

/** Mirrors flush_std_files(): one that is closed has nothing left to write. */
function* flushStandardFiles(rt: Runtime): Steps<number> {
  let status = 0;
  for (const name of ['stdout', 'stderr']) {
    const file = getNamespaceItem(rt, rt.sysDict, rt.name(name));
    if (file === NULL || file === NONE || (yield* isClosedFile(rt, file))) continue;
    try {
      yield* doMethod(rt, file, 'flush');
    } catch (error) {
      const exception = caught(rt, error);
      // What stderr has to say of itself is dropped.
      if (name === 'stdout') yield* rt.hooks.unraisable(rt, 'flush', file, exception);
      else rt.heap.decref(exception);
      status = 120;
    }
  }
  return status;
}

/** Mirrors file_is_closed(): what cannot say is taken for open. */
function* isClosedFile(rt: Runtime, file: Ref): Steps<boolean> {
  try {
    return yield* askAttribute(rt, file, 'closed');
  } catch (error) {
    rt.heap.decref(caught(rt, error));
    return false;
  }
}

function* clearSysNames(rt: Runtime, names: readonly string[]): Steps<void> {
  for (const name of names) {
    const key = rt.name(name);
    if (getNamespaceItem(rt, rt.sysDict, key) === NULL) continue;
    setNamespaceItem(rt, rt.sysDict, key, NONE);
    yield* settled(rt);
  }
}

/**
 * Mirrors finalize_modules(): 1 `builtins._`; 2 attributes of `sys`; 3 the standard streams; 4 the walk over
 * `sys.modules`; 5 it is emptied; 6 `builtins` as it was at start-up; 7 a collection; 8 modules that are still alive,
 * last imported first; 9 `sys`, then `builtins`; 10 what only the interpreter held, and a collection.
 */
function* finalizeModules(rt: Runtime, state: InterpreterState): Steps<void> {
  rt.journal?.stage('modules');
  // 1
  setNamespaceItem(rt, rt.builtinsDict, rt.name('_'), NONE);
  yield* settled(rt);
  // 2
  yield* clearSysNames(rt, rt.profile.exit.sysAttributesCleared);
  // 3
  for (const name of ['stdin', 'stdout', 'stderr']) {
    const original = getNamespaceItem(rt, rt.sysDict, rt.name(`__${name}__`));
    setNamespaceItem(rt, rt.sysDict, rt.name(name), original === NULL ? NONE : rt.heap.incref(original));
    yield* settled(rt);
  }
  // 4
  const weaklist = yield* removeModules(rt);
  // 5
  yield* emptyDict(rt, rt.modules);
  // 6
  yield* restoreBuiltins(rt, state);
  // 7
  yield* collectSteps(rt, 2, 'no-fail');
  yield* settled(rt);
  // 8
  rt.journal?.stage('cleared-globals');
  for (const entry of [...itemsOf(rt, weaklist)].reverse()) {
    const module = referentOf(rt, itemsOf(rt, entry)[1]!);
    if (module === NULL) continue;
    const dict = moduleDict(rt, module);
    if (dict === rt.sysDict || dict === rt.builtinsDict) continue;
    rt.heap.incref(dict);
    yield* clearModuleDict(rt, dict);
    rt.heap.decref(dict);
    yield* settled(rt);
  }
  rt.heap.decref(weaklist);
  // 9
  rt.journal?.stage('interpreter');
  yield* clearModuleDict(rt, rt.sysDict);
  yield* clearModuleDict(rt, rt.builtinsDict);
  // 10
  // What goes with them goes by no clearing of a namespace: like what goes with `sys.modules`.
  rt.journal?.stage('modules');
  for (const held of [...state.moduleCopies.splice(0), ...takeSinglePhase(rt), ...state.heldModules.splice(0)]) {
    rt.heap.decref(held);
    yield* settled(rt);
  }
  const { modules } = rt;
  rt.modules = NULL;
  rt.heap.decref(modules);
  yield* settled(rt);
  rt.journal?.stage('interpreter');
  yield* collectSteps(rt, 2, 'no-fail');
  yield* settled(rt);
}

/**
 * Sets every module's entry in `sys.modules` to None, in order of import; answers the list of their names and weak
 * references (finalize_remove_modules). A collection clears these references like all others.
 */
function* removeModules(rt: Runtime): Steps<Ref> {
  const { heap } = rt;
  const table = tableOf(rt, rt.modules);
  const weaklist = newList(rt, []);
  for (let i = 0; i < table.keys.length; i++) {
    const name = table.keys[i]!;
    const module = table.values[i]!;
    if (name === NULL || !(heap.payload[module] instanceof ModuleObject)) continue;
    (heap.payload[weaklist] as Ref[]).push(newTuple(rt, [heap.incref(name), newWeakReference(rt, WEAKREF, module, NULL)]));
    table.values[i] = NONE;
    heap.decref(module);
    yield* settled(rt);
  }
  return weaklist;
}

/** Mirrors PyDict_Clear() on a dict that stays alive. */
function* emptyDict(rt: Runtime, dict: Ref): Steps<void> {
  const table = tableOf(rt, dict);
  const { keys, values } = table;
  table.clear();
  rt.heap.deaths.drop(keys.flatMap((key, i) => (key === NULL ? [] : [key, values[i]!])));
  yield* settled(rt);
}

function* restoreBuiltins(rt: Runtime, { builtinsCopy }: InterpreterState): Steps<void> {
  const { heap } = rt;
  const own = tableOf(rt, rt.builtinsDict);
  const kept = own.keys.flatMap((key, i) => (key === NULL ? [] : [heap.incref(own.values[i]!)]));
  yield* emptyDict(rt, rt.builtinsDict);
  const source = tableOf(rt, builtinsCopy);
  source.keys.forEach((key, i) => setNamespaceItem(rt, rt.builtinsDict, key, heap.incref(source.values[i]!)));
  heap.deaths.drop(kept);
  yield* settled(rt);
}

/**
 * Mirrors _PyModule_ClearDict(): 1 names with one leading underscore; 2 all others but `__builtins__`. Keys stay,
 * values become None, in order of the dict.
 */
function* clearModuleDict(rt: Runtime, dict: Ref): Steps<void> {
  const { heap } = rt;
  const passes: readonly ((name: string) => boolean)[] = [
    (name) => name.startsWith('_') && !name.startsWith('__'),
    (name) => name !== '__builtins__' && (!name.startsWith('_') || name.startsWith('__')),
  ];
  for (const applies of passes) {
    const table = tableOf(rt, dict);
    for (let i = 0; i < table.keys.length; i++) {
      const key = table.keys[i]!;
      const value = table.values[i]!;
      if (key === NULL || value === NONE || typeof heap.payload[key] !== 'string' || !applies(rt.text(key))) continue;
      table.values[i] = NONE;
      heap.decref(value);
      yield* settled(rt);
    }
  }
}

/** Mirrors interpreter_clear(): what the thread and the interpreter still hold, with one more collection. */
function* clearInterpreter(rt: Runtime, { builtinsCopy }: InterpreterState): Steps<void> {
  const { heap } = rt;
  yield* clearThread(rt, rt.thread);
  yield* settled(rt);
  releaseCodecs(rt);
  yield* settled(rt);
  heap.decref(builtinsCopy);
  yield* settled(rt);
  clearForkHooks(rt);
  releaseAst(rt);
  yield* settled(rt);
  releaseWarnings(rt);
  yield* settled(rt);
  clearExitFunctions(rt);
  yield* settled(rt);
  yield* collectSteps(rt, 2, 'no-fail');
  yield* settled(rt);
  const { sysDict, builtinsDict } = rt;
  yield* emptyDict(rt, sysDict);
  yield* emptyDict(rt, builtinsDict);
  rt.sysDict = NULL;
  rt.builtinsDict = NULL;
  heap.decref(sysDict);
  heap.decref(builtinsDict);
  yield* settled(rt);
  // The collector's own lists go last: what only they held in a cycle is collected by nobody (_PyGC_Fini).
  releaseGcState(rt);
  yield* settled(rt);
}
