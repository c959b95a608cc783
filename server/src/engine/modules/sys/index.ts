import type { Ref } from '../../heap/ref.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { defineModule } from '../core/define.ts';
import { sysFunctions } from './functions.ts';
import { flushStream, streamOf, TEXT_IO_WRAPPER } from './stream.ts';
import { newStream } from './textio.ts';
import { putSysValues } from './values.ts';

defineModule({
  name: 'sys',
  origin: 'built-in',
  functions: sysFunctions,
  aliases: { __displayhook__: 'displayhook', __excepthook__: 'excepthook', __unraisablehook__: 'unraisablehook' },
  init: (rt, put) => {
    putSysValues(rt, put);
    for (const name of ['stdin', 'stdout', 'stderr'] as const) {
      const stream = newStream(rt, `<${name}>`);
      put(name, stream);
      put(`__${name}__`, rt.heap.incref(stream));
    }
  },
});

/** Flushes a stream of the engine's own, as the exit does; other objects are left to their `flush` method. */
export function flushIfNative(rt: Runtime, object: Ref): boolean {
  if (rt.heap.type[object] !== TEXT_IO_WRAPPER) return false;
  if (!streamOf(rt, object).closed) flushStream(rt, streamOf(rt, object));
  return true;
}
