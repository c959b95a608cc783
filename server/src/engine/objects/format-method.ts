import { type Ref } from '../heap/ref.ts';
import { badArgument, isStr } from './arguments.ts';
import { textErrors } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { type NativeFunction, native } from './core/native.ts';
import { str } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { chargeText } from './text-results.ts';

/** `__format__` of a built-in type: an empty specification means `str()`, any other is for `format`. */
export function formatMethod(format: (rt: Runtime, self: Ref, spec: string, typeName: string) => string): NativeFunction {
  return native('__format__', 'format_spec, /', (rt, self, args) => {
    const spec = args[0]!;
    if (!isStr(rt, spec)) badArgument(rt, '__format__', 'argument', 'str', spec);
    const text = rt.text(spec);
    if (text === '') return str(rt, self);
    const width = Number(/\d{4,}/.exec(text)?.[0] ?? 0);
    // A number that no size in C can hold is an error that `format` reports.
    if (width < 2 ** 63) chargeText(rt, width);
    return rt.newStr(textErrors(rt, () => format(rt, self, text, typeName(rt, self))));
  });
}
