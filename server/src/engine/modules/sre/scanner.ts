import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { acquireBuffer, releaseBuffer } from '../../objects/bytes-like.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { native } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Matcher } from './matcher.ts';
import { newMatch } from './match-object.ts';
import { newSearch, patternFlags, patternOf } from './pattern-object.ts';
import { search } from './search.ts';

export const SCANNER = moduleTypeHandle();

/** Payload of a scanner, which looks at the memory of its string: where its next match is looked for, −1 after the last. */
export class ScannerObject {
  mustAdvance = false;
  constructor(
    public string: Ref,
    public pattern: Ref,
    public start: number,
    readonly pos: number,
    readonly endpos: number,
  ) {}
}

const scannerOf = (rt: Runtime, scanner: Ref): ScannerObject => rt.heap.payload[scanner] as ScannerObject;

/** Mirrors pattern_scanner(); the arguments are borrowed. */
export function newScanner(rt: Runtime, pattern: Ref, string: Ref, pos: number, endpos: number): Ref {
  const { heap } = rt;
  const state = newSearch(rt, patternOf(rt, pattern), string, pos, endpos);
  acquireBuffer(heap, string);
  return heap.allocateTracked(SCANNER, new ScannerObject(heap.incref(string), heap.incref(pattern), state.pos, state.pos, state.endpos));
}

const matchHere = (matcher: Matcher): boolean => matcher.match(0, 1);

const scanning = (name: string, find: (matcher: Matcher) => boolean) =>
  native(name, '', (rt, self) => {
    const scanner = scannerOf(rt, self);
    if (scanner.start < 0) return NONE;
    const { string, pattern, pos, endpos } = scanner;
    const state = newSearch(rt, patternOf(rt, pattern), string, pos, endpos);
    const { matcher } = state;
    matcher.start = scanner.start;
    matcher.ptr = scanner.start;
    matcher.mustAdvance = scanner.mustAdvance;
    if (!find(matcher)) {
      scanner.start = -1;
      return NONE;
    }
    const match = newMatch(rt, pattern, string, state);
    scanner.mustAdvance = matcher.ptr === matcher.start;
    scanner.start = matcher.ptr;
    return match;
  });

defineType({
  handle: SCANNER,
  name: 'SRE_Scanner',
  module: '_sre',
  flags: patternFlags,
  layout: {
    traverse(payload, visit) {
      const { string, pattern } = payload as ScannerObject;
      if (string !== NULL) visit(string);
      if (pattern !== NULL) visit(pattern);
    },
    clear(payload, released, heap) {
      const scanner = payload as ScannerObject;
      if (scanner.string !== NULL) {
        releaseBuffer(heap, scanner.string);
        released.push(scanner.string);
      }
      if (scanner.pattern !== NULL) released.push(scanner.pattern);
      scanner.string = NULL;
      scanner.pattern = NULL;
    },
  },
  slots: {},
  methods: [scanning('match', matchHere), scanning('prefixmatch', matchHere), scanning('search', search)],
  attributes: [{ name: 'pattern', member: true, get: (rt, self) => rt.heap.incref(scannerOf(rt, self).pattern) }],
});
