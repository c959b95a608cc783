import type { PythonVersion } from '../journal/record.ts';

/** What the versions disagree on in generators, coroutines and asynchronous generators. */
export interface CoroutineProfile {
  /** Attributes and methods that this version does not have, as `type.name`. */
  readonly absentMembers: ReadonlySet<string>;
  /** `throw` and `athrow` warn when they are given more than the exception (3.12 and later). */
  readonly warnsOfThrowArguments: boolean;
  /** The awaitables of asynchronous generators run into the generator when they are closed or thrown into, end for
   * good when they fail, and warn when they are dropped unawaited (3.13 and later). */
  readonly awaitablesAreCoroutines: boolean;
  /** What is thrown through a generator that is handling an exception loses the traceback that it got below (3.11). */
  readonly handlingDropsTraceback: boolean;
  /**
   * `throw` itself ends the delegation, and code does not (3.11): a StopIteration thrown in is not taken for the end of a delegate
   * without `throw`.
   */
  readonly throwsPastDelegation: boolean;
  /** The frame of a generator that has finished, where something holds it, knows who ran it last (3.12 and 3.13). */
  readonly finishedFramesLinkBack: boolean;
  /** An asynchronous generator that returns as it is finalised ends with a StopAsyncIteration that is reported (up to 3.14). */
  readonly finalReturnIsReported: boolean;
  /** The StopIteration of an asynchronous step has its value in `args` even if it is None (3.14 and later). */
  readonly stopHoldsNone: boolean;
  /** `athrow` counts its arguments when it is called, not when it is awaited (3.15). */
  readonly athrowCountsAtOnce: boolean;
  /** What `__await__` of `type` returned is no iterator, or is a coroutine. */
  readonly awaitReturned: (type: string, got: string, isCoroutine: boolean) => string;
  /** The exit method is looked for before the enter method, and the words name what is missing (3.14 and later). */
  readonly exitComesFirst: boolean;
}

const states = ['generator.gi_state', 'coroutine.cr_state', 'async_generator.ag_state'];
const newIn313 = ['coroutine.__class_getitem__', 'generator.__class_getitem__', 'async_generator_asend.__del__', 'async_generator_athrow.__del__'];

const python311: CoroutineProfile = {
  absentMembers: new Set([...states, ...newIn313, 'async_generator.ag_suspended']),
  warnsOfThrowArguments: false,
  awaitablesAreCoroutines: false,
  handlingDropsTraceback: true,
  throwsPastDelegation: true,
  finishedFramesLinkBack: false,
  finalReturnIsReported: true,
  stopHoldsNone: false,
  athrowCountsAtOnce: false,
  awaitReturned: (_type, got, isCoroutine) => (isCoroutine ? '__await__() returned a coroutine' : `__await__() returned non-iterator of type '${got}'`),
  exitComesFirst: false,
};

const python312: CoroutineProfile = {
  ...python311,
  absentMembers: new Set([...states, ...newIn313]),
  warnsOfThrowArguments: true,
  handlingDropsTraceback: false,
  throwsPastDelegation: false,
  finishedFramesLinkBack: true,
};

const python313: CoroutineProfile = {
  ...python312,
  absentMembers: new Set(states),
  awaitablesAreCoroutines: true,
};

const python314: CoroutineProfile = { ...python313, finishedFramesLinkBack: false, stopHoldsNone: true, exitComesFirst: true };

const python315: CoroutineProfile = {
  ...python314,
  finalReturnIsReported: false,
  absentMembers: new Set(),
  athrowCountsAtOnce: true,
  awaitReturned: (type, got) => `${type}.__await__() must return an iterator, not ${got}`,
};

const profiles: Readonly<Record<PythonVersion, CoroutineProfile>> = {
  '3.11': python311,
  '3.12': python312,
  '3.13': python313,
  '3.14': python314,
  '3.15': python315,
};

export const coroutinesOf = (version: PythonVersion): CoroutineProfile => profiles[version];
