import { FALSE, TRUE } from '../../heap/known.ts';
import { moduleState, type ModuleState } from './modulestate.ts';
import type { Runtime } from './runtime.ts';
import { waitFor, type Steps } from './suspend.ts';

/** Who waits for something to happen to any file, by the idents of threads. */
class FileWaiters implements ModuleState {
  readonly idents: number[] = [];

  traverse(): void {
    // Numbers of threads are no references.
  }
}

const waitersOf = (rt: Runtime): FileWaiters => moduleState(rt, 'files', () => new FileWaiters());

/** Something has happened to a file: everybody looks whether it was what they wait for. */
export function filesChanged(rt: Runtime): void {
  const { idents } = waitersOf(rt);
  for (const ident of idents.slice()) rt.hooks.wakeThread(rt, ident, TRUE);
}

/** The thread waits until something happens to a file; false if the nanoseconds were over before. */
export function* untilFilesChange(rt: Runtime, timeout: number): Steps<boolean> {
  return (yield* waitFor(waitersOf(rt).idents, timeout)) !== FALSE;
}
