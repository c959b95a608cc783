import { EXCEPTION } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { newDict } from '../../objects/core/make.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

export const CSV_ERROR = moduleTypeHandle();

defineType({ handle: CSV_ERROR, name: 'Error', module: '_csv', base: EXCEPTION, flags: CONTAINER, slots: {}, addsLayout: false });

export const csvError = (rt: Runtime, message: string): never => raise(rt, CSV_ERROR, message);

class CsvState implements ModuleState {
  fieldLimit = 128 * 1024;
  /** `dialects`, by their names, is owned. */
  constructor(readonly dialects: Ref) {}

  traverse(visit: (ref: Ref) => void): void {
    visit(this.dialects);
  }
}

export const csvState = (rt: Runtime): CsvState => moduleState(rt, '_csv', () => new CsvState(newDict(rt)));
