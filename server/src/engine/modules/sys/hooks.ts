import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getNamespaceItem } from '../../objects/core/attributes.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { BuiltinFunction } from '../../objects/descriptors.ts';
import { defineStructSequence } from '../core/structsequence.ts';

const unraisableArgs = defineStructSequence('builtins', 'UnraisableHookArgs', 'exc_type exc_value exc_traceback err_msg object');

export type HookName = 'excepthook' | 'unraisablehook' | 'displayhook';

/** The hook that the program has put in the place of `sys`'s own: borrowed, NULL if there is none. */
export function customHook(rt: Runtime, name: HookName): Ref {
  const hook = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name(name));
  if (hook === NULL) return NULL;
  const payload = rt.heap.payload[hook];
  return payload instanceof BuiltinFunction && payload.module === 'sys' && payload.def.name === name ? NULL : hook;
}

/** What `sys.unraisablehook` is called with; counts the references, NULL is None. */
export function newUnraisableArgs(rt: Runtime, type: Ref, value: Ref, traceback: Ref, message: Ref, object: Ref): Ref {
  return unraisableArgs.make(
    rt,
    [type, value, traceback, message, object].map((item) => (item === NULL ? NONE : rt.heap.incref(item))),
  );
}
