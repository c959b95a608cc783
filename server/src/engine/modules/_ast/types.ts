import { EMPTY_TUPLE, INT, LIST, NONE, OBJECT, STR, TYPE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { setAttr, setNamespaceItem } from '../../objects/core/attributes.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { newDict, newTuple, tupleOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import { typeNew } from '../../objects/typenew.ts';
import { unionOr } from '../../objects/union.ts';
import { astOf, nodeClasses, type NodeClass, type NodeField } from '../../versions/astnodes.ts';
import { AST, astState } from './state.ts';

/** Mirrors init_types(): 1 the classes in order; 2 the instances that trees share; 3 what the fields hold. */
export function* makeAstTypes(rt: Runtime): Steps<void> {
  const { types, singletons } = astState(rt);
  if (types.size !== 0) return;
  const classes = nodeClasses(rt.profile.version);
  for (const node of classes.values()) {
    // 1
    const type = yield* makeClass(rt, node);
    types.set(node.name, type);
    if (node.base === null) yield* addAttributes(rt, type, node);
    for (const { name, isOptional } of node.fields) if (isOptional) yield* store(rt, type, name, NONE);
    // 2
    const isShared = node.base !== null && node.fields.length === 0 && classes.get(node.base)!.attributes.length === 0;
    if (isShared) singletons.set(node.name, newInstance(rt, type, undefined));
  }
  // 3
  if (!astOf(rt.profile.version).hasFieldTypes) return;
  for (const node of classes.values()) if (!node.isAbstract) yield* describeFields(rt, types.get(node.name)!, node.fields);
}

/** Mirrors make_type(). */
function* makeClass(rt: Runtime, { name, base, fields, doc }: NodeClass): Steps<Ref> {
  const { heap } = rt;
  const names = fields.length === 0 ? EMPTY_TUPLE : newTuple(rt, fields.map((field) => rt.intern(field.name)));
  const namespace = newDict(rt);
  setNamespaceItem(rt, namespace, rt.name('_fields'), heap.incref(names));
  setNamespaceItem(rt, namespace, rt.name('__match_args__'), names);
  setNamespaceItem(rt, namespace, rt.name('__module__'), rt.intern('ast'));
  setNamespaceItem(rt, namespace, rt.name('__doc__'), rt.newStr(doc));
  const args = [rt.intern(name), tupleOf(rt, base === null ? AST : astState(rt).types.get(base)!), namespace];
  try {
    return yield* typeNew(rt, TYPE, args, NULL);
  } finally {
    for (const arg of args) heap.decref(arg);
  }
}

/** Mirrors add_attributes(). */
function* addAttributes(rt: Runtime, type: Ref, { attributes, optional }: NodeClass): Steps<void> {
  const names = attributes.length === 0 ? EMPTY_TUPLE : newTuple(rt, attributes.map((name) => rt.intern(name)));
  yield* store(rt, type, '_attributes', names);
  rt.heap.decref(names);
  for (const name of optional) yield* store(rt, type, name, NONE);
}

function* store(rt: Runtime, type: Ref, name: string, value: Ref): Steps<void> {
  yield* settle(rt, setAttr(rt, type, rt.name(name), value));
}

/** Mirrors add_ast_annotations(): `_field_types`, which are the annotations too. */
function* describeFields(rt: Runtime, type: Ref, fields: readonly NodeField[]): Steps<void> {
  const types = newDict(rt);
  for (const field of fields) setNamespaceItem(rt, types, rt.name(field.name), yield* fieldType(rt, field));
  yield* store(rt, type, '_field_types', types);
  yield* store(rt, type, '__annotations__', types);
  rt.heap.decref(types);
}

/** What a field holds, as an annotation says it: a new reference. */
function* fieldType(rt: Runtime, { type, shown, isList }: NodeField): Steps<Ref> {
  const plain: Readonly<Record<string, Ref>> = { identifier: STR, string: STR, int: INT, constant: OBJECT };
  const held = plain[type] ?? astState(rt).types.get(type)!;
  if (!shown.includes('?') || isList) return isList ? genericAlias(rt, LIST, held) : rt.heap.incref(held);
  return yield* settle(rt, unionOr(rt, held, NONE));
}
