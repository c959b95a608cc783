import { FALSE, NONE } from '../heap/known.ts';
import { moduleState, type ModuleState } from '../objects/core/modulestate.ts';
import { native } from '../objects/core/native.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { unsupported } from '../objects/core/unsupported.ts';
import { defineModule } from './core/define.ts';

interface FaultState extends ModuleState {
  enabled: boolean;
}

const stateOf = (rt: Runtime): FaultState => moduleState<FaultState>(rt, 'faulthandler', () => ({ enabled: false, traverse: () => {} }));

function enable(rt: Runtime, file: Ref): Ref {
  if (file !== NULL) unsupported('faulthandler.enable() with a file');
  stateOf(rt).enabled = true;
  return NONE;
}

/** The machine never faults, so that a handler that is installed has nothing to say. */
defineModule({
  name: 'faulthandler',
  functions: [
    { ...native('enable', 'file=, all_threads=True', (rt, _module, [file]) => enable(rt, file!)), versions: '-13' },
    { ...native('enable', 'file=, all_threads=True, c_stack=True', (rt, _module, [file]) => enable(rt, file!)), versions: '14-' },
    native('disable', '', (rt) => {
      const state = stateOf(rt);
      const was = state.enabled;
      state.enabled = false;
      return rt.newBool(was);
    }),
    native('is_enabled', '', (rt) => rt.newBool(stateOf(rt).enabled)),
    native('unregister', 'signum, /', () => FALSE),
    native('cancel_dump_traceback_later', '', () => NONE),
  ],
});
