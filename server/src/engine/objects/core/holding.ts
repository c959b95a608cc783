import { SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import type { Runtime } from './runtime.ts';
import { begin, settle, type Steps } from './suspend.ts';

/** Keeps references alive, that are borrowed from a container, while a suspended operation goes on with them. */
export function holding(rt: Runtime, result: Eventual, ...held: readonly Ref[]): Eventual {
  if (result !== SUSPENDED) return result;
  for (const object of held) rt.heap.incref(object);
  return begin(rt, keeping(rt, held));
}

function* keeping(rt: Runtime, held: readonly Ref[]): Steps<Ref> {
  try {
    return yield* settle(rt, SUSPENDED);
  } finally {
    for (const object of held) rt.heap.decref(object);
  }
}
