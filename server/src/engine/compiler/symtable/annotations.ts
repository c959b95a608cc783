import type { Arguments, Expr, Node, Span, Stmt, TypeParam } from '../../syntax/tree.ts';
import type { Builder } from './build.ts';
import { Def } from './scopes.ts';
import type { Scope } from './scopes.ts';
import { expr } from './visit.ts';

export function annAssign(b: Builder, target: Expr, annotation: Expr, value: Expr | null, simple: boolean, at: Span): void {
  if (target.kind === 'Name') {
    const flags = b.flags(target.id);
    if (flags & (Def.GLOBAL | Def.NONLOCAL) && b.current.kind !== 'module' && simple) {
      b.report(`annotated name '${target.id}' can't be ${flags & Def.GLOBAL ? 'global' : 'nonlocal'}`, at);
    }
    if (simple) b.define(target.id, Def.ANNOT | Def.LOCAL, target);
    else if (value !== null) b.define(target.id, Def.LOCAL, target);
  } else {
    expr(b, target);
  }
  variableAnnotation(b, annotation, simple && target.kind === 'Name');
  if (value !== null) expr(b, value);
}

export function signatureAnnotations(b: Builder, args: Arguments, returns: Expr | null, owner: Scope, at: Node & Span): void {
  const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
  if (args.vararg !== null) all.push(args.vararg);
  if (args.kwarg !== null) all.push(args.kwarg);
  const annotations = all.flatMap((arg) => (arg.annotation === null ? [] : [arg.annotation]));
  if (returns !== null) annotations.push(returns);
  const inClass = b.current.kind === 'class' || b.current.canSeeClassScope;
  // A method makes its class keep its namespace for `__annotate__`, even if it has no annotation.
  if (annotations.length === 0 && !(inClass && b.options.dialect.defersAnnotations)) return;
  if (b.options.stringAnnotations || b.options.dialect.defersAnnotations) {
    owner.annotations = b.enter('annotation', '__annotate__', at, new Map());
    annotationScope(b, owner.annotations, inClass, at);
    for (const annotation of annotations) expr(b, annotation);
    b.exit();
    discardStringScope(b, owner);
  } else {
    for (const annotation of annotations) expr(b, annotation);
  }
}

/** The annotation of `name: annotation` outside a signature. */
function variableAnnotation(b: Builder, annotation: Expr, kept: boolean): void {
  const owner = b.current;
  if (!b.options.stringAnnotations && !b.options.dialect.defersAnnotations) {
    expr(b, annotation);
    return;
  }
  const remembers = owner.kind === 'module' || owner.kind === 'class';
  if (b.options.dialect.defersAnnotations && (owner.kind === 'module' || (owner.kind === 'class' && b.conditional))) {
    owner.hasConditionalAnnotations = true;
    b.define('__conditional_annotations__', Def.USE, annotation);
  }
  if (remembers && kept && b.options.dialect.defersAnnotations && !b.options.stringAnnotations) {
    if (owner.annotations === null) {
      owner.annotations = b.enter('annotation', '__annotate__', annotation, new Map());
      annotationScope(b, owner.annotations, owner.kind === 'class', annotation);
      if (owner.hasConditionalAnnotations) b.define('__conditional_annotations__', Def.USE, annotation);
    } else {
      b.current = owner.annotations;
      if (owner.hasConditionalAnnotations) b.define('__conditional_annotations__', Def.USE, annotation);
    }
    expr(b, annotation);
    b.current = owner;
    return;
  }
  const scope = b.enter('annotation', '__annotate__', annotation, new Map());
  annotationScope(b, scope, owner.kind === 'class', annotation);
  expr(b, annotation);
  b.exit();
  // Nothing of it is compiled, so nothing of it may count as a free variable.
  owner.children.pop();
}

function annotationScope(b: Builder, scope: Scope, inClass: boolean, at: Span): void {
  seeClass(b, scope, inClass);
  b.define('.format', Def.PARAM, at);
  b.define('.format', Def.USE, at);
}

function discardStringScope(b: Builder, owner: Scope): void {
  if (!b.options.stringAnnotations) return;
  if (!b.options.dialect.defersAnnotations) owner.annotations = null;
  b.current.children.pop();
}

/** Names of a class are visible in the annotation scopes right inside it. */
export function seeClass(b: Builder, scope: Scope, inClass: boolean): void {
  if (!inClass) return;
  scope.canSeeClassScope = true;
  const outer = b.className;
  b.className = null;
  b.define('__classdict__', Def.USE, scope.node as Span & Node);
  b.className = outer;
}

export function enterTypeParams(b: Builder, node: Stmt, name: string, params: readonly TypeParam[], args: Arguments | null): void {
  const parent = b.current;
  const inClass = parent.kind === 'class';
  const scope = b.enter('type parameters', name, node, b.typeParams);
  seeClass(b, scope, inClass);
  if (args !== null && args.defaults.length > 0) b.define('.defaults', Def.PARAM, node);
  if (args !== null && args.kw_defaults.some((value) => value !== null)) b.define('.kwdefaults', Def.PARAM, node);
  for (const param of params) {
    b.define(param.name, Def.TYPE_PARAM | Def.LOCAL, param);
    if (param.kind === 'TypeVar' && param.bound !== null) lazily(b, param.bound, param.name, inClass);
    if (param.default_value !== null) lazily(b, param.default_value, param.name, inClass);
  }
}

function lazily(b: Builder, value: Expr, name: string, inClass: boolean): void {
  const scope = b.enter('type variable', name, value, b.lazyScopes);
  seeClass(b, scope, inClass);
  if (b.options.dialect.defersAnnotations) b.define('.format', Def.PARAM, value);
  expr(b, value);
  b.exit();
}
