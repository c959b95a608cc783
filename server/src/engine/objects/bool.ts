import { TypeFlag } from '../heap/heap.ts';
import { BOOL, DEPRECATION_WARNING, FALSE, INT, TRUE } from '../heap/known.ts';
import { type Eventual, NULL, type Ref } from '../heap/ref.ts';
import { profileOf } from './arguments.ts';
import { defineType } from './core/define.ts';
import { truth, truthNow } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';
import { begin, settle, type Steps } from './core/suspend.ts';
import { intArithmetic } from './int-arithmetic.ts';

function boolNew(rt: Runtime, _type: Ref, args: readonly Ref[], keywords: Ref): Eventual {
  const [object] = bind(rt, 'bool', 'object=False, /', args, keywords);
  if (object === NULL) return FALSE;
  const known = truthNow(rt, object!);
  return known !== undefined ? rt.newBool(known) : begin(rt, truthOf(rt, object!));
}

function* truthOf(rt: Runtime, object: Ref): Steps<Ref> {
  return rt.newBool(yield* truth(rt, object));
}

function* invertWarned(rt: Runtime, self: Ref, deprecated: string): Steps<Ref> {
  const advice =
    'This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. ' +
    "Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.";
  yield* rt.hooks.warn(rt, DEPRECATION_WARNING, `Bitwise inversion '~' on bool is deprecated${deprecated}. ${advice}`, 1, NULL);
  return yield* settle(rt, intArithmetic.nb_invert!(rt, self));
}

type Binary = (rt: Runtime, left: Ref, right: Ref) => Eventual;

/** A bitwise operator: of two bools a bool, else what int makes of it. */
const logical =
  (operation: (a: boolean, b: boolean) => boolean, ofInts: Binary): Binary =>
  (rt, left, right) =>
    rt.heap.type[left] === BOOL && rt.heap.type[right] === BOOL
      ? rt.newBool(operation(left === TRUE, right === TRUE))
      : ofInts(rt, left, right);

defineType({
  handle: BOOL,
  name: 'bool',
  base: INT,
  flags: TypeFlag.IMMUTABLE | TypeFlag.INT_SUBCLASS,
  slots: {
    tp_new: boolNew,
    tp_repr: (rt, self) => rt.intern(self === TRUE ? 'True' : 'False'),
    nb_and: logical((a, b) => a && b, intArithmetic.nb_and!),
    nb_or: logical((a, b) => a || b, intArithmetic.nb_or!),
    nb_xor: logical((a, b) => a !== b, intArithmetic.nb_xor!),
    nb_invert: (rt, self) => {
      const removal = profileOf(rt).boolInversionWarning;
      return removal === null ? intArithmetic.nb_invert!(rt, self) : begin(rt, invertWarned(rt, self, removal));
    },
  },
});
