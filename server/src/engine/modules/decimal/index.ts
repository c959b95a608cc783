import { ATTRIBUTE_ERROR, TRUE } from '../../heap/known.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { native } from '../../objects/core/native.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { roundings } from '../../text/decimal/number.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { libraryOf } from '../../versions/library.ts';
import { defineModule } from '../core/define.ts';
import { CONTEXT, contextFunctions, prepareContexts } from './context.ts';
import { DECIMAL } from './number.ts';
import { exceptionTypes } from './signals.ts';

/** Decimal is registered as a number (PyInit__decimal). */
function* prepare(rt: Runtime): Steps<void> {
  const numbers = yield* rt.hooks.importModule(rt, 'numbers');
  const number = yield* settle(rt, getAttr(rt, numbers, rt.name('Number')));
  const register = yield* settle(rt, getAttr(rt, number, rt.name('register')));
  const done = yield* call(register, [DECIMAL]);
  for (const ref of [done, register, number, numbers]) rt.heap.decref(ref);
}

defineModule({
  name: '_decimal',
  types: [DECIMAL, CONTEXT, ...exceptionTypes],
  functions: [
    ...contextFunctions,
    native('__getattr__', 'name, /', (rt, _module, [name]) => {
      const text = rt.text(name!);
      return text === '__version__' ? unsupported('decimal.__version__') : raise(rt, ATTRIBUTE_ERROR, `module 'decimal' has no attribute '${text}'`);
    }),
  ],
  prepare,
  init(rt, put) {
    if (!libraryOf(rt.profile.version).decimalsAreCollected) for (const type of [DECIMAL, CONTEXT]) rt.typeObject(type).flags &= ~TypeFlag.GC;
    const templates = prepareContexts(rt);
    for (const [i, name] of ['DefaultContext', 'BasicContext', 'ExtendedContext'].entries()) put(name, rt.heap.incref(templates[i]!));
    for (const rounding of roundings) put(rounding, rt.intern(rounding));
    put('HAVE_CONTEXTVAR', TRUE);
    put('HAVE_THREADS', TRUE);
    put('MAX_PREC', rt.newInt(999_999_999_999_999_999n));
    put('MAX_EMAX', rt.newInt(999_999_999_999_999_999n));
    put('MIN_EMIN', rt.newInt(-999_999_999_999_999_999n));
    put('MIN_ETINY', rt.newInt(-1_999_999_999_999_999_997n));
    put('__version__', rt.newStr('1.70'));
    put('__libmpdec_version__', rt.newStr('2.5.1'));
    put('SPEC_VERSION', rt.newStr('1.70'));
  },
});
