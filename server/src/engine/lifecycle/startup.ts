import { Collector } from '../heap/collector.ts';
import { Heap } from '../heap/heap.ts';
import { NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import '../modules/all.ts';
import '../objects/all.ts';
import type { PythonVersion } from '../journal/record.ts';
import { createModule, isNativeModule } from '../modules/core/define.ts';
import { bootstrap } from '../objects/bootstrap.ts';
import { getNamespaceItem, setNamespaceItem } from '../objects/core/attributes.ts';
import { newFreeLists } from '../objects/core/freelists.ts';
import { newDict } from '../objects/core/make.ts';
import { Runtime, type Host } from '../objects/core/runtime.ts';
import { isAtomicDict, isAtomicTuple } from '../objects/core/tracking.ts';
import { moduleDict, newModule } from '../objects/module.ts';
import { newSourceFileLoader } from '../objects/modulespec.ts';
import { selectTextVersion } from '../text/profile.ts';
import { freeListsOf } from '../versions/freelists.ts';
import { profileOf } from '../versions/profiles.ts';

/** A runtime with types and singletons, no module yet. */
export function newRuntime(version: PythonVersion, host: Host, memoryLimit: number): Runtime {
  selectTextVersion(version);
  const rt = runtimeOn(new Heap(), version, host, memoryLimit);
  rt.collector.enabled = false;
  bootstrap(rt);
  return rt;
}

/** A runtime for a heap that is there already. */
export function runtimeOn(heap: Heap, version: PythonVersion, host: Host, memoryLimit: number): Runtime {
  const profile = profileOf(version);
  const { thresholds, untracksTuples, untracksDicts } = profile.collector;
  const isAtomic = (object: Ref, kind: 'tuple' | 'dict'): boolean => (kind === 'tuple' ? isAtomicTuple(heap, object) : isAtomicDict(heap, object));
  const collector = new Collector(heap, thresholds, untracksTuples, untracksDicts, isAtomic, newFreeLists(version), profile.collector.runsInsideAllocation);
  return new Runtime(heap, collector, profile, host, memoryLimit);
}

/** What the interpreter holds of its own until the exit drops it; owned. */
export interface InterpreterState {
  readonly builtinsCopy: Ref;
  /** Modules that C keeps alive until all modules are cleared. */
  readonly heldModules: Ref[];
}

/**
 * Mirrors what Py_InitializeFromConfig() leaves behind for a script: 1 `sys.modules`, `sys` and `builtins`; 2 the
 * modules that start-up imports, as far as they are modelled; 3 `__main__`; 4 the collector's counts and free lists.
 */
export function initialize(rt: Runtime): InterpreterState {
  const { heap, profile } = rt;
  // 1
  rt.modules = newDict(rt);
  const register = (name: string, module: Ref): void => setNamespaceItem(rt, rt.modules, rt.name(name), module);
  const sys = createModule(rt, 'sys');
  rt.sysDict = heap.incref(moduleDict(rt, sys));
  setNamespaceItem(rt, rt.sysDict, rt.name('modules'), heap.incref(rt.modules));
  register('sys', sys);
  const builtins = createModule(rt, 'builtins');
  rt.builtinsDict = heap.incref(moduleDict(rt, builtins));
  register('builtins', builtins);
  const builtinsCopy = copyDict(rt, rt.builtinsDict);
  // 2, 3
  const heldModules: Ref[] = [heap.incref(sys), heap.incref(builtins)];
  for (const name of profile.exit.modulesAtStart) {
    if (name === profile.collector.youngSince) rt.collector.promote();
    if (name === 'sys' || name === 'builtins') continue;
    if (name === '__main__') register(name, newMain(rt, builtins));
    else if (name === 'os.path') register(name, heap.incref(moduleNamed(rt, 'posixpath')));
    else if (isNativeModule(name)) register(name, createModule(rt, name));
  }
  for (const name of profile.exit.modulesHeld) {
    const module = moduleNamed(rt, name);
    if (module !== NULL) heldModules.push(heap.incref(module));
  }
  // 4
  rt.collector.enabled = true;
  profile.collector.countsAtStart.forEach((count, i) => (rt.collector.counts[i] = count));
  rt.collector.freeLists.fill(freeListsOf(profile.version).atStart);
  return { builtinsCopy, heldModules };
}

function moduleNamed(rt: Runtime, name: string): Ref {
  const table = rt.heap.payload[rt.modules] as { findStr(rt: Runtime, key: Ref): number; values: Ref[] };
  const at = table.findStr(rt, rt.name(name));
  return at < 0 ? NULL : table.values[at]!;
}

/** What a script finds of itself: 1 `sys.argv`; 2 names of `__main__`. */
export function prepareScript(rt: Runtime, script: string): void {
  // 1
  const argv = getNamespaceItem(rt, rt.sysDict, rt.name('argv'));
  (rt.heap.payload[argv] as Ref[]).push(rt.newStr(script));
  // 2
  const dict = moduleDict(rt, moduleNamed(rt, '__main__'));
  const values: Readonly<Record<string, () => Ref>> = {
    __file__: () => rt.newStr(script),
    __cached__: () => NONE,
    __loader__: () => newSourceFileLoader(rt),
  };
  for (const name of rt.profile.exit.mainNames) {
    const make = values[name];
    if (make !== undefined) setNamespaceItem(rt, dict, rt.name(name), make());
  }
}

function newMain(rt: Runtime, builtins: Ref): Ref {
  const main = newModule(rt, '__main__');
  const dict = moduleDict(rt, main);
  const values: Readonly<Record<string, () => Ref>> = {
    __annotations__: () => newDict(rt),
    __builtins__: () => rt.heap.incref(builtins),
  };
  for (const name of rt.profile.exit.mainNames) {
    const make = values[name];
    if (make !== undefined) setNamespaceItem(rt, dict, rt.name(name), make());
  }
  return main;
}

function copyDict(rt: Runtime, dict: Ref): Ref {
  const copy = newDict(rt);
  const source = rt.heap.payload[dict] as { keys: Ref[]; values: Ref[] };
  for (let i = 0; i < source.keys.length; i++) {
    if (source.keys[i] !== NULL) setNamespaceItem(rt, copy, source.keys[i]!, rt.heap.incref(source.values[i]!));
  }
  return copy;
}
