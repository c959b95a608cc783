import { BYTES, NONE, STR, SYSTEM_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { bytesLikeNow } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { newBytes } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { chargeText } from '../../objects/text-results.ts';
import * as text from '../../text/str.ts';
import type { Matcher } from './matcher.ts';

/** A part of the subject: the subject itself where that is all of it (getslice). */
export function newSlice(rt: Runtime, string: Ref, start: number, end: number): Ref {
  const { heap } = rt;
  if (isStr(rt, string)) {
    const value = rt.text(string);
    const length = text.length(value);
    const last = Math.min(end, length);
    const first = Math.min(start, last);
    if (first === 0 && last === length && heap.type[string] === STR) return heap.incref(string);
    chargeText(rt, last - first);
    return rt.newStr(length === value.length ? value.slice(first, last) : text.slice(value, first, last, 1, last - first));
  }
  const bytes = bytesLikeNow(rt, string)!;
  const last = Math.min(end, bytes.length);
  if (start === 0 && last === bytes.length && heap.type[string] === BYTES) return heap.incref(string);
  chargeText(rt, last - start);
  return newBytes(rt, bytes.slice(Math.min(start, last), last));
}

/** What a group matched; where it did not, an empty string or None. Mirrors state_getslice(). */
export function groupSlice(rt: Runtime, matcher: Matcher, string: Ref, group: number, empty: boolean): Ref {
  const span = groupSpan(rt, matcher, group);
  if (span !== null) return newSlice(rt, string, span[0], span[1]);
  return empty ? newSlice(rt, string, 0, 0) : NONE;
}

/** Where a group (from 1) lies; null if it has no part in the match. */
export function groupSpan(rt: Runtime, matcher: Matcher, group: number): readonly [start: number, end: number] | null {
  const index = (group - 1) * 2;
  if (index >= matcher.lastmark) return null;
  const start = matcher.mark[index]!;
  const end = matcher.mark[index + 1]!;
  if (start < 0 || end < 0) return null;
  if (start > end) raise(rt, SYSTEM_ERROR, 'The span of capturing group is wrong, please report a bug for the re module.');
  return [start, end];
}
