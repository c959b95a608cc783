import { LocalKind } from '../../compiler/code.ts';
import { FUTURE_MASK } from '../../compiler/futures.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { BYTEARRAY, NONE, SYNTAX_ERROR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { compileText, compileTree, parseText, raiseSyntax, type TextMode } from '../../interpreter/compilation.ts';
import { chargeAstTypes } from '../../interpreter/astcost.ts';
import { importFunction } from '../../interpreter/imports.ts';
import { codeOf, isCode } from '../../objects/code.ts';
import { getNamespaceItem, setNamespaceItem } from '../../objects/core/attributes.ts';
import { newException, raise, throwException } from '../../objects/core/errors.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { newTuple } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { currentFrame } from '../../objects/frame.ts';
import { currentLocals } from '../../objects/framelocals.ts';
import { newFunction } from '../../objects/function.ts';
import { astOf } from '../../versions/astnodes.ts';
import { builtinTypes } from '../../versions/builtin-types.ts';
import { LineIndex } from '../../syntax/lines.ts';
import { decodeSource } from '../../syntax/encoding.ts';
import { ONLY_AST, OPTIMIZED_AST, TYPE_COMMENTS } from '../_ast/flags.ts';
import { treeToObjects } from '../_ast/fromtree.ts';
import { AST } from '../_ast/state.ts';
import { objectsToTree } from '../_ast/totree.ts';
import { makeAstTypes } from '../_ast/types.ts';
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
  const text = sourceText(rt, what, source, '<string>');
  return yield* compileText(rt, what === 'eval' ? text.replace(/^[ \t]+/, '') : text, { filename: '<string>', module: NULL }, what, inheritedFutures(rt));
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

export const executionFunctions: readonly NativeFunction[] = [
  buildClassFunction,
  importFunction,
  suspending('exec', 'source, globals=None, locals=None, /', function* (rt, _module, [source, globals, locals]) {
    rt.heap.decref(yield* runIn(rt, 'exec', source!, globals!, locals!));
    return NONE;
  }),
  suspending('eval', 'source, globals=None, locals=None, /', (rt, _module, [source, globals, locals]) => runIn(rt, 'eval', source!, globals!, locals!)),
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
