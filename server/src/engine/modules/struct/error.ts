import { EXCEPTION } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

export const STRUCT_ERROR: Ref = moduleTypeHandle();

defineType({ handle: STRUCT_ERROR, name: 'error', module: 'struct', base: EXCEPTION, flags: CONTAINER, slots: {}, addsLayout: false });

export const structError = (rt: Runtime, message: string): never => raise(rt, STRUCT_ERROR, message);
