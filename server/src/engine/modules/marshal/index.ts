import { EOF_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { loadCode } from '../../interpreter/loadcode.ts';
import { bytesLike } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { suspending } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { importSystemOf } from '../../versions/importsystem.ts';
import { defineModule } from '../core/define.ts';

/** The byte with which CPython's format begins a code object that may be referred to later. */
const codeMark = 0xe3;

function* loads(rt: Runtime, source: Ref): Steps<Ref> {
  const bytes = bytesLike(rt, source);
  if (bytes.length === 0) raise(rt, EOF_ERROR, 'marshal data too short');
  if (bytes[0] !== codeMark) unsupported('marshal.loads of anything but code');
  if (bytes.length === 1) raise(rt, VALUE_ERROR, 'bad marshal data (unknown type code)');
  return yield* loadCode(rt, bytes.subarray(1));
}

defineModule({
  name: 'marshal',
  functions: [suspending('loads', 'bytes, /', (rt, _module, [source]) => loads(rt, source!))],
  init: (rt, put) => put('version', rt.newInt(importSystemOf(rt.profile.version).marshalVersion)),
});
