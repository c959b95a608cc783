import type { Mod, Node, Span } from '../../syntax/tree.ts';
import type { Dialect } from '../dialect.ts';
import { mangle } from '../mangle.ts';
import { analyze } from './analyze.ts';
import { Def, Scope } from './scopes.ts';
import type { BlockKind } from './scopes.ts';
import { body, expr } from './visit.ts';

export interface SymbolTable {
  readonly top: Scope;
  /** The block of a node that makes one. */
  scopeOf(node: Node): Scope;
  /** The block that evaluates a bound, a default or the value of a type alias. */
  lazyScopeOf(node: Node): Scope;
  /** The block of the type parameters of a function, class or type alias. */
  typeParamsOf(node: Node): Scope;
}

export interface TableOptions {
  readonly dialect: Dialect;
  /** `from __future__ import annotations` is in force. */
  readonly stringAnnotations: boolean;
}

type Report = (message: string, at: Span) => void;

/** Mirrors _PySymtable_Build(): one walk that collects, then the analysis. */
export function buildTable(tree: Mod, options: TableOptions, report: Report): SymbolTable {
  const builder = new Builder(tree, options, report);
  if (tree.kind === 'Expression') expr(builder, tree.body);
  else body(builder, tree.body);
  analyze(builder.top, options.dialect.inlinesComprehensions, report);
  return builder;
}

/** The table while it is being built: what the walk knows about where it stands. */
export class Builder implements SymbolTable {
  readonly top: Scope;
  readonly options: TableOptions;
  readonly report: Report;
  readonly scopes = new Map<Node, Scope>();
  readonly lazyScopes = new Map<Node, Scope>();
  readonly typeParams = new Map<Node, Scope>();
  current: Scope;
  /** The class whose private names are mangled. */
  className: string | null = null;
  /** In a part of a module or class body that may be skipped. */
  conditional = false;
  /** How deep the expression at hand is nested. */
  nesting = 0;

  constructor(tree: Mod, options: TableOptions, report: Report) {
    this.options = options;
    this.report = report;
    this.top = new Scope('module', 'top', tree, null);
    this.current = this.top;
    this.scopes.set(tree, this.top);
  }

  scopeOf(node: Node): Scope {
    return this.scopes.get(node)!;
  }

  lazyScopeOf(node: Node): Scope {
    return this.lazyScopes.get(node)!;
  }

  typeParamsOf(node: Node): Scope {
    return this.typeParams.get(node)!;
  }

  /** Starts a block; `into` is where it will be looked for. */
  enter(kind: BlockKind, name: string, node: Node, into: Map<Node, Scope>): Scope {
    const parent = this.current;
    const scope = new Scope(kind, name, node, parent);
    scope.nested = parent.nested || parent.isFunctionLike;
    scope.comprehensionIterables = parent.comprehensionIterables;
    parent.children.push(scope);
    parent.entered.push(scope);
    into.set(node, scope);
    this.current = scope;
    return scope;
  }

  exit(): void {
    this.current = this.current.parent!;
  }

  /** Mirrors symtable_add_def_helper(). */
  define(name: string, flag: number, at: Span, scope: Scope = this.current): void {
    const mangled = mangle(this.className, name);
    let entry = scope.symbols.get(mangled);
    if (entry === undefined) {
      entry = { flags: 0, place: 0 };
      scope.symbols.set(mangled, entry);
    }
    if (flag & Def.PARAM && entry.flags & Def.PARAM) {
      this.report(`duplicate ${this.options.dialect.parameterWord} '${name}' in function definition`, at);
    }
    if (flag & Def.TYPE_PARAM && entry.flags & Def.TYPE_PARAM) {
      this.report(`duplicate type parameter '${name}'`, at);
    }
    entry.flags |= flag;
    if (scope.inComprehensionTarget) {
      if (entry.flags & (Def.GLOBAL | Def.NONLOCAL)) {
        this.report(`comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
      }
      entry.flags |= Def.COMP_ITER;
    }
    if (flag & Def.PARAM) scope.parameters.push(mangled);
    else if (flag & Def.GLOBAL) {
      const global = this.top.symbols.get(mangled);
      if (global === undefined) this.top.symbols.set(mangled, { flags: flag, place: 0 });
      else global.flags |= flag;
    }
  }

  flags(name: string): number {
    return this.current.flagsOf(mangle(this.className, name));
  }
}
