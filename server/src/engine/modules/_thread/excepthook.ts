import { NONE, SYSTEM_EXIT, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr, getAttrOrNull, getNamespaceItem } from '../../objects/core/attributes.ts';
import { callMethod } from '../../objects/core/callmethod.ts';
import { raise } from '../../objects/core/errors.ts';
import { itemsOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { writeObject } from '../builtins/text.ts';
import { defineStructSequence } from '../core/structsequence.ts';

export const exceptHookArgs = defineStructSequence('_thread', '_ExceptHookArgs', 'exc_type exc_value exc_traceback thread', { callable: true });

/** Mirrors thread_excepthook(): 1 SystemExit says nothing; 2 where to write; 3 whose error it is; 4 the error. */
export function* threadExceptHook(rt: Runtime, args: Ref): Steps<Ref> {
  const { heap } = rt;
  if (heap.type[args] !== exceptHookArgs.type) raise(rt, TYPE_ERROR, '_thread.excepthook argument type must be ExceptHookArgs');
  const [type, value, , thread] = itemsOf(rt, args);
  // 1
  if (type === SYSTEM_EXIT) return NONE;
  if (value === NONE) unsupported('_thread._excepthook without an exception');
  // 2
  let file = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('stderr'));
  if (file === NULL || file === NONE) {
    if (thread === NONE) return NONE;
    file = yield* settle(rt, getAttr(rt, thread!, rt.name('_stderr')));
    if (file === NONE) return NONE;
  } else heap.incref(file);
  try {
    // 3
    yield* write(rt, file, rt.newStr('Exception in thread '));
    const name = thread === NONE ? NULL : yield* getAttrOrNull(rt, thread!, rt.name('name'));
    yield* write(rt, file, name === NULL ? rt.newStr(String(rt.thread.ident)) : name);
    yield* write(rt, file, rt.newStr(':\n'));
    // 4
    yield* rt.hooks.printException(rt, value!);
    heap.decref(yield* callMethod(rt, file, 'flush'));
  } finally {
    heap.decref(file);
  }
  return NONE;
}

/** Takes over `text`. */
function* write(rt: Runtime, file: Ref, text: Ref): Steps<void> {
  try {
    yield* writeObject(rt, file, text);
  } finally {
    rt.heap.decref(text);
  }
}
