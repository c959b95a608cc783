import { TypeFlag } from '../../heap/heap.ts';
import { NONE, TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { itemsOf, newDict, newTuple, tupleOf } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { collect, repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { getNamespaceItem } from '../../objects/core/attributes.ts';
import { dictSet } from '../../objects/dictsearch.ts';

/** A type of tuples with named fields (PyStructSequence). */
export interface StructSequence {
  readonly type: Ref;
  /** A new instance; takes over the references. `hidden` are the fields behind the tuple's items. */
  make(rt: Runtime, items: Ref[], hidden?: readonly Ref[]): Ref;
}

export interface StructSequenceOptions {
  /** Items of the tuple, behind the named ones, that have no attribute of their own. */
  readonly unnamed?: number;
  /** Fields that are attributes only. */
  readonly hidden?: readonly string[];
  /** The program can call the type. */
  readonly callable?: boolean;
  /** What stands for a hidden field that a call does not give: the index of an item. */
  readonly substitutes?: Readonly<Record<string, number>>;
}

export function defineStructSequence(module: string, name: string, fields: readonly string[], options: StructSequenceOptions = {}): StructSequence {
  const type = moduleTypeHandle();
  const { unnamed = 0, hidden = [], callable = false } = options;
  const shown = module === 'builtins' ? name : `${module}.${name}`;
  const size = fields.length + unnamed;
  const names = [...fields, ...hidden];
  const make = (rt: Runtime, items: Ref[], behind: readonly Ref[] = []): Ref => {
    const object = rt.heap.allocateTracked(type, items);
    // Index 0 is the place of a `__dict__`, which there is none of.
    if (hidden.length !== 0) rt.heap.attributes[object] = [NULL, ...behind];
    return object;
  };
  const hiddenOf = (rt: Runtime, self: Ref, i: number): Ref => rt.heap.attributes[self]![i + 1]!;
  defineType({
    handle: type,
    name,
    module,
    base: TUPLE,
    flags: TypeFlag.GC | TypeFlag.IMMUTABLE | (callable ? 0 : TypeFlag.DISALLOW_INSTANTIATION),
    slots: {
      tp_repr: (rt, self) => begin(rt, showFields(rt, self, shown, names)),
      ...(callable ? { tp_new: (rt, _type, args, keywords) => begin(rt, construct(rt, args, keywords)) } : {}),
    },
    methods: callable ? [native('__reduce__', '', reduce)] : [],
    attributes: [
      ...fields.map((field, i) => ({ name: field, member: true, get: (rt: Runtime, self: Ref) => rt.heap.incref(itemsOf(rt, self)[i]!) })),
      ...hidden.map((field, i) => ({ name: field, member: true, get: (rt: Runtime, self: Ref) => rt.heap.incref(hiddenOf(rt, self, i)) })),
    ],
  });
  return { type, make };

  /** Mirrors structseq_new_impl(). */
  function* construct(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
    const [sequence, dict = NULL] = args;
    if (sequence === undefined) raise(rt, TYPE_ERROR, `${name}() missing required argument 'sequence' (pos 1)`);
    if (args.length > 2 || (keywords !== NULL && rt.text(itemsOf(rt, keywords)[0]!) !== 'dict')) raise(rt, TYPE_ERROR, `${name}() takes at most 2 arguments (${args.length} given)`);
    if (rt.typeOf(sequence).slots.tp_iter === undefined && rt.typeOf(sequence).slots.sq_item === undefined) raise(rt, TYPE_ERROR, 'constructor requires a sequence');
    const items = yield* collect(rt, sequence);
    const most = size + hidden.length;
    if (items.length < size || items.length > most) {
      const given = items.length;
      for (const item of items) rt.heap.decref(item);
      const bound = hidden.length === 0 ? 'a' : given < size ? 'an at least' : 'an at most';
      const wanted = given < size ? size : most;
      raise(rt, TYPE_ERROR, `${shown}() takes ${bound} ${wanted}-sequence (${given}-sequence given)`);
    }
    const visible = items.slice(0, size);
    const behind = hidden.map((field, i) => {
      const given = items[size + i];
      if (given !== undefined) return given;
      const known = dict === NULL || dict === NONE ? NULL : getNamespaceItem(rt, dict, rt.name(field));
      if (known !== NULL) return rt.heap.incref(known);
      const substitute = options.substitutes?.[field];
      return substitute === undefined ? NONE : rt.heap.incref(visible[substitute]!);
    });
    return make(rt, visible, behind);
  }

  /** Mirrors structseq_reduce(). */
  function reduce(rt: Runtime, self: Ref): Ref {
    const dict = newDict(rt);
    hidden.forEach((field, i) => dictSet(rt, dict, rt.name(field), hiddenOf(rt, self, i)));
    return newTuple(rt, [type, newTuple(rt, [tupleOf(rt, ...itemsOf(rt, self)), dict])]);
  }
}

/** Mirrors structseq_repr(). */
function* showFields(rt: Runtime, self: Ref, name: string, fields: readonly string[]): Steps<Ref> {
  const shown: string[] = [];
  for (const [i, item] of itemsOf(rt, self).entries()) {
    const text = yield* settle(rt, repr(rt, item));
    shown.push(`${fields[i]}=${rt.text(text)}`);
    rt.heap.decref(text);
  }
  return rt.newStr(`${name}(${shown.join(', ')})`);
}
