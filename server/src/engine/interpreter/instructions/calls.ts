import { Op } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { ASSERTION_ERROR, DICT, FUNCTION, METHOD, NOT_IMPLEMENTED_ERROR, TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getNamespaceItem } from '../../objects/core/attributes.ts';
import { raise, raiseNameError } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newDict, newTuple, tableOf } from '../../objects/core/make.ts';
import { collect } from '../../objects/core/protocol.ts';
import { RunStopped } from '../../objects/core/runtime.ts';
import { copySlots } from '../../objects/core/stackslots.ts';
import { begin, noArguments, type Steps } from '../../objects/core/suspend.ts';
import { Resume, type Frame } from '../../objects/frame.ts';
import { functionOf, methodOf, newFunction } from '../../objects/function.ts';
import type { Interpreter } from '../interpreter.ts';
import { spreadOwner } from './building.ts';
import { finish, peek, pop, push, type Instruction } from './instruction.ts';

const callKeyword: Instruction = (vm, frame, count) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const names = pop(vm, frame);
  const at = frame.sp - count - 2;
  const callable = stack[at]!;
  if (heap.type[callable] === METHOD && stack[at + 1] === NULL) {
    const { func, self } = methodOf(rt, callable);
    stack[at] = heap.incref(func);
    stack[at + 1] = heap.incref(self);
    heap.decref(callable);
  }
  const target = stack[at]!;
  const first = stack[at + 1] === NULL ? at + 2 : at + 1;
  const given = frame.sp - first;
  if (heap.type[target] === FUNCTION) {
    frame.sp = at;
    try {
      vm.callFunction(target, first, given, itemsOf(rt, names));
    } finally {
      heap.decref(names);
    }
    return;
  }
  const args = copySlots(stack, first, given);
  // The names stay on the stack as one more operand while the call runs.
  push(vm, frame, names);
  frame.popCount = count + 3;
  finish(vm, frame, count + 3, vm.callObject(target, args, names));
};

/** `f(*args, **kwargs)`: callable, NULL, args and, with bit 0, keywords on the stack. */
const callFunctionEx: Instruction = (vm, frame, argument) => {
  const { rt } = vm;
  const hasKeywords = (argument & 1) !== 0;
  const count = hasKeywords ? 4 : 3;
  const args = peek(vm, frame, hasKeywords ? 2 : 1);
  if (rt.heap.type[args] !== TUPLE) {
    frame.resume = Resume.ARGUMENTS;
    finish(vm, frame, 0, begin(rt, argumentTuple(vm, peek(vm, frame, count), args)));
    return;
  }
  const keywords = hasKeywords ? peek(vm, frame, 1) : NULL;
  const callable = peek(vm, frame, count);
  if (rt.heap.type[callable] === FUNCTION) {
    callSpread(vm, frame, count, callable, args, keywords);
    return;
  }
  finish(vm, frame, count, begin(rt, callWithTuple(vm, callable, args, keywords)));
};

/**
 * A Python function called with a tuple: the items are copied to the callee, then tuple and dict are released. Where the
 * version keeps them, they stay on the stack as operands of the call.
 */
function callSpread(vm: Interpreter, frame: Frame, count: number, callable: Ref, args: Ref, keywords: Ref): void {
  const { rt } = vm;
  const { heap } = rt;
  const { values, names } = spread(vm, args, keywords);
  const keeps = rt.profile.spreadCallsKeepArguments;
  if (keeps) {
    frame.popCount = count;
    heap.incref(callable);
  } else frame.sp -= count;
  try {
    vm.pushFunction(callable, values, names === NULL ? noArguments : itemsOf(rt, names), keeps ? frame.sp : frame.sp + 2);
  } finally {
    heap.xdecref(names);
    if (!keeps) {
      heap.decref(args);
      heap.xdecref(keywords);
    }
  }
}

/** New references to all arguments, those of the dict last, and the tuple of its keys. */
function spread(vm: Interpreter, args: Ref, keywords: Ref): { values: Ref[]; names: Ref } {
  const { rt } = vm;
  const { heap } = rt;
  const values = itemsOf(rt, args).slice();
  for (let i = 0; i < values.length; i++) heap.refcount[values[i]!]!++;
  if (keywords === NULL || tableOf(rt, keywords).used === 0) return { values, names: NULL };
  const names: Ref[] = [];
  const table = tableOf(rt, keywords);
  for (let i = 0; i < table.keys.length; i++) {
    const key = table.keys[i]!;
    if (key === NULL) continue;
    if ((rt.typeOf(key).flags & TypeFlag.STR_SUBCLASS) === 0) {
      for (const ref of [...values, ...names]) heap.decref(ref);
      raise(rt, TYPE_ERROR, 'keywords must be strings');
    }
    names.push(heap.incref(key));
    values.push(heap.incref(table.values[i]!));
  }
  return { values, names: newTuple(rt, names) };
}

function* callWithTuple(vm: Interpreter, callable: Ref, args: Ref, keywords: Ref): Steps<Ref> {
  const { heap } = vm.rt;
  const { values, names } = spread(vm, args, keywords);
  try {
    return yield { callable, args: values, keywords: names };
  } finally {
    for (const value of values) heap.decref(value);
    heap.xdecref(names);
  }
}

function* argumentTuple(vm: Interpreter, callable: Ref, iterable: Ref): Steps<Ref> {
  const { rt } = vm;
  const { slots } = rt.typeOf(iterable);
  if (slots.tp_iter === undefined && slots.sq_item === undefined) {
    raise(rt, TYPE_ERROR, `${yield* spreadOwner(rt, callable)} after * must be an iterable, not ${typeName(rt, iterable)}`);
  }
  return newTuple(rt, yield* collect(rt, iterable));
}

const makeFunction: Instruction = (vm, frame, flags) => {
  const { rt } = vm;
  const code = pop(vm, frame);
  const made = newFunction(rt, code, frame.globals);
  rt.heap.decref(code);
  const f = functionOf(rt, made);
  if ((flags & 8) !== 0) f.closure = pop(vm, frame);
  if ((flags & 16) !== 0) f.annotate = pop(vm, frame);
  if ((flags & 4) !== 0) f.annotations = annotationsDict(vm, pop(vm, frame));
  if ((flags & 2) !== 0) f.kwdefaults = pop(vm, frame);
  if ((flags & 1) !== 0) f.defaults = pop(vm, frame);
  push(vm, frame, made);
};

/** Annotations come as a tuple of names and values in turn, and become a dict when asked for. */
function annotationsDict(vm: Interpreter, annotations: Ref): Ref {
  const { rt } = vm;
  if (rt.heap.type[annotations] === DICT) return annotations;
  const dict = newDict(rt);
  const table = tableOf(rt, dict);
  const items = itemsOf(rt, annotations);
  for (let i = 0; i < items.length; i += 2) table.append(rt, rt.heap.incref(items[i]!), rt.heap.incref(items[i + 1]!));
  rt.heap.track(dict);
  rt.heap.decref(annotations);
  return dict;
}

const loadBuildClass: Instruction = (vm, frame) => {
  const { rt } = vm;
  const name = rt.name('__build_class__');
  const value = getNamespaceItem(rt, frame.builtins, name);
  if (value === NULL) raiseNameError(rt, name, '__build_class__ not found');
  push(vm, frame, rt.heap.incref(value));
};

export const callInstructions: Partial<Record<Op, Instruction>> = {
  [Op.CALL_KW]: callKeyword,
  [Op.CALL_FUNCTION_EX]: callFunctionEx,
  [Op.MAKE_FUNCTION]: makeFunction,
  [Op.LOAD_BUILD_CLASS]: loadBuildClass,
  [Op.LOAD_ASSERTION_ERROR]: (vm, frame) => push(vm, frame, vm.rt.heap.incref(ASSERTION_ERROR)),
  [Op.LOAD_NOT_IMPLEMENTED_ERROR]: (vm, frame) => push(vm, frame, vm.rt.heap.incref(NOT_IMPLEMENTED_ERROR)),
  [Op.UNSUPPORTED]: (_vm, frame, argument) => {
    throw new RunStopped({ unsupported: frame.code.data.unsupported[argument]!.feature });
  },
};
