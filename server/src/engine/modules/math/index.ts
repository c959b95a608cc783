import { FLOAT, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { callSpecial, lookupText, typeName } from '../../objects/core/lookup.ts';
import { suspending, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { asDouble } from '../../objects/float-new.ts';
import { fromFloat } from '../../text/integer.ts';
import { defineModule } from '../core/define.ts';
import { integerFunctions } from './integers.ts';
import { realFunctions } from './real.ts';
import { sumFunctions } from './sums.ts';

/** `floor` and `ceil`: a float at once, any other object by its special method, or else as a float. */
const rounding = (name: string, method: string, f: (x: number) => number): NativeFunction =>
  suspending(name, 'x, /', (rt, _module, [x]) => rounded(rt, x!, method, f));

function* rounded(rt: Runtime, object: Ref, method: string, f: (x: number) => number): Steps<Ref> {
  if (rt.heap.type[object] !== FLOAT) {
    const special = lookupText(rt, rt.heap.type[object]!, method);
    if (special !== NULL) return yield* callSpecial(rt, object, special, []);
  }
  const x = yield* asDouble(rt, object);
  return rt.newInt(textErrors(rt, () => fromFloat(f(x))));
}

const trunc = suspending('trunc', 'x, /', function* (rt, _module, [object]) {
  const special = lookupText(rt, rt.heap.type[object!]!, '__trunc__');
  if (special === NULL) raise(rt, TYPE_ERROR, `type ${typeName(rt, object!)} doesn't define __trunc__ method`);
  return yield* callSpecial(rt, object!, special, []);
});

defineModule({
  name: 'math',
  functions: [...realFunctions, ...integerFunctions, ...sumFunctions, rounding('ceil', '__ceil__', Math.ceil), rounding('floor', '__floor__', Math.floor), trunc],
  init: (rt, put) => {
    put('pi', rt.newFloat(Math.PI));
    put('e', rt.newFloat(Math.E));
    put('tau', rt.newFloat(2 * Math.PI));
    put('inf', rt.newFloat(Infinity));
    put('nan', rt.newFloat(NaN));
  },
});
