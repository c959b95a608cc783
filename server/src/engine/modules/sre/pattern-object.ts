import { TypeFlag } from '../../heap/heap.ts';
import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { bytesLikeNow } from '../../objects/bytes-like.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { Matcher } from './matcher.ts';
import type { Program } from './program.ts';
import { type Units, UnitsMemo } from './subject.ts';

export const PATTERN = moduleTypeHandle();

/** Payload of `re.Pattern`. All handles are owned; the dict and the tuple of group names are NULL where there are none. */
export class PatternObject {
  pattern: Ref = NULL;
  groupindex: Ref = NULL;
  indexgroup: Ref = NULL;
  /** Whether it searches bytes; undefined where it was made for either. */
  isBytes: boolean | undefined;
  flags = 0;
  groups = 0;
  constructor(readonly program: Program) {}
}

export const patternOf = (rt: Runtime, pattern: Ref): PatternObject => rt.heap.payload[pattern] as PatternObject;

/** What a pattern searches: its characters or bytes, and whether they are bytes. */
export interface Subject {
  readonly units: Units;
  readonly isBytes: boolean;
}

class SreState implements ModuleState {
  readonly units = new UnitsMemo();
  /** `re._compile_template`, once it was needed; owned. */
  compileTemplate: Ref = NULL;
  traverse(visit: (ref: Ref) => void): void {
    if (this.compileTemplate !== NULL) visit(this.compileTemplate);
  }
}

export const sreState = (rt: Runtime): SreState => moduleState(rt, '_sre', () => new SreState());

/** The characters of a str or the bytes of a bytes-like object; null for any other (getstring). */
export function subjectNow(rt: Runtime, object: Ref): Subject | null {
  if (isStr(rt, object)) return { units: sreState(rt).units.get(rt.text(object)), isBytes: false };
  const bytes = bytesLikeNow(rt, object);
  return bytes === undefined ? null : { units: bytes, isBytes: true };
}

export function subjectOf(rt: Runtime, object: Ref): Subject {
  return subjectNow(rt, object) ?? raise(rt, TYPE_ERROR, `expected string or bytes-like object, got '${typeName(rt, object)}'`);
}

/** One search under way: the matcher, and what it was asked. */
export interface Search {
  readonly matcher: Matcher;
  readonly isBytes: boolean;
  readonly pos: number;
  readonly endpos: number;
}

const within = (value: number, length: number): number => Math.min(Math.max(value, 0), length);

/** Mirrors state_init(). */
export function newSearch(rt: Runtime, pattern: PatternObject, string: Ref, pos: number, endpos: number): Search {
  const { units, isBytes } = subjectOf(rt, string);
  if (isBytes && pattern.isBytes === false) raise(rt, TYPE_ERROR, 'cannot use a string pattern on a bytes-like object');
  if (!isBytes && pattern.isBytes === true) raise(rt, TYPE_ERROR, 'cannot use a bytes pattern on a string-like object');
  const start = within(pos, units.length);
  const end = within(endpos, units.length);
  const matcher = new Matcher(pattern.program, units, end, (steps, bytes) => rt.charge(steps, bytes));
  matcher.start = start;
  matcher.ptr = start;
  return { matcher, isBytes, pos: start, endpos: end };
}

export const patternFlags = TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION;
