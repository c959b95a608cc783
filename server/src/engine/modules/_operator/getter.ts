import type { Layout } from '../../heap/heap.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { displayName } from '../../objects/object.ts';
import { itemsOf, tableOf } from '../../objects/core/make.ts';
import { enterRepr, leaveRepr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';

/** Payload of `itemgetter` and `attrgetter`: a tuple of what they get. */
export class GetterObject {
  constructor(public parts: Ref) {}
}

export const getterLayout: Layout = {
  traverse(payload, visit) {
    const { parts } = payload as GetterObject;
    if (parts !== NULL) visit(parts);
  },
  clear(payload, released) {
    const getter = payload as GetterObject;
    if (getter.parts !== NULL) released.push(getter.parts);
    getter.parts = NULL;
  },
};

/** The call that would make `self`: its arguments are those of a tuple, and of a dict or NULL. */
export function* showGetter(rt: Runtime, self: Ref, args: Ref, keywords: Ref): Steps<Ref> {
  const name = displayName(rt, rt.heap.type[self]!);
  if (!enterRepr(rt, self)) return rt.newStr(`${name}(...)`);
  try {
    const shown: string[] = [];
    for (const arg of itemsOf(rt, args)) shown.push(yield* reprText(rt, arg));
    if (keywords !== NULL) {
      const { keys, values } = tableOf(rt, keywords);
      for (const [i, key] of keys.entries()) if (key !== NULL) shown.push(`${rt.text(key)}=${yield* reprText(rt, values[i]!)}`);
    }
    return rt.newStr(`${name}(${shown.join(', ')})`);
  } finally {
    leaveRepr(rt, self);
  }
}
