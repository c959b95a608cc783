import { FileError } from '../../files/errors.ts';
import { WouldBlock } from '../../files/waiting.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { untilFilesChange } from '../../objects/core/filewaiting.ts';
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

/** A system call that waits: as often as it cannot go on, the thread stops until something has happened to a file. */
export function* waitingSystem<T>(rt: Runtime, call: () => T): Steps<T> {
  for (;;) {
    const result = system(rt, () => {
      try {
        return { value: call() };
      } catch (error) {
        if (error instanceof WouldBlock) return null;
        throw error;
      }
    });
    if (result !== null) return result.value;
    yield* untilFilesChange(rt, Infinity);
  }
}
