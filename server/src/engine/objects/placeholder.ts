import { TypeFlag } from '../heap/heap.ts';
import { STR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { raiseAttributeError } from './core/errors.ts';
import { defineType, moduleTypeHandle } from './core/define.ts';
import type { Runtime } from './core/runtime.ts';
import { unsupported } from './core/unsupported.ts';

const PLACEHOLDER = moduleTypeHandle();

/**
 * What stands for a value that is not modelled where a name has to be found, as among the built-ins: nothing can be
 * done with it that does not end the run.
 */
export const newPlaceholder = (rt: Runtime, name: string): Ref => rt.heap.allocate(PLACEHOLDER, name);

const refuse = (rt: Runtime, self: Ref): never => unsupported(rt.heap.payload[self] as string);

defineType({
  handle: PLACEHOLDER,
  name: 'placeholder',
  flags: TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  slots: {
    tp_call: refuse,
    tp_getattro: (rt, self, name) => {
      const text = rt.text(name);
      // Classes are asked the first of everything in them, and what lies in a module is asked whether it is a lazy import.
      if (text === '__isabstractmethod__') raiseAttributeError(rt, self, name, `'str' object has no attribute '__isabstractmethod__'`);
      return text === '__class__' && (rt.heap.payload[self] as string).endsWith('.__doc__') ? rt.heap.incref(STR) : refuse(rt, self);
    },
    tp_setattro: refuse,
    tp_repr: refuse,
    tp_str: refuse,
    tp_hash: refuse,
    tp_richcompare: refuse,
    tp_iter: refuse,
    mp_length: refuse,
    mp_subscript: refuse,
    sq_contains: refuse,
    nb_add: refuse,
    nb_index: refuse,
    nb_int: refuse,
    nb_or: refuse,
    nb_bool: refuse,
  },
});
