import { NONE, NONE_TYPE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr } from '../core/attributes.ts';
import { getItem } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { call, settle, type Steps } from '../core/suspend.ts';
import { functionOf } from '../function.ts';

// What the types of `_typing` leave to the module `typing`, which is written in Python.

/** Mirrors call_typing_func_object(): imports `typing`, fetches the function and calls it. */
export function* callTyping(rt: Runtime, name: string, args: readonly Ref[], keywords: Ref = NULL): Steps<Ref> {
  const { heap } = rt;
  const typing = yield* rt.hooks.importModule(rt, 'typing');
  try {
    const callable = yield* settle(rt, getAttr(rt, typing, rt.name(name)));
    try {
      return yield* call(callable, args, keywords);
    } finally {
      heap.decref(callable);
    }
  } finally {
    heap.decref(typing);
  }
}

/** Mirrors type_check(). */
export function* checkedType(rt: Runtime, arg: Ref, message: string): Steps<Ref> {
  if (arg === NONE) return NONE_TYPE;
  const text = rt.newStr(message);
  try {
    return yield* callTyping(rt, '_type_check', [arg, text]);
  } finally {
    rt.heap.decref(text);
  }
}

/** `typing.Unpack[variables]`. */
export function* unpacked(rt: Runtime, variables: Ref): Steps<Ref> {
  const { heap } = rt;
  const typing = yield* rt.hooks.importModule(rt, 'typing');
  try {
    const unpack = yield* settle(rt, getAttr(rt, typing, rt.name('Unpack')));
    try {
      return yield* settle(rt, getItem(rt, unpack, variables));
    } finally {
      heap.decref(unpack);
    }
  } finally {
    heap.decref(typing);
  }
}

/** The `__module__` of the Python function that runs now, borrowed; None where there is none. Mirrors caller(). */
export function callerModule(rt: Runtime): Ref {
  for (let activation = rt.activation; activation !== null; activation = activation.previous) {
    if (!activation.isPython) continue;
    if (activation.func === NULL) return NONE;
    const { module } = functionOf(rt, activation.func);
    return module === NULL ? NONE : module;
  }
  return NONE;
}
