import { FileError } from '../../files/errors.ts';
import { Ready } from '../../files/waiting.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

/** What could be done with a descriptor without waiting, as bits of POLL*; one that is not open is INVALID. */
export function readiness(rt: Runtime, descriptor: number): number {
  try {
    return rt.files.readiness(descriptor);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return Ready.INVALID;
  }
}
