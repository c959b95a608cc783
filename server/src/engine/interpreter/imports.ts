import { unpackCode } from '../compiler/marshal.ts';
import { ATTRIBUTE_ERROR, IMPORT_ERROR, MODULE_NOT_FOUND_ERROR, NONE, STR, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { moduleFile, type ModuleFile } from '../library/find.ts';
import { newCode } from '../objects/code.ts';
import { getAttrOrNull, getNamespaceItem, setNamespaceItem } from '../objects/core/attributes.ts';
import { exceptionOf, newException, raise, throwException } from '../objects/core/errors.ts';
import { typeName } from '../objects/core/lookup.ts';
import { itemsOf, newList, newTuple, tableOf } from '../objects/core/make.ts';
import { suspending } from '../objects/core/native.ts';
import { collect } from '../objects/core/protocol.ts';
import { RunStopped, type Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { newFunction } from '../objects/function.ts';
import { moduleDict, ModuleObject, newModule } from '../objects/module.ts';
import { newModuleSpec, newSourceFileLoader } from '../objects/modulespec.ts';
import { isStandardModule } from '../versions/stdlib.ts';
import { collectIfDue } from './allocations.ts';
import { compileText } from './compilation.ts';
import { chargeAstTypes, chargeFinders, chargeImport } from './importcost.ts';

/** Raises ImportError or a subclass with its `name`, `path` and `name_from`; takes over the latter two. */
function raiseImport(rt: Runtime, type: Ref, message: string, name: string, path: Ref = NULL, nameFrom: Ref = NULL): never {
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

/**
 * Mirrors PyImport_ImportModuleLevelObject() for a machine whose finders know the built-in modules and the folder of
 * the scenario: 1 relative names; 2 `sys.modules`; 3 find and load; 4 what the statement binds.
 */
export function* importName(rt: Runtime, globals: Ref, name: string, names: Ref, level: number): Steps<Ref> {
  if (level === 0 && name === '') raise(rt, VALUE_ERROR, 'Empty module name');
  const absolute = level > 0 ? relativeName(rt, globals, name, level) : name;
  const parts = absolute.split('.');
  let module = NULL;
  for (let i = 1; i <= parts.length; i++) {
    const full = parts.slice(0, i).join('.');
    const isNew = loadedModule(rt, full) === NULL;
    const child = yield* importOne(rt, full);
    if (module !== NULL) {
      if (isNew) setNamespaceItem(rt, moduleDict(rt, module), rt.name(parts[i - 1]!), rt.heap.incref(child));
      rt.heap.decref(module);
    }
    module = child;
  }
  const wanted = names !== NONE && names !== NULL ? itemsOf(rt, names) : [];
  if (wanted.length !== 0) {
    yield* importSubmodules(rt, module, absolute, wanted);
    return module;
  }
  if (level > 0 && name !== '') {
    rt.heap.decref(module);
    const first = absolute.slice(0, absolute.length - name.length + name.split('.')[0]!.length);
    return rt.heap.incref(loadedModule(rt, first));
  }
  if (parts.length === 1) return module;
  rt.heap.decref(module);
  return rt.heap.incref(loadedModule(rt, parts[0]!));
}

/** Mirrors resolve_name(). */
function relativeName(rt: Runtime, globals: Ref, name: string, level: number): string {
  const packageRef = getNamespaceItem(rt, globals, rt.name('__package__'));
  if (packageRef === NULL || packageRef === NONE || rt.text(packageRef) === '') {
    raise(rt, IMPORT_ERROR, 'attempted relative import with no known parent package');
  }
  const parts = rt.text(packageRef).split('.');
  if (level > parts.length) raise(rt, IMPORT_ERROR, 'attempted relative import beyond top-level package');
  const base = parts.slice(0, parts.length - level + 1).join('.');
  return name === '' ? base : `${base}.${name}`;
}

/** Mirrors _handle_fromlist(): names of a package that it lacks may be modules in it. */
function* importSubmodules(rt: Runtime, module: Ref, name: string, wanted: readonly Ref[]): Steps<void> {
  const path = yield* getAttrOrNull(rt, module, rt.name('__path__'));
  if (path === NULL) return;
  rt.heap.decref(path);
  for (const item of wanted) {
    const known = yield* getAttrOrNull(rt, module, item);
    rt.heap.xdecref(known);
    const full = `${name}.${rt.text(item)}`;
    if (known !== NULL || moduleFile(rt.host.library, full) === null) continue;
    setNamespaceItem(rt, moduleDict(rt, module), rt.name(rt.text(item)), yield* importOne(rt, full));
  }
}

function* importOne(rt: Runtime, name: string): Steps<Ref> {
  const { heap } = rt;
  const known = loadedModule(rt, name);
  if (known === NONE) raiseImport(rt, MODULE_NOT_FOUND_ERROR, `import of ${name} halted; None in sys.modules`, name);
  if (known !== NULL) return heap.incref(known);
  const finders = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('meta_path'));
  if (finders === NULL || finders === NONE) raiseImport(rt, IMPORT_ERROR, 'sys.meta_path is None, Python is likely shutting down', name);
  const native = rt.hooks.nativeModule(rt, name);
  if (native !== NULL) {
    setNamespaceItem(rt, rt.modules, rt.name(name), heap.incref(native));
    yield* chargeImport(rt, name);
    return native;
  }
  const file = name.includes('.') ? null : rt.host.readModule(name);
  if (file !== null) return yield* loadFile(rt, name, file.path, file.source);
  const found = moduleFile(rt.host.library, name);
  if (found !== null) return yield* loadLibraryFile(rt, name, found);
  if (isStandardModule(name, rt.profile.version)) throw new RunStopped({ unsupported: `the module ${name}` });
  const [parent] = name.split('.');
  const reason = name.includes('.') ? `; '${parent}' is not a package` : '';
  raiseImport(rt, MODULE_NOT_FOUND_ERROR, `No module named '${name}'${reason}`, name);
}

/** Makes the module, puts it into `sys.modules` and runs its body; an error takes it out again. */
function* loadFile(rt: Runtime, name: string, path: string, source: string): Steps<Ref> {
  yield* chargeFinders(rt);
  return yield* loadModule(rt, name, path, '', NULL, function* (dict) {
    yield* chargeAstTypes(rt);
    yield* runSource(rt, source, path, dict, true);
  });
}

/** A module of the standard library, whose code is there already. */
function* loadLibraryFile(rt: Runtime, name: string, { file, isPackage }: ModuleFile): Steps<Ref> {
  const [major, minor] = rt.profile.versionInfo;
  const path = `/usr/lib/python${major}.${minor}/${file.path}`;
  const parent = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  const folder = isPackage ? newList(rt, [rt.newStr(path.slice(0, path.lastIndexOf('/')))]) : NULL;
  return yield* loadModule(rt, name, path, isPackage ? name : parent, folder, function* (dict) {
    const code = rt.collector.uncounted(() => newCode(rt, unpackCode(file.code(), path)));
    yield* runCode(rt, code, dict);
  });
}

/** `folder` is what `__path__` is to be, and is taken over; NULL where the module is no package. */
function* loadModule(rt: Runtime, name: string, path: string, parent: string, folder: Ref, run: (dict: Ref) => Steps<void>): Steps<Ref> {
  const { heap } = rt;
  const payload = new ModuleObject();
  const module = newModule(rt, name, payload);
  const dict = moduleDict(rt, module);
  const put = (key: string, value: Ref): void => setNamespaceItem(rt, dict, rt.name(key), value);
  put('__package__', rt.newStr(parent));
  const loader = newSourceFileLoader(rt);
  put('__loader__', heap.incref(loader));
  put('__spec__', newModuleSpec(rt, rt.newStr(name), loader, rt.newStr(path)));
  put('__file__', rt.newStr(path));
  if (folder !== NULL) put('__path__', folder);
  put('__builtins__', heap.incref(rt.builtinsDict));
  setNamespaceItem(rt, rt.modules, rt.name(name), heap.incref(module));
  payload.initializing = true;
  try {
    yield* run(dict);
  } catch (error) {
    const table = tableOf(rt, rt.modules);
    const at = table.findStr(rt, rt.name(name));
    if (at >= 0) {
      const [key, value] = [table.keys[at]!, table.values[at]!];
      table.remove(rt, at);
      heap.decref(key);
      heap.decref(value);
    }
    heap.decref(module);
    throw error;
  } finally {
    payload.initializing = false;
  }
  // A module may have replaced itself.
  const final = loadedModule(rt, name);
  if (final === NULL || final === module) return module;
  heap.incref(final);
  heap.decref(module);
  return final;
}

/** Compiles a text and runs it in a namespace (exec). An import comes back to Python code in between. */
export function* runSource(rt: Runtime, source: string, path: string, namespace: Ref, imported = false): Steps<void> {
  const code = yield* compileText(rt, source, path, 'exec');
  if (imported) yield* collectIfDue(rt);
  yield* runCode(rt, code, namespace);
}

/** Runs the code of a module, which is taken over. */
function* runCode(rt: Runtime, code: Ref, namespace: Ref): Steps<void> {
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
  const file = yield* getAttrOrNull(rt, module, rt.name('__file__'));
  const payload = heap.payload[module];
  const initializing = payload instanceof ModuleObject && payload.initializing;
  const location = file === NULL || heap.type[file] !== STR ? 'unknown location' : rt.text(file);
  const message = initializing
    ? `cannot import name '${rt.text(name)}' from partially initialized module '${moduleName}' (most likely due to a circular import) (${location})`
    : `cannot import name '${rt.text(name)}' from '${moduleName}' (${location})`;
  return raiseImport(rt, IMPORT_ERROR, message, moduleName, file, heap.incref(name));
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
