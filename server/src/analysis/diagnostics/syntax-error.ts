/**
 * The text is not Python: CPython would refuse it with this message before running anything.
 *
 *     class Conn                 # SyntaxError: expected ':'
 *
 * Instead: correct it; nothing else can be said until then.
 */
import type { Facts } from '../facts.ts';
import { say } from '../words/prose.ts';
import { diagnose, type Diagnostic } from './diagnostic.ts';

export function syntaxError({ result }: Facts): readonly Diagnostic[] {
  return result.syntaxErrors.map(({ kind, message, place }) => diagnose('syntax-error', place, say`${kind}: ${message}`));
}
