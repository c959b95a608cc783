import { TypeFlag } from '../../heap/heap.ts';
import { NONE, RUNTIME_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { copyRefs, itemsOf, newList, newTuple } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { next } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { isList } from '../../objects/sequence.ts';
import { checkCount, noKeywords } from '../core/arguments.ts';
import { warningOfPickle } from './iterator.ts';

export const TEE_CHUNK = moduleTypeHandle();

/** Items of one chunk (LINKCELLS). */
export const chunkLength = 57;

/** Payload of `_tee_dataobject`: what was read of the iterator, and the chunk that goes on, NULL until it is needed. */
class TeeChunk {
  next = NULL;
  values: Ref[] = [];
  running = false;
  constructor(public iterator: Ref) {}
}

const chunkOf = (rt: Runtime, chunk: Ref): TeeChunk => rt.heap.payload[chunk] as TeeChunk;

/** Takes over the iterator. */
export const newChunk = (rt: Runtime, iterator: Ref): Ref => rt.heap.allocateTracked(TEE_CHUNK, new TeeChunk(iterator));

/** The chunk behind this one, borrowed. */
export function nextChunk(rt: Runtime, chunk: Ref): Ref {
  const state = chunkOf(rt, chunk);
  if (state.next === NULL) state.next = newChunk(rt, rt.heap.incref(state.iterator));
  return state.next;
}

/** Mirrors teedataobject_getitem(): an owned item, NULL at the end. */
export function chunkItem(rt: Runtime, chunk: Ref, position: number): Eventual {
  const state = chunkOf(rt, chunk);
  const known = state.values[position];
  if (known !== undefined) return rt.heap.incref(known);
  if (state.running) raise(rt, RUNTIME_ERROR, 'cannot re-enter the tee iterator');
  state.running = true;
  let item: Eventual = NULL;
  try {
    item = next(rt, state.iterator);
  } finally {
    if (item !== SUSPENDED) state.running = false;
  }
  if (item === SUSPENDED) return begin(rt, readSteps(rt, state));
  return keep(rt, state, item);
}

function* readSteps(rt: Runtime, state: TeeChunk): Steps<Ref> {
  let item: Ref;
  try {
    item = yield* settle(rt, SUSPENDED);
  } finally {
    state.running = false;
  }
  return keep(rt, state, item);
}

function keep(rt: Runtime, state: TeeChunk, item: Ref): Ref {
  if (item !== NULL) {
    rt.charge(1, 8);
    state.values.push(rt.heap.incref(item));
  }
  return item;
}

/** Mirrors teedataobject_new(), as pickles call it. */
function chunkNew(rt: Runtime, _type: Ref, args: readonly Ref[], keywords: Ref): Ref {
  noKeywords(rt, 'teedataobject', keywords);
  checkCount(rt, 'teedataobject', args.length, 3, 3);
  const [iterator, values, after] = args;
  if (!isList(rt, values!)) raise(rt, TYPE_ERROR, `teedataobject() argument 2 must be list, not ${values === NONE ? 'None' : typeName(rt, values!)}`);
  const items = itemsOf(rt, values!);
  if (items.length > chunkLength) raise(rt, VALUE_ERROR, 'Invalid arguments');
  const isFull = items.length === chunkLength;
  if (!isFull && after !== NONE) raise(rt, VALUE_ERROR, 'Invalid arguments');
  if (isFull && after !== NONE && rt.heap.type[after!] !== TEE_CHUNK) raise(rt, VALUE_ERROR, 'Invalid arguments');
  const made = newChunk(rt, rt.heap.incref(iterator!));
  chunkOf(rt, made).values = copyRefs(rt, items);
  if (after !== NONE) chunkOf(rt, made).next = rt.heap.incref(after!);
  return made;
}

defineType({
  handle: TEE_CHUNK,
  name: '_tee_dataobject',
  module: 'itertools',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse(payload, visit) {
      const { iterator, values, next: after } = payload as TeeChunk;
      if (iterator !== NULL) visit(iterator);
      for (const value of values) visit(value);
      if (after !== NULL) visit(after);
    },
    clear(payload, released) {
      const chunk = payload as TeeChunk;
      for (const part of [chunk.iterator, ...chunk.values, chunk.next]) if (part !== NULL) released.push(part);
      chunk.iterator = chunk.next = NULL;
      chunk.values = [];
    },
  },
  slots: { tp_new: chunkNew },
  methods: [
    warningOfPickle(
      native('__reduce__', '', (rt, self) => {
        const { heap } = rt;
        const { iterator, values, next: after } = chunkOf(rt, self);
        const args = newTuple(rt, [heap.incref(iterator), newList(rt, copyRefs(rt, values)), after === NULL ? NONE : heap.incref(after)]);
        return newTuple(rt, [heap.incref(heap.type[self]!), args]);
      }),
    ),
  ],
});
