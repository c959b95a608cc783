import { BYTES, NONE, RUNTIME_ERROR, STR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { importName } from '../../interpreter/imports.ts';
import { isStr } from '../../objects/arguments.ts';
import { bytesLikeNow } from '../../objects/bytes-like.ts';
import { getAttrText } from '../../objects/core/attributes.ts';
import { caught, matches, raise, rethrow } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { call, settle, type Steps } from '../../objects/core/suspend.ts';
import { regexOf } from '../../versions/regex.ts';
import { sreState } from './pattern-object.ts';
import { expandTemplate, TEMPLATE } from './template.ts';

/** What replacements with escapes need of the part of `re` that is written in Python. */

function* functionOfRe(rt: Runtime, name: string): Steps<Ref> {
  const module = yield* importName(rt, NULL, 're', NONE, 0);
  try {
    return yield* settle(rt, getAttrText(rt, module, name));
  } finally {
    rt.heap.decref(module);
  }
}

function* callRe(rt: Runtime, name: string, args: readonly Ref[]): Steps<Ref> {
  const func = yield* functionOfRe(rt, name);
  try {
    return yield* call(func, args);
  } finally {
    rt.heap.decref(func);
  }
}

/** `re._subx(pattern, template)`: a literal or a function that answers the replacement of a match. */
export const compiledFilter = (rt: Runtime, pattern: Ref, template: Ref): Steps<Ref> => callRe(rt, '_subx', [pattern, template]);

/** Mirrors compile_template(): a template that cannot be hashed is turned into a str or bytes, and tried again. */
export function* compiledTemplate(rt: Runtime, pattern: Ref, template: Ref): Steps<Ref> {
  const { heap } = rt;
  const state = sreState(rt);
  if (state.compileTemplate === NULL) state.compileTemplate = yield* functionOfRe(rt, '_compile_template');
  let result: Ref;
  try {
    result = yield* call(state.compileTemplate, [pattern, template]);
  } catch (error) {
    const exception = caught(rt, error);
    const basic = matches(rt, exception, TYPE_ERROR) ? basicTemplate(rt, template) : NULL;
    if (basic === NULL) rethrow(rt, exception);
    heap.decref(exception);
    try {
      result = yield* call(state.compileTemplate, [pattern, basic]);
    } finally {
      heap.decref(basic);
    }
  }
  if (heap.type[result] !== TEMPLATE) {
    const name = typeName(rt, result);
    heap.decref(result);
    raise(rt, RUNTIME_ERROR, `the result of compiling a replacement string is ${name}`);
  }
  return result;
}

function basicTemplate(rt: Runtime, template: Ref): Ref {
  const { heap } = rt;
  if (isStr(rt, template)) return heap.type[template] === STR ? NULL : rt.newStr(rt.text(template));
  const bytes = heap.type[template] === BYTES ? undefined : bytesLikeNow(rt, template);
  return bytes === undefined ? NULL : newBytes(rt, bytes.slice());
}

/** `match.expand(template)` */
export function* expand(rt: Runtime, pattern: Ref, match: Ref, template: Ref): Steps<Ref> {
  if (!regexOf(rt.profile.version).hasTemplates) return yield* callRe(rt, '_expand', [pattern, match, template]);
  const compiled = yield* compiledTemplate(rt, pattern, template);
  try {
    return expandTemplate(rt, compiled, match);
  } finally {
    rt.heap.decref(compiled);
  }
}
