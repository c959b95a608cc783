import { LocalKind } from '../../compiler/code.ts';
import { FUTURE_MASK } from '../../compiler/futures.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { BYTEARRAY, CELL, NONE, SYNTAX_ERROR, TUPLE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { compileText, compileTree, parseText, raiseSyntax, type TextMode } from '../../interpreter/compilation.ts';
import { chargeAstTypes } from '../../interpreter/astcost.ts';
import { importFunction } from '../../interpreter/imports.ts';
import { codeOf, isCode } from '../../objects/code.ts';
import { getNamespaceItem, setNamespaceItem } from '../../objects/core/attributes.ts';
import { newException, raise, throwException } from '../../objects/core/errors.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { currentFrame } from '../../objects/frame.ts';
import { currentLocals } from '../../objects/framelocals.ts';
import { isFrozenDict } from '../../objects/dictsearch.ts';
import { functionOf, newFunction } from '../../objects/function.ts';
import { astOf } from '../../versions/astnodes.ts';
import { modulesOf } from '../../versions/modules.ts';
import { builtinTypes } from '../../versions/builtin-types.ts';
import { LineIndex } from '../../syntax/lines.ts';
import { decodeSource } from '../../syntax/encoding.ts';
import { ONLY_AST, OPTIMIZED_AST, TYPE_COMMENTS } from '../_ast/flags.ts';
import { treeToObjects } from '../_ast/fromtree.ts';
import { AST } from '../_ast/state.ts';
import { objectsToTree } from '../_ast/totree.ts';
import { makeAstTypes } from '../_ast/types.ts';
import { buildClassFunction } from './buildclass.ts';

function checkGlobals(rt: Runtime, what: 'exec' | 'eval', globals: Ref): void {
  if (globals === NULL || globals === NONE || (rt.typeOf(globals).flags & TypeFlag.DICT_SUBCLASS) !== 0) return;
  if (isFrozenDict(rt, globals)) unsupported('code whose globals are a frozendict');
  const { globalsType } = modulesOf(rt.profile.version);
  if (what === 'exec') raise(rt, TYPE_ERROR, `exec() globals must be ${globalsType}, not ${typeName(rt, globals)}`);
  const isMapping = rt.typeOf(globals).slots.mp_subscript !== undefined;
  raise(rt, TYPE_ERROR, isMapping ? `globals must be ${globalsType.replace('a dict', 'a real dict')}; try eval(expr, {}, mapping)` : `globals must be ${globalsType}`);
}

/** The namespaces of `exec` and `eval`: those given, else the caller's. New references. */
function namespaces(rt: Runtime, what: 'exec' | 'eval', globals: Ref, locals: Ref): readonly [Ref, Ref] {
  const { heap } = rt;
  const isMapping = (object: Ref): boolean => object === NULL || object === NONE || rt.typeOf(object).slots.mp_subscript !== undefined;
  if (what === 'eval' && !isMapping(locals)) raise(rt, TYPE_ERROR, 'locals must be a mapping');
  checkGlobals(rt, what, globals);
  if (!isMapping(locals)) raise(rt, TYPE_ERROR, `locals must be a mapping or None, not ${typeName(rt, locals)}`);
  const frame = currentFrame(rt);
  if (globals === NULL || globals === NONE) {
    const own = locals === NULL || locals === NONE ? currentLocals(rt, frame) : heap.incref(locals);
    return [heap.incref(frame.globals), own];
  }
  const builtins = rt.name('__builtins__');
  if (getNamespaceItem(rt, globals, builtins) === NULL) setNamespaceItem(rt, globals, builtins, heap.incref(frame.builtins));
  return [heap.incref(globals), heap.incref(locals === NULL || locals === NONE ? globals : locals)];
}

/** The code to run: a code object, or a text compiled here. Owned. */
function* codeFor(rt: Runtime, what: 'exec' | 'eval', source: Ref, closure: Ref): Steps<Ref> {
  if (isCode(rt, source)) {
    const free = codeOf(rt, source).data.localspluskinds.filter((kind) => (kind & LocalKind.FREE) !== 0).length;
    if (free !== 0 && what === 'eval') raise(rt, TYPE_ERROR, 'code object passed to eval() may not contain free variables');
    if (what === 'exec') checkClosure(rt, closure, free);
    return rt.heap.incref(source);
  }
  if (closure !== NULL) raise(rt, TYPE_ERROR, 'closure can only be used when source is a code object');
  const text = sourceText(rt, what, source, '<string>');
  return yield* compileText(rt, what === 'eval' ? text.replace(/^[ \t]+/, '') : text, { filename: '<string>', module: NULL }, what, inheritedFutures(rt));
}

function checkClosure(rt: Runtime, closure: Ref, free: number): void {
  const { heap } = rt;
  if (free === 0) {
    if (closure !== NULL) raise(rt, TYPE_ERROR, 'cannot use a closure with this code object');
    return;
  }
  const cells = heap.type[closure] === TUPLE ? itemsOf(rt, closure) : [];
  if (cells.length !== free || cells.some((cell) => heap.type[cell] !== CELL)) raise(rt, TYPE_ERROR, `code object requires a closure of exactly length ${free}`);
}

/** The `from __future__` imports of the code that calls. */
const inheritedFutures = (rt: Runtime): number => currentFrame(rt).code.data.flags & FUTURE_MASK;

/** The text of a str, or of bytes by their own declaration of their encoding. */
function sourceText(rt: Runtime, what: string, source: Ref, filename: string): string {
  const { flags } = rt.typeOf(source);
  const isText = (flags & TypeFlag.STR_SUBCLASS) !== 0;
  const bytes = isText ? null : bytesOf(rt, source);
  if (!isText && bytes === null) {
    const wanted = what === 'compile' ? 'a string, bytes or AST object' : 'a string, bytes or code object';
    raise(rt, TYPE_ERROR, `${what}() arg 1 must be ${wanted}`);
  }
  if (isText ? rt.text(source).includes('\0') : bytes!.includes(0)) raise(rt, SYNTAX_ERROR, 'source code string cannot contain null bytes');
  if (!isText) return decodedText(rt, bytes!, filename);
  const text = rt.text(source);
  if (text.startsWith('\ufeff')) {
    const place = { lineno: 1, offset: 1, end_lineno: 1, end_offset: 1, start: 0, end: 1 };
    raiseSyntax(rt, { kind: 'SyntaxError', message: 'invalid non-printable character U+FEFF', ...place }, text, filename);
  }
  return text;
}

function bytesOf(rt: Runtime, source: Ref): Uint8Array | null {
  const { flags } = rt.typeOf(source);
  if ((flags & TypeFlag.BYTES_SUBCLASS) !== 0) return rt.heap.payload[source] as Uint8Array;
  if (rt.heap.type[source] === BYTEARRAY) unsupported('sources in a bytearray');
  return null;
}

function decodedText(rt: Runtime, bytes: Uint8Array, filename: string): string {
  const decoded = decodeSource(bytes, (encoding) => unsupported(`sources in the encoding ${encoding}`));
  if ('text' in decoded) return decoded.text;
  const { line, decoder } = decoded;
  const fault = decoder !== undefined && builtinTypes(rt.profile.version).quotesDecoderOfSource ? decoder : decoded.fault;
  const details = newTuple(rt, [rt.newStr(filename), rt.newInt(line), rt.newInt(line === 0 ? -1 : 1), NONE, rt.newInt(line), rt.newInt(-1)]);
  throwException(rt, newException(rt, SYNTAX_ERROR, [rt.newStr(fault), details]));
}

function* runIn(rt: Runtime, what: 'exec' | 'eval', source: Ref, globalsArg: Ref, localsArg: Ref, closure: Ref = NULL): Steps<Ref> {
  const { heap } = rt;
  const [globals, locals] = namespaces(rt, what, globalsArg, localsArg);
  try {
    const code = yield* codeFor(rt, what, source, closure);
    const func = newFunction(rt, code, globals);
    if (closure !== NULL) functionOf(rt, func).closure = heap.incref(closure);
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

/** The flags that change nothing here: source is UTF-8, do not imply dedent … */
const OTHER_FLAGS = 0x10 | 0x200 | 0x2000 | 0x4000 | TYPE_COMMENTS;

const modes: readonly TextMode[] = ['exec', 'eval', 'single'];

function modeOf(rt: Runtime, mode: Ref, isTree: boolean): TextMode {
  const text = rt.text(mode);
  const chosen = modes.find((known) => known === text);
  if (chosen !== undefined) return chosen;
  if (text !== 'func_type') return raise(rt, VALUE_ERROR, `compile() mode must be ${isTree ? "'exec', 'eval', 'single' or 'func_type'" : "'exec', 'eval' or 'single'"}`);
  if (!isTree) raise(rt, VALUE_ERROR, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  return unsupported("compile() in the mode 'func_type'");
}

const compileParameters = 'source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *';

/** Mirrors builtin_compile_impl(). */
function* compile(rt: Runtime, [source, filename, mode, flags, dontInherit, optimize]: readonly Ref[], featureVersion: Ref, module: Ref): Steps<Ref> {
  const bits = flags === NULL ? 0 : Number(yield* index(rt, flags!));
  const isTree = (bits & ONLY_AST) !== 0;
  const optimizes = astOf(rt.profile.version).hasOptimizedTrees && (bits & OPTIMIZED_AST) === OPTIMIZED_AST;
  if ((bits & ~(FUTURE_MASK | OTHER_FLAGS | (optimizes ? OPTIMIZED_AST : ONLY_AST))) !== 0) raise(rt, VALUE_ERROR, 'compile(): unrecognised flags');
  const level = optimize === NULL ? -1 : Number(yield* index(rt, optimize!));
  if (level < -1 || level > 2) raise(rt, VALUE_ERROR, 'compile(): invalid optimize value');
  if (level > 0) unsupported('compile() with optimisation');
  if (optimizes) unsupported('compile() to an optimised syntax tree');
  if ((bits & TYPE_COMMENTS) !== 0) unsupported('compile() with type comments');
  if (featureVersion !== NULL && ![-1, Number(rt.profile.version.slice(2))].includes(Number(yield* index(rt, featureVersion)))) unsupported('compile() for an older version');
  const inherits = dontInherit === NULL || !(yield* truth(rt, dontInherit!));
  const chosen = modeOf(rt, mode!, isTree);
  const name = rt.text(filename!);
  const origin = { filename: name, module };
  const futures = (bits & FUTURE_MASK) | (inherits ? inheritedFutures(rt) : 0);
  if (isInstance(rt, source!, AST)) {
    if (isTree && !astOf(rt.profile.version).copiesTrees) return rt.heap.incref(source!);
    yield* makeAstTypes(rt);
    const { tree, text } = yield* objectsToTree(rt, source!, chosen);
    if (isTree) return treeToObjects(rt, tree, new LineIndex(text));
    return yield* compileTree(rt, tree, text, origin, futures);
  }
  if (isTree) {
    yield* makeAstTypes(rt);
    const { tree, lines } = yield* parseText(rt, sourceText(rt, 'compile', source!, name), origin, chosen);
    return treeToObjects(rt, tree, lines);
  }
  yield* chargeAstTypes(rt);
  return yield* compileText(rt, sourceText(rt, 'compile', source!, name), origin, chosen, futures);
}

function execWith(signature: string): NativeFunction {
  return suspending('exec', signature, function* (rt, _module, [source, globals, locals, closure]) {
    rt.heap.decref(yield* runIn(rt, 'exec', source!, globals!, locals!, closure === NONE ? NULL : closure));
    return NONE;
  });
}

function evalWith(signature: string): NativeFunction {
  return suspending('eval', signature, (rt, _module, [source, globals, locals]) => runIn(rt, 'eval', source!, globals!, locals!));
}

export const executionFunctions: readonly NativeFunction[] = [
  buildClassFunction,
  importFunction,
  { ...execWith('source, globals=None, locals=None, /, *, closure=None'), versions: '-12' },
  { ...execWith('source, /, globals=None, locals=None, *, closure=None'), versions: '13-' },
  { ...evalWith('source, globals=None, locals=None, /'), versions: '-12' },
  { ...evalWith('source, /, globals=None, locals=None'), versions: '13-' },
  { ...suspending('compile', `${compileParameters}, _feature_version=-1`, (rt, _module, args) => compile(rt, args.slice(0, 6), args[6]!, NULL)), versions: '-14' },
  { ...suspending('compile', `${compileParameters}, module=None, _feature_version=-1`, function* (rt, _module, args) {
    const [module = NULL, featureVersion = NULL] = args.slice(6);
    const isGiven = module !== NULL && module !== NONE;
    if (isGiven && (rt.typeOf(module).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, `compile() argument 'module' must be str or None, not ${typeName(rt, module)}`);
    return yield* compile(rt, args.slice(0, 6), featureVersion, isGiven ? module : NULL);
  }), versions: '15-' },
  native('globals', '', (rt) => rt.heap.incref(currentFrame(rt).globals)),
  native('locals', '', (rt) => currentLocals(rt, currentFrame(rt))),
];
