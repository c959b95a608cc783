import { TypeFlag } from '../../heap/heap.ts';
import { NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../core/define.ts';
import { raise } from '../core/errors.ts';
import { newInstance } from '../core/instance.ts';
import { typeName } from '../core/lookup.ts';
import { newTuple, tupleOf } from '../core/make.ts';
import { native, type NativeAttribute } from '../core/native.ts';
import { repr } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { bind } from '../core/signature.ts';
import { begin, settle, type Steps } from '../core/suspend.ts';
import { genericAlias } from '../genericalias.ts';

export const INTERPOLATION = moduleTypeHandle();

/** Payload of a field of a t-string; all handles are owned. */
class Interpolation {
  constructor(
    public value: Ref,
    public expression: Ref,
    public conversion: Ref,
    public formatSpec: Ref,
  ) {}
}

const fields = ['value', 'expression', 'conversion', 'formatSpec'] as const;

const interpolationOf = (rt: Runtime, self: Ref): Interpolation => rt.heap.payload[self] as Interpolation;

/** Counts references to all it is given; `conversion` is a letter or None. */
export function newInterpolation(rt: Runtime, value: Ref, expression: Ref, conversion: Ref, formatSpec: Ref): Ref {
  const { heap } = rt;
  return newInstance(rt, INTERPOLATION, new Interpolation(heap.incref(value), heap.incref(expression), heap.incref(conversion), heap.incref(formatSpec)));
}

/** What is between the braces, as it stood there: borrowed. */
export const interpolationValue = (rt: Runtime, self: Ref): Ref => interpolationOf(rt, self).value;

function textArgument(rt: Runtime, name: string, value: Ref): void {
  if ((rt.typeOf(value).flags & TypeFlag.STR_SUBCLASS) !== 0) return;
  raise(rt, TYPE_ERROR, `Interpolation() argument '${name}' must be str, not ${value === NONE ? 'None' : typeName(rt, value)}`);
}

function construct(rt: Runtime, args: readonly Ref[], keywords: Ref): Ref {
  const [value, expression, conversion, formatSpec] = bind(rt, 'Interpolation', "value, expression='', conversion=None, format_spec=''", args, keywords);
  const empty = rt.newStr('');
  if (expression !== NULL) textArgument(rt, 'expression', expression!);
  const letter = conversion === NULL ? NONE : conversion!;
  if (letter !== NONE) {
    textArgument(rt, 'conversion', letter);
    if (!['s', 'a', 'r'].includes(rt.text(letter))) raise(rt, VALUE_ERROR, "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
  }
  if (formatSpec !== NULL) textArgument(rt, 'format_spec', formatSpec!);
  return newInterpolation(rt, value!, expression === NULL ? empty : expression!, letter, formatSpec === NULL ? empty : formatSpec!);
}

function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const interpolation = interpolationOf(rt, self);
  const shown: string[] = [];
  for (const field of fields) {
    const text = yield* settle(rt, repr(rt, interpolation[field]));
    shown.push(rt.text(text));
    rt.heap.decref(text);
  }
  return rt.newStr(`Interpolation(${shown.join(', ')})`);
}

const attribute = (name: string, field: (typeof fields)[number]): NativeAttribute => ({
  name,
  member: true,
  get: (rt, self) => rt.heap.incref(interpolationOf(rt, self)[field]),
});

defineType({
  handle: INTERPOLATION,
  name: 'Interpolation',
  module: 'string.templatelib',
  flags: TypeFlag.GC,
  layout: {
    traverse(payload, visit) {
      for (const field of fields) if ((payload as Interpolation)[field] !== NULL) visit((payload as Interpolation)[field]);
    },
    clear(payload, released) {
      const interpolation = payload as Interpolation;
      for (const field of fields) {
        if (interpolation[field] !== NULL) released.push(interpolation[field]);
        interpolation[field] = NULL;
      }
    },
  },
  slots: {
    tp_new: (rt, _type, args, keywords) => construct(rt, args, keywords),
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
  },
  methods: [
    native('__reduce__', '', (rt, self) => {
      const { value, expression, conversion, formatSpec } = interpolationOf(rt, self);
      return newTuple(rt, [INTERPOLATION, tupleOf(rt, value, expression, conversion, formatSpec)]);
    }),
    native('__class_getitem__', 'item, /', (rt, cls, [item]) => genericAlias(rt, cls, item!), 'class'),
  ],
  attributes: [
    attribute('value', 'value'),
    attribute('expression', 'expression'),
    attribute('conversion', 'conversion'),
    attribute('format_spec', 'formatSpec'),
  ],
  constants: { __match_args__: (rt) => newTuple(rt, ['value', 'expression', 'conversion', 'format_spec'].map((name) => rt.intern(name))) },
});
