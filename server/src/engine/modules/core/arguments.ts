import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { refusesKeywords } from '../../objects/arguments.ts';
import { raise } from '../../objects/core/errors.ts';
import { itemsOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

/** Mirrors _PyArg_NoKeywords(). */
export function noKeywords(rt: Runtime, name: string, keywords: Ref): void {
  if (keywords !== NULL && itemsOf(rt, keywords).length !== 0) raise(rt, TYPE_ERROR, `${name}() takes no keyword arguments`);
}

/**
 * For the constructor of a static type: its subclasses may take keywords in an `__init__` of their own, which the
 * type then does not see. Answers the positional arguments.
 */
export function positionalOnly(rt: Runtime, type: Ref, own: Ref, name: string, args: readonly Ref[], keywords: Ref): readonly Ref[] {
  if (refusesKeywords(rt, type, own)) noKeywords(rt, name, keywords);
  return keywords === NULL ? args : args.slice(0, args.length - itemsOf(rt, keywords).length);
}

/** Mirrors _PyArg_CheckPositional() and PyArg_UnpackTuple(). */
export function checkCount(rt: Runtime, name: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  const bound = given < least ? least : most;
  const word = least === most ? '' : given < least ? 'at least ' : 'at most ';
  raise(rt, TYPE_ERROR, `${name} expected ${word}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`);
}
