import { Compare } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { NONE, NOT_IMPLEMENTED, RUNTIME_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, raiseKeyError } from '../../objects/core/errors.ts';
import { itemsOf, tupleOf } from '../../objects/core/make.ts';
import { native, rawNative, type NativeFunction } from '../../objects/core/native.ts';
import { equals } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { bindingsOf, boundIn, CONTEXT, CONTEXT_VAR, type Bindings, type Context, contextOf, contextState, currentContext, newContext } from './state.ts';

/** Payload of the iterators, which hold the bindings and not the context. */
class BindingsIterator {
  at = 0;
  constructor(public bindings: Ref) {}
}

const KEYS = moduleTypeHandle();
const VALUES = moduleTypeHandle();
const ITEMS = moduleTypeHandle();

const newIterator = (rt: Runtime, type: Ref, context: Ref): Ref =>
  rt.heap.allocateTracked(type, new BindingsIterator(rt.heap.incref(contextOf(rt, context).bindings)));

export const copyContext = (rt: Runtime, context: Ref): Ref => newContext(rt, rt.heap.incref(contextOf(rt, context).bindings));

/** The value of a key, borrowed, or NULL (context_tp_contains, context_tp_subscript). */
function* find(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  if (rt.heap.type[key] !== CONTEXT_VAR) raise(rt, TYPE_ERROR, `a ContextVar key was expected, got ${yield* reprText(rt, key)}`);
  return boundIn(rt, self, key);
}

function* subscript(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  const value = yield* find(rt, self, key);
  return value === NULL ? raiseKeyError(rt, key) : rt.heap.incref(value);
}

function* getSteps(rt: Runtime, self: Ref, key: Ref, fallback: Ref): Steps<Ref> {
  const value = yield* find(rt, self, key);
  return rt.heap.incref(value === NULL ? fallback : value);
}

function* containsSteps(rt: Runtime, self: Ref, key: Ref): Steps<Ref> {
  return rt.newBool((yield* find(rt, self, key)) !== NULL);
}

/** Mirrors _PyHamt_Eq(). */
function* compareSteps(rt: Runtime, left: Ref, right: Ref, op: number): Steps<Ref> {
  const { heap } = rt;
  const held = [contextOf(rt, left).bindings, contextOf(rt, right).bindings].map((ref) => heap.incref(ref));
  try {
    const [a, b] = held.map((ref) => heap.payload[ref] as Bindings);
    let same = a!.keys.length === b!.keys.length;
    for (let i = 0; same && a !== b && i < a!.keys.length; i++) {
      const at = b!.keys.indexOf(a!.keys[i]!);
      same = at >= 0 && (yield* equals(rt, a!.values[i]!, b!.values[at]!));
    }
    return rt.newBool(same === (op === Compare.EQ));
  } finally {
    for (const ref of held) heap.decref(ref);
  }
}

/** Mirrors _PyContext_Enter(). */
export function* enterContext(rt: Runtime, self: Ref): Steps<void> {
  const state = contextState(rt);
  const context = contextOf(rt, self);
  if (context.entered) raise(rt, RUNTIME_ERROR, `cannot enter context: ${yield* reprText(rt, self)} is already entered`);
  context.previous = state.current;
  context.entered = true;
  state.current = rt.heap.incref(self);
}

/** Mirrors _PyContext_Exit() for the context that was entered last. */
export function exitContext(rt: Runtime, self: Ref): void {
  const state = contextState(rt);
  const context = contextOf(rt, self);
  state.current = context.previous;
  context.previous = NULL;
  context.entered = false;
  rt.heap.decref(self);
}

/** Mirrors context_run(): 1 the context is entered; 2 the call; 3 it is left. */
function* run(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  if (given < 1) raise(rt, TYPE_ERROR, 'run() missing 1 required positional argument');
  // 1
  yield* enterContext(rt, self);
  try {
    // 2
    return yield* call(args[0]!, args.slice(1), keywords);
  } finally {
    // 3
    exitContext(rt, self);
  }
}

const iterating = (name: string, type: Ref): NativeFunction => native(name, '', (rt, self) => newIterator(rt, type, self));

defineType({
  handle: CONTEXT,
  name: 'Context',
  module: '_contextvars',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS,
  layout: {
    traverse(payload, visit) {
      const { previous, bindings } = payload as Context;
      for (const ref of [previous, bindings]) if (ref !== NULL) visit(ref);
    },
    clear(payload, released) {
      const context = payload as Context;
      for (const ref of [context.previous, context.bindings]) if (ref !== NULL) released.push(ref);
      context.previous = context.bindings = NULL;
    },
  },
  slots: {
    tp_new: (rt, _type, args) => (args.length === 0 ? newContext(rt) : raise(rt, TYPE_ERROR, 'Context() does not accept any arguments')),
    tp_hash: null,
    tp_richcompare: (rt, left, right, op) =>
      (op !== Compare.EQ && op !== Compare.NE) || rt.heap.type[left] !== CONTEXT || rt.heap.type[right] !== CONTEXT
        ? NOT_IMPLEMENTED
        : begin(rt, compareSteps(rt, left, right, op)),
    tp_iter: (rt, self) => newIterator(rt, KEYS, self),
    mp_length: (rt, self) => rt.newInt(bindingsOf(rt, self).keys.length),
    mp_subscript: (rt, self, key) => begin(rt, subscript(rt, self, key)),
    sq_contains: (rt, self, key) => begin(rt, containsSteps(rt, self, key)),
  },
  methods: [
    native('get', 'key, default=None, /', (rt, self, [key, fallback]) => begin(rt, getSteps(rt, self, key!, fallback === NULL ? NONE : fallback!))),
    iterating('items', ITEMS),
    iterating('keys', KEYS),
    iterating('values', VALUES),
    native('copy', '', copyContext),
    rawNative('run', (rt, self, args, keywords) => begin(rt, run(rt, self, args, keywords))),
  ],
});

function defineIterator(handle: Ref, name: string, item: (rt: Runtime, key: Ref, value: Ref) => Ref): void {
  defineType({
    handle,
    name,
    flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
    layout: {
      traverse(payload, visit) {
        const { bindings } = payload as BindingsIterator;
        if (bindings !== NULL) visit(bindings);
      },
      clear(payload, released) {
        const state = payload as BindingsIterator;
        if (state.bindings !== NULL) released.push(state.bindings);
        state.bindings = NULL;
      },
    },
    slots: {
      tp_iter: (rt, self) => rt.heap.incref(self),
      tp_iternext: (rt, self) => {
        const state = rt.heap.payload[self] as BindingsIterator;
        const { keys, values } = rt.heap.payload[state.bindings] as Bindings;
        if (state.at === keys.length) return NULL;
        const at = state.at++;
        return item(rt, keys[at]!, values[at]!);
      },
      mp_length: (rt, self) => rt.newInt((rt.heap.payload[(rt.heap.payload[self] as BindingsIterator).bindings] as Bindings).keys.length),
    },
  });
}

defineIterator(KEYS, 'keys', (rt, key) => rt.heap.incref(key));
defineIterator(VALUES, 'values', (rt, _key, value) => rt.heap.incref(value));
defineIterator(ITEMS, 'items', (rt, key, value) => tupleOf(rt, key, value));

export const copyCurrent = native('copy_context', '', (rt) => copyContext(rt, currentContext(rt)));
