import { LocalKind } from '../../compiler/code.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { compileText, type CompileMode } from '../../interpreter/compilation.ts';
import { chargeAstTypes } from '../../interpreter/importcost.ts';
import { importFunction } from '../../interpreter/imports.ts';
import { codeOf, isCode } from '../../objects/code.ts';
import { getNamespaceItem, setNamespaceItem } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { currentFrame } from '../../objects/frame.ts';
import { currentLocals } from '../../objects/framelocals.ts';
import { newFunction } from '../../objects/function.ts';
import { buildClassFunction } from './buildclass.ts';

/** The namespaces of `exec` and `eval`: those given, else the caller's. New references. */
function namespaces(rt: Runtime, what: string, globals: Ref, locals: Ref): readonly [Ref, Ref] {
  const { heap } = rt;
  const frame = currentFrame(rt);
  if (globals === NULL || globals === NONE) {
    const own = locals === NULL || locals === NONE ? currentLocals(rt, frame) : heap.incref(locals);
    return [heap.incref(frame.globals), own];
  }
  if ((rt.typeOf(globals).flags & TypeFlag.DICT_SUBCLASS) === 0) {
    raise(rt, TYPE_ERROR, what === 'exec' ? `exec() globals must be a dict, not ${typeName(rt, globals)}` : 'globals must be a dict');
  }
  const builtins = rt.name('__builtins__');
  if (getNamespaceItem(rt, globals, builtins) === NULL) setNamespaceItem(rt, globals, builtins, heap.incref(frame.builtins));
  return [heap.incref(globals), heap.incref(locals === NULL || locals === NONE ? globals : locals)];
}

/** The code to run: a code object, or a text compiled here. Owned. */
function* codeFor(rt: Runtime, what: 'exec' | 'eval', source: Ref): Steps<Ref> {
  if (isCode(rt, source)) {
    if (codeOf(rt, source).data.localspluskinds.some((kind) => (kind & LocalKind.FREE) !== 0)) {
      raise(rt, TYPE_ERROR, `code object passed to ${what}() may not contain free variables`);
    }
    return rt.heap.incref(source);
  }
  const text = sourceText(rt, what, source);
  return yield* compileText(rt, what === 'eval' ? text.replace(/^[ \t]+/, '') : text, '<string>', what);
}

function sourceText(rt: Runtime, what: string, source: Ref): string {
  const { flags } = rt.typeOf(source);
  if ((flags & TypeFlag.STR_SUBCLASS) === 0) {
    if ((flags & TypeFlag.BYTES_SUBCLASS) !== 0) unsupported(`${what}() of bytes`);
    const wanted = what === 'compile' ? 'a string, bytes or AST object' : 'a string, bytes or code object';
    raise(rt, TYPE_ERROR, `${what}() arg 1 must be ${wanted}`);
  }
  const text = rt.text(source);
  if (text.includes('\0')) raise(rt, VALUE_ERROR, 'source code string cannot contain null bytes');
  return text;
}

function* runIn(rt: Runtime, what: 'exec' | 'eval', source: Ref, globalsArg: Ref, localsArg: Ref): Steps<Ref> {
  const { heap } = rt;
  const [globals, locals] = namespaces(rt, what, globalsArg, localsArg);
  try {
    const code = yield* codeFor(rt, what, source);
    const func = newFunction(rt, code, globals);
    heap.decref(code);
    try {
      return locals === globals
        ? yield { callable: func, args: [], keywords: NULL }
        : yield { callable: func, args: [], keywords: NULL, locals };
    } finally {
      heap.decref(func);
    }
  } finally {
    heap.decref(globals);
    heap.decref(locals);
  }
}

const modes: readonly CompileMode[] = ['exec', 'eval', 'single'];

export const executionFunctions: readonly NativeFunction[] = [
  buildClassFunction,
  importFunction,
  suspending('exec', 'source, globals=None, locals=None, /', function* (rt, _module, [source, globals, locals]) {
    rt.heap.decref(yield* runIn(rt, 'exec', source!, globals!, locals!));
    return NONE;
  }),
  suspending('eval', 'source, globals=None, locals=None, /', (rt, _module, [source, globals, locals]) => runIn(rt, 'eval', source!, globals!, locals!)),
  suspending('compile', 'source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1', function* (rt, _module, [source, filename, mode]) {
    const chosen = modes.find((known) => known === rt.text(mode!));
    if (chosen === undefined) raise(rt, VALUE_ERROR, "compile() mode must be 'exec', 'eval' or 'single'");
    yield* chargeAstTypes(rt);
    return yield* compileText(rt, sourceText(rt, 'compile', source!), rt.text(filename!), chosen);
  }),
  native('globals', '', (rt) => rt.heap.incref(currentFrame(rt).globals)),
  native('locals', '', (rt) => currentLocals(rt, currentFrame(rt))),
];
