import { CodeFlag } from '../../compiler/code.ts';
import { Op } from '../../compiler/opcodes.ts';
import { DICT, IMPORT_ERROR, KEY_ERROR, NONE, UNBOUND_LOCAL_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getNamespaceItem, setAttr, setNamespaceItem } from '../../objects/core/attributes.ts';
import { caught, matches, newException, raise, raiseNameError, rethrow, throwException } from '../../objects/core/errors.ts';
import { getItem, setItem, delItem } from '../../objects/core/protocol.ts';
import { newDict, tableOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { cellOf } from '../../objects/cell.ts';
import { BuiltinFunction } from '../../objects/descriptors.ts';
import type { Frame } from '../../objects/frame.ts';
import { isLazyImport } from '../../objects/lazyimport.ts';
import { loadBuiltin } from '../caches.ts';
import { importFromModule, importFunction, importName, importStar } from '../imports.ts';
import { importLazily, loadLazily } from '../lazyimports.ts';
import type { Interpreter } from '../interpreter.ts';
import { finish, peek, pop, push, type Instruction } from './instruction.ts';

const nameAt = (frame: Frame, argument: number): Ref => frame.code.names[argument]!;

const isExactDict = (rt: Runtime, namespace: Ref): boolean => rt.heap.type[namespace] === DICT;

/** A global or built-in name, owned. */
function* loadGlobal(rt: Runtime, frame: Frame, name: Ref): Steps<Ref> {
  const { globals } = frame;
  const own = isExactDict(rt, globals) ? getNamespaceItem(rt, globals, name) : NULL;
  const value = own !== NULL ? rt.heap.incref(own) : isExactDict(rt, globals) ? NULL : yield* itemOrNull(rt, globals, name);
  return value === NULL ? rt.heap.incref(loadBuiltin(rt, frame, name)) : yield* resolved(rt, globals, name, value);
}

/** What a namespace has under `name`, owned: if it is a lazy import, what that stands for. */
function* resolved(rt: Runtime, namespace: Ref, name: Ref, value: Ref): Steps<Ref> {
  if (!isLazyImport(rt, value)) return value;
  try {
    return yield* loadLazily(rt, namespace, name, value);
  } finally {
    rt.heap.decref(value);
  }
}

/** The item of a mapping, or NULL where it raises KeyError. */
function* itemOrNull(rt: Runtime, mapping: Ref, key: Ref): Steps<Ref> {
  try {
    return yield* settle(rt, getItem(rt, mapping, key));
  } catch (error) {
    const exception = caught(rt, error);
    if (!matches(rt, exception, KEY_ERROR)) rethrow(rt, exception);
    rt.heap.decref(exception);
    return NULL;
  }
}

function* loadFromMapping(rt: Runtime, frame: Frame, mapping: Ref, name: Ref): Steps<Ref> {
  const value = yield* itemOrNull(rt, mapping, name);
  return value === NULL ? yield* loadGlobal(rt, frame, name) : yield* resolved(rt, frame.globals, name, value);
}

const loadName: Instruction = (vm, frame, argument) => {
  const { rt } = vm;
  const name = nameAt(frame, argument);
  const namespace = frame.locals === NULL ? frame.globals : frame.locals;
  if (!isExactDict(rt, namespace)) {
    finish(vm, frame, 0, begin(rt, loadFromMapping(rt, frame, namespace, name)));
    return;
  }
  const own = getNamespaceItem(rt, namespace, name);
  const global = own === NULL && isExactDict(rt, frame.globals) ? getNamespaceItem(rt, frame.globals, name) : own;
  if ((own === NULL && !isExactDict(rt, frame.globals)) || (global !== NULL && isLazyImport(rt, global))) {
    finish(vm, frame, 0, begin(rt, own === NULL ? loadGlobal(rt, frame, name) : resolved(rt, frame.globals, name, rt.heap.incref(own))));
    return;
  }
  const value = rt.heap.incref(global === NULL ? loadBuiltin(rt, frame, name) : global);
  push(vm, frame, value);
  rt.journal?.seen(frame.code, frame.pc, value);
};

const storeName: Instruction = (vm, frame, argument) => {
  const { rt } = vm;
  const name = nameAt(frame, argument);
  const namespace = frame.locals === NULL ? frame.globals : frame.locals;
  rt.journal?.seen(frame.code, frame.pc, peek(vm, frame, 1));
  if (isExactDict(rt, namespace)) setNamespaceItem(rt, namespace, name, pop(vm, frame));
  else finish(vm, frame, 1, setItem(rt, namespace, name, peek(vm, frame, 1)));
};

const deleteName: Instruction = (vm, frame, argument) => {
  const { rt } = vm;
  const name = nameAt(frame, argument);
  const namespace = frame.locals === NULL ? frame.globals : frame.locals;
  if (isExactDict(rt, namespace)) deleteFrom(vm, frame, namespace, name);
  else finish(vm, frame, 0, delItem(rt, namespace, name));
};

function deleteFrom(vm: Interpreter, frame: Frame, namespace: Ref, name: Ref): void {
  const { rt } = vm;
  const table = tableOf(rt, namespace);
  const at = table.findStr(rt, name);
  if (at < 0) raiseNameError(rt, name, `name '${rt.text(name)}' is not defined`);
  const key = table.keys[at]!;
  const value = table.values[at]!;
  rt.journal?.seen(frame.code, frame.pc, value);
  table.remove(rt, at);
  rt.heap.decref(key);
  rt.heap.decref(value);
}

/** A local's name for an error message, and the error that an unset one raises (format_exc_unbound). */
export function raiseUnbound(rt: Runtime, frame: Frame, index: number): never {
  const name = frame.code.localNames[index]!;
  const text = rt.text(name);
  if ((frame.code.data.localspluskinds[index]! & 0x80) !== 0) {
    raiseNameError(rt, name, `cannot access free variable '${text}' where it is not associated with a value in enclosing scope`);
  }
  raise(rt, UNBOUND_LOCAL_ERROR, `cannot access local variable '${text}' where it is not associated with a value`);
}

const loadFromDictOrDeref: Instruction = (vm, frame, argument) => {
  const { rt } = vm;
  const mapping = peek(vm, frame, 1);
  finish(vm, frame, 1, begin(rt, steps()));
  function* steps(): Steps<Ref> {
    const value = yield* itemOrNull(rt, mapping, frame.code.localNames[argument]!);
    if (value !== NULL) return value;
    const { contents } = cellOf(rt, rt.stack[frame.base + argument]!);
    if (contents === NULL) raiseUnbound(rt, frame, argument);
    return rt.heap.incref(contents);
  }
};

const deleteFast: Instruction = (vm, frame, argument) => {
  const { rt } = vm;
  const at = frame.base + argument;
  const value = rt.stack[at]!;
  if (value === NULL) raiseUnbound(rt, frame, argument);
  rt.journal?.seen(frame.code, frame.pc, value);
  rt.stack[at] = NULL;
  rt.heap.decref(value);
};

const deleteDeref: Instruction = (vm, frame, argument) => {
  const { rt } = vm;
  const cell = cellOf(rt, rt.stack[frame.base + argument]!);
  const value = cell.contents;
  if (value === NULL) raiseUnbound(rt, frame, argument);
  cell.contents = NULL;
  rt.heap.decref(value);
};

/** What `__import__` is told of the local namespace: None in functions. */
function localsOf(frame: Frame): Ref {
  if (frame.locals !== NULL) return frame.locals;
  return (frame.code.data.flags & CodeFlag.OPTIMIZED) === 0 ? frame.globals : NONE;
}

/** True for the `__import__` of `builtins` itself. */
function isOwnImport(rt: Runtime, callable: Ref): boolean {
  const payload = rt.heap.payload[callable];
  return payload instanceof BuiltinFunction && payload.def === importFunction;
}

function* importSteps(vm: Interpreter, frame: Frame, name: Ref, level: Ref, names: Ref): Steps<Ref> {
  const { rt } = vm;
  const custom = getNamespaceItem(rt, frame.builtins, rt.name('__import__'));
  if (custom === NULL) {
    const error = newException(rt, IMPORT_ERROR, [rt.newStr('__import__ not found')]);
    throwException(rt, error);
  }
  if (isOwnImport(rt, custom)) return yield* importName(rt, frame.globals, rt.text(name), names, Number(rt.heap.payload[level]));
  return yield { callable: custom, args: [name, frame.globals, localsOf(frame), names, level], keywords: NULL };
}

const importFrom: Instruction = (vm, frame, argument) => {
  finish(vm, frame, 0, begin(vm.rt, importFromModule(vm.rt, peek(vm, frame, 1), nameAt(frame, argument))));
};

const setupAnnotations: Instruction = (vm, frame) => {
  const { rt } = vm;
  const name = rt.name('__annotations__');
  const namespace = frame.locals === NULL ? frame.globals : frame.locals;
  if (getNamespaceItem(rt, namespace, name) !== NULL) return;
  setNamespaceItem(rt, namespace, name, newDict(rt));
};

export const nameInstructions: Partial<Record<Op, Instruction>> = {
  [Op.LOAD_NAME]: loadName,
  [Op.STORE_NAME]: storeName,
  [Op.DELETE_NAME]: deleteName,
  [Op.LOAD_GLOBAL]: (vm, frame, argument) => finish(vm, frame, 0, begin(vm.rt, loadGlobal(vm.rt, frame, nameAt(frame, argument)))),
  [Op.STORE_GLOBAL]: (vm, frame, argument) => {
    vm.rt.journal?.seen(frame.code, frame.pc, peek(vm, frame, 1));
    setNamespaceItem(vm.rt, frame.globals, nameAt(frame, argument), pop(vm, frame));
  },
  [Op.DELETE_GLOBAL]: (vm, frame, argument) => deleteFrom(vm, frame, frame.globals, nameAt(frame, argument)),
  [Op.LOAD_LOCALS]: (vm, frame) => push(vm, frame, vm.rt.heap.incref(frame.locals === NULL ? frame.globals : frame.locals)),
  [Op.LOAD_FROM_DICT_OR_DEREF]: loadFromDictOrDeref,
  [Op.LOAD_FROM_DICT_OR_GLOBALS]: (vm, frame, argument) => finish(vm, frame, 1, begin(vm.rt, loadFromMapping(vm.rt, frame, peek(vm, frame, 1), nameAt(frame, argument)))),
  [Op.LOAD_FAST_AND_CLEAR]: (vm, frame, argument) => {
    const { stack } = vm.rt;
    push(vm, frame, stack[frame.base + argument]!);
    stack[frame.base + argument] = NULL;
  },
  [Op.DELETE_FAST]: deleteFast,
  [Op.DELETE_DEREF]: deleteDeref,
  [Op.COPY_FREE_VARS]: (vm, frame, argument) => vm.copyFreeVars(frame, argument),
  [Op.DELETE_ATTR]: (vm, frame, argument) => finish(vm, frame, 1, setAttr(vm.rt, peek(vm, frame, 1), nameAt(frame, argument), NULL)),
  [Op.IMPORT_NAME]: (vm, frame, argument) => {
    finish(vm, frame, 2, begin(vm.rt, importSteps(vm, frame, nameAt(frame, argument), peek(vm, frame, 2), peek(vm, frame, 1))));
  },
  [Op.IMPORT_FROM]: importFrom,
  [Op.IMPORT_LAZILY]: (vm, frame, argument) => {
    const { rt } = vm;
    finish(vm, frame, 2, begin(rt, importLazily(rt, frame, rt.text(nameAt(frame, argument)), peek(vm, frame, 1), Number(rt.heap.payload[peek(vm, frame, 2)]))));
  },
  [Op.IMPORT_STAR]: (vm, frame) => {
    finish(vm, frame, 1, begin(vm.rt, importStar(vm.rt, frame.locals === NULL ? frame.globals : frame.locals, peek(vm, frame, 1))));
  },
  [Op.SETUP_ANNOTATIONS]: setupAnnotations,
};
