import { ATTRIBUTE_ERROR, NONE, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise, throwException } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newList, tupleOf } from '../../objects/core/make.ts';
import { native, suspending, type NativeAttribute, type NativeFunction } from '../../objects/core/native.ts';
import { truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, call, type Steps } from '../../objects/core/suspend.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import { asyncioOf } from '../../versions/asyncio.ts';
import { copyContext } from '../_contextvars/context.ts';
import { currentContext } from '../_contextvars/state.ts';
import { awaitersOf } from './awaiters.ts';
import { addCallback, removeCallback } from './callbacks.ts';
import { cancelFuture, cancelledError, finalizeFuture, initFuture, invalidState, resultOf, setCancelMessage, setException, setResult } from './future.ts';
import { newFutureIter } from './futureiter.ts';
import { aliveFuture, FUTURE, futureFlags, futureLayout, FutureObject, futureOf, FutureState } from './object.ts';
import { Held, held, orNone } from './state.ts';

const stateNames = ['PENDING', 'CANCELLED', 'FINISHED'] as const;

/** Mirrors _asyncio_Future_exception_impl(). */
function* exceptionSet(rt: Runtime, self: Ref): Steps<Ref> {
  const future = futureOf(rt, self);
  if (future.loop === NULL) yield* invalidState(rt, 'Future object is not initialized.');
  if (future.state === FutureState.CANCELLED) throwException(rt, yield* cancelledError(rt, self));
  if (future.state !== FutureState.FINISHED) yield* invalidState(rt, 'Exception is not set.');
  if (future.exception === NULL) return NONE;
  future.logTraceback = false;
  return rt.heap.incref(future.exception);
}

/** Without a context the callback runs in a copy of the present one. */
function* addDoneCallback(rt: Runtime, self: Ref, callback: Ref, given: Ref): Steps<Ref> {
  if (given !== NULL) return yield* addCallback(rt, self, callback, given);
  const context = copyContext(rt, currentContext(rt));
  try {
    return yield* addCallback(rt, self, callback, context);
  } finally {
    rt.heap.decref(context);
  }
}

export const sharedMethods: Readonly<Record<'result' | 'exception' | 'addDoneCallback' | 'removeDoneCallback' | 'cancelled' | 'done' | 'makeCancelledError' | 'classGetItem', NativeFunction>> = {
  result: suspending('result', '', (rt, self) => resultOf(rt, self)),
  exception: suspending('exception', '', (rt, self) => exceptionSet(rt, self)),
  addDoneCallback: suspending('add_done_callback', 'fn, /, *, context=', (rt, self, [callback, context]) => addDoneCallback(rt, self, callback!, context!)),
  removeDoneCallback: suspending('remove_done_callback', 'fn, /', (rt, self, [callback]) => removeCallback(rt, self, callback!)),
  cancelled: native('cancelled', '', (rt, self) => {
    const { loop, state } = futureOf(rt, self);
    return rt.newBool(loop !== NULL && state === FutureState.CANCELLED);
  }),
  done: native('done', '', (rt, self) => {
    const { loop, state } = futureOf(rt, self);
    return rt.newBool(loop !== NULL && state !== FutureState.PENDING);
  }),
  makeCancelledError: suspending('_make_cancelled_error', '', (rt, self) => cancelledError(rt, self)),
  classGetItem: native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
};

/** All callbacks, as tuples with their contexts. */
function callbacksOf(rt: Runtime, self: Ref): Ref {
  const { callback0, context0, callbacks } = aliveFuture(rt, self);
  if (callback0 === NULL) return orNone(rt, callbacks);
  const rest = callbacks === NULL ? [] : itemsOf(rt, callbacks);
  return newList(rt, [tupleOf(rt, callback0, context0), ...rest.map((entry) => rt.heap.incref(entry))]);
}

export const cannotDelete = (rt: Runtime, self: Ref, attribute: string): never =>
  raise(rt, ATTRIBUTE_ERROR, asyncioOf(rt.profile.version).cannotDelete(attribute, typeName(rt, self)));

function* setBlocking(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  const future = aliveFuture(rt, self);
  if (value === NULL) cannotDelete(rt, self, '_asyncio_future_blocking');
  future.blocking = yield* truth(rt, value);
  return NULL;
}

function* setLogTraceback(rt: Runtime, self: Ref, value: Ref): Steps<Ref> {
  if (value === NULL) cannotDelete(rt, self, '_log_traceback');
  if (yield* truth(rt, value)) raise(rt, VALUE_ERROR, '_log_traceback can only be set to False');
  futureOf(rt, self).logTraceback = false;
  return NULL;
}

export const sharedAttributes: readonly NativeAttribute[] = [
  { name: '_state', get: (rt, self) => rt.intern(stateNames[aliveFuture(rt, self).state]) },
  {
    name: '_asyncio_future_blocking',
    get: (rt, self) => {
      const { loop, blocking } = futureOf(rt, self);
      return rt.newBool(loop !== NULL && blocking);
    },
    set: (rt, self, value) => begin(rt, setBlocking(rt, self, value)),
  },
  { name: '_loop', get: (rt, self) => orNone(rt, futureOf(rt, self).loop) },
  { name: '_callbacks', get: callbacksOf },
  { name: '_result', get: (rt, self) => orNone(rt, aliveFuture(rt, self).result) },
  { name: '_exception', get: (rt, self) => orNone(rt, aliveFuture(rt, self).exception) },
  {
    name: '_log_traceback',
    get: (rt, self) => rt.newBool(aliveFuture(rt, self).logTraceback),
    set: (rt, self, value) => begin(rt, setLogTraceback(rt, self, value)),
  },
  { name: '_source_traceback', get: (rt, self) => orNone(rt, futureOf(rt, self).loop === NULL ? NULL : futureOf(rt, self).sourceTraceback) },
  {
    name: '_cancel_message',
    get: (rt, self) => orNone(rt, futureOf(rt, self).cancelMessage),
    set: (rt, self, value) => {
      if (value === NULL) cannotDelete(rt, self, '_cancel_message');
      setCancelMessage(rt, self, value);
      return NULL;
    },
  },
];

function* showFuture(rt: Runtime, self: Ref): Steps<Ref> {
  aliveFuture(rt, self);
  return yield* call(held(rt, Held.FUTURE_REPR), [self]);
}

defineType({
  handle: FUTURE,
  name: 'Future',
  module: '_asyncio',
  flags: futureFlags,
  layout: futureLayout,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, new FutureObject()),
    tp_init: (rt, self, args, keywords) => {
      const [loop = NULL] = bind(rt, 'Future', '*, loop=None', args, keywords);
      return begin(rt, initialise(rt, self, loop));
    },
    tp_repr: (rt, self) => begin(rt, showFuture(rt, self)),
    tp_iter: newFutureIter,
    am_await: newFutureIter,
    tp_finalize: (rt, self) => (futureOf(rt, self).logTraceback ? begin(rt, finalizeFuture(rt, self)) : NULL),
  },
  methods: [
    sharedMethods.result,
    sharedMethods.exception,
    suspending('set_result', 'result, /', function* (rt, self, [result]) {
      aliveFuture(rt, self);
      return yield* setResult(rt, self, result!);
    }),
    suspending('set_exception', 'exception, /', function* (rt, self, [exception]) {
      aliveFuture(rt, self);
      return yield* setException(rt, self, exception!);
    }),
    sharedMethods.addDoneCallback,
    sharedMethods.removeDoneCallback,
    suspending('cancel', 'msg=None', function* (rt, self, [message]) {
      aliveFuture(rt, self);
      return yield* cancelFuture(rt, self, message === NULL ? NONE : message!);
    }),
    sharedMethods.cancelled,
    sharedMethods.done,
    native('get_loop', '', (rt, self) => rt.heap.incref(aliveFuture(rt, self).loop)),
    sharedMethods.makeCancelledError,
    sharedMethods.classGetItem,
  ],
  attributes: [...sharedAttributes, { name: '_asyncio_awaited_by', versions: '14-', get: (rt, self) => begin(rt, awaitersOf(rt, self)) }],
});

function* initialise(rt: Runtime, self: Ref, loop: Ref): Steps<Ref> {
  yield* initFuture(rt, self, loop);
  return NULL;
}
