import { TypeFlag, type Layout } from '../../heap/heap.ts';
import { FIRST_MODULE_TYPE, LATIN1_STR, OBJECT } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import type { NativeAttribute, NativeFunction } from './native.ts';
import type { Runtime } from './runtime.ts';
import type { Slots } from './slots.ts';

/** A static type: everything about it that does not depend on a run. */
export interface TypeSpec {
  readonly handle: Ref;
  /** tp_name without the module. */
  readonly name: string;
  readonly module?: string;
  readonly base?: Ref;
  /** Bases behind `base`, which alone decides the layout (ExceptionGroup). */
  readonly furtherBases?: readonly Ref[];
  readonly flags: number;
  readonly layout?: Layout | null;
  readonly slots: Slots;
  /** Instances are laid out otherwise than the base's: true by default for direct subtypes of object. */
  readonly addsLayout?: boolean;
  readonly methods?: readonly NativeFunction[];
  readonly attributes?: readonly NativeAttribute[];
  /** Its documentation; null for None. */
  readonly doc?: string | null;
  /** Further values in the type's dict; the references made are its own. */
  readonly constants?: Readonly<Record<string, (rt: Runtime) => Ref>>;
  /** Made by PyType_FromSpec(): the name of its module is in its dict. */
  readonly fromSpec?: boolean;
}

const specs: TypeSpec[] = [];

/** Registers a static type when its file is loaded; every runtime then starts with it. */
export function defineType(spec: TypeSpec): void {
  specs.push(spec);
}

/** All static types, each after its base. */
export function typeSpecs(): readonly TypeSpec[] {
  const done = new Set<Ref>();
  const ordered: TypeSpec[] = [];
  const add = (spec: TypeSpec): void => {
    if (done.has(spec.handle)) return;
    done.add(spec.handle);
    const base = specs.find((other) => other.handle === (spec.base ?? OBJECT));
    if (base !== undefined && base !== spec) add(base);
    ordered.push(spec);
  };
  for (const spec of [...specs].sort((a, b) => a.handle - b.handle)) add(spec);
  return ordered;
}

let nextModuleType: number = FIRST_MODULE_TYPE;

/** A handle for a static type of a module written in TypeScript. */
export function moduleTypeHandle(): Ref {
  if (nextModuleType === LATIN1_STR) throw new Error('no handle is left for another static type');
  return nextModuleType++ as Ref;
}

/** Flags of an ordinary container type that can be subclassed. */
export const CONTAINER = TypeFlag.GC | TypeFlag.BASETYPE | TypeFlag.IMMUTABLE;
