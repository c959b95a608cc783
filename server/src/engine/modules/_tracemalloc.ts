import { FALSE, NONE } from '../heap/known.ts';
import { newList, newTuple } from '../objects/core/make.ts';
import { native } from '../objects/core/native.ts';
import { defineModule } from './core/define.ts';

/** Blocks of memory are not traced: what is asked while nothing is traced has its answer, and starting is refused. */
defineModule({
  name: '_tracemalloc',
  functions: [
    native('is_tracing', '', () => FALSE),
    native('clear_traces', '', () => NONE),
    native('_get_traces', '', (rt) => newList(rt, [])),
    native('_get_object_traceback', 'obj, /', () => NONE),
    native('stop', '', () => NONE),
    native('get_traceback_limit', '', (rt) => rt.newInt(1)),
    native('get_traced_memory', '', (rt) => newTuple(rt, [rt.newInt(0), rt.newInt(0)])),
    native('reset_peak', '', () => NONE),
  ],
});
