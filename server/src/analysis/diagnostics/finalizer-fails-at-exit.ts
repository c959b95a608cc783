/**
 * A finaliser raises because it runs during the exit, and "Exception ignored …" appears on stderr.
 *
 * Why it matters: the clean-up stops half-way, and users of the program report the message.
 *
 *     class Conn:
 *         def __del__(self):
 *             import json        # sys.meta_path is None by now
 *     conn = Conn()              # a global: dies while the modules are removed
 *
 * Instead: import at the top of the file, keep what the finaliser needs as a default argument, or do the work before
 * the exit: `with`, `close()`, `atexit`.
 */
import type { Facts } from '../facts.ts';
import { code, say } from '../words/prose.ts';
import type { Diagnostic } from './diagnostic.ts';
import { failures, isEarly, raising } from './finalizer-fails.ts';

export function finalizerFailsAtExit(facts: Facts): readonly Diagnostic[] {
  return failures(
    facts,
    'finalizer-fails-at-exit',
    (failure) => failure.heard && !isEarly(failure),
    (finalizer, failure, whose) => say`${finalizer} fails at exit, in stage ${code(failure.stage)}${whose}: ${raising(facts, failure)}.`,
  );
}
