import { WEAKCALLABLEPROXY, WEAKPROXY } from '../../heap/known.ts';
import { tupleOf } from '../../objects/core/make.ts';
import { defineModule } from '../core/define.ts';
import { putWeakrefTypes, weakrefFunctions } from './_weakref.ts';

/** The part of `weakref` that is `_weakref`'s; the rest of it is written in Python and not here yet. */
defineModule({
  name: 'weakref',
  origin: 'frozen',
  functions: weakrefFunctions,
  init: (rt, put) => {
    putWeakrefTypes(rt, put);
    put('ProxyTypes', tupleOf(rt, WEAKPROXY, WEAKCALLABLEPROXY));
  },
});
