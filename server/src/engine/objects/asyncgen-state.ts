import { TypeFlag } from '../heap/heap.ts';
import { ASYNC_GENERATOR_WRAPPED_VALUE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { defineType } from './core/define.ts';
import type { Runtime } from './core/runtime.ts';
import { GeneratorObject } from './generator.ts';

/** Payload of an asynchronous generator. */
export class AsyncGeneratorObject extends GeneratorObject {
  /** It has ended, or is being closed. */
  closed = false;
  /** The hooks of `sys.set_asyncgen_hooks` have been asked. */
  hooksInited = false;
  /** One of its awaitables is under way. */
  runningAsync = false;
}

export const asyncGeneratorOf = (rt: Runtime, ref: Ref): AsyncGeneratorObject => rt.heap.payload[ref] as AsyncGeneratorObject;

/** Payload of a value on its way out of an asynchronous generator, which tells `yield` from `await`. */
class WrappedValue {
  constructor(public value: Ref) {}
}

/** Takes over the value (_PyAsyncGenValueWrapperNew). */
export const wrapValue = (rt: Runtime, value: Ref): Ref => rt.heap.allocateTracked(ASYNC_GENERATOR_WRAPPED_VALUE, new WrappedValue(value));

export const isWrappedValue = (rt: Runtime, object: Ref): boolean => rt.heap.type[object] === ASYNC_GENERATOR_WRAPPED_VALUE;

/** The value in a wrapper, owned; the wrapper is released. */
export function unwrapValue(rt: Runtime, wrapper: Ref): Ref {
  const value = rt.heap.incref((rt.heap.payload[wrapper] as WrappedValue).value);
  rt.heap.decref(wrapper);
  return value;
}

defineType({
  handle: ASYNC_GENERATOR_WRAPPED_VALUE,
  name: 'async_generator_wrapped_value',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION | TypeFlag.NO_CLEAR,
  layout: {
    traverse: (payload, visit) => {
      const { value } = payload as WrappedValue;
      if (value !== NULL) visit(value);
    },
    clear: (payload, released) => {
      const wrapper = payload as WrappedValue;
      if (wrapper.value !== NULL) released.push(wrapper.value);
      wrapper.value = NULL;
    },
  },
  slots: {},
});
