import { defineModule } from '../core/define.ts';
import { sysFunctions } from './functions.ts';
import { newStandardStream } from './streams.ts';
import { putSysValues } from './values.ts';

defineModule({
  name: 'sys',
  functions: sysFunctions,
  aliases: { __displayhook__: 'displayhook', __excepthook__: 'excepthook', __unraisablehook__: 'unraisablehook' },
  init: (rt, put) => {
    putSysValues(rt, put);
    for (const name of ['stdin', 'stdout', 'stderr'] as const) {
      const stream = newStandardStream(rt, name);
      put(name, stream);
      put(`__${name}__`, rt.heap.incref(stream));
    }
  },
});
