import { BinaryOp } from '../../compiler/opcodes.ts';
import { EMPTY_TUPLE, NONE, NO_DEFAULT, TYPE_ERROR } from '../../heap/known.ts';
import type { Eventual, Ref } from '../../heap/ref.ts';
import { typingOf } from '../../versions/typing.ts';
import { getAttr } from '../core/attributes.ts';
import { binary } from '../core/arithmetic.ts';
import { defineType, moduleTypeHandle } from '../core/define.ts';
import { raise } from '../core/errors.ts';
import { tupleOf } from '../core/make.ts';
import { suspending } from '../core/native.ts';
import { equals, length, str } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { begin, settle, type Steps } from '../core/suspend.ts';
import { unionFromTuple } from '../union.ts';
import { callTyping } from './python.ts';
import {
  constructed,
  defaultAttributes,
  evaluated,
  evaluatedAttribute,
  evaluatorAttribute,
  hasDefaultMethod,
  nameAttribute,
  noSubclasses,
  reduceMethod,
  typeParamFlags,
  typeParamLayout,
  typeParamRepr,
  varianceAttributes,
} from './typeparam.ts';

export const TYPE_VAR = moduleTypeHandle();

const SIGNATURE = 'name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False';
const SIGNATURE_WITH_DEFAULT = SIGNATURE.replace('bound=None', 'bound=None, default=typing.NoDefault');

/** `T | other`: by `typing` before 3.14, so that strings are taken for forward references. Mirrors make_union(). */
export function orWithAnything(rt: Runtime, left: Ref, right: Ref): Eventual {
  if (typingOf(rt.profile.version).unionIsGeneric) return begin(rt, unionFromTuple(rt, [left, right]));
  return begin(rt, callTyping(rt, '_make_union', [left, right]));
}

/** The position of `self` among the parameters of `alias`, and the number of arguments given. */
function* placeAmong(rt: Runtime, self: Ref, alias: Ref, args: Ref): Steps<readonly [place: number, given: number]> {
  const { heap } = rt;
  const parameters = yield* settle(rt, getAttr(rt, alias, rt.name('__parameters__')));
  try {
    const items = heap.payload[parameters] as readonly Ref[];
    let place = 0;
    while (place < items.length && !(yield* equals(rt, items[place]!, self))) place++;
    return [place, yield* length(rt, args)];
  } finally {
    heap.decref(parameters);
  }
}

/** A default stands for the argument that lacks (3.13 and later). */
function* prepared(rt: Runtime, self: Ref, alias: Ref, args: Ref): Steps<Ref> {
  const { heap } = rt;
  const [place, given] = yield* placeAmong(rt, self, alias, args);
  if (place < given) return heap.incref(args);
  if (place === given) {
    const value = yield* evaluated(rt, self, 'defaultValue', 'evaluateDefault', NO_DEFAULT);
    if (value !== NO_DEFAULT) {
      const more = tupleOf(rt, value);
      heap.decref(value);
      try {
        return yield* settle(rt, binary(rt, BinaryOp.ADD, args, more));
      } finally {
        heap.decref(more);
      }
    }
  }
  const shown = yield* settle(rt, str(rt, alias));
  const text = rt.text(shown);
  heap.decref(shown);
  raise(rt, TYPE_ERROR, `Too few arguments for ${text}; actual ${given}, expected at least ${place + 1}`);
}

defineType({
  handle: TYPE_VAR,
  name: 'TypeVar',
  module: 'typing',
  fromSpec: true,
  flags: typeParamFlags,
  layout: typeParamLayout,
  slots: {
    tp_new: (rt, type, args, keywords) =>
      begin(rt, constructed(rt, type, 'typevar', typingOf(rt.profile.version).hasDefaults ? SIGNATURE_WITH_DEFAULT : SIGNATURE, args, keywords)),
    tp_repr: typeParamRepr,
    nb_or: orWithAnything,
  },
  methods: [
    suspending('__typing_subst__', 'arg, /', (rt, self, [arg]) => callTyping(rt, '_typevar_subst', [self, arg!])),
    suspending('__typing_prepare_subst__', 'alias, args, /', (rt, self, [alias, args]) => prepared(rt, self, alias!, args!)),
    reduceMethod,
    hasDefaultMethod,
    noSubclasses('TypeVar'),
  ],
  attributes: [
    nameAttribute,
    ...varianceAttributes,
    evaluatedAttribute('__bound__', 'bound', 'evaluateBound', NONE),
    evaluatedAttribute('__constraints__', 'constraints', 'evaluateConstraints', EMPTY_TUPLE),
    defaultAttributes[0]!,
    evaluatorAttribute('evaluate_bound', 'bound', 'evaluateBound'),
    evaluatorAttribute('evaluate_constraints', 'constraints', 'evaluateConstraints'),
    defaultAttributes[1]!,
  ],
});
