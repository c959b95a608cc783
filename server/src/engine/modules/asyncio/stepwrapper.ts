import { TypeFlag } from '../../heap/heap.ts';
import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { itemsOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { callSoon } from './callbacks.ts';
import { taskOf } from './object.ts';
import { orNone } from './state.ts';
import { taskStep } from './step.ts';

/** Payload of what the loop calls for a task's next step; `argument` is an exception to throw, or NULL. */
class StepWrapper {
  constructor(
    public task: Ref,
    public argument: Ref,
  ) {}
}

const STEP_WRAPPER = moduleTypeHandle();

const wrapperOf = (rt: Runtime, self: Ref): StepWrapper => rt.heap.payload[self] as StepWrapper;

/** Mirrors task_call_step_soon(). */
export function* stepSoon(rt: Runtime, task: Ref, argument: Ref): Steps<void> {
  const { heap } = rt;
  const wrapper = heap.allocateTracked(STEP_WRAPPER, new StepWrapper(heap.incref(task), argument === NULL ? NULL : heap.incref(argument)));
  try {
    const { loop, context } = taskOf(rt, task);
    yield* callSoon(rt, loop, wrapper, NULL, context);
  } finally {
    heap.decref(wrapper);
  }
}

defineType({
  handle: STEP_WRAPPER,
  name: 'TaskStepMethWrapper',
  module: '_asyncio',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse: (payload, visit) => {
      const { task, argument } = payload as StepWrapper;
      for (const ref of [task, argument]) if (ref !== NULL) visit(ref);
    },
    clear: (payload, released) => {
      const wrapper = payload as StepWrapper;
      for (const ref of [wrapper.task, wrapper.argument]) if (ref !== NULL) released.push(ref);
      wrapper.task = wrapper.argument = NULL;
    },
  },
  slots: {
    tp_call: (rt, self, args, keywords) => {
      if (keywords !== NULL && itemsOf(rt, keywords).length !== 0) raise(rt, TYPE_ERROR, 'function takes no keyword arguments');
      if (args.length !== 0) raise(rt, TYPE_ERROR, 'function takes no positional arguments');
      const { task, argument } = wrapperOf(rt, self);
      return begin(rt, taskStep(rt, task, argument));
    },
  },
  attributes: [{ name: '__self__', get: (rt, self) => orNone(rt, wrapperOf(rt, self).task) }],
});
