import { KEY_ERROR, TYPE_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { isInt, textArgument } from '../objects/arguments.ts';
import { raise } from '../objects/core/errors.ts';
import { typeName } from '../objects/core/lookup.ts';
import { newList } from '../objects/core/make.ts';
import { native } from '../objects/core/native.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { repr } from '../objects/core/protocol.ts';
import { defineModule } from './core/define.ts';
import { defineStructSequence } from './core/structsequence.ts';

const structPasswd = defineStructSequence('pwd', 'struct_passwd', 'pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell', { callable: true });

/** The machine's one user. */
function superuser(rt: Runtime): Ref {
  const text = (value: string): Ref => rt.newStr(value);
  return structPasswd.make(rt, [text('root'), text('x'), rt.newInt(0), rt.newInt(0), text('root'), text('/root'), text('/bin/bash')]);
}

/** Numbers of users have 32 bits, of which the highest stands for −1. */
function byNumber(rt: Runtime, number: Ref): Ref {
  if (!isInt(rt, number)) raise(rt, TYPE_ERROR, `uid should be integer, not ${typeName(rt, number)}`);
  const value = Number(rt.heap.payload[number]);
  if (value === 0) return superuser(rt);
  return raise(rt, KEY_ERROR, value < -1 || value >= 2 ** 32 ? 'getpwuid(): uid not found' : `getpwuid(): uid not found: ${value}`);
}

function byName(rt: Runtime, name: Ref): Ref {
  if (textArgument(rt, 'getpwnam', 'argument', name) === 'root') return superuser(rt);
  const shown = repr(rt, name) as Ref;
  const text = rt.text(shown);
  rt.heap.decref(shown);
  return raise(rt, KEY_ERROR, `getpwnam(): name not found: ${text}`);
}

defineModule({
  name: 'pwd',
  types: [structPasswd.type],
  functions: [
    native('getpwuid', 'uidobj, /', (rt, _module, [number]) => byNumber(rt, number!)),
    native('getpwnam', 'name, /', (rt, _module, [name]) => byName(rt, name!)),
    native('getpwall', '', (rt) => newList(rt, [superuser(rt)])),
  ],
});
