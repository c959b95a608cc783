import { INT, NONE, SYSTEM_EXIT } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { replayAllocations } from '../interpreter/allocations.ts';
import { deathSteps } from '../interpreter/deaths.ts';
import { runSource } from '../interpreter/imports.ts';
import { writeObject } from '../modules/builtins/text.ts';
import { doMethod } from '../modules/io/calls.ts';
import { getAttr, getNamespaceItem, removeNamespaceItem, setNamespaceItem } from '../objects/core/attributes.ts';
import { caught, exceptionOf, matches } from '../objects/core/errors.ts';
import { str } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle, type Steps } from '../objects/core/suspend.ts';
import { moduleDict } from '../objects/module.ts';
import { finalize } from './finalize.ts';
import { prepareScript, type InterpreterState } from './startup.ts';

/** How the program ended. */
export interface Outcome {
  route: 'end-of-file' | 'uncaught-exception' | 'sys.exit' | 'syntax-error';
  status: number;
}

/** Mirrors Py_RunMain(): 1 the script; 2 an uncaught exception; 3 Py_FinalizeEx; 4 the exit status. */
export function* runMain(rt: Runtime, state: InterpreterState, path: string, source: string, outcome: Outcome): Steps<Ref> {
  const { journal } = rt;
  rt.journal = null;
  yield* prepareScript(rt, path);
  rt.journal = journal;
  // 1
  try {
    const main = rt.heap.incref(getNamespaceItem(rt, rt.modules, rt.name('__main__')));
    try {
      yield* replayAllocations(rt, rt.profile.collector.allocationsOfScript);
      try {
        yield* runSource(rt, source, path, moduleDict(rt, main));
      } finally {
        yield* flushStreams(rt);
      }
    } finally {
      for (const name of ['__file__', '__cached__']) removeNamespaceItem(rt, moduleDict(rt, main), rt.name(name));
      rt.heap.decref(main);
    }
    rt.journal?.stage('end');
  } catch (error) {
    // 2
    rt.journal?.stage('end');
    yield* uncaught(rt, caught(rt, error), outcome);
  }
  if (rt.heap.deaths.blocked !== NULL) yield* deathSteps(rt);
  // 3
  const flushed = yield* finalize(rt, state);
  // 4
  if (flushed !== 0) outcome.status = flushed;
  return NONE;
}

/** Mirrors flush_io(): what fails is dropped, and an exception under way flies on. */
function* flushStreams(rt: Runtime): Steps<void> {
  const under = rt.exception;
  rt.exception = NULL;
  for (const name of ['stderr', 'stdout']) {
    const file = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name(name));
    if (file === NULL) continue;
    try {
      yield* doMethod(rt, file, 'flush');
    } catch (error) {
      rt.heap.decref(caught(rt, error));
    }
  }
  rt.exception = under;
}

/** Mirrors _PyErr_PrintEx(): SystemExit sets the status, anything else is shown by `sys.excepthook` and remembered. */
function* uncaught(rt: Runtime, exception: Ref, outcome: Outcome): Steps<void> {
  const { heap } = rt;
  rt.journal?.ended(exception);
  if (matches(rt, exception, SYSTEM_EXIT)) {
    outcome.route = 'sys.exit';
    outcome.status = yield* exitStatus(rt, exception);
    heap.decref(exception);
    return;
  }
  outcome.route = 'uncaught-exception';
  outcome.status = 1;
  yield* rememberLast(rt, exception);
  yield* callExceptHook(rt, exception);
  heap.decref(exception);
}

/** Mirrors _Py_HandleSystemExit(): None is 0, an int itself, anything else is printed to stderr and 1. */
function* exitStatus(rt: Runtime, exception: Ref): Steps<number> {
  const { heap } = rt;
  const code = yield* settle(rt, getAttr(rt, exception, rt.name('code')));
  try {
    if (code === NONE) return 0;
    if (heap.type[code] === INT) return Number(BigInt.asUintN(8, BigInt(heap.payload[code] as number | bigint)));
    const stderr = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('stderr'));
    if (stderr !== NULL && stderr !== NONE) {
      const text = yield* settle(rt, str(rt, code));
      yield* writeObject(rt, stderr, text);
      heap.decref(text);
      yield* writeError(rt, '\n');
    }
    return 1;
  } finally {
    heap.decref(code);
  }
}

/** `sys.last_exc`, `last_type`, `last_value` and `last_traceback` keep the exception, and so its frames, until modules go. */
function* rememberLast(rt: Runtime, exception: Ref): Steps<void> {
  const { heap } = rt;
  const put = (name: string, value: Ref): void => setNamespaceItem(rt, rt.sysDict, rt.name(name), heap.incref(value));
  const { traceback } = exceptionOf(rt, exception);
  if (rt.profile.exit.hasLastExc) put('last_exc', exception);
  put('last_type', heap.type[exception]!);
  put('last_value', exception);
  put('last_traceback', traceback === NULL ? NONE : traceback);
}

/** Calls `sys.excepthook`; its own errors are shown beside the original. */
function* callExceptHook(rt: Runtime, exception: Ref): Steps<void> {
  const { heap } = rt;
  const hook = getNamespaceItem(rt, rt.sysDict, rt.name('excepthook'));
  if (hook === NULL || hook === NONE) {
    yield* rt.hooks.printException(rt, exception);
    return;
  }
  heap.incref(hook);
  const { traceback } = exceptionOf(rt, exception);
  try {
    heap.decref(yield { callable: hook, args: [heap.type[exception]!, exception, traceback === NULL ? NONE : traceback], keywords: NULL });
  } catch (error) {
    const second = caught(rt, error);
    yield* writeError(rt, 'Error in sys.excepthook:\n');
    yield* rt.hooks.printException(rt, second);
    yield* writeError(rt, '\nOriginal exception was:\n');
    yield* rt.hooks.printException(rt, exception);
    heap.decref(second);
  } finally {
    heap.decref(hook);
  }
}

function* writeError(rt: Runtime, text: string): Steps<void> {
  const stderr = getNamespaceItem(rt, rt.sysDict, rt.name('stderr'));
  if (stderr === NULL || stderr === NONE) return;
  const object = rt.newStr(text);
  yield* writeObject(rt, stderr, object);
  rt.heap.decref(object);
}
