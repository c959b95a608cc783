/**
 * Every thread that would have to go on waits for another (`deadlock`): Python would hang here, so the run ends.
 *
 *     lock = threading.Lock()
 *     with lock:
 *         worker.join()          # and the worker does `with lock: …`
 *
 * Instead: give the lock back before waiting for who wants it, or wait with a timeout.
 */
import { type Facts, startOf } from '../facts.ts';
import { count, say } from '../words/prose.ts';
import { diagnose, type Diagnostic } from './diagnostic.ts';

export function deadlock({ result }: Facts): readonly Diagnostic[] {
  const { stopped, exit, file } = result;
  if (stopped?.budget !== 'deadlock') return [];
  const others = stopped.threads.filter(({ isMain }) => !isMain);
  const related = stopped.threads.flatMap(({ isMain, place }) => (place === null ? [] : [{ message: isMain ? 'the main thread waits here' : 'another thread waits here', place }]));
  const message = others.length === 0 ? say`Python hangs here: this waits for ever, as no other thread is left to end it.` : say`Python hangs here: the main thread and ${count(others.length, 'other thread')} wait for each other for ever.`;
  return [diagnose('deadlock', exit.at ?? startOf(file), message, related)];
}
