import { Op } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { DICT, LIST, NONE, STR, TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr, getAttrOrNull } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { length } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { isinstance } from '../../objects/classcheck.ts';
import { finish, peek, push, type Instruction } from './instruction.ts';

function* lengthObject(rt: Runtime, object: Ref): Steps<Ref> {
  return rt.newInt(yield* length(rt, object));
}

const testFlag =
  (flag: number, ...exact: readonly Ref[]): Instruction =>
  (vm, frame) => {
    const { rt } = vm;
    const subject = peek(vm, frame, 1);
    push(vm, frame, rt.newBool(exact.includes(rt.heap.type[subject]!) || (rt.typeOf(subject).flags & flag) !== 0));
  };

/** The values of a mapping under a tuple of keys, as a tuple; None if one is missing (match_keys). */
function* matchKeys(rt: Runtime, mapping: Ref, keys: Ref): Steps<Ref> {
  const { heap } = rt;
  const get = yield* settle(rt, getAttr(rt, mapping, rt.name('get')));
  const missing = heap.allocateTracked(LIST, []);
  const values: Ref[] = [];
  try {
    for (const key of itemsOf(rt, keys)) {
      values.push(yield { callable: get, args: [key, missing], keywords: NULL });
      if (values.at(-1) === missing) return NONE;
    }
    return newTuple(rt, values.splice(0));
  } finally {
    for (const value of values) heap.decref(value);
    heap.decref(missing);
    heap.decref(get);
  }
}

const selfMatching =
  TypeFlag.INT_SUBCLASS | TypeFlag.LIST_SUBCLASS | TypeFlag.TUPLE_SUBCLASS | TypeFlag.BYTES_SUBCLASS | TypeFlag.STR_SUBCLASS | TypeFlag.DICT_SUBCLASS;

/** Whether a lone positional sub-pattern matches the subject itself (_Py_TPFLAGS_MATCH_SELF). */
function matchesSelf(rt: Runtime, type: Ref): boolean {
  const { flags, name } = rt.typeObject(type);
  return (flags & selfMatching) !== 0 || rt.profile.selfMatchingTypes.includes(name);
}

/** Mirrors match_class(): the attributes of the subject as a tuple, or None. */
function* matchClass(rt: Runtime, subject: Ref, type: Ref, positional: number, names: Ref): Steps<Ref> {
  const { heap } = rt;
  if ((rt.typeOf(type).flags & TypeFlag.TYPE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, rt.profile.words.patternOfNoClass);
  if (!(yield* isinstance(rt, subject, type))) return NONE;
  const className = rt.typeObject(type).name;
  const values: Ref[] = [];
  const seen = new Set<string>();
  let matchArgs: Ref = NULL;
  try {
    if (positional !== 0) {
      matchArgs = yield* getAttrOrNull(rt, type, rt.name('__match_args__'));
      if (matchArgs !== NULL && heap.type[matchArgs] !== TUPLE) {
        raise(rt, TYPE_ERROR, `${className}.__match_args__ must be a tuple (got ${typeName(rt, matchArgs)})`);
      }
      const ofSelf = matchArgs === NULL && matchesSelf(rt, type);
      const allowed = ofSelf ? 1 : matchArgs === NULL ? 0 : itemsOf(rt, matchArgs).length;
      if (allowed < positional) raise(rt, TYPE_ERROR, `${className}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${positional} given)`);
      if (ofSelf) values.push(heap.incref(subject));
      for (let i = 0; !ofSelf && i < positional; i++) {
        const name = itemsOf(rt, matchArgs)[i]!;
        if (heap.type[name] !== STR) raise(rt, TYPE_ERROR, `__match_args__ elements must be strings (got ${typeName(rt, name)})`);
        const value = yield* matchAttribute(rt, subject, className, name, seen);
        if (value === NULL) return NONE;
        values.push(value);
      }
      heap.xdecref(matchArgs);
      matchArgs = NULL;
    }
    for (const name of itemsOf(rt, names)) {
      const value = yield* matchAttribute(rt, subject, className, name, seen);
      if (value === NULL) return NONE;
      values.push(value);
    }
    return newTuple(rt, values.splice(0));
  } finally {
    heap.xdecref(matchArgs);
    for (const value of values) heap.decref(value);
  }
}

/** Mirrors match_class_attr(): NULL where the subject has none. */
function* matchAttribute(rt: Runtime, subject: Ref, className: string, name: Ref, seen: Set<string>): Steps<Ref> {
  const text = rt.text(name);
  if (seen.has(text)) raise(rt, TYPE_ERROR, `${className}() got multiple sub-patterns for attribute '${text}'`);
  seen.add(text);
  return yield* getAttrOrNull(rt, subject, rt.name(text));
}

export const patternInstructions: Partial<Record<Op, Instruction>> = {
  [Op.GET_LEN]: (vm, frame) => finish(vm, frame, 0, begin(vm.rt, lengthObject(vm.rt, peek(vm, frame, 1)))),
  [Op.MATCH_MAPPING]: testFlag(TypeFlag.MAPPING, DICT),
  [Op.MATCH_SEQUENCE]: testFlag(TypeFlag.SEQUENCE, LIST, TUPLE),
  [Op.MATCH_KEYS]: (vm, frame) => finish(vm, frame, 0, begin(vm.rt, matchKeys(vm.rt, peek(vm, frame, 2), peek(vm, frame, 1)))),
  [Op.MATCH_CLASS]: (vm, frame, positional) => {
    finish(vm, frame, 3, begin(vm.rt, matchClass(vm.rt, peek(vm, frame, 3), peek(vm, frame, 2), positional, peek(vm, frame, 1))));
  },
};
