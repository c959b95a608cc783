import { TypeFlag } from '../../heap/heap.ts';
import { DICT, INDEX_ERROR, INT, KEY_ERROR, LIST, NONE, STR, TUPLE } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { MISSING } from '../../objects/core/dicttable.ts';
import { newException } from '../../objects/core/errors.ts';
import { lookup } from '../../objects/core/lookup.ts';
import { newList, newTuple, tableOf } from '../../objects/core/make.ts';
import { delItem, getItem, setItem } from '../../objects/core/protocol.ts';
import { copySlots, spreadReversed } from '../../objects/core/stackslots.ts';
import type { TypeObject } from '../../objects/core/typeobject.ts';
import { storeAt } from '../../objects/dictsearch.ts';
import { Resume } from '../../objects/frame.ts';
import { newSlice } from '../../objects/slice.ts';
import { releaseOfOperator, releaseOfStore, releasePair, releaseSliced } from '../operands.ts';
import { callDirectly, isDirect } from './direct.ts';
import { Otherwise, raiseAt, suspendOn, type Operation } from './operation.ts';

export const binarySubscr: Operation = (vm, frame, sp, instruction) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const key = stack[sp - 1]!;
  const container = stack[sp - 2]!;
  const type = heap.type[container]!;
  let result: Eventual = NULL;
  if ((type === LIST || type === TUPLE) && heap.type[key] === INT) {
    const items = heap.payload[container] as Ref[];
    let at = heap.payload[key] as number;
    if (at < 0) at += items.length;
    const item = items[at];
    if (item !== undefined) result = heap.incref(item);
    else if (typeof at === 'number') {
      return raiseAt(vm, frame, sp, newException(rt, INDEX_ERROR, [rt.newStr(type === LIST ? 'list index out of range' : 'tuple index out of range')]));
    }
  } else if (type === DICT && (heap.payload[key] !== undefined || heap.type[key] === STR)) {
    const table = tableOf(rt, container);
    const at = table.findExact(rt, key);
    if (at >= 0) result = heap.incref(table.values[at]!);
    else if (at === MISSING) return raiseAt(vm, frame, sp, newException(rt, KEY_ERROR, [heap.incref(key)]));
  }
  if (result === NULL) {
    const method = ((heap.payload[type] as TypeObject).flags & TypeFlag.HEAP) === 0 ? NULL : lookup(rt, type, rt.name('__getitem__'));
    if (isDirect(vm, method, 2)) {
      callDirectly(vm, frame, sp, Resume.METHOD_ANSWER, 2, method, container, key);
      return Otherwise.REENTER;
    }
    result = getItem(rt, container, key);
    if (result === SUSPENDED) return suspendOn(vm, frame, sp, 2);
  }
  stack[sp - 2] = result;
  rt.journal?.seen(frame.code, frame.pc, result);
  if (instruction >>> 8 === 1) releaseSliced(rt, container, key);
  else releaseOfOperator(rt, container, key);
  return sp - 1;
};

export const storeSubscr: Operation = (vm, frame, sp, instruction) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const key = stack[sp - 1]!;
  const container = stack[sp - 2]!;
  const value = stack[sp - 3]!;
  const type = heap.type[container];
  let result: Eventual = SUSPENDED;
  if (type === LIST && heap.type[key] === INT) {
    const items = heap.payload[container] as Ref[];
    let at = heap.payload[key] as number;
    if (at < 0) at += items.length;
    const old = items[at];
    if (old !== undefined) {
      items[at] = heap.incref(value);
      heap.decref(old);
      result = NULL;
    }
  } else if (type === DICT) {
    const table = tableOf(rt, container);
    const at = table.findExact(rt, key);
    if (at >= -1) {
      storeAt(rt, container, table, at, key, value);
      result = NULL;
    }
  }
  if (result === SUSPENDED) {
    result = setItem(rt, container, key, value);
    if (result === SUSPENDED) return suspendOn(vm, frame, sp, 3);
  }
  releaseOfStore(rt, value, container, key, instruction >>> 8 === 1);
  return sp - 3;
};

export const deleteSubscr: Operation = (vm, frame, sp) => {
  const { rt } = vm;
  const container = rt.stack[sp - 2]!;
  const key = rt.stack[sp - 1]!;
  if (delItem(rt, container, key) === SUSPENDED) return suspendOn(vm, frame, sp, 2);
  releasePair(rt, container, key);
  return sp - 2;
};

export const buildTuple: Operation = ({ rt }, _frame, sp, instruction) => {
  const bottom = sp - (instruction >>> 8);
  rt.stack[bottom] = newTuple(rt, copySlots(rt.stack, bottom, sp - bottom));
  return bottom + 1;
};

export const buildList: Operation = ({ rt }, _frame, sp, instruction) => {
  const bottom = sp - (instruction >>> 8);
  rt.stack[bottom] = newList(rt, copySlots(rt.stack, bottom, sp - bottom));
  return bottom + 1;
};

export const buildSlice: Operation = ({ rt }, _frame, sp, instruction) => {
  const { stack } = rt;
  const bottom = sp - (instruction >>> 8);
  stack[bottom] = newSlice(rt, stack[bottom]!, stack[bottom + 1]!, sp - bottom === 3 ? stack[bottom + 2]! : NONE);
  return bottom + 1;
};

export const unpackSequence: Operation = (vm, _frame, sp, instruction) => {
  const { heap, stack } = vm.rt;
  const sequence = stack[sp - 1]!;
  const count = instruction >>> 8;
  const type = heap.type[sequence];
  if (type === TUPLE || type === LIST) {
    const items = heap.payload[sequence] as Ref[];
    if (items.length === count) {
      spreadReversed(heap, stack, sp - 1, items);
      heap.decref(sequence);
      return sp - 1 + count;
    }
  }
  return Otherwise.EXECUTE;
};
