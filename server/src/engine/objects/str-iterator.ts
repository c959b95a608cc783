import { TypeFlag } from '../heap/heap.ts';
import { EMPTY_STR, LATIN1_STR, STR, STR_ASCII_ITERATOR, STR_ITERATOR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { isascii, length } from '../text/str.ts';
import { defineType } from './core/define.ts';
import { tupleOf } from './core/make.ts';
import { type NativeFunction, native } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { builtinIter, releaseSource, sourceLayout, reduceIterator, stateIndex } from './iterator-state.ts';

/** Payload of an iterator over a str: NULL once exhausted. Positions count characters; `unit` is JavaScript's. */
export interface StrIterator {
  source: Ref;
  position: number;
  unit: number;
}

export function strIter(rt: Runtime, self: Ref): Ref {
  const type = rt.heap.type[self] === STR && isascii(rt.text(self)) ? STR_ASCII_ITERATOR : STR_ITERATOR;
  return rt.heap.allocateTracked(type, { source: rt.heap.incref(self), position: 0, unit: 0 } satisfies StrIterator);
}

const stateOf = (rt: Runtime, self: Ref): StrIterator => rt.heap.payload[self] as StrIterator;

function next(rt: Runtime, self: Ref): Eventual {
  const iterator = stateOf(rt, self);
  if (iterator.source === NULL) return NULL;
  const text = rt.text(iterator.source);
  const code = text.codePointAt(iterator.unit);
  if (code === undefined) return releaseSource(rt, iterator);
  iterator.position++;
  iterator.unit += code > 0xffff ? 2 : 1;
  return code < 256 ? ((LATIN1_STR + code) as Ref) : rt.newStr(String.fromCodePoint(code));
}

function setState(rt: Runtime, self: Ref, args: readonly Ref[]): Eventual {
  return stateIndex(rt, args[0]!, (index) => {
    const iterator = stateOf(rt, self);
    if (iterator.source === NULL) return;
    const text = rt.text(iterator.source);
    iterator.position = Math.min(index, length(text));
    iterator.unit = 0;
    for (let i = 0; i < iterator.position; i++) iterator.unit += text.codePointAt(iterator.unit)! > 0xffff ? 2 : 1;
  });
}

const methods: readonly NativeFunction[] = [
  native('__length_hint__', '', (rt, self) => {
    const { source, position } = stateOf(rt, self);
    return rt.newInt(source === NULL ? 0 : length(rt.text(source)) - position);
  }),
  native('__reduce__', '', (rt, self) => {
    const { source, position } = stateOf(rt, self);
    if (source === NULL) return reduceIterator(rt, builtinIter(rt), tupleOf(rt, EMPTY_STR));
    return reduceIterator(rt, builtinIter(rt), tupleOf(rt, source), rt.newInt(position));
  }),
  native('__setstate__', 'object, /', setState),
];

for (const [handle, name] of [
  [STR_ITERATOR, 'str_iterator'],
  [STR_ASCII_ITERATOR, 'str_ascii_iterator'],
] as const) {
  defineType({
    handle,
    name,
    flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
    layout: sourceLayout,
    slots: { tp_iter: (rt, self) => rt.heap.incref(self), tp_iternext: next },
    methods,
  });
}
