import { OBJECT } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

/** What `_functools` keeps for itself, NULL until it is made. */
class FunctoolsState implements ModuleState {
  placeholder = NULL;
  /** Divides the positional arguments from the keywords in the key of a cache. */
  keywordMark = NULL;

  traverse(visit: (ref: Ref) => void): void {
    for (const part of [this.placeholder, this.keywordMark]) if (part !== NULL) visit(part);
  }
}

export const functoolsState = (rt: Runtime): FunctoolsState => moduleState(rt, '_functools', () => new FunctoolsState());

/** Borrowed. */
export function keywordMark(rt: Runtime): Ref {
  const state = functoolsState(rt);
  if (state.keywordMark === NULL) state.keywordMark = rt.heap.allocate(OBJECT, undefined);
  return state.keywordMark;
}
