/** Whether something is marked by `abc.abstractmethod`. */
import { NULL, type Ref } from '../heap/ref.ts';
import { getAttrOrNull } from './core/attributes.ts';
import type { NativeAttribute } from './core/native.ts';
import { truth } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, type Steps } from './core/suspend.ts';

/** Mirrors _PyObject_IsAbstract(). */
export function* isAbstract(rt: Runtime, object: Ref): Steps<boolean> {
  if (object === NULL) return false;
  const flag = yield* getAttrOrNull(rt, object, rt.name('__isabstractmethod__'));
  if (flag === NULL) return false;
  try {
    return yield* truth(rt, flag);
  } finally {
    rt.heap.decref(flag);
  }
}

/** `__isabstractmethod__` of a descriptor: that of the first of the functions in it that has it. */
export const abstractAttribute = (parts: (rt: Runtime, self: Ref) => readonly Ref[]): NativeAttribute => ({
  name: '__isabstractmethod__',
  get: (rt, self) => begin(rt, anyAbstract(rt, parts(rt, self))),
});

function* anyAbstract(rt: Runtime, parts: readonly Ref[]): Steps<Ref> {
  for (const part of parts) if (yield* isAbstract(rt, part)) return rt.newBool(true);
  return rt.newBool(false);
}
