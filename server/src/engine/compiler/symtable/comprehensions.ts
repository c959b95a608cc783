import type { Comprehension, Expr, Span } from '../../syntax/tree.ts';
import { mangle } from '../mangle.ts';
import { seeClass } from './annotations.ts';
import type { Builder } from './build.ts';
import { Def } from './scopes.ts';
import type { BlockKind, ComprehensionKind, Scope } from './scopes.ts';
import { expr } from './visit.ts';

/** Mirrors symtable_handle_namedexpr(). */
export function namedExpr(b: Builder, target: Expr, value: Expr, at: Span): void {
  if (b.current.comprehensionIterables > 0) {
    b.report('assignment expression cannot be used in a comprehension iterable expression', at);
  }
  if (b.current.comprehension !== null && target.kind === 'Name') extendNamedExpr(b, target.id, target);
  expr(b, value);
  expr(b, target);
}

/** Mirrors symtable_extend_namedexpr_scope(): the target belongs to the block around all comprehensions. */
function extendNamedExpr(b: Builder, name: string, at: Span): void {
  const mangled = mangle(b.className, name);
  const directive = { name: mangled, start: at.start, end: at.end };
  for (let scope: Scope | null = b.current; scope !== null; scope = scope.parent) {
    if (scope.comprehension !== null) {
      if (scope.flagsOf(mangled) & Def.COMP_ITER) {
        b.report(`assignment expression cannot rebind comprehension iteration variable '${name}'`, at);
      }
      continue;
    }
    switch (scope.kind) {
      case 'function':
        b.define(name, scope.flagsOf(mangled) & Def.GLOBAL ? Def.GLOBAL : Def.NONLOCAL, at);
        b.current.directives.push(directive);
        b.define(name, Def.LOCAL, at, scope);
        return;
      case 'module':
        b.define(name, Def.GLOBAL, at);
        b.current.directives.push(directive);
        b.define(name, Def.GLOBAL, at, scope);
        return;
      case 'class':
        b.report('assignment expression within a comprehension cannot be used in a class body', at);
        return;
      case 'annotation':
        b.report('named expression cannot be used within an annotation', at);
        return;
      case 'type variable':
        b.report('assignment expression within a comprehension cannot be used in a TypeVar bound', at);
        return;
      case 'type alias':
        b.report('assignment expression within a comprehension cannot be used in a type alias', at);
        return;
      case 'type parameters':
        b.report('assignment expression within a comprehension cannot be used within the definition of a generic', at);
        return;
    }
  }
}

/** Mirrors symtable_handle_comprehension(). */
export function comprehension(
  b: Builder, e: Expr, kind: ComprehensionKind, name: string, generators: readonly Comprehension[], element: Expr, value: Expr | null,
): void {
  const outermost = generators[0]!;
  const outer = b.current;
  outer.comprehensionIterables++;
  expr(b, outermost.iter);
  outer.comprehensionIterables--;
  const scope = b.enter('function', name, e, b.scopes);
  scope.comprehension = kind;
  seeClass(b, scope, outer.canSeeClassScope);
  if (outermost.is_async) scope.isCoroutine = true;
  b.define('.0', Def.PARAM, outermost.iter);
  bindTarget(b, outermost.target);
  for (const test of outermost.ifs) expr(b, test);
  for (const generator of generators.slice(1)) {
    bindTarget(b, generator.target);
    scope.comprehensionIterables++;
    expr(b, generator.iter);
    scope.comprehensionIterables--;
    for (const test of generator.ifs) expr(b, test);
    if (generator.is_async) scope.isCoroutine = true;
  }
  if (value !== null) expr(b, value);
  expr(b, element);
  scope.isGenerator = kind === 'generator';
  b.exit();
  if (!scope.isCoroutine || kind === 'generator') return;
  if (b.options.dialect.checksCoroutinesEarly && !isAsyncDef(outer) && outer.comprehension === null) {
    b.report('asynchronous comprehension outside of an asynchronous function', e);
  } else {
    outer.isCoroutine = true;
  }
}

/** The names that a `for` clause binds. */
function bindTarget(b: Builder, target: Expr): void {
  b.current.inComprehensionTarget = true;
  expr(b, target);
  b.current.inComprehensionTarget = false;
}

/** Reports what a block that is evaluated later may not hold. */
export function forbid(b: Builder, what: string, at: Span): void {
  const message: Partial<Record<BlockKind, string>> = {
    annotation: b.options.dialect.plainerMessages
      ? `${what} cannot be used within an annotation` : `'${what}' can not be used within an annotation`,
    'type variable': `${what} cannot be used within a TypeVar bound`,
    'type alias': `${what} cannot be used within a type alias`,
    'type parameters': `${what} cannot be used within the definition of a generic`,
  };
  const found = message[b.current.kind];
  if (found !== undefined) b.report(found, at);
}

const isAsyncDef = (scope: Scope): boolean => scope.isFunctionLike && scope.node.kind === 'AsyncFunctionDef';

/** An `await` needs a coroutine or a comprehension around it. */
export function checkAwait(b: Builder, at: Span): void {
  if (!b.options.dialect.checksCoroutinesEarly) return;
  const scope = b.current;
  if (!scope.isFunctionLike) b.report("'await' outside function", at);
  else if (!isAsyncDef(scope) && scope.comprehension === null) b.report("'await' outside async function", at);
}

/** So do `async for` and `async with`. */
export function checkCoroutine(b: Builder, message: string, at: Span): void {
  if (b.options.dialect.checksCoroutinesEarly && !b.current.isCoroutine) b.report(message, at);
}
