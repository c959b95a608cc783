import { TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import * as text from '../text/str.ts';
import { isStr, withCInt, withSize } from './arguments.ts';
import { raise, textErrors } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { type NativeFunction, native } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';
import { chargeText, unchangedOr } from './text-results.ts';

/** Mirrors convert_uc(). */
function fillOf(rt: Runtime, fill: Ref): string {
  if (fill === NULL) return ' ';
  if (!isStr(rt, fill)) raise(rt, TYPE_ERROR, `The fill character must be a unicode character, not ${typeName(rt, fill)}`);
  const character = rt.text(fill);
  if (text.length(character) !== 1) raise(rt, TYPE_ERROR, 'The fill character must be exactly one character long');
  return character;
}

const padding = (name: string, pad: (value: string, width: number, fill: string) => string): NativeFunction =>
  native(name, "width, fillchar=' ', /", (rt, self, args) =>
    withSize(rt, args[0]!, (width) => {
      const fill = fillOf(rt, args[1]!);
      chargeText(rt, width);
      return unchangedOr(rt, self, pad(rt.text(self), width, fill));
    }),
  );

function expandtabs(rt: Runtime, self: Ref, tabsize: number): Ref {
  const value = rt.text(self);
  let tabs = 0;
  for (let at = value.indexOf('\t'); at >= 0; at = value.indexOf('\t', at + 1)) tabs++;
  chargeText(rt, value.length + tabs * Math.max(0, tabsize));
  return unchangedOr(rt, self, textErrors(rt, () => text.expandtabs(value, tabsize)));
}

/** Methods of str that fill it up to a width. */
export const padMethods: readonly NativeFunction[] = [
  padding('center', text.center),
  padding('ljust', text.ljust),
  padding('rjust', text.rjust),
  native('zfill', 'width, /', (rt, self, args) =>
    withSize(rt, args[0]!, (width) => {
      chargeText(rt, width);
      return unchangedOr(rt, self, text.zfill(rt.text(self), width));
    }),
  ),
  native('expandtabs', 'tabsize=8', (rt, self, args) =>
    args[0] === NULL ? expandtabs(rt, self, 8) : withCInt(rt, args[0]!, (tabsize) => expandtabs(rt, self, tabsize)),
  ),
];
