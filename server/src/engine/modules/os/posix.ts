import { TypeFlag } from '../../heap/heap.ts';
import { OS_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { decode } from '../../text/codec.ts';
import { withCInt } from '../../objects/arguments.ts';
import { raise, throwException } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newDict } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, type Steps } from '../../objects/core/suspend.ts';
import { defineModule } from '../core/define.ts';
import { unsupported } from '../../objects/core/unsupported.ts';

const EBADF = 9;

function* badDescriptor(rt: Runtime): Steps<Ref> {
  const args = [rt.newInt(EBADF), rt.newStr('Bad file descriptor')];
  try {
    return throwException(rt, yield* call(OS_ERROR, args));
  } finally {
    for (const arg of args) rt.heap.decref(arg);
  }
}

/** `os.write`: straight to the file, past what `sys.stdout` still holds. */
function* write(rt: Runtime, descriptor: Ref, data: Ref): Steps<Ref> {
  const fd = Number(yield* index(rt, descriptor));
  const bytes = rt.heap.payload[data];
  if (!(bytes instanceof Uint8Array)) {
    if ((rt.typeOf(data).flags & TypeFlag.STR_SUBCLASS) === 0 && rt.typeOf(data).name === 'memoryview') unsupported('os.write of a memoryview');
    raise(rt, TYPE_ERROR, `a bytes-like object is required, not '${typeName(rt, data)}'`);
  }
  if (fd !== 1 && fd !== 2) {
    if (fd < 0) return yield* badDescriptor(rt);
    unsupported(`os.write to descriptor ${fd}`);
  }
  rt.host.write(fd === 1 ? 'stdout' : 'stderr', decode(bytes, 'utf-8', 'surrogateescape'));
  return rt.newInt(bytes.length);
}

/** The functions that `os` shows too. */
export const posixFunctions: readonly NativeFunction[] = [
  native('_exit', 'status', (rt, _module, [status]) => withCInt(rt, status!, (value) => rt.hooks.hardExit(value))),
  suspending('write', 'fd, data, /', (rt, _module, [fd, data]) => write(rt, fd!, data!)),
  native('getpid', '', (rt) => rt.newInt(4242)),
  native('getppid', '', (rt) => rt.newInt(4241)),
  native('getcwd', '', (rt) => rt.newStr('/')),
];

/** Values that `posix` and `os` share. */
export function putPosixValues(rt: Runtime, put: (name: string, value: Ref) => void): void {
  put('error', rt.heap.incref(OS_ERROR));
  for (const [name, value] of Object.entries({ F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, EX_OK: 0 })) put(name, rt.newInt(value));
}

defineModule({
  name: 'posix',
  origin: 'built-in',
  functions: posixFunctions,
  init: (rt, put) => {
    putPosixValues(rt, put);
    // The environment of a run is empty.
    put('environ', newDict(rt));
  },
});
