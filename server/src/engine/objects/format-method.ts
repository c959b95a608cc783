import { type Ref } from '../heap/ref.ts';
import { badArgument, isStr } from './arguments.ts';
import { textErrors } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { type NativeFormat, type NativeFunction, native } from './core/native.ts';
import { str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { chargeText } from './text-results.ts';

/** `__format__` of a built-in type: an empty specification means `str()`, any other is for `make`. */
export function formatMethod(make: (rt: Runtime, self: Ref, spec: string, typeName: string) => string): NativeFunction {
  const format: NativeFormat = (rt, self, spec) => {
    const width = spec.length < 4 ? 0 : Number(/\d{4,}/.exec(spec)?.[0] ?? 0);
    // A number that no size in C can hold is an error that `make` reports.
    if (width < 2 ** 63) chargeText(rt, width);
    return textErrors(rt, () => make(rt, self, spec, typeName(rt, self)));
  };
  const method = native('__format__', 'format_spec, /', (rt, self, args) => {
    const spec = args[0]!;
    if (!isStr(rt, spec)) badArgument(rt, '__format__', 'argument', 'str', spec);
    const text = rt.text(spec);
    return text === '' ? str(rt, self) : rt.newStr(format(rt, self, text));
  });
  return { ...method, format };
}
