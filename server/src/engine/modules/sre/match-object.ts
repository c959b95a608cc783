import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { patternOf, type Search } from './pattern-object.ts';
import { groupSpan, newSlice } from './slices.ts';

export const MATCH = moduleTypeHandle();

/** Payload of `re.Match`: start and end of each group, −1 where it has no part. `regs` is made when it is asked for. */
export class MatchObject {
  regs: Ref = NULL;
  constructor(
    public string: Ref,
    public pattern: Ref,
    readonly spans: readonly number[],
    readonly pos: number,
    readonly endpos: number,
    readonly lastindex: number,
  ) {}
}

export const matchOf = (rt: Runtime, match: Ref): MatchObject => rt.heap.payload[match] as MatchObject;

/** Mirrors pattern_new_match(); `pattern` and `string` are borrowed. */
export function newMatch(rt: Runtime, pattern: Ref, string: Ref, { matcher, pos, endpos }: Search): Ref {
  const spans = [matcher.start, matcher.ptr];
  const { groups } = patternOf(rt, pattern);
  for (let group = 1; group <= groups; group++) {
    const span = groupSpan(rt, matcher, group);
    if (span === null) spans.push(-1, -1);
    else spans.push(span[0], span[1]);
  }
  const { heap } = rt;
  return heap.allocateTracked(MATCH, new MatchObject(heap.incref(string), heap.incref(pattern), spans, pos, endpos, matcher.lastindex));
}

export const groupCount = (rt: Runtime, match: Ref): number => matchOf(rt, match).spans.length / 2;

/** What a group (0 is the whole) matched; `missing`, borrowed, where it has no part. Mirrors match_getslice_by_index(). */
export function groupAt(rt: Runtime, match: Ref, group: number, missing: Ref): Ref {
  const { string, spans } = matchOf(rt, match);
  const start = spans[group * 2]!;
  return start < 0 ? rt.heap.incref(missing) : newSlice(rt, string, start, spans[group * 2 + 1]!);
}
