import type { Arguments, ExceptHandler, Expr, Pattern, Span, Stmt } from '../../syntax/tree.ts';
import { branchesOf } from '../branches.ts';
import { mangle } from '../mangle.ts';
import { annAssign, enterTypeParams, seeClass, signatureAnnotations } from './annotations.ts';
import type { Builder } from './build.ts';
import { checkAwait, checkCoroutine, comprehension, forbid, namedExpr } from './comprehensions.ts';
import { Def } from './scopes.ts';
import type { ComprehensionKind, Scope } from './scopes.ts';

// The walk that collects what each block does to its names: one case for each kind of node.

/** Deeper than this, expressions are refused rather than risk the host's own stack. */
export const MAX_NESTING = 400;

const COMPREHENSION_TITLES: Record<ComprehensionKind, string> = {
  list: 'list comprehension',
  set: 'set comprehension',
  dict: 'dict comprehension',
  generator: 'generator expression',
};

export function body(b: Builder, statements: readonly Stmt[]): void {
  for (const s of statements) statement(b, s);
}

/** A part of a module or class body that may be skipped. */
function branch(b: Builder, statements: readonly Stmt[]): void {
  const before = b.conditional;
  b.conditional = true;
  body(b, statements);
  b.conditional = before;
}

function statement(b: Builder, s: Stmt): void {
  switch (s.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef': {
      b.define(s.name, Def.LOCAL, s);
      for (const decorator of s.decorator_list) expr(b, decorator);
      defaults(b, s.args);
      if (s.type_params.length > 0) enterTypeParams(b, s, s.name, s.type_params, s.args);
      const outer = b.current;
      const scope = b.enter('function', s.name, s, b.scopes);
      b.current = outer;
      signatureAnnotations(b, s.args, s.returns, scope, s);
      inFunction(b, scope, () => {
        if (s.kind === 'AsyncFunctionDef') scope.isCoroutine = true;
        parameters(b, s.args);
        body(b, s.body);
      });
      if (s.type_params.length > 0) b.exit();
      return;
    }
    case 'ClassDef': {
      b.define(s.name, Def.LOCAL, s);
      for (const decorator of s.decorator_list) expr(b, decorator);
      const outerClass = b.className;
      if (s.type_params.length > 0) {
        b.className = s.name;
        enterTypeParams(b, s, s.name, s.type_params, null);
        b.define('.type_params', Def.LOCAL, s);
        b.define('.type_params', Def.USE, s);
        b.define('.generic_base', Def.LOCAL, s);
        b.define('.generic_base', Def.USE, s);
      }
      for (const base of s.bases) expr(b, base);
      for (const keyword of s.keywords) expr(b, keyword.value);
      b.enter('class', s.name, s, b.scopes);
      const outerConditional = b.conditional;
      b.className = s.name;
      b.conditional = false;
      if (s.type_params.length > 0) {
        b.define('__type_params__', Def.LOCAL, s);
        b.define('.type_params', Def.USE, s);
      }
      body(b, s.body);
      b.conditional = outerConditional;
      b.exit();
      if (s.type_params.length > 0) b.exit();
      b.className = outerClass;
      return;
    }
    case 'TypeAlias': {
      expr(b, s.name);
      const name = s.name.kind === 'Name' ? s.name.id : '';
      const inClass = b.current.kind === 'class';
      if (s.type_params.length > 0) enterTypeParams(b, s, name, s.type_params, null);
      const scope = b.enter('type alias', name, s, b.lazyScopes);
      seeClass(b, scope, inClass);
      if (b.options.dialect.defersAnnotations) b.define('.format', Def.PARAM, s);
      expr(b, s.value);
      b.exit();
      if (s.type_params.length > 0) b.exit();
      return;
    }
    case 'Return':
      if (s.value !== null) expr(b, s.value);
      return;
    case 'Delete':
      for (const target of s.targets) expr(b, target);
      return;
    case 'Assign':
      for (const target of s.targets) expr(b, target);
      expr(b, s.value);
      return;
    case 'AugAssign':
      expr(b, s.target);
      expr(b, s.value);
      return;
    case 'AnnAssign':
      annAssign(b, s.target, s.annotation, s.value, s.simple, s);
      return;
    case 'For':
    case 'AsyncFor':
      if (s.kind === 'AsyncFor') checkCoroutine(b, "'async for' outside async function", s);
      expr(b, s.target);
      expr(b, s.iter);
      branch(b, s.body);
      branch(b, s.orelse);
      return;
    case 'While':
      expr(b, s.test);
      branch(b, s.body);
      branch(b, s.orelse);
      return;
    case 'If':
      for (const arm of branchesOf(s)) {
        if (arm.test !== null) expr(b, arm.test);
        branch(b, arm.body);
      }
      return;
    case 'With':
    case 'AsyncWith':
      if (s.kind === 'AsyncWith') checkCoroutine(b, "'async with' outside async function", s);
      for (const item of s.items) {
        expr(b, item.context_expr);
        if (item.optional_vars !== null) expr(b, item.optional_vars);
      }
      branch(b, s.body);
      return;
    case 'Match':
      expr(b, s.subject);
      for (const one of s.cases) {
        pattern(b, one.pattern);
        if (one.guard !== null) expr(b, one.guard);
        branch(b, one.body);
      }
      return;
    case 'Raise':
      if (s.exc !== null) expr(b, s.exc);
      if (s.cause !== null) expr(b, s.cause);
      return;
    case 'Try':
    case 'TryStar':
      branch(b, s.body);
      branch(b, s.orelse);
      for (const one of s.handlers) handler(b, one);
      branch(b, s.finalbody);
      return;
    case 'Assert':
      expr(b, s.test);
      if (s.msg !== null) expr(b, s.msg);
      return;
    case 'Import':
    case 'ImportFrom':
      for (const alias of s.names) {
        const name = alias.asname ?? alias.name;
        if (name === '*') {
          if (b.current.kind !== 'module') b.report('import * only allowed at module level', alias);
          continue;
        }
        const dot = name.indexOf('.');
        b.define(dot < 0 ? name : name.slice(0, dot), Def.IMPORT, alias);
      }
      return;
    case 'Global':
      declare(b, s.names, 'global', s);
      return;
    case 'Nonlocal':
      declare(b, s.names, 'nonlocal', s);
      return;
    case 'Expr':
      expr(b, s.value);
      return;
    case 'Pass':
    case 'Break':
    case 'Continue':
      return;
  }
}

function declare(b: Builder, names: readonly string[], word: 'global' | 'nonlocal', at: Span): void {
  for (const name of names) {
    const flags = b.flags(name);
    if (flags & (Def.PARAM | Def.LOCAL | Def.USE | Def.ANNOT)) {
      b.report(
        flags & Def.PARAM ? `name '${name}' is parameter and ${word}`
          : flags & Def.USE ? `name '${name}' is used prior to ${word} declaration`
          : flags & Def.ANNOT ? `annotated name '${name}' can't be ${word}`
          : `name '${name}' is assigned to before ${word} declaration`,
        at,
      );
    }
    b.define(name, word === 'global' ? Def.GLOBAL : Def.NONLOCAL, at);
    b.current.directives.push({ name: mangle(b.className, name), start: at.start, end: at.end });
  }
}

function handler(b: Builder, one: ExceptHandler): void {
  if (one.type !== null) expr(b, one.type);
  if (one.name !== null) b.define(one.name, Def.LOCAL | Def.DELETED, one);
  branch(b, one.body);
}

function defaults(b: Builder, args: Arguments): void {
  for (const value of args.defaults) expr(b, value);
  for (const value of args.kw_defaults) if (value !== null) expr(b, value);
}

function parameters(b: Builder, args: Arguments): void {
  for (const arg of args.posonlyargs) b.define(arg.arg, Def.PARAM, arg);
  for (const arg of args.args) b.define(arg.arg, Def.PARAM, arg);
  for (const arg of args.kwonlyargs) b.define(arg.arg, Def.PARAM, arg);
  if (args.vararg !== null) b.define(args.vararg.arg, Def.PARAM, args.vararg);
  if (args.kwarg !== null) b.define(args.kwarg.arg, Def.PARAM, args.kwarg);
}

function inFunction(b: Builder, scope: Scope, walk: () => void): void {
  const outer = b.current;
  const conditional = b.conditional;
  b.current = scope;
  b.conditional = false;
  walk();
  b.conditional = conditional;
  b.current = outer;
}

export function expr(b: Builder, e: Expr): void {
  // What lies deeper is not compiled either.
  if (++b.nesting <= MAX_NESTING) visit(b, e);
  b.nesting--;
}

function visit(b: Builder, e: Expr): void {
  switch (e.kind) {
    case 'Constant':
    case 'Missing':
      return;
    case 'Name':
      b.define(e.id, e.ctx === 'Load' ? Def.USE : e.ctx === 'Del' ? Def.LOCAL | Def.DELETED : Def.LOCAL, e);
      // A call of super() needs the class it stands in.
      if (e.ctx === 'Load' && e.id === 'super' && b.current.isFunctionLike) b.define('__class__', Def.USE, e);
      return;
    case 'Attribute':
    case 'Starred':
      expr(b, e.value);
      return;
    case 'Subscript':
      expr(b, e.value);
      expr(b, e.slice);
      return;
    case 'Slice':
      if (e.lower !== null) expr(b, e.lower);
      if (e.upper !== null) expr(b, e.upper);
      if (e.step !== null) expr(b, e.step);
      return;
    case 'Call':
      expr(b, e.func);
      for (const arg of e.args) expr(b, arg);
      for (const keyword of e.keywords) expr(b, keyword.value);
      return;
    case 'BinOp': {
      // Long sums lean to the left: walk down without recursion.
      let left: Expr = e;
      const rights: Expr[] = [];
      while (left.kind === 'BinOp') {
        rights.push(left.right);
        left = left.left;
      }
      expr(b, left);
      for (let i = rights.length - 1; i >= 0; i--) expr(b, rights[i]!);
      return;
    }
    case 'UnaryOp':
      expr(b, e.operand);
      return;
    case 'BoolOp':
      for (const value of e.values) expr(b, value);
      return;
    case 'Compare':
      expr(b, e.left);
      for (const comparator of e.comparators) expr(b, comparator);
      return;
    case 'IfExp':
      expr(b, e.test);
      expr(b, e.body);
      expr(b, e.orelse);
      return;
    case 'Dict':
      for (const key of e.keys) if (key !== null) expr(b, key);
      for (const value of e.values) expr(b, value);
      return;
    case 'Set':
    case 'List':
    case 'Tuple':
      for (const element of e.elts) expr(b, element);
      return;
    case 'JoinedStr':
    case 'TemplateStr':
      for (const value of e.values) expr(b, value);
      return;
    case 'FormattedValue':
    case 'Interpolation':
      expr(b, e.value);
      if (e.format_spec !== null) expr(b, e.format_spec);
      return;
    case 'NamedExpr':
      forbid(b, 'named expression', e);
      namedExpr(b, e.target, e.value, e);
      return;
    case 'Lambda': {
      defaults(b, e.args);
      const scope = b.enter('function', '<lambda>', e, b.scopes);
      inFunction(b, scope, () => {
        parameters(b, e.args);
        expr(b, e.body);
      });
      b.exit();
      return;
    }
    case 'Yield':
    case 'YieldFrom':
      forbid(b, 'yield expression', e);
      if (e.value !== null) expr(b, e.value);
      b.current.isGenerator = true;
      if (b.current.comprehension !== null) {
        b.report(`'yield' inside ${COMPREHENSION_TITLES[b.current.comprehension]}`, e);
      }
      return;
    case 'Await':
      forbid(b, 'await expression', e);
      checkAwait(b, e);
      expr(b, e.value);
      b.current.isCoroutine = true;
      return;
    case 'ListComp':
      comprehension(b, e, 'list', '<listcomp>', e.generators, e.elt, null);
      return;
    case 'SetComp':
      comprehension(b, e, 'set', '<setcomp>', e.generators, e.elt, null);
      return;
    case 'DictComp':
      comprehension(b, e, 'dict', '<dictcomp>', e.generators, e.key, e.value);
      return;
    case 'GeneratorExp':
      comprehension(b, e, 'generator', '<genexpr>', e.generators, e.elt, null);
      return;
  }
}

function pattern(b: Builder, p: Pattern): void {
  switch (p.kind) {
    case 'MatchValue':
      expr(b, p.value);
      return;
    case 'MatchSingleton':
      return;
    case 'MatchSequence':
    case 'MatchOr':
      for (const one of p.patterns) pattern(b, one);
      return;
    case 'MatchMapping':
      for (const key of p.keys) expr(b, key);
      for (const one of p.patterns) pattern(b, one);
      if (p.rest !== null) b.define(p.rest, Def.LOCAL, p);
      return;
    case 'MatchClass':
      expr(b, p.cls);
      for (const one of p.patterns) pattern(b, one);
      for (const one of p.kwd_patterns) pattern(b, one);
      return;
    case 'MatchStar':
      if (p.name !== null) b.define(p.name, Def.LOCAL, p);
      return;
    case 'MatchAs':
      if (p.pattern !== null) pattern(b, p.pattern);
      if (p.name !== null) b.define(p.name, Def.LOCAL, p);
      return;
  }
}
