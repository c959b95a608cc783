import type { Ref } from '../heap/ref.ts';
import { escape } from '../text/repr.ts';
import { repr } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { settle, type Steps } from './core/suspend.ts';

/** A repr with everything beyond ASCII escaped. */
export const asciiText = (shown: string): string =>
  shown.replace(/[^\0-\x7f]/gu, (character) => escape(character.codePointAt(0)!));

/** Mirrors PyObject_ASCII(). */
export function* ascii(rt: Runtime, object: Ref): Steps<Ref> {
  const shown = yield* settle(rt, repr(rt, object));
  const text = rt.text(shown);
  const plain = asciiText(text);
  if (plain === text) return shown;
  rt.heap.decref(shown);
  return rt.newStr(plain);
}
