import { Collector } from '../heap/collector.ts';
import { Heap } from '../heap/heap.ts';
import { NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import '../modules/all.ts';
import '../objects/all.ts';
import type { PythonVersion } from '../journal/record.ts';
import { frozenModule, loadFrozen } from '../interpreter/frozen.ts';
import { importName, importState, runCode } from '../interpreter/imports.ts';
import { createModule, isNativeModule } from '../modules/core/define.ts';
import { bootstrap } from '../objects/bootstrap.ts';
import { getAttr, getNamespaceItem, removeNamespaceItem, setNamespaceItem } from '../objects/core/attributes.ts';
import { newFreeLists } from '../objects/core/freelists.ts';
import { newDict, tableOf } from '../objects/core/make.ts';
import { Runtime, type Host } from '../objects/core/runtime.ts';
import { call, settle, type Steps } from '../objects/core/suspend.ts';
import { isAtomicDict, isAtomicTuple } from '../objects/core/tracking.ts';
import { moduleDict, newModule } from '../objects/module.ts';
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
  const { thresholds, untracksTuples, untracksDicts, runsInsideAllocation, clearsPlainWeakrefsLate } = profile.collector;
  const isAtomic = (object: Ref, kind: 'tuple' | 'dict'): boolean => (kind === 'tuple' ? isAtomicTuple(heap, object) : isAtomicDict(heap, object));
  const collector = new Collector(heap, thresholds, untracksTuples, untracksDicts, isAtomic, newFreeLists(version), runsInsideAllocation, clearsPlainWeakrefsLate);
  return new Runtime(heap, collector, profile, host, memoryLimit);
}

/** What the interpreter holds of its own until the exit drops it; owned. */
export interface InterpreterState {
  readonly builtinsCopy: Ref;
  /** Modules that C keeps alive until all modules are cleared. */
  readonly heldModules: Ref[];
  /** The namespaces of `sys` and `builtins` as they were made, where the version keeps such copies. */
  readonly moduleCopies: Ref[];
}

/**
 * Mirrors Py_InitializeFromConfig(): 1 `sys.modules`, `sys` and `builtins`; 2 the import system (init_importlib);
 * 3 its part for files, and for archives (init_importlib_external); 4 codecs; 5 signals and the standard streams;
 * 6 `__main__`; 7 `site`; 8 what C goes on holding.
 */
export function* initialize(rt: Runtime): Steps<InterpreterState> {
  const { heap, profile } = rt;
  // 1
  rt.modules = newDict(rt);
  const sys = createModule(rt, 'sys');
  rt.sysDict = heap.incref(moduleDict(rt, sys));
  setNamespaceItem(rt, rt.sysDict, rt.name('modules'), heap.incref(rt.modules));
  register(rt, 'sys', sys);
  const builtins = createModule(rt, 'builtins');
  rt.builtinsDict = heap.incref(moduleDict(rt, builtins));
  register(rt, 'builtins', builtins);
  const builtinsCopy = copyDict(rt, rt.builtinsDict);
  const moduleCopies = profile.exit.copiesModules ? [copySys(rt), copyDict(rt, rt.builtinsDict)] : [];
  const heldModules: Ref[] = [heap.incref(sys), heap.incref(builtins)];
  // 2
  yield* installImportlib(rt, sys);
  // 3
  yield* callAttribute(rt, importState(rt).importlib, '_install_external_importers');
  yield* installZipImporter(rt);
  // 4
  if (isNativeModule('_codecs')) {
    yield* importModule(rt, 'encodings');
    yield* importModule(rt, 'encodings.utf_8');
  }
  // 5
  if (isNativeModule('_signal')) yield* importModule(rt, '_signal');
  if (profile.startsWithIo && isNativeModule('_codecs') && isNativeModule('_io')) yield* importModule(rt, 'io');
  // 6
  register(rt, '__main__', newMain(rt, builtins));
  // 7
  yield* importModule(rt, 'site');
  dropLaterModules(rt);
  // 8
  for (const name of profile.exit.modulesHeld) {
    const module = moduleNamed(rt, name);
    if (module !== NULL) heldModules.push(heap.incref(module));
  }
  return { builtinsCopy, heldModules, moduleCopies };
}

/** The namespace of `sys` before the configuration is written into it (_PyImport_FixupBuiltin). */
function copySys(rt: Runtime): Ref {
  const copy = copyDict(rt, rt.sysDict);
  for (const name of ['path', 'argv', 'orig_argv', 'warnoptions', '_xoptions']) removeNamespaceItem(rt, copy, rt.name(name));
  return copy;
}

/** Mirrors init_importlib(): 1 `_frozen_importlib` from its frozen code; 2 `_imp`; 3 the one learns of the other. */
function* installImportlib(rt: Runtime, sys: Ref): Steps<void> {
  const { heap } = rt;
  // 1
  const state = importState(rt);
  const name = '_frozen_importlib';
  const module = newModule(rt, name);
  const dict = moduleDict(rt, module);
  register(rt, name, heap.incref(module));
  const frozen = frozenModule(rt, name);
  if (frozen === null) throw new Error('the standard library is missing');
  setNamespaceItem(rt, dict, rt.name('__builtins__'), heap.incref(rt.builtinsDict));
  yield* runCode(rt, yield* loadFrozen(rt, frozen), dict);
  setNamespaceItem(rt, dict, rt.name('__origname__'), rt.newStr(frozen.origin));
  state.importlib = module;
  state.importFunction = heap.incref(getNamespaceItem(rt, rt.builtinsDict, rt.name('__import__')));
  // 2
  const imp = createModule(rt, '_imp');
  register(rt, '_imp', imp);
  // 3
  yield* callAttribute(rt, module, '_install', sys, imp);
}

/** Mirrors _PyImportZip_Init(): archives come before folders. */
function* installZipImporter(rt: Runtime): Steps<void> {
  const zipimport = yield* importName(rt, NULL, 'zipimport', NULL, 0);
  const importer = yield* settle(rt, getAttr(rt, zipimport, rt.name('zipimporter')));
  const hooks = getNamespaceItem(rt, rt.sysDict, rt.name('path_hooks'));
  yield* callAttribute(rt, hooks, 'insert', rt.newInt(0), importer);
  rt.heap.decref(importer);
  rt.heap.decref(zipimport);
}

/** The library can be of a later micro version than the interpreter, and import what that one does not yet. */
function dropLaterModules(rt: Runtime): void {
  const names = tableOf(rt, rt.modules).keys.filter((key) => key !== NULL && !rt.profile.exit.modulesAtStart.includes(rt.text(key)));
  for (const name of names) removeNamespaceItem(rt, rt.modules, name);
}

function register(rt: Runtime, name: string, module: Ref): void {
  setNamespaceItem(rt, rt.modules, rt.name(name), module);
}

function* importModule(rt: Runtime, name: string): Steps<void> {
  rt.heap.decref(yield* importName(rt, NULL, name, NULL, 0));
}

function* callAttribute(rt: Runtime, object: Ref, name: string, ...args: readonly Ref[]): Steps<void> {
  const callable = yield* settle(rt, getAttr(rt, object, rt.name(name)));
  try {
    rt.heap.decref(yield* call(callable, args));
  } finally {
    rt.heap.decref(callable);
  }
}

/** The module of this name in `sys.modules`, borrowed; NULL if there is none. */
export function moduleNamed(rt: Runtime, name: string): Ref {
  if (rt.modules === NULL) return NULL;
  const table = rt.heap.payload[rt.modules] as { findStr(rt: Runtime, key: Ref): number; values: Ref[] };
  const at = table.findStr(rt, rt.name(name));
  return at < 0 ? NULL : table.values[at]!;
}

/**
 * Mirrors what pymain_run_python() does before it reads a script: 1 `sys.argv`, and its folder on `sys.path`;
 * 2 names of `__main__`; 3 the collector's counts and free lists are what they were measured to be then.
 */
export function* prepareScript(rt: Runtime, script: string): Steps<void> {
  const { heap, collector, profile } = rt;
  collector.enabled = false;
  // 1
  const text = rt.newStr(script);
  rt.scriptFolder = rt.files.getcwd();
  const folder = rt.newStr(rt.scriptFolder);
  yield* callAttribute(rt, getNamespaceItem(rt, rt.sysDict, rt.name('argv')), 'append', text);
  yield* callAttribute(rt, getNamespaceItem(rt, rt.sysDict, rt.name('path')), 'insert', rt.newInt(0), folder);
  heap.decref(folder);
  // 2
  const external = moduleNamed(rt, '_frozen_importlib_external');
  const loaderType = yield* settle(rt, getAttr(rt, external, rt.name('SourceFileLoader')));
  const name = rt.newStr('__main__');
  const loader = yield* call(loaderType, [name, text]);
  for (const ref of [name, loaderType]) heap.decref(ref);
  const dict = moduleDict(rt, moduleNamed(rt, '__main__'));
  const values: Readonly<Record<string, Ref>> = { __file__: text, __cached__: NONE, __loader__: loader };
  for (const key of profile.exit.mainNames) if (values[key] !== undefined) setNamespaceItem(rt, dict, rt.name(key), heap.incref(values[key]));
  for (const ref of [text, loader]) heap.decref(ref);
  // 3
  collector.enabled = true;
  collector.requested = false;
  profile.collector.countsAtStart.forEach((count, i) => (collector.counts[i] = count));
  collector.freeLists.fill(freeListsOf(profile.version).atStart);
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
