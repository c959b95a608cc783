import { KEY_ERROR, NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { importName, importState } from '../interpreter/imports.ts';
import { getAttrText, getNamespaceItem } from '../objects/core/attributes.ts';
import { caught, raise } from '../objects/core/errors.ts';
import { newList } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { call, settle, type Steps } from '../objects/core/suspend.ts';

/** Whether the library is at hand that prints exceptions; without it the printer in TypeScript stands for it. */
export const hasLibraryPrinter = (rt: Runtime): boolean => rt.host.library !== null;

/**
 * Has `traceback._print_exception_bltin` print an exception, which it borrows. False where that fails, at whatever
 * point: then the interpreter prints it itself. Mirrors the first half of _PyErr_Display().
 */
export function* printByLibrary(rt: Runtime, exception: Ref, ...file: readonly Ref[]): Steps<boolean> {
  const { heap } = rt;
  try {
    const module = yield* importPlainly(rt, 'traceback');
    const print = yield* attributeOf(rt, module, '_print_exception_bltin');
    try {
      heap.decref(yield* call(print, [exception, ...file]));
    } finally {
      heap.decref(print);
    }
    return true;
  } catch (error) {
    heap.decref(caught(rt, error));
    return false;
  }
}

/** The printer in C reads source lines through `io`, which it imports where nobody has (_Py_DisplaySourceLine, 3.14). */
export function* importReader(rt: Runtime): Steps<void> {
  try {
    rt.heap.decref(yield* importPlainly(rt, 'io'));
  } catch (error) {
    rt.heap.decref(caught(rt, error));
  }
}

/** Takes over `object`. */
function* attributeOf(rt: Runtime, object: Ref, name: string): Steps<Ref> {
  try {
    return yield* settle(rt, getAttrText(rt, object, name));
  } finally {
    rt.heap.decref(object);
  }
}

/** Imports a module without dots by `__import__`, whatever the program made of it. Mirrors PyImport_Import(). */
export function* importPlainly(rt: Runtime, name: string): Steps<Ref> {
  const { heap } = rt;
  const own = rt.builtinsDict === NULL ? NULL : getNamespaceItem(rt, rt.builtinsDict, rt.name('__import__'));
  if (own === importState(rt).importFunction) return yield* importName(rt, NULL, name, NONE, 0);
  if (own === NULL) raise(rt, KEY_ERROR, '__import__');
  const globals = heap.incref(rt.builtinsDict);
  const names = newList(rt, []);
  try {
    return yield* call(own, [rt.name(name), globals, globals, names, rt.newInt(0)]);
  } finally {
    for (const ref of [names, globals]) heap.decref(ref);
  }
}
