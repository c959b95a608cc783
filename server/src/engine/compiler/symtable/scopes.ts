import type { Node } from '../../syntax/tree.ts';

/** What a block does to a name: CPython's DEF_* and USE, as bits. */
export const enum Def {
  GLOBAL = 0x1,
  LOCAL = 0x2,
  PARAM = 0x4,
  NONLOCAL = 0x8,
  USE = 0x10,
  /** A class that binds the name while a function inside it means an outer one. */
  FREE_CLASS = 0x20,
  IMPORT = 0x40,
  ANNOT = 0x80,
  COMP_ITER = 0x100,
  TYPE_PARAM = 0x200,
  /** A cell of an inlined comprehension. */
  COMP_CELL = 0x400,
  /** Deleted somewhere, by `del` or at the end of an `except … as`. */
  DELETED = 0x800,

  BOUND = LOCAL | PARAM | IMPORT | TYPE_PARAM,
}

/** Where a name lives, seen from one block. */
export const enum Place {
  UNKNOWN,
  LOCAL,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  FREE,
  CELL,
}

export interface Entry {
  flags: number;
  place: Place;
}

export type BlockKind = 'module' | 'class' | 'function' | 'annotation' | 'type parameters' | 'type alias' | 'type variable';
export type ComprehensionKind = 'list' | 'set' | 'dict' | 'generator';

/** A statement that declares a name global or nonlocal, for the error that may come of it. */
export interface Directive {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** One block of the symbol table: a module, a class body, a function, a comprehension … */
export class Scope {
  readonly symbols = new Map<string, Entry>();
  /** Parameters in the order of the code object's. */
  readonly parameters: string[] = [];
  readonly directives: Directive[] = [];
  children: Scope[] = [];
  /** The children as they were entered; the analysis takes inlined comprehensions out of `children`. */
  readonly entered: Scope[] = [];

  /** Inside a function, however deep. */
  nested = false;
  isGenerator = false;
  isCoroutine = false;
  /** Set for comprehensions, generator expressions among them. */
  comprehension: ComprehensionKind | null = null;
  inlined = false;
  /** It or something below it has free variables. */
  hasFree = false;
  hasChildFree = false;
  /** A class whose methods ask for `__class__`, and one whose inner scopes see its namespace. */
  needsClassClosure = false;
  needsClassDict = false;
  canSeeClassScope = false;
  /** A class or module whose annotations may be skipped by the flow of control. */
  hasConditionalAnnotations = false;
  /** Its `__annotate__`, where annotations are deferred. */
  annotations: Scope | null = null;
  hasDocstring = false;

  // State of the walk that builds the table.
  inComprehensionTarget = false;
  comprehensionIterables = 0;

  readonly kind: BlockKind;
  readonly name: string;
  readonly node: Node;
  readonly parent: Scope | null;

  constructor(kind: BlockKind, name: string, node: Node, parent: Scope | null) {
    this.kind = kind;
    this.name = name;
    this.node = node;
    this.parent = parent;
  }

  /** True where names are fast locals. */
  get isFunctionLike(): boolean {
    return this.kind !== 'module' && this.kind !== 'class';
  }

  flagsOf(name: string): number {
    return this.symbols.get(name)?.flags ?? 0;
  }

  placeOf(name: string): Place {
    return this.symbols.get(name)?.place ?? Place.UNKNOWN;
  }

  /** The names of one place, sorted as in `co_cellvars` and `co_freevars`. */
  namesAt(place: Place, flags: number): string[] {
    const names: string[] = [];
    for (const [name, entry] of this.symbols) {
      if (entry.place === place || (entry.flags & flags) !== 0) names.push(name);
    }
    return names.sort(byCodePoint);
  }
}

export function byCodePoint(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a.codePointAt(i)!;
    const y = b.codePointAt(i)!;
    if (x !== y) return x - y;
  }
  return a.length - b.length;
}
