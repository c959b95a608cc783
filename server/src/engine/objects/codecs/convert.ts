import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import type { CodecSteps, Replacement } from '../../text/codec.ts';
import { isStr, isTuple } from '../arguments.ts';
import { isBytes } from '../bytes-like.ts';
import { raise, textErrors } from '../core/errors.ts';
import { itemsOf } from '../core/make.ts';
import { index } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { call, type Steps } from '../core/suspend.ts';
import { unicodeException } from '../exceptions-unicode.ts';
import { handleProblem, isBuiltInHandler, lookupHandler } from './handlers.ts';

/** The result of a conversion that needs no Python code; undefined where a handler of the program's has to be asked. */
export function convertNow<T>(rt: Runtime, steps: CodecSteps<T>, errors: string): T | undefined {
  if (!isBuiltInHandler(errors)) return undefined;
  return textErrors(rt, () => {
    let step = steps.next();
    while (step.done !== true) step = steps.next(handleProblem(step.value, errors));
    return step.value;
  });
}

/** Drives a conversion; each problem goes to the handler of this name, which need not exist as long as there is none. */
export function* convert<T>(rt: Runtime, steps: CodecSteps<T>, errors: string): Steps<T> {
  if (isBuiltInHandler(errors)) return convertNow(rt, steps, errors)!;
  let exception = NULL;
  try {
    let step = textErrors(rt, () => steps.next());
    while (step.done !== true) {
      const handler = rt.heap.incref(lookupHandler(rt, errors));
      exception = unicodeException(rt, step.value, exception);
      let answer: Ref;
      try {
        answer = yield* call(handler, [exception]);
      } finally {
        rt.heap.decref(handler);
      }
      const replacement = yield* replacementOf(rt, answer, typeof step.value.object === 'string');
      step = textErrors(rt, () => steps.next(replacement));
    }
    return step.value;
  } finally {
    rt.heap.xdecref(exception);
  }
}

/** What a handler answered, whose reference it takes. */
function* replacementOf(rt: Runtime, answer: Ref, encoding: boolean): Steps<Replacement> {
  try {
    const items = isTuple(rt, answer) ? itemsOf(rt, answer) : [];
    const [text, position] = items;
    const fits = items.length === 2 && (isStr(rt, text!) || (encoding && isBytes(rt, text!)));
    if (!fits) raise(rt, TYPE_ERROR, `${encoding ? 'encoding error handler must return (str/bytes, int)' : 'decoding error handler must return (str, int)'} tuple`);
    return { text: rt.heap.payload[text!] as string | Uint8Array, position: Number(yield* index(rt, position!)) };
  } finally {
    rt.heap.decref(answer);
  }
}
