import { FIRST_MODULE_TYPE, LATIN1_STR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { addToBases } from '../../objects/bootstrap.ts';
import { getNamespaceItem, setNamespaceItem } from '../../objects/core/attributes.ts';
import type { Unchanging } from '../../objects/core/copying.ts';
import type { NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { newBuiltinFunction } from '../../objects/descriptors.ts';
import { moduleDict, ModuleObject, newModule, type NativeNames } from '../../objects/module.ts';
import { knownNames, type NativeModuleName } from '../../versions/names.ts';
import { isInVersion } from '../../versions/ranges.ts';
import { newPlaceholder } from '../../objects/placeholder.ts';
import { refusing, unsupported } from '../../objects/core/unsupported.ts';

/** A module written in TypeScript. Which of its names exist is the version's business: see `versions/names.ts`. */
export interface ModuleSpec {
  readonly name: NativeModuleName;
  readonly functions?: readonly NativeFunction[];
  /** Static types to expose, under the names that they have. */
  readonly types?: readonly Ref[];
  /** Second names of functions. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What has to be made before the module is, by code that may have to wait. */
  readonly prepare?: (rt: Runtime) => Steps<void>;
  /** Other values; `put` takes over the reference. */
  readonly init?: (rt: Runtime, put: (name: string, value: Ref) => void, module: Ref) => void;
  /** The versions in which it is made in one go: C keeps the module, and a copy of its namespace, until all modules are cleared. */
  readonly singlePhase?: string;
  /** Every name is in the dict from the start, because it is looked up there and not as an attribute. */
  readonly complete?: boolean;
}

const specs = new Map<string, ModuleSpec>();

/** Registers a module when its file is loaded. */
export function defineModule(spec: ModuleSpec): void {
  specs.set(spec.name, spec);
}

/** Makes what a registered module needs. */
export function* prepareModule(rt: Runtime, name: string): Steps<void> {
  const { prepare } = specs.get(name)!;
  if (prepare !== undefined) yield* prepare(rt);
}

export function isSinglePhase(rt: Runtime, name: string): boolean {
  const range = specs.get(name)!.singlePhase;
  return range !== undefined && isInVersion(range, rt.profile.version);
}

/** How many types a module exposes. */
export const typesOf = (name: string): number => specs.get(name)?.types?.length ?? 0;

export const isNativeModule = (name: string): boolean => specs.has(name);

/**
 * A new module object of a registered module; nobody else holds it. The names come in CPython's order. Functions that
 * are not modelled are there and end the run when they are called; other values end it when they are read.
 */
export function createModule(rt: Runtime, name: string): Ref {
  return makeModule(rt, specs.get(name)!);
}

/** Names that the import system gives a module. */
const setByImport = new Set(['__file__', '__cached__']);

function makeModule(rt: Runtime, spec: ModuleSpec): Ref {
  const { name } = spec;
  const missing = new Map<string, boolean>();
  const module = newModule(rt, name, new ModuleObject(new MissingNames(spec.name, missing)));
  const dict = moduleDict(rt, module);
  const values = collectValues(rt, spec, module);
  for (const { name: entry, isFunction } of knownNames(spec.name, rt.profile.version)) {
    const value = values.get(entry) ?? NULL;
    values.delete(entry);
    if (value !== NULL) {
      if (value >= FIRST_MODULE_TYPE && value < LATIN1_STR) addToBases(rt, value);
      setNamespaceItem(rt, dict, rt.name(entry), value);
    }
    else if (setByImport.has(entry) || getNamespaceItem(rt, dict, rt.name(entry)) !== NULL) continue;
    else if (spec.complete !== true) {
      missing.set(entry, isFunction);
      // CPython's module has made it already.
      if (isFunction) rt.collector.allocated(0);
    }
    else {
      const standIn = isFunction ? newFunction(rt, refusing(name, entry), module, name) : newPlaceholder(rt, `${name}.${entry}`);
      setNamespaceItem(rt, dict, rt.name(entry), standIn);
    }
  }
  // What is left over belongs to other versions.
  for (const value of values.values()) rt.heap.decref(value);
  return module;
}

/** Argument errors name the module, but for the built-in functions (_PyObject_FunctionStr). */
const newFunction = (rt: Runtime, def: NativeFunction, module: Ref, name: string): Ref =>
  newBuiltinFunction(rt, def, module, name === 'builtins' ? def.name : `${name}.${def.name}`, name);

function collectValues(rt: Runtime, spec: ModuleSpec, module: Ref): Map<string, Ref> {
  const values = new Map<string, Ref>();
  values.set('__doc__', newPlaceholder(rt, `${spec.name}.__doc__`));
  const put = (name: string, value: Ref): void => {
    values.set(name, value);
  };
  for (const def of spec.functions ?? []) if (isInVersion(def.versions, rt.profile.version)) put(def.name, newFunction(rt, def, module, spec.name));
  for (const [alias, name] of Object.entries(spec.aliases ?? {})) put(alias, rt.heap.incref(values.get(name)!));
  for (const type of spec.types ?? []) put(rt.typeObject(type).name, rt.heap.incref(type));
  spec.init?.(rt, put, module);
  return values;
}

class MissingNames implements NativeNames, Unchanging {
  constructor(
    private readonly module: NativeModuleName,
    /** Names, and whether they are functions. */
    private readonly absent: ReadonlyMap<string, boolean>,
  ) {}

  get unchanging(): true {
    return true;
  }

  missing(rt: Runtime, self: Ref, name: string): Ref {
    const isFunction = this.absent.get(name);
    if (isFunction === undefined) return NULL;
    if (!isFunction) unsupported(`${this.module}.${name}`);
    const made = rt.collector.uncounted(() => newFunction(rt, refusing(this.module, name), self, this.module));
    setNamespaceItem(rt, moduleDict(rt, self), rt.name(name), rt.heap.incref(made));
    return made;
  }

  names(): readonly string[] {
    return [...this.absent.keys()];
  }
}
