import { Compare } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { NOT_IMPLEMENTED, SIMPLE_NAMESPACE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { instanceDict, setNamespaceItem } from './core/attributes.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { newInstance } from './core/instance.ts';
import { isInstance } from './core/lookup.ts';
import { itemsOf, tableOf } from './core/make.ts';
import { enterRepr, leaveRepr, repr, richCompare } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { dictAttribute } from './object.ts';

/** A `types.SimpleNamespace`; takes over the references. */
export function newNamespace(rt: Runtime, values: Readonly<Record<string, Ref>>): Ref {
  const namespace = newInstance(rt, SIMPLE_NAMESPACE, undefined);
  for (const [name, value] of Object.entries(values)) setNamespaceItem(rt, instanceDict(rt, namespace), rt.name(name), value);
  return namespace;
}

function* showNamespace(rt: Runtime, self: Ref): Steps<Ref> {
  const { heap } = rt;
  const name = heap.type[self] === SIMPLE_NAMESPACE ? 'namespace' : rt.typeOf(self).name;
  if (!enterRepr(rt, self)) return rt.newStr(`${name}(...)`);
  const dict = heap.incref(instanceDict(rt, self));
  try {
    const shown: string[] = [];
    const { keys, values } = tableOf(rt, dict).copy(rt);
    for (const [i, key] of keys.entries()) {
      const text = yield* settle(rt, repr(rt, values[i]!));
      shown.push(`${rt.text(key)}=${rt.text(text)}`);
      heap.decref(text);
    }
    return rt.newStr(`${name}(${shown.join(', ')})`);
  } finally {
    heap.decref(dict);
    leaveRepr(rt, self);
  }
}

defineType({
  handle: SIMPLE_NAMESPACE,
  name: 'SimpleNamespace',
  module: 'types',
  flags: TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE | TypeFlag.MANAGED_DICT,
  slots: {
    tp_new: (rt, type) => newInstance(rt, type, undefined),
    tp_init: (rt, self, args, keywords) => {
      const names = keywords === NULL ? [] : itemsOf(rt, keywords);
      if (args.length > names.length) raise(rt, TYPE_ERROR, 'no positional arguments expected');
      for (const [i, name] of names.entries()) setNamespaceItem(rt, instanceDict(rt, self), name, rt.heap.incref(args[i]!));
      return NULL;
    },
    tp_repr: (rt, self) => begin(rt, showNamespace(rt, self)),
    tp_richcompare: (rt, left, right, op) => {
      if (!isInstance(rt, left, SIMPLE_NAMESPACE) || !isInstance(rt, right, SIMPLE_NAMESPACE)) return NOT_IMPLEMENTED;
      if (op !== Compare.EQ && op !== Compare.NE) return NOT_IMPLEMENTED;
      return richCompare(rt, instanceDict(rt, left), instanceDict(rt, right), op);
    },
    tp_hash: null,
  },
  attributes: [dictAttribute],
});
