/**
 * A finaliser raises after `sys.stderr` is gone: the error is lost.
 *
 * Why it matters: a clean stderr looks like a clean exit, and the clean-up never finished.
 *
 *     import sys
 *     class Span:
 *         def __del__(self): raise ValueError("nobody hears this")
 *     sys.span = Span()          # freed when sys itself is cleared
 *
 * Instead: do not keep objects with finalisers on `sys`, in context variables or hooks; clear them before the end.
 */
import type { Facts } from '../facts.ts';
import { code, say } from '../words/prose.ts';
import type { Diagnostic } from './diagnostic.ts';
import { failures, raising } from './finalizer-fails.ts';

export function finalizerErrorUnheard(facts: Facts): readonly Diagnostic[] {
  return failures(
    facts,
    'finalizer-error-unheard',
    (failure) => !failure.heard,
    (finalizer, failure, whose) =>
      say`${finalizer} fails${whose} after ${code('sys.stderr')} is gone, so nobody hears of it: ${raising(facts, failure)}.`,
  );
}
