import { DEPRECATION_WARNING, IMPORT_WARNING, NONE, PENDING_DEPRECATION_WARNING, RESOURCE_WARNING } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { newDict, newList, newTuple } from '../../objects/core/make.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { modulesOf } from '../../versions/modules.ts';
import { namedVar } from '../_contextvars/var.ts';

/** What the interpreter keeps for warnings, whether or not `warnings` is imported; all owned. */
class WarningsState implements ModuleState {
  /** Changes of the filters, by which registries see that they are out of date. */
  version = 0;
  /** How often `_acquire_lock` was called (3.14 and later). */
  locks = 0;
  /** The context variable that filters can be in; NULL where there is none. */
  context: Ref = NULL;
  constructor(
    public filters: Ref,
    public onceRegistry: Ref,
    public defaultAction: Ref,
  ) {}

  traverse(visit: (ref: Ref) => void): void {
    for (const ref of [this.filters, this.onceRegistry, this.defaultAction, this.context]) if (ref !== NULL) visit(ref);
  }
}

/** Mirrors init_filters(). */
const initialFilters: readonly (readonly [action: string, category: Ref, module: string | null])[] = [
  ['default', DEPRECATION_WARNING, '__main__'],
  ['ignore', DEPRECATION_WARNING, null],
  ['ignore', PENDING_DEPRECATION_WARNING, null],
  ['ignore', IMPORT_WARNING, null],
  ['ignore', RESOURCE_WARNING, null],
];

function makeState(rt: Runtime): WarningsState {
  const filters = initialFilters.map(([action, category, module]) =>
    newTuple(rt, [rt.intern(action), NONE, category, module === null ? NONE : rt.intern(module), rt.newInt(0)]),
  );
  const state = new WarningsState(newList(rt, filters), newDict(rt), rt.intern('default'));
  if (modulesOf(rt.profile.version).warnings.hasContext) state.context = namedVar(rt, '_warnings_context');
  return state;
}

export const warningsState = (rt: Runtime): WarningsState => moduleState(rt, '_warnings', () => rt.collector.uncounted(() => makeState(rt)));

/** Mirrors _PyWarnings_Fini(). */
export function releaseWarnings(rt: Runtime): void {
  const state = warningsState(rt);
  const held = [state.filters, state.onceRegistry, state.defaultAction, state.context].filter((ref) => ref !== NULL);
  state.filters = state.onceRegistry = state.defaultAction = state.context = NULL;
  rt.heap.deaths.drop(held);
}

