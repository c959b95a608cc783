import * as text from '../text/str.ts';
import { type NativeFunction, native } from './core/native.ts';
import { chargeScan, chargeText } from './text-results.ts';

const mapping = (name: string, change: (value: string) => string): NativeFunction =>
  native(name, '', (rt, self) => {
    const value = rt.text(self);
    chargeText(rt, value.length);
    return rt.newStr(change(value));
  });

const property = (name: string, holds: (value: string) => boolean): NativeFunction =>
  native(name, '', (rt, self) => {
    const value = rt.text(self);
    chargeScan(rt, value.length);
    return rt.newBool(holds(value));
  });

/** Methods of str that change the case, and that ask what kind of characters there are. */
export const caseMethods: readonly NativeFunction[] = [
  mapping('lower', text.lower),
  mapping('upper', text.upper),
  mapping('casefold', text.casefold),
  mapping('title', text.title),
  mapping('capitalize', text.capitalize),
  mapping('swapcase', text.swapcase),
  property('isalpha', text.isalpha),
  property('isdigit', text.isdigit),
  property('isdecimal', text.isdecimal),
  property('isnumeric', text.isnumeric),
  property('isalnum', text.isalnum),
  property('isspace', text.isspace),
  property('isupper', text.isupper),
  property('islower', text.islower),
  property('istitle', text.istitle),
  property('isidentifier', text.isidentifier),
  property('isprintable', text.isprintable),
  property('isascii', text.isascii),
];
