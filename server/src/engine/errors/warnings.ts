import { DEPRECATION_WARNING, DICT, RUNTIME_WARNING, TRUE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getNamespaceItem, setNamespaceItem } from '../objects/core/attributes.ts';
import { caught } from '../objects/core/errors.ts';
import { itemsOf, newDict, newTuple, tableOf } from '../objects/core/make.ts';
import { setItem } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { settle, type Steps } from '../objects/core/suspend.ts';
import { pythonFrame, type Frame } from '../objects/frame.ts';
import { generatorOf } from '../objects/generator.ts';
import { coroutinesOf } from '../versions/coroutines.ts';
import { hasStderr, writeToStderr } from './print.ts';
import { Sources } from './source.ts';

/** Where a warning is shown to come from. */
interface Site {
  readonly filename: string;
  readonly line: number;
  /** The namespace whose `__warningregistry__` remembers it; borrowed, NULL where there is none left. */
  readonly globals: Ref;
  readonly module: string;
}

function siteOf(rt: Runtime, stackLevel: number): Site {
  let frame: Frame | null = pythonFrame(rt.activation);
  for (let level = 1; level < stackLevel && frame !== null; level++) frame = pythonFrame(frame.previous);
  if (frame === null) {
    const [filename, line] = coroutinesOf(rt.profile.version).nowhere;
    return { filename, line, globals: rt.sysDict, module: 'sys' };
  }
  const name = getNamespaceItem(rt, frame.globals, rt.name('__name__'));
  return { filename: frame.code.data.filename, line: frame.line, globals: frame.globals, module: name === NULL ? '<string>' : rt.text(name) };
}

/** Issues a warning under the filters that the interpreter starts with (warn_explicit). */
export function* showWarning(rt: Runtime, category: Ref, message: string, stackLevel: number, source: Ref): Steps<void> {
  const site = siteOf(rt, stackLevel);
  // Deprecations are told to the program that runs, not to what it imports.
  if (rt.typeObject(category).linearization.includes(DEPRECATION_WARNING) && site.module !== '__main__') return;
  if (site.globals !== NULL && (yield* isKnown(rt, site, category, message))) return;
  yield* write(rt, category, message, site.filename, site.line, source);
}

function* write(rt: Runtime, category: Ref, message: string, filename: string, place: number, source: Ref): Steps<void> {
  if (!hasStderr(rt)) return;
  const { name } = rt.typeObject(category);
  const lines = [`${filename}:${place}: ${name}: ${message}\n`];
  if (rt.modules !== NULL && !rt.finalizing) {
    const line = new Sources(rt).of(filename)?.line(place)?.trim() ?? '';
    if (line !== '') lines.push(`  ${line}\n`);
    if (source !== NULL) lines.push(`${name}: Enable tracemalloc to get the object allocation traceback\n`);
  }
  yield* writeToStderr(rt, [lines.join('')], false);
}

/** The same about a place in a text that is being compiled: no namespace remembers it (PyErr_WarnExplicitObject). */
export function* showWarningAt(rt: Runtime, category: Ref, message: string, filename: string, line: number): Steps<void> {
  const module = filename.replace(/\.py$/, '');
  if (rt.typeObject(category).linearization.includes(DEPRECATION_WARNING) && module !== '__main__') return;
  yield* write(rt, category, message, filename, line, NULL);
}

/** Whether this was said of this line before; if not, the namespace remembers it (already_warned). */
function* isKnown(rt: Runtime, { globals, line }: Site, category: Ref, message: string): Steps<boolean> {
  const { heap } = rt;
  const name = rt.name('__warningregistry__');
  let registry = getNamespaceItem(rt, globals, name);
  if (registry === NULL) setNamespaceItem(rt, globals, name, (registry = newDict(rt)));
  if (heap.type[registry] !== DICT) return false;
  const table = tableOf(rt, registry);
  const isSame = (key: Ref): boolean => {
    const [text, type, at] = Array.isArray(heap.payload[key]) ? itemsOf(rt, key) : [];
    return at !== undefined && type === category && rt.text(text!) === message && heap.payload[at] === line;
  };
  if (table.keys.some((key) => key !== NULL && isSame(key))) return true;
  const key = newTuple(rt, [rt.newStr(message), heap.incref(category), rt.newInt(line)]);
  yield* settle(rt, setItem(rt, registry, key, TRUE));
  heap.decref(key);
  return false;
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
