import { Def, Place, type Scope } from './scopes.ts';
import type { Directive } from './scopes.ts';

type Report = (message: string, at: { readonly start: number; readonly end: number }) => void;
type Names = Set<string>;

const union = (into: Names, from: Iterable<string>): void => {
  for (const name of from) into.add(name);
};

/** Decides for each name of each block where it lives. Mirrors symtable_analyze(). */
export function analyze(top: Scope, inlinesComprehensions: boolean, report: Report): void {
  new Analysis(inlinesComprehensions, report).block(top, null, new Set(), new Set(), new Set(), null);
}

class Analysis {
  readonly #inlines: boolean;
  readonly #report: Report;

  constructor(inlines: boolean, report: Report) {
    this.#inlines = inlines;
    this.#report = report;
  }

  /**
   * Mirrors analyze_block(). `bound` are the names of enclosing functions, null at the top;
   * `free` collects what the block needs from outside.
   */
  block(scope: Scope, bound: Names | null, free: Names, globals: Names, typeParams: Names, classEntry: Scope | null): void {
    const local: Names = new Set();
    const places = new Map<string, Place>();
    const newGlobal: Names = new Set();
    const newFree: Names = new Set();
    const newBound: Names = new Set();
    const inlinedCells: Names = new Set();
    const isClass = scope.kind === 'class';

    // Names of a class body are not seen by the functions inside it.
    if (isClass) {
      union(newGlobal, globals);
      if (bound !== null) union(newBound, bound);
    }
    for (const [name, entry] of scope.symbols) {
      this.#name(scope, places, name, entry.flags, bound, local, newFree, globals, typeParams, classEntry);
    }
    if (isClass) {
      newBound.add('__class__');
      newBound.add('__classdict__');
      newBound.add('__conditional_annotations__');
    } else {
      if (scope.isFunctionLike) union(newBound, local);
      if (bound !== null) union(newBound, bound);
      union(newGlobal, globals);
    }

    const children: Scope[] = [];
    for (const child of scope.children) {
      const childClass = !child.canSeeClassScope ? null : isClass ? scope : classEntry;
      const childFree: Names = new Set();
      this.block(child, new Set(newBound), childFree, new Set(newGlobal), new Set(typeParams), childClass);
      if (this.#inlines && child.comprehension !== null && child.comprehension !== 'generator' && !scope.canSeeClassScope) {
        this.#inline(scope, child, places, childFree, inlinedCells);
        child.inlined = true;
      }
      union(newFree, childFree);
      if (child.hasFree || child.hasChildFree) scope.hasChildFree = true;
      if (child.inlined) children.push(...child.children);
      else children.push(child);
    }
    scope.children = children;

    if (scope.isFunctionLike) this.#cells(places, newFree, inlinedCells);
    else if (isClass) this.#dropClassFree(scope, newFree);
    this.#update(scope, places, bound, newFree, inlinedCells, isClass);
    union(free, newFree);
  }

  /** Mirrors analyze_name(). */
  #name(
    scope: Scope, places: Map<string, Place>, name: string, flags: number, bound: Names | null,
    local: Names, free: Names, globals: Names, typeParams: Names, classEntry: Scope | null,
  ): void {
    if (flags & Def.GLOBAL) {
      if (flags & Def.NONLOCAL) this.#complain(scope, name, `name '${name}' is nonlocal and global`);
      places.set(name, Place.GLOBAL_EXPLICIT);
      globals.add(name);
      bound?.delete(name);
      return;
    }
    if (flags & Def.NONLOCAL) {
      if (bound === null) this.#complain(scope, name, 'nonlocal declaration not allowed at module level');
      else if (!bound.has(name)) this.#complain(scope, name, `no binding for nonlocal '${name}' found`);
      else if (typeParams.has(name)) this.#complain(scope, name, `nonlocal binding not allowed for type parameter '${name}'`);
      places.set(name, Place.FREE);
      scope.hasFree = true;
      free.add(name);
      return;
    }
    if (flags & Def.BOUND) {
      places.set(name, Place.LOCAL);
      local.add(name);
      globals.delete(name);
      if (flags & Def.TYPE_PARAM) typeParams.add(name);
      else typeParams.delete(name);
      return;
    }
    if (classEntry !== null) {
      const inClass = classEntry.flagsOf(name);
      if (inClass & Def.GLOBAL) {
        places.set(name, Place.GLOBAL_EXPLICIT);
        return;
      }
      if (inClass & Def.BOUND && !(inClass & Def.NONLOCAL)) {
        places.set(name, Place.GLOBAL_IMPLICIT);
        return;
      }
    }
    if (bound !== null && bound.has(name)) {
      places.set(name, Place.FREE);
      scope.hasFree = true;
      free.add(name);
      return;
    }
    if (!globals.has(name) && scope.nested) scope.hasFree = true;
    places.set(name, Place.GLOBAL_IMPLICIT);
  }

  /** Mirrors inline_comprehension(): the names of the comprehension become names of its surroundings. */
  #inline(scope: Scope, comprehension: Scope, places: Map<string, Place>, free: Names, inlinedCells: Names): void {
    for (const [name, inner] of comprehension.symbols) {
      if (inner.flags & Def.PARAM) continue;
      if (inner.place === Place.CELL || inner.flags & Def.COMP_CELL) inlinedCells.add(name);
      const existing = scope.symbols.get(name);
      if (existing === undefined) {
        let place = inner.place;
        if (place === Place.FREE && scope.kind === 'class' && (name === '__class__' || name === '__classdict__')) {
          place = Place.GLOBAL_IMPLICIT;
          free.delete(name);
        }
        scope.symbols.set(name, { flags: inner.flags, place: Place.UNKNOWN });
        places.set(name, place);
      } else if (existing.flags & Def.BOUND && scope.kind !== 'class' && !isFreeInAnyChild(comprehension, name)) {
        free.delete(name);
      }
    }
  }

  /** Mirrors analyze_cells(): a local that an inner block needs is a cell. */
  #cells(places: Map<string, Place>, free: Names, inlinedCells: Names): void {
    for (const [name, place] of places) {
      if (place !== Place.LOCAL || (!free.has(name) && !inlinedCells.has(name))) continue;
      places.set(name, Place.CELL);
      free.delete(name);
    }
  }

  #dropClassFree(scope: Scope, free: Names): void {
    if (free.delete('__class__')) scope.needsClassClosure = true;
    if (free.delete('__classdict__')) scope.needsClassDict = true;
    if (free.delete('__conditional_annotations__')) scope.hasConditionalAnnotations = true;
  }

  /** Mirrors update_symbols(). */
  #update(
    scope: Scope, places: Map<string, Place>, bound: Names | null, free: Names, inlinedCells: Names, isClass: boolean,
  ): void {
    for (const [name, entry] of scope.symbols) {
      entry.place = places.get(name) ?? Place.UNKNOWN;
      if (inlinedCells.has(name)) entry.flags |= Def.COMP_CELL;
    }
    for (const name of free) {
      const entry = scope.symbols.get(name);
      if (entry !== undefined) {
        if (isClass && entry.flags & (Def.BOUND | Def.GLOBAL)) entry.flags |= Def.FREE_CLASS;
      } else if (bound === null || bound.has(name)) {
        scope.symbols.set(name, { flags: 0, place: Place.FREE });
      }
    }
  }

  #complain(scope: Scope, name: string, message: string): void {
    const found: Directive | undefined = scope.directives.find((directive) => directive.name === name);
    this.#report(message, found ?? { start: 0, end: 0 });
  }
}

function isFreeInAnyChild(scope: Scope, name: string): boolean {
  return scope.children.some((child) => child.placeOf(name) === Place.FREE);
}
