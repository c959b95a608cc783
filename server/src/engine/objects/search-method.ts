import { TYPE_ERROR } from '../heap/known.ts';
import type { Eventual, Ref } from '../heap/ref.ts';
import { profileOf } from './arguments.ts';
import { raise } from './core/errors.ts';
import { type NativeFunction, rawNative, varargs } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';

/**
 * A method of str, bytes or bytearray with the arguments `sub, start=, end=, /`. Before 3.13 they are parsed as those
 * of a function with keywords are, which shows in the words about their number.
 */
export function searchMethod(name: string, parameter: string, body: (rt: Runtime, self: Ref, args: readonly Ref[]) => Eventual): NativeFunction {
  const signature = `${parameter}, start=, end=, /`;
  const method = rawNative(name, (rt, self, args, keywords) => {
    if ((args.length === 0 || args.length > 3) && !profileOf(rt).searchesNameTheirArgument) {
      const wanted = args.length === 0 ? 'at least 1 argument' : 'at most 3 arguments';
      raise(rt, TYPE_ERROR, `${name}() takes ${wanted} (${args.length} given)`);
    }
    return body(rt, self, bind(rt, `${rt.typeOf(self).name}.${name}`, signature, args, keywords));
  });
  return varargs(method, '-12');
}
