import * as known from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { typeSpecs } from '../../objects/core/define.ts';
import { builtinExceptions } from '../../objects/exceptions.ts';
import { defineModule } from '../core/define.ts';
import { openFunction } from '../io/open.ts';
import { attributeFunctions } from './attributes.ts';
import { executionFunctions } from './execution.ts';
import { inputFunction } from './input.ts';
import { iterationFunctions } from './iteration.ts';
import { numberFunctions } from './numbers.ts';
import { textFunctions } from './text.ts';

const types: readonly Ref[] = [
  known.BOOL,
  known.MEMORYVIEW,
  known.BYTEARRAY,
  known.BYTES,
  known.CLASSMETHOD,
  known.COMPLEX,
  known.DICT,
  known.ENUMERATE,
  known.FILTER,
  known.FLOAT,
  known.FROZENDICT,
  known.FROZENSET,
  known.PROPERTY,
  known.INT,
  known.LIST,
  known.MAP,
  known.OBJECT,
  known.RANGE,
  known.REVERSED,
  known.SENTINEL,
  known.SET,
  known.SLICE,
  known.STATICMETHOD,
  known.STR,
  known.SUPER,
  known.TUPLE,
  known.TYPE,
  known.ZIP,
];

/** Those of the types above that the engine has. */
const definedTypes = (): Ref[] =>
  typeSpecs()
    .map(({ handle }) => handle)
    .filter((type) => types.includes(type));

defineModule({
  name: 'builtins',
  complete: true,
  functions: [openFunction, inputFunction, ...attributeFunctions, ...executionFunctions, ...iterationFunctions, ...numberFunctions, ...textFunctions],
  init: (rt, put) => {
    for (const type of definedTypes()) put(rt.typeObject(type).name, rt.heap.incref(type));
    for (const [name, type] of builtinExceptions(rt.profile.version)) put(name, rt.heap.incref(type));
    put('None', known.NONE);
    put('Ellipsis', known.ELLIPSIS);
    put('NotImplemented', known.NOT_IMPLEMENTED);
    put('False', known.FALSE);
    put('True', known.TRUE);
    put('__debug__', known.TRUE);
  },
});
