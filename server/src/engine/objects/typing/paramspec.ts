import { Compare } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { NOT_IMPLEMENTED } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { typingOf } from '../../versions/typing.ts';
import { defineType, moduleTypeHandle } from '../core/define.ts';
import { newInstance } from '../core/instance.ts';
import { suspending } from '../core/native.ts';
import { repr, richCompare } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { bind } from '../core/signature.ts';
import { begin, settle, type Steps } from '../core/suspend.ts';
import { callTyping } from './python.ts';
import {
  boundAttribute,
  constructed,
  defaultAttributes,
  hasDefaultMethod,
  nameAttribute,
  noSubclasses,
  reduceMethod,
  typeParamFlags,
  typeParamLayout,
  typeParamOf,
  typeParamRepr,
  varianceAttributes,
} from './typeparam.ts';
import { orWithAnything } from './typevar.ts';

export const PARAM_SPEC = moduleTypeHandle();

const SIGNATURE = 'name, *, bound=None, covariant=False, contravariant=False, infer_variance=False';
const SIGNATURE_WITH_DEFAULT = SIGNATURE.replace('bound=None', 'bound=None, default=typing.NoDefault');

/** Payload of `P.args` and `P.kwargs`. */
class ParamSpecPart {
  constructor(public origin: Ref) {}
}

const originOf = (rt: Runtime, self: Ref): Ref => (rt.heap.payload[self] as ParamSpecPart).origin;

function definePart(type: string, attribute: string): Ref {
  const handle = moduleTypeHandle();
  function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
    const origin = originOf(rt, self);
    if (rt.heap.type[origin] === PARAM_SPEC) return rt.newStr(`${rt.text(typeParamOf(rt, origin).name)}.${attribute}`);
    const shown = yield* settle(rt, repr(rt, origin));
    const text = rt.text(shown);
    rt.heap.decref(shown);
    return rt.newStr(`${text}.${attribute}`);
  }
  defineType({
    handle,
    name: type,
    module: 'typing',
  fromSpec: true,
    flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.WEAKREFS,
    layout: {
      traverse(payload, visit) {
        const { origin } = payload as ParamSpecPart;
        if (origin !== NULL) visit(origin);
      },
      clear(payload, released) {
        const part = payload as ParamSpecPart;
        if (part.origin !== NULL) released.push(part.origin);
        part.origin = NULL;
      },
    },
    slots: {
      tp_new: (rt, cls, args, keywords) => {
        const [origin] = bind(rt, type.toLowerCase(), 'origin', args, keywords);
        return newInstance(rt, cls, new ParamSpecPart(rt.heap.incref(origin!)));
      },
      tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
      tp_richcompare: (rt, left, right, op) =>
        rt.heap.type[left] === rt.heap.type[right] && (op === Compare.EQ || op === Compare.NE)
          ? richCompare(rt, originOf(rt, left), originOf(rt, right), op)
          : NOT_IMPLEMENTED,
    },
    methods: [noSubclasses(type)],
    attributes: [{ name: '__origin__', member: true, get: (rt, self) => rt.heap.incref(originOf(rt, self)) }],
  });
  return handle;
}

export const PARAM_SPEC_ARGS = definePart('ParamSpecArgs', 'args');
export const PARAM_SPEC_KWARGS = definePart('ParamSpecKwargs', 'kwargs');

const newPart = (rt: Runtime, type: Ref, self: Ref): Ref => newInstance(rt, type, new ParamSpecPart(rt.heap.incref(self)));

defineType({
  handle: PARAM_SPEC,
  name: 'ParamSpec',
  module: 'typing',
  fromSpec: true,
  flags: typeParamFlags,
  layout: typeParamLayout,
  slots: {
    tp_new: (rt, type, args, keywords) =>
      begin(rt, constructed(rt, type, 'paramspec', typingOf(rt.profile.version).hasDefaults ? SIGNATURE_WITH_DEFAULT : SIGNATURE, args, keywords)),
    tp_repr: typeParamRepr,
    nb_or: orWithAnything,
  },
  methods: [
    suspending('__typing_subst__', 'arg, /', (rt, self, [arg]) => callTyping(rt, '_paramspec_subst', [self, arg!])),
    suspending('__typing_prepare_subst__', 'alias, args, /', (rt, self, [alias, args]) => callTyping(rt, '_paramspec_prepare_subst', [self, alias!, args!])),
    hasDefaultMethod,
    reduceMethod,
    noSubclasses('ParamSpec'),
  ],
  attributes: [
    nameAttribute,
    boundAttribute,
    ...varianceAttributes,
    { name: 'args', get: (rt, self) => newPart(rt, PARAM_SPEC_ARGS, self) },
    { name: 'kwargs', get: (rt, self) => newPart(rt, PARAM_SPEC_KWARGS, self) },
    ...defaultAttributes,
  ],
});
