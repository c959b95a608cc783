import { inVersion } from '../versions/ranges.ts';
import { putNumbers } from './core/constants.ts';
import { defineModule } from './core/define.ts';

/** Bits and kinds of CPython's symbol table; making one is refused. */
const table = `
  USE=16 DEF_GLOBAL=1 DEF_NONLOCAL=8 DEF_LOCAL=2 DEF_PARAM=4 DEF_FREE=32:-13 DEF_FREE_CLASS=64 DEF_IMPORT=128 DEF_BOUND=134 DEF_ANNOT=256
  TYPE_FUNCTION=0 TYPE_CLASS=1 TYPE_MODULE=2 LOCAL=1 GLOBAL_EXPLICIT=2 GLOBAL_IMPLICIT=3 FREE=4 CELL=5 SCOPE_OFF=11:-11 SCOPE_MASK=15
  TYPE_ANNOTATION=3:12- TYPE_TYPE_VAR_BOUND=4:12-12 TYPE_TYPE_ALIAS=5:12-12 TYPE_TYPE_PARAM=6:12-12 SCOPE_OFF=12:12- TYPE_TYPE_ALIAS=4:13-
  TYPE_TYPE_PARAMETERS=5:13- TYPE_TYPE_VARIABLE=6:13- DEF_TYPE_PARAM=1024:14- DEF_COMP_ITER=512:14- DEF_COMP_CELL=2048:14-
`;

const numbersIn = inVersion(table, (words) => words.map((word) => word.split('=')).map(([name, value]) => [name!, Number(value)] as const));

defineModule({ name: '_symtable', init: (rt, put) => putNumbers(rt, put, numbersIn(rt.profile.version)) });
