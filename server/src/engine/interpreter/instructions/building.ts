import { Op } from '../../compiler/opcodes.ts';
import { ATTRIBUTE_ERROR, DICT, EMPTY_TUPLE, INT, KEY_ERROR, LIST, NONE, STR, TRUE, TUPLE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { getAttrOrNull } from '../../objects/core/attributes.ts';
import { caught, exceptionOf, matches, raise, raiseKeyError, rethrow } from '../../objects/core/errors.ts';
import { fullTypeName, typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newDict, newList, newTuple } from '../../objects/core/make.ts';
import { contains, format, iter, next, repr, str } from '../../objects/core/protocol.ts';
import { unary } from '../../objects/core/arithmetic.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { ascii } from '../../objects/ascii.ts';
import { dictSet } from '../../objects/dictsearch.ts';
import { copiesPlainly, dictMerge } from '../../objects/dictupdate.ts';
import { Resume, type Frame } from '../../objects/frame.ts';
import { extendList } from '../../objects/list.ts';
import { newInterpolation } from '../../objects/templates/interpolation.ts';
import { newTemplate } from '../../objects/templates/template.ts';
import { newSet, setAdd, updateSet } from '../../objects/setops.ts';
import type { Interpreter } from '../interpreter.ts';
import { finish, peek, pop, push, type Instruction } from './instruction.ts';

/** Takes the top `count` values off the stack, lowest first; they become the caller's. */
function take(vm: Interpreter, frame: Frame, count: number): Ref[] {
  const { stack } = vm.rt;
  frame.sp -= count;
  const values: Ref[] = [];
  for (let i = 0; i < count; i++) values.push(stack[frame.sp + i]!);
  return values;
}

function* fillSet(vm: Interpreter, set: Ref, items: readonly Ref[]): Steps<Ref> {
  try {
    for (const item of items) yield* settle(vm.rt, setAdd(vm.rt, set, item));
    return set;
  } catch (error) {
    vm.rt.heap.decref(set);
    throw error;
  }
}

/** A dict of these keys and values, made at once as far as no key needs Python code. */
function dictOf(vm: Interpreter, keys: readonly Ref[], values: readonly Ref[]): Eventual {
  const { rt } = vm;
  const dict = newDict(rt);
  for (let i = 0; i < keys.length; i++) {
    const type = rt.heap.type[keys[i]!];
    if (type !== STR && type !== INT) return begin(rt, fillDict(vm, dict, keys, values, i));
    dictSet(rt, dict, keys[i]!, values[i]!);
  }
  return dict;
}

function* fillDict(vm: Interpreter, dict: Ref, keys: readonly Ref[], values: readonly Ref[], start: number): Steps<Ref> {
  try {
    for (let i = start; i < keys.length; i++) yield* settle(vm.rt, dictSet(vm.rt, dict, keys[i]!, values[i]!));
    return dict;
  } catch (error) {
    vm.rt.heap.decref(dict);
    throw error;
  }
}

const operands = (vm: Interpreter, frame: Frame, count: number): Ref[] => {
  const values: Ref[] = [];
  for (let i = count; i > 0; i--) values.push(peek(vm, frame, i));
  return values;
};

const buildSet: Instruction = (vm, frame, count) => {
  frame.popCount = count;
  finish(vm, frame, count, begin(vm.rt, fillSet(vm, newSet(vm.rt), operands(vm, frame, count))));
};

const buildMap: Instruction = (vm, frame, count) => {
  const pairs = operands(vm, frame, count * 2);
  const keys = pairs.filter((_, i) => i % 2 === 0);
  const values = pairs.filter((_, i) => i % 2 === 1);
  finish(vm, frame, count * 2, dictOf(vm, keys, values));
};

const buildConstKeyMap: Instruction = (vm, frame, count) => {
  const values = operands(vm, frame, count + 1);
  const keys = itemsOf(vm.rt, values.pop()!);
  finish(vm, frame, count + 1, dictOf(vm, keys, values));
};

const CONVERSIONS = ['', 's', 'r', 'a'];

const buildInterpolation: Instruction = (vm, frame, argument) => {
  const { rt } = vm;
  const hasSpec = (argument & 1) !== 0;
  const count = hasSpec ? 3 : 2;
  const conversion = argument >> 2 === 0 ? NONE : rt.newStr(CONVERSIONS[argument >> 2]!);
  const formatSpec = hasSpec ? peek(vm, frame, 1) : rt.newStr('');
  finish(vm, frame, count, newInterpolation(rt, peek(vm, frame, count), peek(vm, frame, count - 1), conversion, formatSpec));
};

const buildTemplate: Instruction = (vm, frame) => {
  const [strings, interpolations] = take(vm, frame, 2);
  push(vm, frame, newTemplate(vm.rt, strings!, interpolations!));
};

const buildString: Instruction = (vm, frame, count) => {
  const { rt } = vm;
  const pieces = take(vm, frame, count);
  let text = '';
  for (const piece of pieces) text += rt.text(piece);
  rt.charge(pieces.length, text.length);
  const made = rt.newStr(text);
  for (const piece of pieces) rt.heap.decref(piece);
  push(vm, frame, made);
};

function* noValue(steps: Steps<unknown>): Steps<Ref> {
  yield* steps;
  return NULL;
}

/** Starred arguments that are no iterables are named in the words of the call. */
const listExtend: Instruction = (vm, frame, depth) => {
  const { rt } = vm;
  const iterable = peek(vm, frame, 1);
  const list = peek(vm, frame, depth + 1);
  const { slots } = rt.typeOf(iterable);
  if (slots.tp_iter === undefined && slots.sq_item === undefined) {
    raise(rt, TYPE_ERROR, `Value after * must be an iterable, not ${typeName(rt, iterable)}`);
  }
  finishDropping(vm, frame, 1, extendList(rt, list, iterable));
};

/** `finish` for what is done for its effect. */
function finishDropping(vm: Interpreter, frame: Frame, count: number, result: Eventual): void {
  if (result === SUSPENDED) finish(vm, frame, count, begin(vm.rt, dropping(vm, result)));
  else {
    vm.rt.heap.xdecref(result);
    finish(vm, frame, count, NULL);
  }
}

function* dropping(vm: Interpreter, result: Ref | -1): Steps<Ref> {
  vm.rt.heap.xdecref(yield* settle(vm.rt, result));
  return NULL;
}

/** `a, *b, c = iterable`: `argument` is the count before the star and, from bit 8, the count after it (unpack_iterable). */
function* unpack(vm: Interpreter, iterable: Ref, before: number, after: number): Steps<Ref[]> {
  const { rt } = vm;
  const { heap } = rt;
  const starred = after >= 0;
  const type = rt.typeOf(iterable);
  if (type.slots.tp_iter === undefined && type.slots.sq_item === undefined) {
    raise(rt, TYPE_ERROR, `cannot unpack non-iterable ${typeName(rt, iterable)} object`);
  }
  const iterator = yield* settle(rt, iter(rt, iterable));
  const items = newList(rt, []);
  let rest = NULL;
  try {
    const got = heap.payload[items] as Ref[];
    while (got.length < before) {
      const item = yield* settle(rt, next(rt, iterator));
      if (item === NULL) {
        const wanted = starred ? `at least ${before + after}` : `${before}`;
        raise(rt, VALUE_ERROR, `not enough values to unpack (expected ${wanted}, got ${got.length})`);
      }
      got.push(item);
    }
    if (!starred) {
      const extra = yield* settle(rt, next(rt, iterator));
      if (extra !== NULL) {
        heap.decref(extra);
        raise(rt, VALUE_ERROR, rt.profile.words.tooManyToUnpack(before, sizeOf(vm, iterable)));
      }
      heap.payload[items] = [];
      return got;
    }
    rest = newList(rt, []);
    yield* settle(rt, extendList(rt, rest, iterator));
    const others = heap.payload[rest] as Ref[];
    if (others.length < after) {
      raise(rt, VALUE_ERROR, `not enough values to unpack (expected at least ${before + after}, got ${before + others.length})`);
    }
    const tail = others.splice(others.length - after, after);
    heap.payload[items] = [];
    return [...got, heap.incref(rest), ...tail];
  } finally {
    heap.xdecref(rest);
    heap.decref(items);
    heap.decref(iterator);
  }
}

/** Length of the built-in containers that newer messages count; −1 for others. */
const sizeOf = (vm: Interpreter, object: Ref): number => {
  const { heap } = vm.rt;
  switch (heap.type[object]) {
    case LIST:
    case TUPLE:
      return (heap.payload[object] as Ref[]).length;
    case DICT:
      return (heap.payload[object] as { used: number }).used;
    default:
      return -1;
  }
};

/** The values travel as a tuple, which `Resume.UNPACK` spreads. */
function* unpackToTuple(vm: Interpreter, iterable: Ref, before: number, after: number): Steps<Ref> {
  return newTuple(vm.rt, yield* unpack(vm, iterable, before, after));
}

const unpackInto = (vm: Interpreter, frame: Frame, before: number, after: number): void => {
  frame.resume = Resume.UNPACK;
  finish(vm, frame, 1, begin(vm.rt, unpackToTuple(vm, peek(vm, frame, 1), before, after)));
};

const formatValue: Instruction = (vm, frame, argument) => {
  const { rt } = vm;
  const hasSpec = (argument & 4) !== 0;
  const spec = hasSpec ? rt.text(peek(vm, frame, 1)) : '';
  const value = peek(vm, frame, hasSpec ? 2 : 1);
  const conversion = argument & 3;
  finish(vm, frame, hasSpec ? 2 : 1, conversion === 0 ? format(rt, value, spec) : begin(rt, formatSteps(vm, value, conversion, spec, hasSpec)));
};

function* formatSteps(vm: Interpreter, value: Ref, conversion: number, spec: string, hasSpec: boolean): Steps<Ref> {
  const { rt } = vm;
  const converted = yield* settle(rt, conversion === 1 ? str(rt, value) : conversion === 2 ? repr(rt, value) : begin(rt, ascii(rt, value)));
  if (!hasSpec) return converted;
  try {
    return yield* settle(rt, format(rt, converted, spec));
  } finally {
    rt.heap.decref(converted);
  }
}

/** CONTAINS_OP where the container's slot has suspended, or where it has none. */
export function finishContains(vm: Interpreter, frame: Frame, container: Ref, item: Ref, suspended: boolean, inverted: boolean): void {
  const { rt } = vm;
  frame.popCount = 2;
  finish(vm, frame, 2, begin(rt, containsSteps(rt, suspended ? settledTruth(rt) : contains(rt, container, item), inverted)));
}

function* settledTruth(rt: Runtime): Steps<boolean> {
  return (yield* settle(rt, SUSPENDED)) === TRUE;
}

function* containsSteps(rt: Runtime, answer: Steps<boolean>, inverted: boolean): Steps<Ref> {
  return rt.newBool((yield* answer) !== inverted);
}

function* updateSteps(vm: Interpreter, dict: Ref, mapping: Ref): Steps<Ref> {
  const { rt } = vm;
  try {
    return yield* settle(rt, dictMerge(rt, dict, mapping, 'replace'));
  } catch (error) {
    const exception = caught(rt, error);
    if (!(yield* lacksKeys(rt, mapping, exception))) rethrow(rt, exception);
    rt.heap.decref(exception);
    return raise(rt, TYPE_ERROR, `'${mappingName(rt, mapping)}' object is not a mapping`);
  }
}

/** Merges `**mapping` into the keywords of a call, in the words of format_kwargs_error(). */
function* mergeKeywords(vm: Interpreter, dict: Ref, mapping: Ref, callable: Ref): Steps<Ref> {
  const { rt } = vm;
  const { heap } = rt;
  let repeated: Ref;
  try {
    repeated = yield* settle(rt, dictMerge(rt, dict, mapping, 'report'));
    // Up to 3.11 a KeyError that is an instance already stays: any that is raised while another exception is handled.
    if (repeated !== NULL && rt.profile.raisesLazily && rt.handledException() !== NULL) {
      // The dict that `repeated` is in keeps it alive.
      heap.decref(repeated);
      raiseKeyError(rt, repeated);
    }
  } catch (error) {
    const exception = caught(rt, error);
    if (yield* lacksKeys(rt, mapping, exception)) {
      const owner = yield* spreadOwner(rt, callable);
      heap.decref(exception);
      return raise(rt, TYPE_ERROR, `${owner} after ** must be a mapping, not ${mappingName(rt, mapping)}`);
    }
    repeated = blamedKey(rt, exception);
    if (repeated === NULL) rethrow(rt, exception);
    heap.incref(repeated);
    heap.decref(exception);
  }
  if (repeated === NULL) return NULL;
  const name = yield* callableName(rt, callable);
  const shown = yield* settle(rt, str(rt, repeated));
  const message = `${name} got multiple values for keyword argument '${rt.text(shown)}'`;
  heap.decref(shown);
  heap.decref(repeated);
  return raise(rt, TYPE_ERROR, message);
}

/** The key of a KeyError that passes for that of a repeated keyword, borrowed, or NULL. Up to 3.11 not one of Python code. */
function blamedKey(rt: Runtime, exception: Ref): Ref {
  if (rt.profile.words.spreadKeepsErrors || !matches(rt, exception, KEY_ERROR)) return NULL;
  const { args, traceback } = exceptionOf(rt, exception);
  if (rt.profile.raisesLazily && (traceback !== NULL || rt.handledException() !== NULL)) return NULL;
  const items = itemsOf(rt, args);
  return items.length === 1 ? items[0]! : NULL;
}

const mappingName = (rt: Runtime, mapping: Ref): string => (rt.profile.words.spreadKeepsErrors ? fullTypeName : typeName)(rt, mapping);

/** Whether the exception, borrowed, is taken for the want of a `keys` method: any AttributeError, or with 3.15 only that. */
function* lacksKeys(rt: Runtime, mapping: Ref, exception: Ref): Steps<boolean> {
  if (!matches(rt, exception, ATTRIBUTE_ERROR)) return false;
  if (!rt.profile.words.spreadKeepsErrors) return true;
  try {
    const keys = yield* getAttrOrNull(rt, mapping, rt.name('keys'));
    rt.heap.xdecref(keys);
    return keys === NULL;
  } catch (error) {
    const other = caught(rt, error);
    rt.heap.decref(exception);
    return rethrow(rt, other);
  }
}

/** How the error about an argument after `*` or `**` begins. */
export function* spreadOwner(rt: Runtime, callable: Ref): Steps<string> {
  return rt.profile.words.spreadNamesCallable ? `${yield* callableName(rt, callable)} argument` : 'Value';
}

/** How a call's errors name what is called (_PyObject_FunctionStr). */
export function* callableName(rt: Runtime, callable: Ref): Steps<string> {
  const qualname = yield* getAttrOrNull(rt, callable, rt.name('__qualname__'));
  if (qualname === NULL) {
    const shown = yield* settle(rt, str(rt, callable));
    const text = rt.text(shown);
    rt.heap.decref(shown);
    return text;
  }
  const module = yield* getAttrOrNull(rt, callable, rt.name('__module__'));
  const owner = module === NULL || module === NONE || rt.text(module) === 'builtins' ? '' : `${rt.text(module)}.`;
  const text = `${owner}${rt.text(qualname)}()`;
  rt.heap.decref(qualname);
  rt.heap.xdecref(module);
  return text;
}

export const buildingInstructions: Partial<Record<Op, Instruction>> = {
  [Op.BUILD_SET]: buildSet,
  [Op.BUILD_MAP]: buildMap,
  [Op.BUILD_CONST_KEY_MAP]: buildConstKeyMap,
  [Op.BUILD_STRING]: buildString,
  [Op.BUILD_INTERPOLATION]: buildInterpolation,
  [Op.BUILD_TEMPLATE]: buildTemplate,
  [Op.LIST_EXTEND]: listExtend,
  [Op.LIST_TO_TUPLE]: (vm, frame) => {
    const { rt } = vm;
    const list = pop(vm, frame);
    const items = itemsOf(rt, list).map((item) => rt.heap.incref(item));
    rt.heap.decref(list);
    push(vm, frame, items.length === 0 ? EMPTY_TUPLE : newTuple(rt, items));
  },
  [Op.SET_ADD]: (vm, frame, depth) => finishDropping(vm, frame, 1, setAdd(vm.rt, peek(vm, frame, depth + 1), peek(vm, frame, 1))),
  [Op.SET_UPDATE]: (vm, frame, depth) => finish(vm, frame, 1, begin(vm.rt, noValue(updateSet(vm.rt, peek(vm, frame, depth + 1), peek(vm, frame, 1))))),
  [Op.MAP_ADD]: (vm, frame, depth) => finishDropping(vm, frame, 2, dictSet(vm.rt, peek(vm, frame, depth + 2), peek(vm, frame, 2), peek(vm, frame, 1))),
  [Op.DICT_UPDATE]: (vm, frame, depth) => finish(vm, frame, 1, begin(vm.rt, updateSteps(vm, peek(vm, frame, depth + 1), peek(vm, frame, 1)))),
  [Op.DICT_MERGE]: (vm, frame, depth) => {
    const callable = peek(vm, frame, depth + 4);
    const dict = peek(vm, frame, depth + 1);
    const mapping = peek(vm, frame, 1);
    finish(vm, frame, 1, copiesPlainly(vm.rt, dict, mapping) ? NULL : begin(vm.rt, mergeKeywords(vm, dict, mapping, callable)));
  },
  [Op.UNPACK_SEQUENCE]: (vm, frame, count) => unpackInto(vm, frame, count, -1),
  [Op.UNPACK_EX]: (vm, frame, argument) => unpackInto(vm, frame, argument & 0xff, argument >>> 8),
  [Op.FORMAT_VALUE]: formatValue,
  [Op.UNARY_POSITIVE]: (vm, frame) => finish(vm, frame, 1, unary(vm.rt, 'nb_positive', peek(vm, frame, 1))),
  [Op.UNARY_INVERT]: (vm, frame) => finish(vm, frame, 1, unary(vm.rt, 'nb_invert', peek(vm, frame, 1))),
};
