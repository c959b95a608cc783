import { OS_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { newList } from '../../objects/core/make.ts';
import type { NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { modulesOf } from '../../versions/modules.ts';
import { defineModule } from '../core/define.ts';
import { posixNumbers } from './constants.ts';
import { descriptorFunctions } from './descriptors.ts';
import { directoryFunctions } from './directories.ts';
import { pathTextFunctions } from './pathtext.ts';
import { newEnvironment, processFunctions, processTypes } from './process.ts';
import { DIR_ENTRY, scandir } from './scandir.ts';
import { STAT_RESULT, statFunctions } from './stat.ts';

/** The functions that `os` shows too. */
const posixFunctions: readonly NativeFunction[] = [
  ...statFunctions,
  ...directoryFunctions,
  ...descriptorFunctions,
  ...pathTextFunctions,
  ...processFunctions,
  scandir,
];

const posixTypes: readonly Ref[] = [STAT_RESULT, DIR_ENTRY, ...processTypes];

/** Values that `posix` and `os` share. */
function putPosixValues(rt: Runtime, put: (name: string, value: Ref) => void): void {
  put('error', rt.heap.incref(OS_ERROR));
  for (const [name, value] of posixNumbers) put(name, rt.newInt(value));
}

defineModule({
  name: 'posix',
  functions: posixFunctions,
  types: posixTypes,
  // `os` takes the names from the dict.
  complete: true,
  init: (rt, put) => {
    putPosixValues(rt, put);
    put('environ', newEnvironment(rt));
    const { systemFunctions } = modulesOf(rt.profile.version).files;
    put(
      '_have_functions',
      newList(
        rt,
        systemFunctions.split(' ').map((name) => rt.newStr(`HAVE_${name}`)),
      ),
    );
  },
});
