import { hashHigh } from '../text/hash.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import type { Runtime } from './core/runtime.ts';

/** Leaves the hash just computed by a function of `text/hash.ts`, whose lower half is `low`, as a `tp_hash` slot does. */
export function setHash(rt: Runtime, low: number): Ref {
  rt.hashLow = low;
  rt.hashHigh = hashHigh();
  return NULL;
}
