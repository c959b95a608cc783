/**
 * `os._exit` ends the process at once: no exit callback, no finaliser, no flush of buffered output.
 *
 * Why it matters: what the program promised to do at its end does not happen.
 *
 *     import atexit, os
 *     atexit.register(print, "flushed")
 *     os._exit(0)
 *
 * Instead: `sys.exit`; keep `os._exit` for the child of a `fork`.
 */
import type { ObjectRecord } from '../../engine/journal/record.ts';
import { type Facts, neverFinalized, startOf } from '../facts.ts';
import { called, crowd } from '../words/names.ts';
import { code, plain, say } from '../words/prose.ts';
import { diagnose, type Diagnostic, placeOf } from './diagnostic.ts';

const SHOWN = 8;

export function hardExitSkipsCleanup(facts: Facts): readonly Diagnostic[] {
  const { exit, file } = facts.result;
  if (exit.route !== 'os._exit') return [];
  const skipped = facts.listed.filter(neverFinalized);
  const callbacks = facts.listed.filter(isExitCallback);
  const lost = [
    ...(skipped.length === 0 ? [] : [say` The finaliser of ${crowd(facts, skipped)} never runs.`]),
    ...(callbacks.length === 0 ? [] : [say` The exit callback ${crowd(facts, callbacks)} is not called.`]),
  ].flat();
  const message = say`${code('os._exit')} ends the process here: no exit callbacks, no finalisers, no flush of buffered output.${lost}`;
  const related = [...skipped, ...callbacks].slice(0, SHOWN).map((object) => ({
    message: plain(say`${called(facts, object)} is born here`),
    place: placeOf(facts, object),
  }));
  return [diagnose('hard-exit-skips-cleanup', exit.at ?? startOf(file), message, related, lost.length === 0)];
}

function isExitCallback({ kind, owners }: ObjectRecord): boolean {
  return kind === 'function' && owners.length === 1 && owners[0]?.edge === 'callback';
}
