import type {
  Arguments, Comprehension, Expr, ExceptHandler, Mod, Node, Pattern, Span, Stmt, TypeParam,
} from '../../syntax/tree.ts';
import type { Dialect } from '../dialect.ts';
import { branchesOf } from '../branches.ts';
import { mangle } from '../mangle.ts';
import { analyze } from './analyze.ts';
import { Def, Scope } from './scopes.ts';
import type { BlockKind, ComprehensionKind } from './scopes.ts';

export interface SymbolTable {
  readonly top: Scope;
  /** The block of a node that makes one. */
  scopeOf(node: Node): Scope;
  /** The block of the type parameters of a function, class or type alias. */
  typeParamsOf(node: Node): Scope;
}

export interface TableOptions {
  readonly dialect: Dialect;
  /** `from __future__ import annotations` is in force. */
  readonly stringAnnotations: boolean;
}

/** Deeper than this, expressions are refused rather than risk the host's own stack. */
export const MAX_NESTING = 400;

type Report = (message: string, at: Span) => void;

/** Mirrors _PySymtable_Build(): one walk that collects, then the analysis. */
export function buildTable(tree: Mod, options: TableOptions, report: Report): SymbolTable {
  const builder = new Builder(tree, options, report);
  builder.module(tree);
  analyze(builder.top, options.dialect.inlinesComprehensions, report);
  return builder;
}

const COMPREHENSION_TITLES: Record<ComprehensionKind, string> = {
  list: 'list comprehension',
  set: 'set comprehension',
  dict: 'dict comprehension',
  generator: 'generator expression',
};

class Builder implements SymbolTable {
  readonly top: Scope;
  readonly #options: TableOptions;
  readonly #report: Report;
  readonly #scopes = new Map<Node, Scope>();
  readonly #typeParams = new Map<Node, Scope>();
  #current: Scope;
  /** The class whose private names are mangled. */
  #class: string | null = null;
  #conditional = false;
  #nesting = 0;

  constructor(tree: Mod, options: TableOptions, report: Report) {
    this.#options = options;
    this.#report = report;
    this.top = new Scope('module', 'top', tree, null);
    this.#current = this.top;
    this.#scopes.set(tree, this.top);
  }

  scopeOf(node: Node): Scope {
    return this.#scopes.get(node)!;
  }

  typeParamsOf(node: Node): Scope {
    return this.#typeParams.get(node)!;
  }

  module(tree: Mod): void {
    if (tree.kind === 'Expression') this.#expr(tree.body);
    else this.#body(tree.body);
  }

  // Blocks

  #enter(kind: BlockKind, name: string, node: Node, into: Map<Node, Scope>): Scope {
    const parent = this.#current;
    const scope = new Scope(kind, name, node, parent);
    scope.nested = parent.nested || parent.isFunctionLike;
    scope.comprehensionIterables = parent.comprehensionIterables;
    parent.children.push(scope);
    into.set(node, scope);
    this.#current = scope;
    return scope;
  }

  #exit(): void {
    this.#current = this.#current.parent!;
  }

  // Names

  /** Mirrors symtable_add_def_helper(). */
  #define(name: string, flag: number, at: Span, scope: Scope = this.#current): void {
    const mangled = mangle(this.#class, name);
    let entry = scope.symbols.get(mangled);
    if (entry === undefined) {
      entry = { flags: 0, place: 0 };
      scope.symbols.set(mangled, entry);
    }
    if (flag & Def.PARAM && entry.flags & Def.PARAM) {
      this.#report(`duplicate ${this.#options.dialect.parameterWord} '${name}' in function definition`, at);
    }
    if (flag & Def.TYPE_PARAM && entry.flags & Def.TYPE_PARAM) {
      this.#report(`duplicate type parameter '${name}'`, at);
    }
    entry.flags |= flag;
    if (scope.inComprehensionTarget) {
      if (entry.flags & (Def.GLOBAL | Def.NONLOCAL)) {
        this.#report(`comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
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

  #flags(name: string): number {
    return this.#current.flagsOf(mangle(this.#class, name));
  }

  // Statements

  #body(body: readonly Stmt[]): void {
    for (const statement of body) this.#stmt(statement);
  }

  /** A part of a module or class body that may be skipped. */
  #branch(body: readonly Stmt[]): void {
    const before = this.#conditional;
    this.#conditional = true;
    this.#body(body);
    this.#conditional = before;
  }

  #stmt(s: Stmt): void {
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef': {
        this.#define(s.name, Def.LOCAL, s);
        for (const decorator of s.decorator_list) this.#expr(decorator);
        this.#defaults(s.args);
        if (s.type_params.length > 0) this.#enterTypeParams(s, s.name, s.type_params, s.args);
        const outer = this.#current;
        const scope = this.#enter('function', s.name, s, this.#scopes);
        this.#current = outer;
        this.#annotations(s.args, s.returns, scope, s);
        this.#inFunction(scope, () => {
          if (s.kind === 'AsyncFunctionDef') scope.isCoroutine = true;
          this.#parameters(s.args);
          this.#body(s.body);
        });
        if (s.type_params.length > 0) this.#exit();
        return;
      }
      case 'ClassDef': {
        this.#define(s.name, Def.LOCAL, s);
        for (const decorator of s.decorator_list) this.#expr(decorator);
        const outerClass = this.#class;
        if (s.type_params.length > 0) {
          this.#class = s.name;
          this.#enterTypeParams(s, s.name, s.type_params, null);
          this.#define('.type_params', Def.LOCAL, s);
          this.#define('.type_params', Def.USE, s);
          this.#define('.generic_base', Def.LOCAL, s);
          this.#define('.generic_base', Def.USE, s);
        }
        for (const base of s.bases) this.#expr(base);
        for (const keyword of s.keywords) this.#expr(keyword.value);
        this.#enter('class', s.name, s, this.#scopes);
        const outerConditional = this.#conditional;
        this.#class = s.name;
        this.#conditional = false;
        if (s.type_params.length > 0) {
          this.#define('__type_params__', Def.LOCAL, s);
          this.#define('.type_params', Def.USE, s);
        }
        this.#body(s.body);
        this.#conditional = outerConditional;
        this.#exit();
        if (s.type_params.length > 0) this.#exit();
        this.#class = outerClass;
        return;
      }
      case 'TypeAlias': {
        this.#expr(s.name);
        const name = s.name.kind === 'Name' ? s.name.id : '';
        const inClass = this.#current.kind === 'class';
        if (s.type_params.length > 0) this.#enterTypeParams(s, name, s.type_params, null);
        const scope = this.#enter('type alias', name, s, this.#scopes);
        this.#seeClass(scope, inClass);
        if (this.#options.dialect.defersAnnotations) this.#define('.format', Def.PARAM, s);
        this.#expr(s.value);
        this.#exit();
        if (s.type_params.length > 0) this.#exit();
        return;
      }
      case 'Return':
        if (s.value !== null) this.#expr(s.value);
        return;
      case 'Delete':
        for (const target of s.targets) this.#expr(target);
        return;
      case 'Assign':
        for (const target of s.targets) this.#expr(target);
        this.#expr(s.value);
        return;
      case 'AugAssign':
        this.#expr(s.target);
        this.#expr(s.value);
        return;
      case 'AnnAssign':
        this.#annAssign(s.target, s.annotation, s.value, s.simple, s);
        return;
      case 'For':
      case 'AsyncFor':
        this.#expr(s.target);
        this.#expr(s.iter);
        this.#branch(s.body);
        this.#branch(s.orelse);
        return;
      case 'While':
        this.#expr(s.test);
        this.#branch(s.body);
        this.#branch(s.orelse);
        return;
      case 'If':
        for (const branch of branchesOf(s)) {
          if (branch.test !== null) this.#expr(branch.test);
          this.#branch(branch.body);
        }
        return;
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          this.#expr(item.context_expr);
          if (item.optional_vars !== null) this.#expr(item.optional_vars);
        }
        this.#branch(s.body);
        return;
      case 'Match':
        this.#expr(s.subject);
        for (const one of s.cases) {
          this.#pattern(one.pattern);
          if (one.guard !== null) this.#expr(one.guard);
          this.#branch(one.body);
        }
        return;
      case 'Raise':
        if (s.exc !== null) this.#expr(s.exc);
        if (s.cause !== null) this.#expr(s.cause);
        return;
      case 'Try':
      case 'TryStar':
        this.#branch(s.body);
        this.#branch(s.orelse);
        for (const handler of s.handlers) this.#handler(handler);
        this.#branch(s.finalbody);
        return;
      case 'Assert':
        this.#expr(s.test);
        if (s.msg !== null) this.#expr(s.msg);
        return;
      case 'Import':
      case 'ImportFrom':
        for (const alias of s.names) {
          const name = alias.asname ?? alias.name;
          if (name === '*') {
            if (this.#current.kind !== 'module') this.#report('import * only allowed at module level', alias);
            continue;
          }
          const dot = name.indexOf('.');
          this.#define(dot < 0 ? name : name.slice(0, dot), Def.IMPORT, alias);
        }
        return;
      case 'Global':
        this.#declare(s.names, 'global', s);
        return;
      case 'Nonlocal':
        this.#declare(s.names, 'nonlocal', s);
        return;
      case 'Expr':
        this.#expr(s.value);
        return;
      case 'Pass':
      case 'Break':
      case 'Continue':
        return;
    }
  }

  #declare(names: readonly string[], word: 'global' | 'nonlocal', at: Span): void {
    for (const name of names) {
      const flags = this.#flags(name);
      if (flags & (Def.PARAM | Def.LOCAL | Def.USE | Def.ANNOT)) {
        this.#report(
          flags & Def.PARAM ? `name '${name}' is parameter and ${word}`
            : flags & Def.USE ? `name '${name}' is used prior to ${word} declaration`
            : flags & Def.ANNOT ? `annotated name '${name}' can't be ${word}`
            : `name '${name}' is assigned to before ${word} declaration`,
          at,
        );
      }
      this.#define(name, word === 'global' ? Def.GLOBAL : Def.NONLOCAL, at);
      this.#current.directives.push({ name: mangle(this.#class, name), start: at.start, end: at.end });
    }
  }

  #handler(handler: ExceptHandler): void {
    if (handler.type !== null) this.#expr(handler.type);
    if (handler.name !== null) this.#define(handler.name, Def.LOCAL | Def.DELETED, handler);
    this.#branch(handler.body);
  }

  #annAssign(target: Expr, annotation: Expr, value: Expr | null, simple: boolean, at: Span): void {
    if (target.kind === 'Name') {
      const flags = this.#flags(target.id);
      if (flags & (Def.GLOBAL | Def.NONLOCAL) && this.#current.kind !== 'module' && simple) {
        this.#report(`annotated name '${target.id}' can't be ${flags & Def.GLOBAL ? 'global' : 'nonlocal'}`, at);
      }
      if (simple) this.#define(target.id, Def.ANNOT | Def.LOCAL, target);
      else if (value !== null) this.#define(target.id, Def.LOCAL, target);
    } else {
      this.#expr(target);
    }
    this.#variableAnnotation(annotation, simple && target.kind === 'Name');
    if (value !== null) this.#expr(value);
  }

  // Functions

  #defaults(args: Arguments): void {
    for (const value of args.defaults) this.#expr(value);
    for (const value of args.kw_defaults) if (value !== null) this.#expr(value);
  }

  #parameters(args: Arguments): void {
    for (const arg of args.posonlyargs) this.#define(arg.arg, Def.PARAM, arg);
    for (const arg of args.args) this.#define(arg.arg, Def.PARAM, arg);
    for (const arg of args.kwonlyargs) this.#define(arg.arg, Def.PARAM, arg);
    if (args.vararg !== null) this.#define(args.vararg.arg, Def.PARAM, args.vararg);
    if (args.kwarg !== null) this.#define(args.kwarg.arg, Def.PARAM, args.kwarg);
  }

  #inFunction(scope: Scope, walk: () => void): void {
    const outer = this.#current;
    const conditional = this.#conditional;
    this.#current = scope;
    this.#conditional = false;
    walk();
    this.#conditional = conditional;
    this.#current = outer;
  }

  #annotations(args: Arguments, returns: Expr | null, owner: Scope, at: Node & Span): void {
    const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
    if (args.vararg !== null) all.push(args.vararg);
    if (args.kwarg !== null) all.push(args.kwarg);
    const annotations = all.flatMap((arg) => (arg.annotation === null ? [] : [arg.annotation]));
    if (returns !== null) annotations.push(returns);
    const inClass = this.#current.kind === 'class' || this.#current.canSeeClassScope;
    // A method makes its class keep its namespace for `__annotate__`, even if it has no annotation.
    if (annotations.length === 0 && !(inClass && this.#options.dialect.defersAnnotations)) return;
    if (this.#options.stringAnnotations || this.#options.dialect.defersAnnotations) {
      owner.annotations = this.#enter('annotation', '__annotate__', at, new Map());
      this.#annotationScope(owner.annotations, inClass, at);
      for (const annotation of annotations) this.#expr(annotation);
      this.#exit();
      this.#discardStringScope(owner);
    } else {
      for (const annotation of annotations) this.#expr(annotation);
    }
  }

  /** The annotation of `name: annotation` outside a signature. */
  #variableAnnotation(annotation: Expr, kept: boolean): void {
    const owner = this.#current;
    if (!this.#options.stringAnnotations && !this.#options.dialect.defersAnnotations) {
      this.#expr(annotation);
      return;
    }
    const remembers = owner.kind === 'module' || owner.kind === 'class';
    if (this.#options.dialect.defersAnnotations && (owner.kind === 'module' || (owner.kind === 'class' && this.#conditional))) {
      owner.hasConditionalAnnotations = true;
      this.#define('__conditional_annotations__', Def.USE, annotation);
    }
    if (remembers && kept && this.#options.dialect.defersAnnotations && !this.#options.stringAnnotations) {
      if (owner.annotations === null) {
        owner.annotations = this.#enter('annotation', '__annotate__', annotation, new Map());
        this.#annotationScope(owner.annotations, owner.kind === 'class', annotation);
        if (owner.hasConditionalAnnotations) this.#define('__conditional_annotations__', Def.USE, annotation);
      } else {
        this.#current = owner.annotations;
        if (owner.hasConditionalAnnotations) this.#define('__conditional_annotations__', Def.USE, annotation);
      }
      this.#expr(annotation);
      this.#current = owner;
      return;
    }
    const scope = this.#enter('annotation', '__annotate__', annotation, new Map());
    this.#annotationScope(scope, owner.kind === 'class', annotation);
    this.#expr(annotation);
    this.#exit();
    // Nothing of it is compiled, so nothing of it may count as a free variable.
    owner.children.pop();
  }

  #annotationScope(scope: Scope, inClass: boolean, at: Span): void {
    this.#seeClass(scope, inClass);
    this.#define('.format', Def.PARAM, at);
    this.#define('.format', Def.USE, at);
  }

  #discardStringScope(owner: Scope): void {
    if (!this.#options.stringAnnotations) return;
    if (!this.#options.dialect.defersAnnotations) owner.annotations = null;
    this.#current.children.pop();
  }

  /** Names of a class are visible in the annotation scopes right inside it. */
  #seeClass(scope: Scope, inClass: boolean): void {
    if (!inClass) return;
    scope.canSeeClassScope = true;
    const outer = this.#class;
    this.#class = null;
    this.#define('__classdict__', Def.USE, scope.node as Span & Node);
    this.#class = outer;
  }

  // Type parameters

  #enterTypeParams(node: Stmt, name: string, params: readonly TypeParam[], args: Arguments | null): void {
    const parent = this.#current;
    const inClass = parent.kind === 'class';
    const scope = this.#enter('type parameters', name, node, this.#typeParams);
    this.#seeClass(scope, inClass);
    if (args !== null && args.defaults.length > 0) this.#define('.defaults', Def.PARAM, node);
    if (args !== null && args.kw_defaults.some((value) => value !== null)) this.#define('.kwdefaults', Def.PARAM, node);
    for (const param of params) {
      this.#define(param.name, Def.TYPE_PARAM | Def.LOCAL, param);
      if (param.kind === 'TypeVar' && param.bound !== null) this.#lazy(param.bound, param.name, inClass);
      if (param.default_value !== null) this.#lazy(param.default_value, param.name, inClass);
    }
  }

  #lazy(value: Expr, name: string, inClass: boolean): void {
    const scope = this.#enter('type variable', name, value, this.#scopes);
    this.#seeClass(scope, inClass);
    if (this.#options.dialect.defersAnnotations) this.#define('.format', Def.PARAM, value);
    this.#expr(value);
    this.#exit();
  }

  // Expressions

  #expr(e: Expr): void {
    // What lies deeper is not compiled either.
    if (++this.#nesting <= MAX_NESTING) this.#visit(e);
    this.#nesting--;
  }

  #visit(e: Expr): void {
    switch (e.kind) {
      case 'Constant':
      case 'Missing':
        return;
      case 'Name':
        this.#define(e.id, e.ctx === 'Load' ? Def.USE : e.ctx === 'Del' ? Def.LOCAL | Def.DELETED : Def.LOCAL, e);
        // A call of super() needs the class it stands in.
        if (e.ctx === 'Load' && e.id === 'super' && this.#current.isFunctionLike) this.#define('__class__', Def.USE, e);
        return;
      case 'Attribute':
      case 'Starred':
        this.#expr(e.value);
        return;
      case 'Subscript':
        this.#expr(e.value);
        this.#expr(e.slice);
        return;
      case 'Slice':
        if (e.lower !== null) this.#expr(e.lower);
        if (e.upper !== null) this.#expr(e.upper);
        if (e.step !== null) this.#expr(e.step);
        return;
      case 'Call':
        this.#expr(e.func);
        for (const arg of e.args) this.#expr(arg);
        for (const keyword of e.keywords) this.#expr(keyword.value);
        return;
      case 'BinOp': {
        // Long sums lean to the left: walk down without recursion.
        let left: Expr = e;
        const rights: Expr[] = [];
        while (left.kind === 'BinOp') {
          rights.push(left.right);
          left = left.left;
        }
        this.#expr(left);
        for (let i = rights.length - 1; i >= 0; i--) this.#expr(rights[i]!);
        return;
      }
      case 'UnaryOp':
        this.#expr(e.operand);
        return;
      case 'BoolOp':
        for (const value of e.values) this.#expr(value);
        return;
      case 'Compare':
        this.#expr(e.left);
        for (const comparator of e.comparators) this.#expr(comparator);
        return;
      case 'IfExp':
        this.#expr(e.test);
        this.#expr(e.body);
        this.#expr(e.orelse);
        return;
      case 'Dict':
        for (const key of e.keys) if (key !== null) this.#expr(key);
        for (const value of e.values) this.#expr(value);
        return;
      case 'Set':
      case 'List':
      case 'Tuple':
        for (const element of e.elts) this.#expr(element);
        return;
      case 'JoinedStr':
      case 'TemplateStr':
        for (const value of e.values) this.#expr(value);
        return;
      case 'FormattedValue':
      case 'Interpolation':
        this.#expr(e.value);
        if (e.format_spec !== null) this.#expr(e.format_spec);
        return;
      case 'NamedExpr':
        this.#forbidInAnnotation('named expression', e);
        this.#namedExpr(e.target, e.value, e);
        return;
      case 'Lambda': {
        this.#defaults(e.args);
        const scope = this.#enter('function', '<lambda>', e, this.#scopes);
        this.#inFunction(scope, () => {
          this.#parameters(e.args);
          this.#expr(e.body);
        });
        this.#exit();
        return;
      }
      case 'Yield':
      case 'YieldFrom':
        this.#forbidInAnnotation('yield expression', e);
        if (e.value !== null) this.#expr(e.value);
        this.#current.isGenerator = true;
        if (this.#current.comprehension !== null) {
          this.#report(`'yield' inside ${COMPREHENSION_TITLES[this.#current.comprehension]}`, e);
        }
        return;
      case 'Await':
        this.#forbidInAnnotation('await expression', e);
        this.#expr(e.value);
        this.#current.isCoroutine = true;
        return;
      case 'ListComp':
        this.#comprehension(e, 'list', '<listcomp>', e.generators, e.elt, null);
        return;
      case 'SetComp':
        this.#comprehension(e, 'set', '<setcomp>', e.generators, e.elt, null);
        return;
      case 'DictComp':
        this.#comprehension(e, 'dict', '<dictcomp>', e.generators, e.key, e.value);
        return;
      case 'GeneratorExp':
        this.#comprehension(e, 'generator', '<genexpr>', e.generators, e.elt, null);
        return;
    }
  }

  #forbidInAnnotation(what: string, at: Span): void {
    const message: Partial<Record<BlockKind, string>> = {
      annotation: this.#options.dialect.plainerMessages
        ? `${what} cannot be used within an annotation` : `'${what}' can not be used within an annotation`,
      'type variable': `${what} cannot be used within a TypeVar bound`,
      'type alias': `${what} cannot be used within a type alias`,
      'type parameters': `${what} cannot be used within the definition of a generic`,
    };
    const found = message[this.#current.kind];
    if (found !== undefined) this.#report(found, at);
  }

  /** Mirrors symtable_handle_namedexpr(). */
  #namedExpr(target: Expr, value: Expr, at: Span): void {
    if (this.#current.comprehensionIterables > 0) {
      this.#report('assignment expression cannot be used in a comprehension iterable expression', at);
    }
    if (this.#current.comprehension !== null && target.kind === 'Name') this.#extendNamedExpr(target.id, target);
    this.#expr(value);
    this.#expr(target);
  }

  /** Mirrors symtable_extend_namedexpr_scope(): the target belongs to the block around all comprehensions. */
  #extendNamedExpr(name: string, at: Span): void {
    const mangled = mangle(this.#class, name);
    const directive = { name: mangled, start: at.start, end: at.end };
    for (let scope: Scope | null = this.#current; scope !== null; scope = scope.parent) {
      if (scope.comprehension !== null) {
        if (scope.flagsOf(mangled) & Def.COMP_ITER) {
          this.#report(`assignment expression cannot rebind comprehension iteration variable '${name}'`, at);
        }
        continue;
      }
      switch (scope.kind) {
        case 'function':
          this.#define(name, scope.flagsOf(mangled) & Def.GLOBAL ? Def.GLOBAL : Def.NONLOCAL, at);
          this.#current.directives.push(directive);
          this.#define(name, Def.LOCAL, at, scope);
          return;
        case 'module':
          this.#define(name, Def.GLOBAL, at);
          this.#current.directives.push(directive);
          this.#define(name, Def.GLOBAL, at, scope);
          return;
        case 'class':
          this.#report('assignment expression within a comprehension cannot be used in a class body', at);
          return;
        case 'annotation':
          this.#report('named expression cannot be used within an annotation', at);
          return;
        case 'type variable':
          this.#report('assignment expression within a comprehension cannot be used in a TypeVar bound', at);
          return;
        case 'type alias':
          this.#report('assignment expression within a comprehension cannot be used in a type alias', at);
          return;
        case 'type parameters':
          this.#report('assignment expression within a comprehension cannot be used within the definition of a generic', at);
          return;
      }
    }
  }

  /** Mirrors symtable_handle_comprehension(). */
  #comprehension(
    e: Expr, kind: ComprehensionKind, name: string, generators: readonly Comprehension[], element: Expr, value: Expr | null,
  ): void {
    const outermost = generators[0]!;
    const outer = this.#current;
    outer.comprehensionIterables++;
    this.#expr(outermost.iter);
    outer.comprehensionIterables--;
    const scope = this.#enter('function', name, e, this.#scopes);
    scope.comprehension = kind;
    this.#seeClass(scope, outer.canSeeClassScope);
    if (outermost.is_async) scope.isCoroutine = true;
    this.#define('.0', Def.PARAM, outermost.iter);
    this.#target(outermost.target);
    for (const test of outermost.ifs) this.#expr(test);
    for (const generator of generators.slice(1)) {
      this.#target(generator.target);
      scope.comprehensionIterables++;
      this.#expr(generator.iter);
      scope.comprehensionIterables--;
      for (const test of generator.ifs) this.#expr(test);
      if (generator.is_async) scope.isCoroutine = true;
    }
    if (value !== null) this.#expr(value);
    this.#expr(element);
    scope.isGenerator = kind === 'generator';
    this.#exit();
    if (scope.isCoroutine && kind !== 'generator') outer.isCoroutine = true;
  }

  #target(target: Expr): void {
    this.#current.inComprehensionTarget = true;
    this.#expr(target);
    this.#current.inComprehensionTarget = false;
  }

  // Patterns

  #pattern(p: Pattern): void {
    switch (p.kind) {
      case 'MatchValue':
        this.#expr(p.value);
        return;
      case 'MatchSingleton':
        return;
      case 'MatchSequence':
      case 'MatchOr':
        for (const pattern of p.patterns) this.#pattern(pattern);
        return;
      case 'MatchMapping':
        for (const key of p.keys) this.#expr(key);
        for (const pattern of p.patterns) this.#pattern(pattern);
        if (p.rest !== null) this.#define(p.rest, Def.LOCAL, p);
        return;
      case 'MatchClass':
        this.#expr(p.cls);
        for (const pattern of p.patterns) this.#pattern(pattern);
        for (const pattern of p.kwd_patterns) this.#pattern(pattern);
        return;
      case 'MatchStar':
        if (p.name !== null) this.#define(p.name, Def.LOCAL, p);
        return;
      case 'MatchAs':
        if (p.pattern !== null) this.#pattern(p.pattern);
        if (p.name !== null) this.#define(p.name, Def.LOCAL, p);
        return;
    }
  }
}
