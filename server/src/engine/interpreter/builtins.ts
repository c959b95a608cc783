import { LocalKind } from '../compiler/code.ts';
import { TypeFlag } from '../heap/heap.ts';
import { CELL, DICT, NONE, RUNTIME_ERROR, TYPE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { extendModule } from '../modules/core/define.ts';
import { unsupported } from '../objects/core/unsupported.ts';
import { cellOf } from '../objects/cell.ts';
import { codeOf, isCode, newCode } from '../objects/code.ts';
import { getAttrOrNull, getNamespaceItem, setNamespaceItem } from '../objects/core/attributes.ts';
import { raise } from '../objects/core/errors.ts';
import { typeName } from '../objects/core/lookup.ts';
import { copyRefs, itemsOf, newDict, newTuple } from '../objects/core/make.ts';
import { native, rawNative, suspending } from '../objects/core/native.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { begin, type Steps } from '../objects/core/suspend.ts';
import { frameObject, localsSnapshot, pythonFrame, type Frame } from '../objects/frame.ts';
import { newFunction } from '../objects/function.ts';
import { calculateMetaclass } from '../objects/typenew.ts';
import { compileSource, type CompileMode } from './compilation.ts';
import { importFunction } from './imports.ts';

function currentFrame(rt: Runtime): Frame {
  const frame = pythonFrame(rt.activation);
  if (frame === null) raise(rt, RUNTIME_ERROR, 'no current frame');
  return frame;
}

/** Bases with `__mro_entries__` replaced; null if there are none such (update_bases). */
function* resolveBases(rt: Runtime, bases: readonly Ref[]): Steps<Ref[] | null> {
  const { heap } = rt;
  let changed = false;
  const original = newTuple(rt, copyRefs(rt, bases));
  const resolved: Ref[] = [];
  for (const base of bases) {
    const hook = (rt.typeOf(base).flags & TypeFlag.TYPE_SUBCLASS) !== 0 ? NULL : yield* getAttrOrNull(rt, base, rt.name('__mro_entries__'));
    if (hook === NULL) {
      resolved.push(heap.incref(base));
      continue;
    }
    changed = true;
    const entries = yield { callable: hook, args: [original], keywords: NULL };
    heap.decref(hook);
    if ((rt.typeOf(entries).flags & TypeFlag.TUPLE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, '__mro_entries__ must return a tuple');
    resolved.push(...copyRefs(rt, itemsOf(rt, entries)));
    heap.decref(entries);
  }
  if (!changed) {
    for (const ref of resolved) heap.decref(ref);
    heap.decref(original);
    return null;
  }
  return [...resolved, original];
}

/**
 * Mirrors builtin___build_class__(): 1 bases; 2 metaclass; 3 `__prepare__`; 4 the body; 5 the metaclass is called;
 * 6 the `__class__` cell must hold the result.
 */
function* buildClass(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const names = keywords === NULL ? [] : itemsOf(rt, keywords);
  const given = args.length - names.length;
  if (given < 2) raise(rt, TYPE_ERROR, '__build_class__: not enough arguments');
  const [func, name] = args as [Ref, Ref];
  const original = args.slice(2, given);
  // 1
  const resolved = yield* resolveBases(rt, original);
  const originalTuple = resolved === null ? NULL : resolved.pop()!;
  const bases = newTuple(rt, resolved ?? copyRefs(rt, original));
  // 2
  const meta = names.findIndex((keyword) => rt.text(keyword) === 'metaclass');
  const values = args.slice(given).filter((_, i) => i !== meta);
  const keptNames = names.filter((_, i) => i !== meta);
  const kept = keptNames.length === 0 ? NULL : newTuple(rt, copyRefs(rt, keptNames));
  let metaclass: Ref;
  if (meta >= 0) metaclass = args[given + meta]!;
  else metaclass = itemsOf(rt, bases).length === 0 ? TYPE : heap.type[itemsOf(rt, bases)[0]!]!;
  let namespace = NULL;
  try {
    if ((rt.typeOf(metaclass).flags & TypeFlag.TYPE_SUBCLASS) !== 0) metaclass = calculateMetaclass(rt, metaclass, itemsOf(rt, bases));
    // 3
    namespace = yield* prepare(rt, metaclass, [name, bases, ...values], kept);
    // 4
    const cell = yield { callable: func, args: [], keywords: NULL, locals: namespace };
    if (originalTuple !== NULL) {
      const key = rt.name('__orig_bases__');
      if (heap.type[namespace] === DICT) setNamespaceItem(rt, namespace, key, heap.incref(originalTuple));
    }
    // 5
    let made: Ref;
    try {
      made = yield { callable: metaclass, args: [name, bases, namespace, ...values], keywords: kept };
    } catch (error) {
      heap.decref(cell);
      throw error;
    }
    // 6
    checkCell(rt, cell, made, name);
    heap.decref(cell);
    return made;
  } finally {
    heap.xdecref(namespace);
    heap.xdecref(kept);
    heap.decref(bases);
    heap.xdecref(originalTuple);
  }
}

function* prepare(rt: Runtime, metaclass: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  if (metaclass === TYPE) return newDict(rt);
  const hook = yield* getAttrOrNull(rt, metaclass, rt.name('__prepare__'));
  if (hook === NULL) return newDict(rt);
  let namespace: Ref;
  try {
    namespace = yield { callable: hook, args, keywords };
  } finally {
    rt.heap.decref(hook);
  }
  const { slots } = rt.typeOf(namespace);
  if (slots.mp_subscript === undefined) {
    const owner = (rt.typeOf(metaclass).flags & TypeFlag.TYPE_SUBCLASS) !== 0 ? rt.typeObject(metaclass).name : '<metaclass>';
    raise(rt, TYPE_ERROR, `${owner}.__prepare__() must return a mapping, not ${typeName(rt, namespace)}`);
  }
  return namespace;
}

function checkCell(rt: Runtime, cell: Ref, made: Ref, name: Ref): void {
  if (rt.heap.type[cell] !== CELL || (rt.typeOf(made).flags & TypeFlag.TYPE_SUBCLASS) === 0) return;
  const { contents } = cellOf(rt, cell);
  if (contents === made) return;
  const text = rt.text(name);
  if (contents === NULL) raise(rt, RUNTIME_ERROR, `__class__ not set defining '${text}' as <class '${rt.typeObject(made).name}'>. Was __classcell__ propagated to type.__new__?`);
  raise(rt, TYPE_ERROR, `__class__ set to <class '${rt.typeObject(contents).name}'> defining '${text}' as <class '${rt.typeObject(made).name}'>`);
}

/** The namespaces of `exec` and `eval`: those given, else the caller's. New references. */
function namespaces(rt: Runtime, what: string, globals: Ref, locals: Ref): readonly [Ref, Ref] {
  const { heap } = rt;
  const frame = currentFrame(rt);
  if (globals === NULL || globals === NONE) {
    const own = locals === NULL || locals === NONE ? localsSnapshot(rt, frame) : heap.incref(locals);
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
function codeFor(rt: Runtime, what: 'exec' | 'eval', source: Ref): Ref {
  if (isCode(rt, source)) {
    if (codeOf(rt, source).data.localspluskinds.some((kind) => (kind & LocalKind.FREE) !== 0)) {
      raise(rt, TYPE_ERROR, `code object passed to ${what}() may not contain free variables`);
    }
    return rt.heap.incref(source);
  }
  const text = sourceText(rt, what, source);
  return newCode(rt, compileSource(rt, what === 'eval' ? text.replace(/^[ \t]+/, '') : text, '<string>', what));
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
    const code = codeFor(rt, what, source);
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

extendModule('builtins', [
  rawNative('__build_class__', (rt, _self, args, keywords) => begin(rt, buildClass(rt, args, keywords))),
  importFunction,
  suspending('exec', 'source, globals=None, locals=None, /', function* (rt, _self, [source, globals, locals]) {
    rt.heap.decref(yield* runIn(rt, 'exec', source!, globals!, locals!));
    return NONE;
  }),
  suspending('eval', 'source, globals=None, locals=None, /', (rt, _self, [source, globals, locals]) => runIn(rt, 'eval', source!, globals!, locals!)),
  native('compile', 'source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1', (rt, _self, [source, filename, mode]) => {
    const chosen = modes.find((known) => known === rt.text(mode!));
    if (chosen === undefined) raise(rt, VALUE_ERROR, "compile() mode must be 'exec', 'eval' or 'single'");
    return newCode(rt, compileSource(rt, sourceText(rt, 'compile', source!), rt.text(filename!), chosen));
  }),
  native('globals', '', (rt) => rt.heap.incref(currentFrame(rt).globals)),
  native('locals', '', (rt) => localsSnapshot(rt, currentFrame(rt))),
]);

extendModule('sys', [
  native('_getframe', 'depth=0, /', (rt, _self, [depth]) => {
    let frame: Frame | null = currentFrame(rt);
    for (let i = depth === NULL ? 0 : Number(rt.heap.payload[depth!]); i > 0 && frame !== null; i--) frame = pythonFrame(frame.previous);
    if (frame === null) raise(rt, VALUE_ERROR, 'call stack is not deep enough');
    return rt.heap.incref(frameObject(rt, frame));
  }),
]);
