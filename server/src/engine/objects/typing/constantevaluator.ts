import { TypeFlag } from '../../heap/heap.ts';
import { NONE_TYPE, TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../core/define.ts';
import { raise } from '../core/errors.ts';
import { newInstance } from '../core/instance.ts';
import { itemsOf } from '../core/make.ts';
import { index, repr } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { begin, settle, type Steps } from '../core/suspend.ts';
import { itemText } from '../genericalias.ts';

const CONSTANT_EVALUATOR = moduleTypeHandle();

/** What answers a value that is known, where the syntax would have made a function that computes it (3.14 and later). */
class ConstantEvaluator {
  constructor(public value: Ref) {}
}

export const newConstantEvaluator = (rt: Runtime, value: Ref): Ref => newInstance(rt, CONSTANT_EVALUATOR, new ConstantEvaluator(rt.heap.incref(value)));

const valueOf = (rt: Runtime, self: Ref): Ref => (rt.heap.payload[self] as ConstantEvaluator).value;

/** `annotationlib.Format.STRING`. */
const AS_STRING = 4;

/** Mirrors _Py_typing_type_repr(), for a tuple item by item. */
function* shownText(rt: Runtime, value: Ref): Steps<string> {
  if (rt.heap.type[value] !== TUPLE) return value === NONE_TYPE ? 'None' : yield* itemText(rt, value);
  const items: string[] = [];
  for (const item of itemsOf(rt, value)) items.push(item === NONE_TYPE ? 'None' : yield* itemText(rt, item));
  return `(${items.join(', ')})`;
}

function* callSteps(rt: Runtime, self: Ref, args: readonly Ref[]): Steps<Ref> {
  const format = Number(yield* index(rt, args[0]!));
  const value = valueOf(rt, self);
  return format === AS_STRING ? rt.newStr(yield* shownText(rt, value)) : rt.heap.incref(value);
}

function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const shown = yield* settle(rt, repr(rt, valueOf(rt, self)));
  const text = rt.text(shown);
  rt.heap.decref(shown);
  return rt.newStr(`<constevaluator ${text}>`);
}

defineType({
  handle: CONSTANT_EVALUATOR,
  name: '_ConstEvaluator',
  module: '_typing',
  fromSpec: true,
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse(payload, visit) {
      const { value } = payload as ConstantEvaluator;
      if (value !== NULL) visit(value);
    },
    clear(payload, released) {
      const evaluator = payload as ConstantEvaluator;
      if (evaluator.value !== NULL) released.push(evaluator.value);
      evaluator.value = NULL;
    },
  },
  slots: {
    tp_call: (rt, self, args, keywords) => {
      if (keywords !== NULL) raise(rt, TYPE_ERROR, 'constevaluator.__call__() takes no keyword arguments');
      if (args.length !== 1) raise(rt, TYPE_ERROR, `constevaluator.__call__() takes exactly 1 argument (${args.length} given)`);
      return begin(rt, callSteps(rt, self, args));
    },
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
  },
});
