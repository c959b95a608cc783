import type { Eventual, Ref } from '../../heap/ref.ts';
import type { Runtime } from './runtime.ts';

type Unary = (rt: Runtime, self: Ref) => Eventual;
type Binary = (rt: Runtime, left: Ref, right: Ref) => Eventual;
type Ternary = (rt: Runtime, self: Ref, key: Ref, value: Ref) => Eventual;

/**
 * A type's slots under CPython's names. Arguments are borrowed, results owned. What answers nothing answers NULL.
 * Binary number slots receive both operands in source order, whichever side's type provides the slot, and answer
 * NotImplemented where they do not apply.
 */
export interface Slots {
  tp_repr?: Unary;
  tp_str?: Unary;
  /** Leaves the hash in `Runtime.hashLow` and `hashHigh` and answers NULL; `null` means unhashable. */
  tp_hash?: Unary | null;
  /** `op` is Compare. */
  tp_richcompare?: (rt: Runtime, left: Ref, right: Ref, op: number) => Eventual;
  tp_getattro?: Binary;
  /** `value` NULL deletes. */
  tp_setattro?: Ternary;
  /** `args` as laid out for a call; `keywords` a tuple of names for the last of them, or NULL. */
  tp_call?: (rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref) => Eventual;
  tp_iter?: Unary;
  /** Answers NULL when exhausted (no StopIteration is made). */
  tp_iternext?: Unary;
  /** `instance` or `owner` may be NULL. */
  tp_descr_get?: (rt: Runtime, self: Ref, instance: Ref, owner: Ref) => Eventual;
  /** `value` NULL deletes. */
  tp_descr_set?: Ternary;
  tp_new?: (rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref) => Eventual;
  tp_init?: (rt: Runtime, self: Ref, args: readonly Ref[], keywords: Ref) => Eventual;
  /** Finaliser: called once before deallocation, from a suspended place (generators, `__del__`). */
  tp_finalize?: Unary;

  nb_add?: Binary;
  nb_subtract?: Binary;
  nb_multiply?: Binary;
  nb_remainder?: Binary;
  nb_divmod?: Binary;
  /** Third operand NONE for the operator. */
  nb_power?: (rt: Runtime, base: Ref, exponent: Ref, modulus: Ref) => Eventual;
  nb_negative?: Unary;
  nb_positive?: Unary;
  nb_absolute?: Unary;
  /** Answers TRUE or FALSE. */
  nb_bool?: Unary;
  nb_invert?: Unary;
  nb_lshift?: Binary;
  nb_rshift?: Binary;
  nb_and?: Binary;
  nb_xor?: Binary;
  nb_or?: Binary;
  nb_int?: Unary;
  nb_float?: Unary;
  nb_index?: Unary;
  nb_floor_divide?: Binary;
  nb_true_divide?: Binary;
  nb_matrix_multiply?: Binary;
  nb_inplace_add?: Binary;
  nb_inplace_subtract?: Binary;
  nb_inplace_multiply?: Binary;
  nb_inplace_remainder?: Binary;
  nb_inplace_power?: Binary;
  nb_inplace_lshift?: Binary;
  nb_inplace_rshift?: Binary;
  nb_inplace_and?: Binary;
  nb_inplace_xor?: Binary;
  nb_inplace_or?: Binary;
  nb_inplace_floor_divide?: Binary;
  nb_inplace_true_divide?: Binary;
  nb_inplace_matrix_multiply?: Binary;

  /** Answers an int object. */
  sq_length?: Unary;
  sq_concat?: Binary;
  sq_repeat?: (rt: Runtime, self: Ref, count: number) => Eventual;
  /** `index` is already counted from the front; raises IndexError itself. */
  sq_item?: (rt: Runtime, self: Ref, index: number) => Eventual;
  /** Answers TRUE or FALSE. */
  sq_contains?: Binary;
  /** `index` is already counted from the front; `value` NULL deletes. */
  sq_ass_item?: (rt: Runtime, self: Ref, index: number, value: Ref) => Eventual;
  sq_inplace_concat?: Binary;
  sq_inplace_repeat?: (rt: Runtime, self: Ref, count: number) => Eventual;
  mp_length?: Unary;
  mp_subscript?: Binary;
  /** `value` NULL deletes. */
  mp_ass_subscript?: Ternary;

  /** A view of the object's memory, by the flags of the request. */
  bf_getbuffer?: (rt: Runtime, self: Ref, flags: number) => Eventual;
  /** `view` is one that `bf_getbuffer` made. */
  bf_releasebuffer?: (rt: Runtime, self: Ref, view: Ref) => Eventual;

  am_await?: Unary;
  am_aiter?: Unary;
  am_anext?: Unary;
  /** Sends a value; raises StopIteration with what was returned. */
  am_send?: Binary;
}

export type SlotName = keyof Slots;
