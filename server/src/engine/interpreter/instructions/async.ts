import { Op } from '../../compiler/opcodes.ts';
import { ASYNC_GENERATOR, COROUTINE, RUNTIME_ERROR, STOP_ASYNC_ITERATION, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { wrapValue } from '../../objects/asyncgen-state.ts';
import { caught, exceptionOf, matches, newException, raise, rethrow } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { awaitableIterator, isCoroutine } from '../../objects/coroutine.ts';
import { Resume } from '../../objects/frame.ts';
import { delegate } from '../../objects/generator.ts';
import { enterContext } from './contexts.ts';
import { finish, peek, pop, push, type Instruction } from './instruction.ts';

/** What an object came from that `await` is to be applied to: an expression, or a method of `async with`. */
const sources = [null, '__aenter__', '__aexit__'] as const;

function* awaitSteps(rt: Runtime, object: Ref, source: number): Steps<Ref> {
  const method = sources[source] ?? null;
  if (method !== null && rt.typeOf(object).slots.am_await === undefined && !isCoroutine(rt, object)) {
    raise(rt, TYPE_ERROR, `'async with' received an object from ${method} that does not implement __await__: ${typeName(rt, object)}`);
  }
  const iterator = yield* awaitableIterator(rt, object);
  if (rt.heap.type[iterator] === COROUTINE && delegate(rt, iterator) !== NULL) {
    rt.heap.decref(iterator);
    raise(rt, RUNTIME_ERROR, 'coroutine is being awaited already');
  }
  return iterator;
}

function* aiterSteps(rt: Runtime, object: Ref): Steps<Ref> {
  const getter = rt.typeOf(object).slots.am_aiter;
  if (getter === undefined) raise(rt, TYPE_ERROR, `'async for' requires an object with __aiter__ method, got ${typeName(rt, object)}`);
  const iterator = yield* settle(rt, getter(rt, object));
  if (rt.typeOf(iterator).slots.am_anext !== undefined) return iterator;
  const wrong = typeName(rt, iterator);
  rt.heap.decref(iterator);
  return raise(rt, TYPE_ERROR, `'async for' received an object from __aiter__ that does not implement __anext__: ${wrong}`);
}

function* anextSteps(rt: Runtime, iterator: Ref): Steps<Ref> {
  const { heap } = rt;
  const getter = rt.typeOf(iterator).slots.am_anext;
  if (getter === undefined) raise(rt, TYPE_ERROR, `'async for' requires an iterator with __anext__ method, got ${typeName(rt, iterator)}`);
  const next = yield* settle(rt, getter(rt, iterator));
  if (heap.type[iterator] === ASYNC_GENERATOR) return next;
  try {
    return yield* awaitableIterator(rt, next);
  } catch (error) {
    const cause = caught(rt, error);
    const wrapped = newException(rt, TYPE_ERROR, [rt.newStr(`'async for' received an invalid object from __anext__: ${typeName(rt, next)}`)]);
    const payload = exceptionOf(rt, wrapped);
    payload.cause = cause;
    payload.context = heap.incref(cause);
    payload.suppressContext = true;
    rethrow(rt, wrapped);
  } finally {
    heap.decref(next);
  }
}

/** StopAsyncIteration ends the loop; anything else flies on. */
const endAsyncFor: Instruction = (vm, frame) => {
  const { rt } = vm;
  const exception = pop(vm, frame);
  if (!matches(rt, exception, STOP_ASYNC_ITERATION)) {
    rt.exception = exception;
    vm.propagate(false, frame.instruction);
    return;
  }
  const iterator = pop(vm, frame);
  rt.heap.decref(exception);
  rt.heap.decref(iterator);
};

export const asyncInstructions: Partial<Record<Op, Instruction>> = {
  [Op.GET_AWAITABLE]: (vm, frame, source) => finish(vm, frame, 1, begin(vm.rt, awaitSteps(vm.rt, peek(vm, frame, 1), source))),
  [Op.GET_AITER]: (vm, frame) => finish(vm, frame, 1, begin(vm.rt, aiterSteps(vm.rt, peek(vm, frame, 1)))),
  [Op.GET_ANEXT]: (vm, frame) => finish(vm, frame, 0, begin(vm.rt, anextSteps(vm.rt, peek(vm, frame, 1)))),
  [Op.END_ASYNC_FOR]: endAsyncFor,
  [Op.BEFORE_ASYNC_WITH]: (vm, frame) => {
    frame.resume = Resume.UNPACK;
    finish(vm, frame, 1, begin(vm.rt, enterContext(vm.rt, peek(vm, frame, 1), true)));
  },
  [Op.ASYNC_GEN_WRAP]: (vm, frame) => push(vm, frame, wrapValue(vm.rt, pop(vm, frame))),
};
