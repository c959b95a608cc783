import type { Layout } from '../../heap/heap.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { CONTAINER, defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import type { NativeAttribute, NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Slots } from '../../objects/core/slots.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { warn } from '../../objects/core/warn.ts';
import { isTuple } from '../../objects/arguments.ts';
import { DEPRECATION_WARNING, TYPE_ERROR } from '../../heap/known.ts';
import { libraryOf } from '../../versions/library.ts';

/** What the types of this module have in common. */

interface IteratorSpec {
  readonly handle: Ref;
  readonly name: string;
  readonly layout: Layout;
  readonly flags?: number;
  readonly tp_new: NonNullable<Slots['tp_new']>;
  readonly tp_iternext: NonNullable<Slots['tp_iternext']>;
  readonly tp_repr?: NonNullable<Slots['tp_repr']>;
  readonly methods?: readonly NativeFunction[];
  readonly attributes?: readonly NativeAttribute[];
}

export function defineIterator({ handle, name, layout, flags = CONTAINER, tp_new, tp_iternext, tp_repr, methods = [] }: IteratorSpec): void {
  const slots: Slots = { tp_new, tp_iter: (rt, self) => rt.heap.incref(self), tp_iternext };
  if (tp_repr !== undefined) slots.tp_repr = tp_repr;
  defineType({ handle, name, module: 'itertools', flags, layout, slots, methods: methods.map(warningOfPickle) });
}

/** `__reduce__` and `__setstate__` say that they will be gone, in versions where they are about to be. */
export function warningOfPickle(method: NativeFunction): NativeFunction {
  if (method.name !== '__reduce__' && method.name !== '__setstate__') return method;
  return {
    ...method,
    body: (rt, self, args) => {
      const { pickleOfIteratorsEnds } = libraryOf(rt.profile.version);
      return pickleOfIteratorsEnds === null ? method.body(rt, self, args) : begin(rt, warnFirst(rt, pickleOfIteratorsEnds, () => method.body(rt, self, args)));
    },
  };
}

function* warnFirst(rt: Runtime, message: string, body: () => Eventual): Steps<Ref> {
  yield* warn(rt, DEPRECATION_WARNING, message);
  return yield* settle(rt, body());
}

/** Layout of a payload that owns what these fields hold, NULL for nothing; `dying` where they die in another order. */
export function fieldsLayout<K extends string>(fields: readonly K[], dying: readonly K[] = fields): Layout {
  return {
    traverse(payload, visit) {
      const held = payload as Record<K, Ref>;
      for (const field of fields) if (held[field] !== NULL) visit(held[field]);
    },
    clear(payload, released) {
      const held = payload as Record<K, Ref>;
      for (const field of dying) {
        if (held[field] !== NULL) released.push(held[field]);
        held[field] = NULL as Record<K, Ref>[K];
      }
    },
  };
}

/** Empties a field and drops what it held (Py_CLEAR). */
export function clearField<K extends string>(rt: Runtime, payload: Record<K, Ref>, field: K): void {
  const old = payload[field];
  payload[field] = NULL as Record<K, Ref>[K];
  rt.heap.xdecref(old);
}

/** Puts an owned reference into a field and drops what was there (Py_XSETREF). */
export function setField<K extends string>(rt: Runtime, payload: Record<K, Ref>, field: K, value: Ref): void {
  const old = payload[field];
  payload[field] = value as Record<K, Ref>[K];
  rt.heap.xdecref(old);
}

/** `(type, args, …state)` of `__reduce__`; takes over the references in `args` and `state`. */
export function reduced(rt: Runtime, self: Ref, args: Ref[], ...state: Ref[]): Ref {
  return newTuple(rt, [rt.heap.incref(rt.heap.type[self]!), newTuple(rt, args), ...state]);
}

/** The items of a state given to `__setstate__`. */
export function stateItems(rt: Runtime, state: Ref): readonly Ref[] {
  return isTuple(rt, state) ? itemsOf(rt, state) : raise(rt, TYPE_ERROR, 'state is not a tuple');
}
