import { FRAME, IMPORT_ERROR, NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { codeOf } from '../objects/code.ts';
import { getAttr, setNamespaceItem } from '../objects/core/attributes.ts';
import { caught, exceptionOf, newException, rethrow } from '../objects/core/errors.ts';
import { itemsOf, newDict, tupleOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle, type Steps } from '../objects/core/suspend.ts';
import { Frame } from '../objects/frame.ts';
import { newFunction } from '../objects/function.ts';
import { lazyImportOf, newLazyImport } from '../objects/lazyimport.ts';
import { newTraceback } from '../objects/traceback.ts';
import { absoluteName, importFromModule, importName } from './imports.ts';

/**
 * What a lazy statement binds: a new reference. `names` is None for a plain import, a tuple with the one name of
 * `from … import`, and an empty tuple for `import a.b as c`, which stands for the submodule.
 */
export function* importLazily(rt: Runtime, frame: Frame, name: string, names: Ref, level: number): Steps<Ref> {
  const module = yield* absoluteName(rt, frame.globals, name, level);
  const [attribute] = names === NONE ? [] : itemsOf(rt, names);
  const wanted = attribute !== undefined ? rt.text(attribute) : names === NONE ? null : '';
  return newLazyImport(rt, module, wanted, rt.heap.incref(frame.codeRef), frame.instruction);
}

/** Mirrors _PyImport_LoadLazyImportTstate(): a new reference to what the name stands for. */
export function* resolveLazily(rt: Runtime, lazy: Ref): Steps<Ref> {
  const { heap } = rt;
  heap.incref(lazy);
  try {
    return yield* importNow(rt, lazy);
  } catch (error) {
    const exception = caught(rt, error);
    setCause(rt, exception, lazy);
    rethrow(rt, exception);
  } finally {
    heap.decref(lazy);
  }
}

/** Resolves the lazy import that a namespace has under `name`, and puts what it stands for in its place. */
export function* loadLazily(rt: Runtime, namespace: Ref, name: Ref, lazy: Ref): Steps<Ref> {
  const value = yield* resolveLazily(rt, lazy);
  setNamespaceItem(rt, namespace, name, rt.heap.incref(value));
  return value;
}

function* importNow(rt: Runtime, lazy: Ref): Steps<Ref> {
  const { heap } = rt;
  const { module, attribute } = lazyImportOf(rt, lazy);
  if (attribute === null) return yield* importName(rt, NULL, module, NONE, 0);
  if (attribute !== '') {
    const name = rt.intern(attribute);
    const names = tupleOf(rt, name);
    try {
      const imported = yield* importName(rt, NULL, module, names, 0);
      try {
        return yield* importFromModule(rt, imported, name);
      } finally {
        heap.decref(imported);
      }
    } finally {
      heap.decref(names);
      heap.decref(name);
    }
  }
  let current = yield* importName(rt, NULL, module, NONE, 0);
  for (const part of module.split('.').slice(1)) {
    try {
      const next = yield* settle(rt, getAttr(rt, current, rt.name(part)));
      heap.decref(current);
      current = next;
    } catch (error) {
      heap.decref(current);
      throw error;
    }
  }
  return current;
}

/** The error of the import is caused by one that stands at the lazy statement. */
function setCause(rt: Runtime, exception: Ref, lazy: Ref): void {
  const { heap } = rt;
  const { shown, code, instruction } = lazyImportOf(rt, lazy);
  const cause = newException(rt, IMPORT_ERROR, [rt.newStr(`lazy import of '${shown}' raised an exception during resolution`)]);
  const globals = newDict(rt);
  const func = newFunction(rt, code, globals);
  const frame = new Frame(func, heap.incref(code), codeOf(rt, code), globals, rt.builtinsDict, rt.profile.framesClearBackwards);
  heap.decref(globals);
  frame.pc = instruction + 1;
  frame.completed = true;
  frame.saved = [];
  const traceback = newTraceback(rt, NULL, heap.allocateTracked(FRAME, frame), instruction, frame.line);
  exceptionOf(rt, cause).traceback = traceback;
  const payload = exceptionOf(rt, exception);
  const old = payload.cause;
  payload.cause = cause;
  payload.suppressContext = true;
  heap.xdecref(old);
}
