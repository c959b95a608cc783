import { NO_DEFAULT, TYPE_ALIAS_TYPE, TYPING_UNION } from '../heap/known.ts';
import { native } from '../objects/core/native.ts';
import { GENERIC } from '../objects/typing/generic.ts';
import { PARAM_SPEC, PARAM_SPEC_ARGS, PARAM_SPEC_KWARGS } from '../objects/typing/paramspec.ts';
import { TYPE_VAR } from '../objects/typing/typevar.ts';
import { TYPE_VAR_TUPLE } from '../objects/typing/typevartuple.ts';
import { defineModule } from './core/define.ts';

defineModule({
  name: '_typing',
  functions: [native('_idfunc', 'x, /', (rt, _module, [x]) => rt.heap.incref(x!))],
  types: [TYPE_VAR, TYPE_VAR_TUPLE, PARAM_SPEC, PARAM_SPEC_ARGS, PARAM_SPEC_KWARGS, GENERIC, TYPE_ALIAS_TYPE, TYPING_UNION],
  init: (_rt, put) => put('NoDefault', NO_DEFAULT),
});
