import { FileError } from '../../files/errors.ts';
import { WouldBlock } from '../../files/descriptors.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { raiseOsError } from '../../objects/exceptions-os.ts';

/** Makes a system call; its failure is an OSError about these files, which are borrowed. */
export function system<T>(rt: Runtime, call: () => T, filename: Ref = NULL, filename2: Ref = NULL): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof WouldBlock) unsupported('waiting for a pipe that nobody else uses');
    if (!(error instanceof FileError)) throw error;
    return raiseOsError(rt, error.errno, filename, filename2);
  }
}
