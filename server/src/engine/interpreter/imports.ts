import { ATTRIBUTE_ERROR, IMPORT_ERROR, KEY_ERROR, MODULE_NOT_FOUND_ERROR, NONE, STR, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { isLibraryFile, moduleFile } from '../library/find.ts';
import { getAttr, getAttrOrNull, getNamespaceItem, setNamespaceItem } from '../objects/core/attributes.ts';
import { caught, ExceptionField, exceptionOf, matches, newException, raise, raiseWith, rethrow, throwException } from '../objects/core/errors.ts';
import { typeName } from '../objects/core/lookup.ts';
import { newTuple, tableOf } from '../objects/core/make.ts';
import { moduleState } from '../objects/core/modulestate.ts';
import { suspending } from '../objects/core/native.ts';
import { collect, truth } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { call, settle, type Steps } from '../objects/core/suspend.ts';
import { unsupported } from '../objects/core/unsupported.ts';
import { frameOf, pythonFrame } from '../objects/frame.ts';
import { newFunction } from '../objects/function.ts';
import { lackingName } from '../objects/missingnames.ts';
import { isInitializing, moduleDict } from '../objects/module.ts';
import { tracebackOf } from '../objects/traceback.ts';
import { modulesOf } from '../versions/modules.ts';
import { isStandardModule } from '../versions/stdlib.ts';
import { compileText } from './compilation.ts';

/** What the interpreter holds of the import system. Both are owned. */
export interface ImportState {
  /** The module `_frozen_importlib`, and `__import__`. */
  importlib: Ref;
  importFunction: Ref;
  traverse(visit: (ref: Ref) => void): void;
}

export const importState = (rt: Runtime): ImportState =>
  moduleState<ImportState>(rt, 'import', () => ({
    importlib: NULL,
    importFunction: NULL,
    traverse(visit) {
      for (const ref of [this.importlib, this.importFunction]) if (ref !== NULL) visit(ref);
    },
  }));

/** Raises ImportError or a subclass with its `name`, `path` and `name_from`; takes over the latter two. */
export function raiseImport(rt: Runtime, type: Ref, message: string, name: string, path: Ref = NULL, nameFrom: Ref = NULL): never {
  const exception = newException(rt, type, [rt.newStr(message)]);
  // The message is there already.
  exceptionOf(rt, exception).fields.push(rt.newStr(name), path, nameFrom);
  throwException(rt, exception);
}

/** The entry of `sys.modules`, borrowed, or NULL. */
function loadedModule(rt: Runtime, name: string): Ref {
  if (rt.modules === NULL) raise(rt, IMPORT_ERROR, 'sys.modules is gone');
  return getNamespaceItem(rt, rt.modules, rt.name(name));
}

/** Calls a function of `_frozen_importlib`. */
function* callImportlib(rt: Runtime, name: string, args: readonly Ref[]): Steps<Ref> {
  const { importlib } = importState(rt);
  const callable = yield* settle(rt, getAttr(rt, importlib, rt.name(name)));
  try {
    return yield* call(callable, args);
  } finally {
    rt.heap.decref(callable);
  }
}

/**
 * Mirrors PyImport_ImportModuleLevelObject(): 1 relative names; 2 `sys.modules`, else importlib; 3 what the statement
 * binds; 4 frames of importlib are taken out of tracebacks.
 */
export function* importName(rt: Runtime, globals: Ref, name: string, names: Ref, level: number): Steps<Ref> {
  const { heap } = rt;
  // 1
  const absolute = yield* absoluteName(rt, globals, name, level);
  try {
    // 2
    let module = loadedModule(rt, absolute);
    if (module !== NULL && module !== NONE) {
      heap.incref(module);
      if (isInitializing(rt, module)) yield* waitForImport(rt, absolute);
    } else module = yield* findAndLoad(rt, absolute);
    // 3
    try {
      const hasNames = names !== NULL && names !== NONE && (yield* truth(rt, names));
      if (hasNames) {
        const path = yield* getAttrOrNull(rt, module, rt.name('__path__'));
        if (path === NULL) return heap.incref(module);
        heap.decref(path);
        return yield* callImportlib(rt, '_handle_fromlist', [module, names, importState(rt).importFunction]);
      }
      const dot = name.indexOf('.');
      if (name === '' || dot < 0) return heap.incref(module);
      if (level === 0) return yield* importName(rt, NULL, name.slice(0, dot), NULL, 0);
      const wanted = absolute.slice(0, absolute.length - name.length + dot);
      const bound = loadedModule(rt, wanted);
      if (bound === NULL) raiseWith(rt, KEY_ERROR, rt.newStr(`'${wanted}' not in sys.modules as expected`));
      return heap.incref(bound);
    } finally {
      heap.decref(module);
    }
  } catch (error) {
    // 4
    const exception = caught(rt, error);
    trimTraceback(rt, exception);
    rethrow(rt, exception);
  }
}

/** The full name of a module as a statement names it. */
export function* absoluteName(rt: Runtime, globals: Ref, name: string, level: number): Steps<string> {
  if (level < 0) raise(rt, VALUE_ERROR, 'level must be >= 0');
  if (level === 0 && name === '') raise(rt, VALUE_ERROR, 'Empty module name');
  return level > 0 ? yield* resolveName(rt, globals, name, level) : name;
}

function* waitForImport(rt: Runtime, name: string): Steps<void> {
  const text = rt.newStr(name);
  try {
    rt.heap.decref(yield* callImportlib(rt, '_lock_unlock_module', [text]));
  } finally {
    rt.heap.decref(text);
  }
}

/** Mirrors import_find_and_load(). */
function* findAndLoad(rt: Runtime, name: string): Steps<Ref> {
  if (isLeftOut(rt, name)) unsupported(`the module ${name}`);
  const text = rt.intern(name);
  try {
    return yield* callImportlib(rt, '_find_and_load', [text, importState(rt).importFunction]);
  } catch (error) {
    const exception = caught(rt, error);
    const missing = matches(rt, exception, MODULE_NOT_FOUND_ERROR) && isOwnImport(rt) ? missingModule(rt, exception) : null;
    if (missing !== null) unsupported(`the module ${missing}`);
    rethrow(rt, exception);
  } finally {
    rt.heap.decref(text);
  }
}

/**
 * The module of CPython's that was not found because nothing of it is here: the one that the program asked for, or one
 * that the library's own code could not do without.
 */
function missingModule(rt: Runtime, exception: Ref): string | null {
  const name = exceptionOf(rt, exception).fields[ExceptionField.IMPORT_NAME] ?? NULL;
  if (name === NULL || rt.heap.type[name] !== STR) return null;
  const [top = ''] = rt.text(name).split('.');
  if (rt.host.library?.leftOut.has(rt.text(name)) === true) return rt.text(name);
  const isHere = moduleFile(rt.host.library, top) !== null || (rt.modules !== NULL && loadedModule(rt, top) !== NULL);
  return isStandardModule(top, rt.profile.version) && !isHere ? rt.text(name) : null;
}

/**
 * Whether the program asks for a module that CPython has and that was not shipped; one of the same name beside the
 * program comes first. The library's own code finds that such a module is not there, and does without.
 */
function isLeftOut(rt: Runtime, name: string): boolean {
  if (rt.host.library?.leftOut.has(name) !== true || rt.host.readModule(name) !== null) return false;
  return isOwnImport(rt);
}

/** Whether the program's own text, and not the library's, imports. */
function isOwnImport(rt: Runtime): boolean {
  const frame = pythonFrame(rt.activation);
  return frame === null || !isLibraryFile(frame.code.data.filename);
}

/** Mirrors resolve_name(). */
function* resolveName(rt: Runtime, globals: Ref, name: string, level: number): Steps<string> {
  if (globals === NULL) raise(rt, KEY_ERROR, "'__name__' not in globals");
  const parent = yield* packageOf(rt, globals);
  if (parent === '') raise(rt, IMPORT_ERROR, 'attempted relative import with no known parent package');
  let base = parent;
  for (let up = 1; up < level; up++) {
    const dot = base.lastIndexOf('.');
    if (dot < 0) raise(rt, IMPORT_ERROR, 'attempted relative import beyond top-level package');
    base = base.slice(0, dot);
  }
  return name === '' ? base : `${base}.${name}`;
}

/** The package that names are relative to: 1 `__package__`; 2 the spec's parent; 3 `__name__` and `__path__`. */
function* packageOf(rt: Runtime, globals: Ref): Steps<string> {
  const item = (name: string): Ref => getNamespaceItem(rt, globals, rt.name(name));
  // 1
  const given = item('__package__');
  if (given !== NULL && given !== NONE) {
    if (rt.heap.type[given] !== STR) raise(rt, TYPE_ERROR, 'package must be a string');
    return rt.text(given);
  }
  // 2
  const spec = item('__spec__');
  if (spec !== NULL && spec !== NONE) {
    const parent = yield* settle(rt, getAttr(rt, spec, rt.name('parent')));
    if (rt.heap.type[parent] !== STR) raise(rt, TYPE_ERROR, '__spec__.parent must be a string');
    const text = rt.text(parent);
    rt.heap.decref(parent);
    return text;
  }
  // 3
  const name = item('__name__');
  if (name === NULL) raise(rt, KEY_ERROR, "'__name__' not in globals");
  if (rt.heap.type[name] !== STR) raise(rt, TYPE_ERROR, '__name__ must be a string');
  const text = rt.text(name);
  return item('__path__') !== NULL ? text : text.slice(0, Math.max(0, text.lastIndexOf('.')));
}

const importlibFiles = new Set(['<frozen importlib._bootstrap>', '<frozen importlib._bootstrap_external>']);

/** Mirrors remove_importlib_frames(): all of an ImportError, else those up to the call of the module's own code. */
function trimTraceback(rt: Runtime, exception: Ref): void {
  const { heap } = rt;
  const always = matches(rt, exception, IMPORT_ERROR);
  /** Where the link to the entry under way is, and where the one to the chunk of importlib's entries is. */
  type Link = { next: Ref } | { traceback: Ref };
  const set = (link: Link, entry: Ref): void => {
    if ('traceback' in link) link.traceback = entry;
    else link.next = entry;
  };
  const get = (link: Link): Ref => ('traceback' in link ? link.traceback : link.next);
  let previous: Link = exceptionOf(rt, exception);
  let outer: Link = previous;
  let inImportlib = false;
  for (let entry = get(previous); entry !== NULL; ) {
    const payload = tracebackOf(rt, entry);
    const { next } = payload;
    const { data } = frameOf(rt, payload.frame).code;
    const now = importlibFiles.has(data.filename);
    if (now && !inImportlib) outer = previous;
    inImportlib = now;
    if (now && (always || data.name === '_call_with_frames_removed')) {
      const dropped = get(outer);
      if (next !== NULL) heap.incref(next);
      set(outer, next);
      previous = outer;
      heap.decref(dropped);
    } else previous = payload;
    entry = next;
  }
}

/** Compiles a text and runs it in a namespace (exec). An import comes back to Python code in between. */
export function* runSource(rt: Runtime, source: string, path: string, namespace: Ref): Steps<void> {
  const code = yield* compileText(rt, source, { filename: path, module: NULL }, 'file');
  yield* runCode(rt, code, namespace);
}

/** Runs the code of a module, which is taken over. */
export function* runCode(rt: Runtime, code: Ref, namespace: Ref): Steps<void> {
  const { heap } = rt;
  const func = newFunction(rt, code, namespace);
  heap.decref(code);
  // A module's frame owns its namespace as its locals.
  heap.incref(namespace);
  try {
    heap.decref(yield { callable: func, args: [], keywords: NULL });
  } finally {
    heap.decref(namespace);
    heap.decref(func);
  }
}

/** Mirrors import_from(): the attribute, a submodule in `sys.modules`, or ImportError. */
export function* importFromModule(rt: Runtime, module: Ref, name: Ref): Steps<Ref> {
  const { heap } = rt;
  const value = yield* getAttrOrNull(rt, module, name);
  if (value !== NULL) return value;
  const nameRef = yield* getAttrOrNull(rt, module, rt.name('__name__'));
  const moduleName = nameRef === NULL || heap.type[nameRef] !== STR ? '<unknown module name>' : rt.text(nameRef);
  heap.xdecref(nameRef);
  const submodule = rt.modules === NULL ? NULL : loadedModule(rt, `${moduleName}.${rt.text(name)}`);
  if (submodule !== NULL) return heap.incref(submodule);
  let file = yield* getAttrOrNull(rt, module, rt.name('__file__'));
  const { importsAskOrigin, ofImport } = modulesOf(rt.profile.version).missingNames;
  const initializing = isInitializing(rt, module);
  const shownName = rt.newStr(moduleName);
  const spec = importsAskOrigin ? yield* getAttrOrNull(rt, module, rt.name('__spec__')) : NULL;
  const lacking = yield* lackingName(rt, spec, shownName, rt.text(name), initializing);
  for (const ref of [spec, shownName]) heap.xdecref(ref);
  const location = lacking.origin ?? (file === NULL || heap.type[file] !== STR ? 'unknown location' : rt.text(file));
  if (lacking.origin !== null) {
    heap.xdecref(file);
    file = rt.newStr(lacking.origin);
  }
  return raiseImport(rt, IMPORT_ERROR, ofImport(lacking, location), moduleName, file, heap.incref(name));
}

/** Mirrors import_all_from(): the names of `__all__`, or all that do not begin with an underscore. Answers NULL. */
export function* importStar(rt: Runtime, namespace: Ref, module: Ref): Steps<Ref> {
  const { heap } = rt;
  const all = yield* getAttrOrNull(rt, module, rt.name('__all__'));
  const names = all === NULL ? tableOf(rt, moduleDict(rt, module)).keys.filter((key) => key !== NULL).map((key) => heap.incref(key)) : yield* collect(rt, all);
  heap.xdecref(all);
  try {
    for (const name of names) {
      if (heap.type[name] !== STR) raise(rt, TYPE_ERROR, `Item in ${moduleNameOf(rt, module)}.__all__ must be str, not ${typeName(rt, name)}`);
      if (all === NULL && rt.text(name).startsWith('_')) continue;
      const interned = rt.name(rt.text(name));
      const value = yield* getAttrOrNull(rt, module, interned);
      if (value === NULL) raise(rt, ATTRIBUTE_ERROR, `module '${moduleNameOf(rt, module)}' has no attribute '${rt.text(name)}'`);
      setNamespaceItem(rt, namespace, interned, value);
    }
  } finally {
    for (const name of names) heap.decref(name);
  }
  return NULL;
}

const moduleNameOf = (rt: Runtime, module: Ref): string => {
  const name = getNamespaceItem(rt, moduleDict(rt, module), rt.name('__name__'));
  return name === NULL ? '' : rt.text(name);
};

export const importFunction = suspending('__import__', 'name, globals=None, locals=None, fromlist=(), level=0', function* (rt, _self, [name, globals, , names, level]) {
  if (rt.heap.type[name!] !== STR) raise(rt, TYPE_ERROR, 'module name must be a string');
  const where = globals === NULL || globals === NONE ? newTuple(rt, []) : globals!;
  return yield* importName(rt, where, rt.text(name!), names === NULL ? NONE : names!, level === NULL ? 0 : Number(rt.heap.payload[level!]));
});
