import type { Heap, Layout } from '../heap/heap.ts';
import { ATTRIBUTE_ERROR, EXCEPTION, NAME_ERROR, UNBOUND_LOCAL_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { instanceDict, setNamespaceItem } from './core/attributes.ts';
import { ExceptionField, exceptionOf, type ExceptionObject } from './core/errors.ts';
import { newDict, newTuple, tableOf } from './core/make.ts';
import { native } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { defineException, exceptionInit, exceptionLayout, fieldOf, memberField, positionals, setField } from './exceptions-base.ts';

/** The `__init__` of a type whose members are given by keyword; `first` is the index of their first field. */
export function initWithKeywords(rt: Runtime, name: string, members: readonly string[], first: number, self: Ref, args: readonly Ref[], keywords: Ref): Ref {
  const positional = positionals(rt, args, keywords);
  exceptionInit(rt, self, positional, NULL);
  const signature = `*, ${members.map((member) => `${member}=`).join(', ')}`;
  const values = keywords === NULL ? members.map(() => NULL) : bind(rt, name, signature, args.slice(positional.length), keywords);
  const exception = exceptionOf(rt, self);
  values.forEach((value, i) => setField(rt, exception, first + i, value === NULL ? NULL : rt.heap.incref(value)));
  return NULL;
}

/** A new dict: the instance's own attributes and these members, as far as they are set. */
export function stateWith(rt: Runtime, self: Ref, members: readonly (readonly [name: string, value: Ref])[]): Ref {
  const { heap } = rt;
  const state = newDict(rt);
  if ((heap.attributes[self]?.[0] ?? NULL) !== NULL) {
    const { keys, values } = tableOf(rt, instanceDict(rt, self));
    for (let i = 0; i < keys.length; i++) if (keys[i] !== NULL) setNamespaceItem(rt, state, keys[i]!, heap.incref(values[i]!));
  }
  for (const [name, value] of members) if (value !== NULL) setNamespaceItem(rt, state, rt.name(name), heap.incref(value));
  return state;
}

/** Mirrors AttributeError_getstate(): `obj` is left out. */
const attributeErrorState = (rt: Runtime, self: Ref): Ref =>
  stateWith(rt, self, [
    ['name', fieldOf(rt, self, ExceptionField.ATTRIBUTE_NAME)],
    ['args', exceptionOf(rt, self).args],
  ]);

/** As the layout of all exceptions, but `obj` goes before `name` (AttributeError_clear). */
const attributeErrorLayout: Layout = {
  traverse: exceptionLayout.traverse,
  clear: (payload, released, heap: Heap, object) => {
    (payload as ExceptionObject).fields.reverse();
    exceptionLayout.clear(payload, released, heap, object);
  },
};

defineException({
  handle: ATTRIBUTE_ERROR,
  name: 'AttributeError',
  base: EXCEPTION,
  addsLayout: true,
  layout: attributeErrorLayout,
  slots: { tp_init: (rt, self, args, keywords) => initWithKeywords(rt, 'AttributeError', ['name', 'obj'], 0, self, args, keywords) },
  methods: [
    native('__getstate__', '', attributeErrorState),
    native('__reduce__', '', (rt, self) =>
      newTuple(rt, [rt.heap.incref(rt.heap.type[self]!), rt.heap.incref(exceptionOf(rt, self).args), attributeErrorState(rt, self)]),
    ),
  ],
  attributes: [memberField('name', ExceptionField.ATTRIBUTE_NAME), memberField('obj', ExceptionField.ATTRIBUTE_OBJECT)],
});

defineException({
  handle: NAME_ERROR,
  name: 'NameError',
  base: EXCEPTION,
  addsLayout: true,
  slots: { tp_init: (rt, self, args, keywords) => initWithKeywords(rt, 'NameError', ['name'], 0, self, args, keywords) },
  attributes: [memberField('name', ExceptionField.NAME_NAME)],
});

defineException({ handle: UNBOUND_LOCAL_ERROR, name: 'UnboundLocalError', base: NAME_ERROR });
