import type { CodeData } from '../compiler/code.ts';
import { TypeFlag, type Layout } from '../heap/heap.ts';
import { NONE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { LineIndex } from '../syntax/lines.ts';
import type { CodeObject } from './code.ts';
import { defineType, moduleTypeHandle } from './core/define.ts';
import { newTuple } from './core/make.ts';
import type { Runtime } from './core/runtime.ts';

const LINE_ITERATOR = moduleTypeHandle();
const POSITIONS_ITERATOR = moduleTypeHandle();

/** Payload of what `co_lines()` and `co_positions()` answer: the code, owned, and the next instruction. */
class CodeIterator {
  next = 0;
  constructor(
    public code: Ref,
    /** First and last column of each instruction, or nothing where they are not known. */
    readonly columns: Int32Array,
  ) {}
}

export const newLineIterator = (rt: Runtime, code: Ref): Ref =>
  rt.heap.allocate(LINE_ITERATOR, new CodeIterator(rt.heap.incref(code), new Int32Array(0)));

export const newPositionsIterator = (rt: Runtime, code: Ref): Ref =>
  rt.heap.allocate(POSITIONS_ITERATOR, new CodeIterator(rt.heap.incref(code), columnsOf(rt, (rt.heap.payload[code] as CodeObject).data)));

/** Columns in bytes of UTF-8, as CPython counts them. Code that was compiled from a text in memory has none. */
function columnsOf(rt: Runtime, { filename, positions }: CodeData): Int32Array {
  const source = rt.host.sourceOf(filename);
  if (source === null) return new Int32Array(0);
  const lines = new LineIndex(source);
  const column = (line: number, offset: number): number => utf8Length(source.slice(lines.start(line), offset));
  const columns = new Int32Array(positions.length / 2);
  for (let i = 0; i < positions.length; i += 4) {
    if (positions[i] === 0) continue;
    columns[i / 2] = column(positions[i]!, positions[i + 2]!);
    columns[i / 2 + 1] = column(positions[i + 1]!, positions[i + 3]!);
  }
  return columns;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) length += character.length === 2 ? 4 : character < '\x80' ? 1 : character < '\u0800' ? 2 : 3;
  return length;
}

const stateOf = (rt: Runtime, self: Ref): readonly [CodeIterator, CodeObject] => {
  const state = rt.heap.payload[self] as CodeIterator;
  return [state, rt.heap.payload[state.code] as CodeObject];
};

const lineOrNone = (rt: Runtime, line: number): Ref => (line === 0 ? NONE : rt.newInt(line));

/** The next run of instructions of one line, in code units of two bytes (lineiter_next). */
function nextLine(rt: Runtime, self: Ref): Ref {
  const [state, code] = stateOf(rt, self);
  const count = code.data.instructions.length;
  const start = state.next;
  if (start >= count) return NULL;
  const line = code.lineOf(start);
  while (state.next < count && code.lineOf(state.next) === line) state.next++;
  return newTuple(rt, [rt.newInt(start * 2), rt.newInt(state.next * 2), lineOrNone(rt, line)]);
}

/** Line, end line and columns of the next instruction. */
function nextPosition(rt: Runtime, self: Ref): Ref {
  const [state, code] = stateOf(rt, self);
  const { positions, instructions } = code.data;
  const at = state.next;
  if (at >= instructions.length) return NULL;
  state.next++;
  const lines = [lineOrNone(rt, positions[at * 4]!), lineOrNone(rt, positions[at * 4 + 1]!)];
  const areKnown = positions[at * 4] !== 0 && state.columns.length !== 0;
  const columns = areKnown ? [rt.newInt(state.columns[at * 2]!), rt.newInt(state.columns[at * 2 + 1]!)] : [NONE, NONE];
  return newTuple(rt, [...lines, ...columns]);
}

const layout: Layout = {
  traverse: (payload, visit) => {
    const { code } = payload as CodeIterator;
    if (code !== NULL) visit(code);
  },
  clear: (payload, released) => {
    const iterator = payload as CodeIterator;
    if (iterator.code !== NULL) released.push(iterator.code);
    iterator.code = NULL;
  },
};

for (const [handle, name, tp_iternext] of [
  [LINE_ITERATOR, 'line_iterator', nextLine],
  [POSITIONS_ITERATOR, 'positions_iterator', nextPosition],
] as const) {
  defineType({
    handle,
    name,
    flags: TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
    layout,
    slots: { tp_iter: (rt, self) => rt.heap.incref(self), tp_iternext },
  });
}
