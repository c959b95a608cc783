import { Op } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { BASE_EXCEPTION, NONE, RUNTIME_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { exceptionOf, matches, orNone, raise, setContext } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, PythonError, settle, type Steps } from '../../objects/core/suspend.ts';
import { matchGroup, prepareReraiseStar } from '../../objects/exceptions-star.ts';
import { Resume } from '../../objects/frame.ts';
import { stopError } from '../../objects/generator-types.ts';
import { enterContext } from './contexts.ts';
import { finish, peek, pop, push, type Instruction } from './instruction.ts';

/** Saves the exception handled so far below the new one, which becomes the handled one. */
const pushExcInfo: Instruction = (vm, frame) => {
  const { rt } = vm;
  const value = pop(vm, frame);
  const { exception } = rt.excInfo;
  push(vm, frame, exception === NULL ? NONE : exception);
  rt.excInfo.exception = rt.heap.incref(value);
  push(vm, frame, value);
};

const popExcept: Instruction = (vm, frame) => {
  const { rt } = vm;
  const old = rt.excInfo.exception;
  const previous = pop(vm, frame);
  rt.excInfo.exception = previous === NONE ? NULL : previous;
  rt.heap.xdecref(old);
};

const isExceptionClass = (rt: Runtime, object: Ref): boolean =>
  (rt.typeOf(object).flags & TypeFlag.TYPE_SUBCLASS) !== 0 && rt.typeObject(object).linearization.includes(BASE_EXCEPTION);

/** Mirrors check_except_type_valid(). */
function checkHandlerType(rt: Runtime, type: Ref): void {
  const types = (rt.typeOf(type).flags & TypeFlag.TUPLE_SUBCLASS) !== 0 ? itemsOf(rt, type) : [type];
  for (const each of types) {
    if (!isExceptionClass(rt, each)) raise(rt, TYPE_ERROR, 'catching classes that do not inherit from BaseException is not allowed');
  }
}

/** Mirrors PyErr_GivenExceptionMatches(), tuples in tuples included. */
function givenMatches(rt: Runtime, exception: Ref, type: Ref): boolean {
  if ((rt.typeOf(type).flags & TypeFlag.TUPLE_SUBCLASS) !== 0) return itemsOf(rt, type).some((each) => givenMatches(rt, exception, each));
  return matches(rt, exception, type);
}

const checkExcMatch: Instruction = (vm, frame) => {
  const { rt } = vm;
  const type = peek(vm, frame, 1);
  checkHandlerType(rt, type);
  const result = rt.newBool(givenMatches(rt, peek(vm, frame, 2), type));
  rt.heap.decref(pop(vm, frame));
  push(vm, frame, result);
};

/** Raises again what is on top; with an argument, from the instruction number that many values below. */
const reraise: Instruction = (vm, frame, argument) => {
  const { rt } = vm;
  const own = frame.instruction;
  rt.exception = pop(vm, frame);
  if (argument !== 0) frame.pc = (rt.heap.payload[peek(vm, frame, argument)] as number) + 1;
  vm.propagate(false, own);
};

/** `raise`, `raise x`, `raise x from y` (do_raise). */
const raiseVarargs: Instruction = (vm, frame, count) => {
  const { rt } = vm;
  if (count === 0) {
    const handled = rt.handledException();
    if (handled === NULL) raise(rt, RUNTIME_ERROR, 'No active exception to reraise');
    rt.exception = rt.heap.incref(handled);
    // What is raised again has this frame in its traceback already.
    vm.propagate(false);
    return;
  }
  frame.popCount = count;
  const given = peek(vm, frame, count);
  const made = isExceptionClass(rt, given) ? vm.callObject(given, [], NULL) : exceptionGiven(rt, given);
  const cause = count === 2 ? peek(vm, frame, 1) : NULL;
  if (made !== SUSPENDED && isExceptionInstance(rt, made) && (cause === NULL || isExceptionInstance(rt, cause))) {
    if (cause !== NULL) storeCause(rt, made, rt.heap.incref(cause));
    vm.raiseNow(made);
    return;
  }
  finish(vm, frame, count, begin(rt, raiseSteps(rt, given, made, cause)));
};

const isExceptionInstance = (rt: Runtime, object: Ref): boolean => (rt.typeOf(object).flags & TypeFlag.EXCEPTION_SUBCLASS) !== 0;

function exceptionGiven(rt: Runtime, given: Ref): Ref {
  if (!isExceptionInstance(rt, given)) raise(rt, TYPE_ERROR, 'exceptions must derive from BaseException');
  return rt.heap.incref(given);
}

function* raiseSteps(rt: Runtime, given: Ref, made: Eventual, cause: Ref): Steps<Ref> {
  const exception = yield* settle(rt, made);
  if (!isExceptionInstance(rt, exception)) {
    const wrong = typeName(rt, exception);
    rt.heap.decref(exception);
    raise(rt, TYPE_ERROR, `calling ${reprOfClass(rt, given)} should have returned an instance of BaseException, not <class '${wrong}'>`);
  }
  if (cause !== NULL) yield* setCause(rt, exception, cause);
  setContext(rt, exception);
  rt.exception = exception;
  throw PythonError.raised;
}

const reprOfClass = (rt: Runtime, type: Ref): string => `<class '${rt.typeObject(type).name}'>`;

function* instantiateCause(rt: Runtime, exception: Ref, type: Ref): Steps<Ref> {
  const { heap } = rt;
  let made = NULL;
  try {
    made = yield { callable: type, args: [], keywords: NULL };
  } catch (error) {
    heap.decref(exception);
    throw error;
  }
  if ((rt.typeOf(made).flags & TypeFlag.EXCEPTION_SUBCLASS) !== 0) return made;
  const wrong = typeName(rt, made);
  heap.decref(made);
  heap.decref(exception);
  return raise(rt, TYPE_ERROR, `calling ${reprOfClass(rt, type)} should have returned an instance of BaseException, not <class '${wrong}'>`);
}

function* setCause(rt: Runtime, exception: Ref, given: Ref): Steps<void> {
  const { heap } = rt;
  let cause: Ref;
  if (isExceptionClass(rt, given)) cause = yield* instantiateCause(rt, exception, given);
  else if ((rt.typeOf(given).flags & TypeFlag.EXCEPTION_SUBCLASS) !== 0) cause = heap.incref(given);
  else if (given === NONE) cause = NULL;
  else {
    heap.decref(exception);
    raise(rt, TYPE_ERROR, 'exception causes must derive from BaseException');
  }
  storeCause(rt, exception, cause);
}

/** Mirrors PyException_SetCause(); takes the reference. */
function storeCause(rt: Runtime, exception: Ref, cause: Ref): void {
  const { heap } = rt;
  const payload = exceptionOf(rt, exception);
  const old = payload.cause;
  payload.cause = cause;
  payload.suppressContext = true;
  heap.xdecref(old);
}

/** Looks both special methods up on the type, calls `__enter__`, and leaves `__exit__` below its result. */
const beforeWith: Instruction = (vm, frame) => {
  frame.resume = Resume.UNPACK;
  finish(vm, frame, 1, begin(vm.rt, enterContext(vm.rt, peek(vm, frame, 1), false)));
};

/** Calls `__exit__(type, value, traceback)` of the exception on top. */
const withExceptStart: Instruction = (vm, frame) => {
  const { rt } = vm;
  finish(vm, frame, 0, begin(rt, exitSteps(rt, peek(vm, frame, 4), peek(vm, frame, 1))));
};

function* exitSteps(rt: Runtime, exit: Ref, exception: Ref): Steps<Ref> {
  const traceback = orNone(rt, exceptionOf(rt, exception).traceback);
  try {
    return yield { callable: exit, args: [rt.heap.type[exception]!, exception, traceback], keywords: NULL };
  } finally {
    rt.heap.decref(traceback);
  }
}

/** What the clause handles goes on top of what is left for the next. */
const checkGroupMatch: Instruction = (vm, frame) => {
  const { rt } = vm;
  frame.resume = Resume.UNPACK;
  finish(vm, frame, 2, begin(rt, groupMatchSteps(rt, peek(vm, frame, 2), peek(vm, frame, 1))));
};

function* groupMatchSteps(rt: Runtime, exception: Ref, type: Ref): Steps<Ref> {
  checkHandlerType(rt, type);
  const [match, rest] = yield* matchGroup(rt, exception, type);
  if (match !== NONE) {
    rt.heap.xdecref(rt.excInfo.exception);
    rt.excInfo.exception = rt.heap.incref(match);
  }
  return newTuple(rt, [match, rest]);
}

/** StopIteration in a generator's code becomes RuntimeError; anything else stays (stopiteration_error). */
const stopIterationError: Instruction = (vm, frame) => {
  const error = stopError(vm.rt, peek(vm, frame, 1), frame.code.data.flags);
  if (error === NULL) return;
  vm.rt.heap.decref(pop(vm, frame));
  push(vm, frame, error);
};

export const exceptionInstructions: Partial<Record<Op, Instruction>> = {
  [Op.PUSH_EXC_INFO]: pushExcInfo,
  [Op.POP_EXCEPT]: popExcept,
  [Op.CHECK_EXC_MATCH]: checkExcMatch,
  [Op.CHECK_EG_MATCH]: checkGroupMatch,
  [Op.PREP_RERAISE_STAR]: (vm, frame) => {
    const { rt } = vm;
    finish(vm, frame, 2, begin(rt, prepareReraiseStar(rt, peek(vm, frame, 2), itemsOf(rt, peek(vm, frame, 1)))));
  },
  [Op.RERAISE]: reraise,
  [Op.RAISE_VARARGS]: raiseVarargs,
  [Op.BEFORE_WITH]: beforeWith,
  [Op.WITH_EXCEPT_START]: withExceptStart,
  [Op.STOPITERATION_ERROR]: stopIterationError,
};
