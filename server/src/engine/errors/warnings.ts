import { RUNTIME_WARNING } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { warnAt, warnExplicitly } from '../modules/_warnings/issue.ts';
import { caught } from '../objects/core/errors.ts';
import { itemsOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { generatorOf } from '../objects/generator.ts';
import { Sources } from './source.ts';

/** Issues a warning that C code gives (PyErr_WarnEx, PyErr_ResourceWarning). */
export function* issueWarning(rt: Runtime, category: Ref, message: string, stackLevel: number, source: Ref): Steps<void> {
  const text = rt.newStr(message);
  try {
    yield* warnAt(rt, category, text, stackLevel, source);
  } finally {
    rt.heap.decref(text);
  }
}

/** Issues a warning about a line of a file; where `module` is NULL, the file's name is its module's (PyErr_WarnExplicitObject). */
export function* issueFileWarning(rt: Runtime, category: Ref, message: string, file: string, line: number, module: Ref): Steps<void> {
  const text = rt.newStr(message);
  const filename = rt.newStr(file);
  try {
    yield* warnExplicitly(rt, { category, message: text, filename, line, module, registry: NULL, source: NULL });
  } finally {
    rt.heap.decref(text);
    rt.heap.decref(filename);
  }
}

/** A line of a source file, which is read through `io`: not while the exit takes the modules apart. */
export function sourceLine(rt: Runtime, filename: string, line: number): string | null {
  return rt.modules === NULL || rt.finalizing ? null : (new Sources(rt).of(filename)?.line(line) ?? null);
}

/** Mirrors _PyErr_WarnUnawaitedCoroutine(). */
export function* warnUnawaited(rt: Runtime, coroutine: Ref): Steps<void> {
  try {
    yield* rt.hooks.warn(rt, RUNTIME_WARNING, unawaitedMessage(rt, coroutine), 1, coroutine);
  } catch (error) {
    yield* rt.hooks.unraisable(rt, 'coroutine', coroutine, caught(rt, error));
  }
}

/** Mirrors warnings._warn_unawaited_coroutine(): where the coroutine was made, if that was noted. */
function unawaitedMessage(rt: Runtime, coroutine: Ref): string {
  const { qualname, originOrFinalizer } = generatorOf(rt, coroutine);
  const message = `coroutine '${rt.text(qualname)}' was never awaited`;
  if (originOrFinalizer === NULL || rt.modules === NULL || rt.finalizing) return message;
  const sources = new Sources(rt);
  const places = [...itemsOf(rt, originOrFinalizer)].reverse().map((place) => {
    const [filename, line, name] = itemsOf(rt, place) as [Ref, Ref, Ref];
    const number = rt.heap.payload[line] as number;
    const text = sources.of(rt.text(filename))?.line(number)?.trim() ?? '';
    return `  File "${rt.text(filename)}", line ${number}, in ${rt.text(name)}\n${text === '' ? '' : `    ${text}\n`}`;
  });
  return `${message}\nCoroutine created at (most recent call last)\n${places.join('')}`.trimEnd();
}
