import { TypeFlag } from '../heap/heap.ts';
import { NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { modulesOf, type Lacking } from '../versions/modules.ts';
import { getAttrOrNull, getNamespaceItem } from './core/attributes.ts';
import { contains, truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Steps } from './core/suspend.ts';
import { isAnySet } from './setops.ts';

/** What the words of an error depend on; `name` is the module's name as an object. */
export function* lackingName(rt: Runtime, spec: Ref, name: Ref, attribute: string, initializing: boolean): Steps<Lacking> {
  const asks = modulesOf(rt.profile.version).missingNames.asksOrigin;
  const origin = asks ? yield* fileOrigin(rt, spec) : null;
  const hides = origin === null || !liesBesideScript(rt, origin) ? 'nothing' : (yield* isOfLibrary(rt, name)) ? 'library' : 'perhaps';
  const submodule = !initializing && (yield* isUnfinishedSubmodule(rt, spec, attribute));
  return { module: rt.text(name), attribute, origin, hides, initializing, submodule };
}

/** Mirrors _PyModuleSpec_GetFileOrigin(). */
function* fileOrigin(rt: Runtime, spec: Ref): Steps<string | null> {
  if (spec === NULL || spec === NONE) return null;
  const hasLocation = yield* getAttrOrNull(rt, spec, rt.name('has_location'));
  if (hasLocation === NULL) return null;
  const isFile = yield* truth(rt, hasLocation);
  rt.heap.decref(hasLocation);
  const origin = isFile ? yield* getAttrOrNull(rt, spec, rt.name('origin')) : NULL;
  if (origin === NULL) return null;
  const text = (rt.typeOf(origin).flags & TypeFlag.STR_SUBCLASS) === 0 ? null : rt.text(origin);
  rt.heap.decref(origin);
  return text;
}

/** Mirrors _PyModuleSpec_IsUninitializedSubmodule(). */
function* isUnfinishedSubmodule(rt: Runtime, spec: Ref, attribute: string): Steps<boolean> {
  if (spec === NULL) return false;
  const unfinished = yield* getAttrOrNull(rt, spec, rt.name('_uninitialized_submodules'));
  if (unfinished === NULL) return false;
  const found = yield* contains(rt, unfinished, rt.name(attribute));
  rt.heap.decref(unfinished);
  return found;
}

/** Mirrors _PyModule_IsPossiblyShadowing(): what counts is the folder that came first when the program began. */
function liesBesideScript(rt: Runtime, origin: string): boolean {
  const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const folder = folderOf(origin);
  return rt.scriptFolder !== '' && (origin.endsWith('/__init__.py') ? folderOf(folder) : folder) === rt.scriptFolder;
}

function* isOfLibrary(rt: Runtime, name: Ref): Steps<boolean> {
  const names = getNamespaceItem(rt, rt.sysDict, rt.name('stdlib_module_names'));
  return names !== NULL && isAnySet(rt, names) && (yield* contains(rt, names, name));
}
