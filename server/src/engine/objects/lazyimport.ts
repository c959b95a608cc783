import { TypeFlag } from '../heap/heap.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { defineType, moduleTypeHandle } from './core/define.ts';
import { suspending } from './core/native.ts';
import type { Runtime } from './core/runtime.ts';

/** What `lazy import` leaves in a namespace until somebody asks for the name. */
export const LAZY_IMPORT = moduleTypeHandle();

/** Payload of a lazy import. */
export class LazyImport {
  constructor(
    /** The absolute name of the module. */
    readonly module: string,
    /** What of the module the name stands for: an attribute, the module itself, or (null) the package at its top. */
    readonly attribute: string | null,
    /** The code that the statement is in: owned, NULL once the object is dying. */
    public code: Ref,
    /** The statement's instruction in it. */
    readonly instruction: number,
  ) {}

  get shown(): string {
    return this.attribute === null || this.attribute === '' ? this.module : `${this.module}.${this.attribute}`;
  }
}

export const lazyImportOf = (rt: Runtime, lazy: Ref): LazyImport => rt.heap.payload[lazy] as LazyImport;

export const isLazyImport = (rt: Runtime, value: Ref): boolean => rt.heap.type[value] === LAZY_IMPORT;

/** A lazy import; takes over `code`. An empty `attribute` stands for the module itself. */
export const newLazyImport = (rt: Runtime, module: string, attribute: string | null, code: Ref, instruction: number): Ref =>
  rt.heap.allocateTracked(LAZY_IMPORT, new LazyImport(module, attribute, code, instruction));

defineType({
  handle: LAZY_IMPORT,
  name: 'lazy_import',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  layout: {
    traverse: (payload, visit) => {
      const { code } = payload as LazyImport;
      if (code !== NULL) visit(code);
    },
    clear: (payload, released) => {
      const lazy = payload as LazyImport;
      if (lazy.code !== NULL) released.push(lazy.code);
      lazy.code = NULL;
    },
  },
  slots: { tp_repr: (rt, self) => rt.newStr(`<lazy_import '${lazyImportOf(rt, self).shown}'>`) },
  methods: [suspending('resolve', '', (rt, self) => rt.hooks.resolveLazily(rt, self))],
});
