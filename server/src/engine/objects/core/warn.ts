import { NULL, type Ref } from '../../heap/ref.ts';
import type { Runtime } from './runtime.ts';
import type { Steps } from './suspend.ts';

/**
 * Issues a warning on the line of the Python frame `stackLevel` down from the running one, which is 1 (PyErr_WarnEx).
 * `source`, borrowed, is the object it is about, or NULL. What is raised is the warning itself, if a filter says so.
 */
export function* warn(rt: Runtime, category: Ref, message: string, stackLevel = 1, source: Ref = NULL): Steps<void> {
  yield* rt.hooks.warn(rt, category, message, stackLevel, source);
}
