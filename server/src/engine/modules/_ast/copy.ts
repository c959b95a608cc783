import { EMPTY_TUPLE, NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getAttr, getAttrOrNull } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newDict, newTuple, tupleOf } from '../../objects/core/make.ts';
import { collect, repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { dictGet } from '../../objects/dictsearch.ts';
import { isUnion } from '../../objects/union.ts';
import { astOf } from '../../versions/astnodes.ts';

/** Mirrors ast_type_reduce(): from 3.13 on, None stands for each of the first fields, which the state then sets. */
export function* reduceNode(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const type = heap.type[self]!;
  const state = yield* getAttrOrNull(rt, self, rt.name('__dict__'));
  if (state === NULL) return tupleOf(rt, type, EMPTY_TUPLE);
  let given = 0;
  if (astOf(rt.profile.version).hasFieldTypes) {
    const names = yield* namesIn(rt, type, '_fields');
    for (const name of names) {
      const value = yield* settle(rt, dictGet(rt, state, name));
      if (value === NULL) break;
      heap.decref(value);
      given++;
    }
    for (const name of names) heap.decref(name);
  }
  return newTuple(rt, [heap.incref(type), newTuple(rt, Array<Ref>(given).fill(NONE)), state]);
}

/** The names that a class lists under `attribute`, owned. */
function* namesIn(rt: Runtime, type: Ref, attribute: string): Steps<Ref[]> {
  const names = yield* settle(rt, getAttr(rt, type, rt.name(attribute)));
  try {
    return yield* collect(rt, names);
  } finally {
    rt.heap.decref(names);
  }
}

/**
 * Mirrors ast_type_replace(): 1 the names of fields and attributes; 2 in 3.14, what is not among them or would be
 * missing; 3 the values that the node has, and over them the new ones; 4 another node of them.
 */
export function* replaceNode(rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const changed = keywords === NULL ? [] : itemsOf(rt, keywords);
  if (args.length > changed.length) raise(rt, TYPE_ERROR, '__replace__() takes no positional arguments');
  const type = heap.type[self]!;
  const own = yield* getAttrOrNull(rt, self, rt.name('__dict__'));
  const held = own === NULL ? [newDict(rt)] : [own];
  const dict = held[0]!;
  try {
    // 1
    const fields = yield* namesIn(rt, type, '_fields');
    held.push(...fields);
    const attributes = yield* namesIn(rt, type, '_attributes');
    held.push(...attributes);
    // 3
    const values = new Map<string, Ref>();
    for (const name of [...fields, ...attributes]) {
      const value = yield* settle(rt, dictGet(rt, dict, name));
      if (value === NULL) continue;
      held.push(value);
      values.set(rt.text(name), value);
    }
    // 2
    if (astOf(rt.profile.version).checksFields === 'warns') {
      const known = new Set([...fields, ...attributes].map((name) => rt.text(name)));
      const expected = new Set(fields.map((name) => rt.text(name)).filter((name) => !values.has(name)));
      for (const name of changed) {
        expected.delete(rt.text(name));
        if (known.delete(rt.text(name))) continue;
        const shown = yield* settle(rt, repr(rt, name));
        const text = rt.text(shown);
        heap.decref(shown);
        raise(rt, TYPE_ERROR, `${typeName(rt, self)}.__replace__ got an unexpected keyword argument ${text}.`);
      }
      yield* dropOptional(rt, type, expected);
      if (expected.size !== 0) {
        const names = [...expected].map((name) => `'${name}'`).sort();
        raise(rt, TYPE_ERROR, `${typeName(rt, self)}.__replace__ missing ${names.length} keyword argument${names.length === 1 ? '' : 's'}: ${names.join(', ')}.`);
      }
    }
    for (const [i, name] of changed.entries()) values.set(rt.text(name), args[i]!);
    // 4
    const names = newTuple(rt, [...values.keys()].map((name) => rt.intern(name)));
    held.push(names);
    return yield* call(type, [...values.values()], names);
  } finally {
    for (const ref of held) heap.decref(ref);
  }
}

/** Fields that may be None need not be given. */
function* dropOptional(rt: Runtime, type: Ref, expected: Set<string>): Steps<void> {
  const types = yield* getAttrOrNull(rt, type, rt.name('_field_types'));
  if (types === NULL) return;
  for (const name of [...expected]) {
    const held = yield* settle(rt, dictGet(rt, types, rt.name(name)));
    if (held === NULL) continue;
    if (isUnion(rt, held)) expected.delete(name);
    rt.heap.decref(held);
  }
  rt.heap.decref(types);
}
