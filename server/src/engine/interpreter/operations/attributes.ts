import { TypeFlag } from '../../heap/heap.ts';
import { FUNCTION, METHOD_DESCRIPTOR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { genericGetAttr, genericSetAttr, getAttr, setAttr, setInstanceValue, storeInline } from '../../objects/core/attributes.ts';
import { lookup } from '../../objects/core/lookup.ts';
import type { TypeObject } from '../../objects/core/typeobject.ts';
import { SlotMember } from '../../objects/descriptors.ts';
import { getterOf } from '../../objects/property.ts';
import { Resume, type Frame } from '../../objects/frame.ts';
import { releasePair } from '../operands.ts';
import { callDirectly, isDirect } from './direct.ts';
import { Otherwise, suspendOn, type Operation } from './operation.ts';

/*
 * Attributes, where the first entry of the instruction's cache is not it. Each has two, for code that works on instances of two
 * classes: the second is as far behind the first as there are instructions.
 */

/** What the second entry holds for a type; −1 where it is another's. */
function secondEntry({ code, pc }: Frame, type: TypeObject): number {
  const second = pc + code.instructions.length;
  return code.cacheKeys[second] === type.version ? code.cacheValues[second]! : -1;
}

/** Fills the first entry, if it is free, else the second. */
function remember({ code, pc }: Frame, type: TypeObject, value: number): void {
  const entry = code.cacheKeys[pc] === 0 ? pc : pc + code.instructions.length;
  code.cacheKeys[entry] = type.version;
  code.cacheValues[entry] = value;
}

export const loadAttr: Operation = (vm, frame, sp, instruction) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const { code, pc } = frame;
  const owner = stack[sp - 1]!;
  const name = code.names[instruction >>> 8]!;
  const type = heap.payload[heap.type[owner]!] as TypeObject;
  const at = secondEntry(frame, type);
  let result: Eventual = NULL;
  if (at >= 0) {
    const attributes = heap.attributes[owner];
    if (attributes !== undefined && !attributes[0]) {
      const value = attributes[at];
      if (value) result = heap.incref(value);
    }
  }
  if (result === NULL && type.slots.tp_getattro === genericGetAttr) {
    const getter = getterOf(rt, lookup(rt, heap.type[owner]!, name));
    if (isDirect(vm, getter, 1)) {
      callDirectly(vm, frame, sp, Resume.FINISH, 1, getter, owner);
      return Otherwise.REENTER;
    }
  }
  if (result === NULL) {
    result = getAttr(rt, owner, name);
    if (at < 0 && code.cacheKeys[pc] !== type.version && type.slots.tp_getattro === genericGetAttr) {
      const found = lookup(rt, heap.type[owner]!, name);
      const index = found === NULL ? type.sharedKeys?.index.get(name) : undefined;
      const member = found === NULL ? undefined : heap.payload[found];
      const place = index !== undefined ? type.valuesStart + index : member instanceof SlotMember ? member.index : -1;
      if (place >= 0) remember(frame, type, place);
    }
    if (result === SUSPENDED) return suspendOn(vm, frame, sp, 1);
  }
  stack[sp - 1] = result;
  rt.journal?.seen(code, pc, result);
  heap.decref(owner);
  return sp;
};

export const loadMethod: Operation = (vm, frame, sp, instruction) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const { code, pc } = frame;
  const owner = stack[sp - 1]!;
  const typeRef = heap.type[owner]!;
  const type = heap.payload[typeRef] as TypeObject;
  const attributes = heap.attributes[owner];
  const isBare = attributes === undefined || !attributes[0];
  const name = code.names[instruction >>> 8]!;
  let method = NULL;
  if (isBare) {
    const cached = secondEntry(frame, type);
    if (cached >= 0) method = cached as Ref;
    else if (type.slots.tp_getattro === genericGetAttr) {
      const found = lookup(rt, typeRef, name);
      const kind = found === NULL ? NULL : heap.type[found]!;
      if ((kind === FUNCTION || kind === METHOD_DESCRIPTOR) && !type.sharedKeys?.index.has(name)) {
        method = found;
        remember(frame, type, method);
      }
    }
  }
  if (method !== NULL) {
    heap.refcount[method]!++;
    stack[sp - 1] = method;
    stack[sp] = owner;
    rt.journal?.seen(code, pc, method);
    return sp + 1;
  }
  const result = getAttr(rt, owner, name);
  if (result === SUSPENDED) {
    frame.resume = Resume.METHOD;
    return suspendOn(vm, frame, sp, 1);
  }
  stack[sp - 1] = result;
  stack[sp] = NULL;
  rt.journal?.seen(code, pc, result);
  heap.decref(owner);
  return sp + 1;
};

export const storeAttr: Operation = (vm, frame, sp, instruction) => {
  const { rt } = vm;
  const { heap, stack } = rt;
  const { code, pc } = frame;
  const owner = stack[sp - 1]!;
  const value = stack[sp - 2]!;
  const type = heap.payload[heap.type[owner]!] as TypeObject;
  const at = type.version === code.cacheKeys[pc] ? code.cacheValues[pc]! : secondEntry(frame, type);
  if (at >= 0) {
    const attributes = heap.attributes[owner];
    if (attributes !== undefined && !attributes[0]) {
      const old = attributes[at];
      if (old) attributes[at] = value;
      else storeInline(rt, owner, attributes, type, at - type.valuesStart, value);
      rt.journal?.seen(code, pc, value);
      if (old) heap.decref(old);
      heap.decref(owner);
      return sp - 2;
    }
  }
  const name = code.names[instruction >>> 8]!;
  let result: Eventual = NULL;
  if (type.slots.tp_setattro === genericSetAttr && (type.flags & TypeFlag.MANAGED_DICT) !== 0 && lookup(rt, heap.type[owner]!, name) === NULL) {
    setInstanceValue(rt, owner, name, value, type);
    const index = type.sharedKeys?.index.get(name);
    if (index !== undefined) remember(frame, type, type.valuesStart + index);
  } else result = setAttr(rt, owner, name, value);
  rt.journal?.seen(code, pc, value);
  if (result === SUSPENDED) return suspendOn(vm, frame, sp, 2);
  releasePair(rt, value, owner);
  return sp - 2;
};

