import type { Comprehension, DictComp, Expr, GeneratorExp, ListComp, SetComp, Starred } from '../syntax/tree.ts';
import { NOWHERE } from './assembler.ts';
import type { Handler, Label } from './assembler.ts';
import type { Compiler } from './compiler.ts';
import { jumpIf, transient } from './conditions.ts';
import { expr } from './expressions.ts';
import { makeFunction } from './functions.ts';
import { Resume, beginGuard, delegate, emitYield, endGuard } from './generators.ts';
import { Op } from './opcodes.ts';
import { Def, Place } from './symtable/scopes.ts';
import type { Entry, Scope } from './symtable/scopes.ts';
import { assign } from './targets.ts';

type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

const NAMES = { ListComp: '<listcomp>', SetComp: '<setcomp>', DictComp: '<dictcomp>', GeneratorExp: '<genexpr>' } as const;

export function comprehension(c: Compiler, e: AnyComprehension): void {
  const scope = c.table.scopeOf(e);
  const outermost = e.generators[0]!;
  const generates = e.kind === 'GeneratorExp';
  const isAsync = scope.isCoroutine && !generates;
  if (isAsync && !canAwait(c)) {
    c.error('asynchronous comprehension outside of an asynchronous function', e);
    return;
  }
  if (scope.inlined) {
    firstIterator(c, e, outermost);
    const isolation = isolate(c, e, scope);
    c.emit(build(e), 0, e);
    c.emit(Op.SWAP, 2, e);
    generate(c, e, 0, 0, true);
    isolation.end();
    return;
  }
  c.enter(scope, NAMES[e.kind], e, c.unit.className, { signature: { positional: 1, positionalOnly: 0, keywordOnly: 0 } });
  const guard = beginGuard(c);
  if (!generates) c.emit(build(e), 0, e);
  generate(c, e, 0, 0, false);
  if (!generates) c.emit(Op.RETURN_VALUE, 0, e);
  endGuard(c, guard);
  makeFunction(c, c.leave(), 0, e);
  firstIterator(c, e, outermost);
  c.emit(Op.CALL, 0, e);
  if (isAsync) {
    c.emit(Op.GET_AWAITABLE, 0, e);
    delegate(c, e, Resume.AWAIT);
  }
}

function canAwait(c: Compiler): boolean {
  const { scope } = c.unit;
  return scope.isFunctionLike && (scope.node.kind === 'AsyncFunctionDef' || (scope.comprehension !== null && scope.isCoroutine));
}

function build(e: AnyComprehension): Op {
  return e.kind === 'ListComp' ? Op.BUILD_LIST : e.kind === 'SetComp' ? Op.BUILD_SET : Op.BUILD_MAP;
}

/** The first iterator belongs to the surroundings. */
function firstIterator(c: Compiler, e: AnyComprehension, outermost: Comprehension): void {
  transient(c, outermost.iter);
  if (e.kind === 'GeneratorExp' && c.dialect.iteratesInGenerator) return;
  c.emit(outermost.is_async ? Op.GET_AITER : Op.GET_ITER, 0, c.dialect.headerPositions ? outermost.iter : e);
}

/** One `for` clause and what is inside it. Mirrors compiler_comprehension_generator(). */
function generate(c: Compiler, e: AnyComprehension, index: number, depth: number, inlined: boolean): void {
  const { assembler } = c;
  const generator = e.generators[index]!;
  const at = c.dialect.headerPositions ? generator.iter : e;
  // `for y in [f(x)]` is an assignment.
  const single = index > 0 && !generator.is_async && (generator.iter.kind === 'List' || generator.iter.kind === 'Tuple') &&
    generator.iter.elts.length === 1 && generator.iter.elts[0]!.kind !== 'Starred' ? generator.iter.elts[0]! : null;
  if (single !== null) {
    expr(c, single);
  } else if (index > 0) {
    transient(c, generator.iter);
    c.emit(generator.is_async ? Op.GET_AITER : Op.GET_ITER, 0, at);
  } else if (!inlined) {
    c.emit(Op.LOAD_FAST, c.unit.local('.0'), at);
    if (e.kind === 'GeneratorExp' && c.dialect.iteratesInGenerator) {
      c.emit(generator.is_async ? Op.GET_AITER : Op.GET_ITER, 0, at);
    }
  }
  const start = single === null ? assembler.loopHead() : null;
  const exhausted = assembler.label();
  const next = assembler.label();
  let handler: Handler | null = null;
  if (start !== null) {
    depth++;
    if (generator.is_async) {
      handler = assembler.protect(false);
      c.emit(Op.GET_ANEXT, 0, e);
      delegate(c, e, Resume.AWAIT);
      assembler.unprotect();
    } else {
      assembler.jump(Op.FOR_ITER, exhausted, at);
    }
  }
  assign(c, generator.target);
  for (const test of generator.ifs) jumpIf(c, test, next, false);
  if (index + 1 < e.generators.length) generate(c, e, index + 1, depth, inlined);
  else element(c, e, depth);
  closeClause(c, start, next, exhausted, handler, e);
}

function closeClause(
  c: Compiler, start: Label | null, next: Label, exhausted: Label, handler: Handler | null, at: Expr,
): void {
  const { assembler } = c;
  assembler.bind(next);
  if (start === null) return;
  assembler.jumpBack(start, NOWHERE);
  if (handler === null) assembler.bind(exhausted);
  else {
    assembler.bindHandler(handler);
    c.emit(Op.END_ASYNC_FOR, 0, at);
  }
}

function element(c: Compiler, e: AnyComprehension, depth: number): void {
  const near = c.dialect.elementPositions;
  switch (e.kind) {
    case 'GeneratorExp': {
      const at = near ? e.elt : c.place;
      if (e.elt.kind === 'Starred') {
        yieldItems(c, e.elt);
        return;
      }
      expr(c, e.elt);
      emitYield(c, at);
      c.emit(Op.POP_TOP, 0, at);
      return;
    }
    case 'ListComp':
    case 'SetComp': {
      const unpacks = e.elt.kind === 'Starred';
      expr(c, e.elt.kind === 'Starred' ? e.elt.value : e.elt);
      const [many, one] = e.kind === 'ListComp' ? [Op.LIST_EXTEND, Op.LIST_APPEND] : [Op.SET_UPDATE, Op.SET_ADD];
      c.emit(unpacks ? many : one, depth + 1, near ? e.elt : c.place);
      return;
    }
    case 'DictComp':
      expr(c, e.key);
      if (e.value === null) {
        c.emit(Op.DICT_UPDATE, depth + 1, e.key);
        return;
      }
      expr(c, e.value);
      c.emit(Op.MAP_ADD, depth + 1, near ? { start: e.key.start, end: e.value.end } : c.place);
      return;
  }
}

/** `(*x for x in y)` yields the items of each `x` (3.15). */
function yieldItems(c: Compiler, e: Starred): void {
  const { assembler } = c;
  const exhausted = assembler.label();
  expr(c, e.value);
  c.emit(Op.GET_ITER, 0, e);
  const start = assembler.loopHead();
  assembler.jump(Op.FOR_ITER, exhausted, e);
  emitYield(c, e);
  c.emit(Op.POP_TOP, 0, e);
  assembler.jumpBack(start, NOWHERE);
  assembler.bind(exhausted);
}

/**
 * Sets aside the names that the comprehension binds, with its iterator on top of the stack; `end` brings them back
 * when its value is. Mirrors push_inlined_comprehension_state() and pop_inlined_comprehension_state().
 */
function isolate(c: Compiler, e: AnyComprehension, inner: Scope): { end(): void } {
  const { unit, assembler } = c;
  const outer = unit.scope;
  const inClass = outer.kind === 'class' && unit.inlinedComprehensions === 0;
  unit.inlinedComprehensions++;
  const pushed: { name: string; index: number; assigned: boolean }[] = [];
  const replaced: [string, Entry | undefined][] = [];
  const hidden: string[] = [];
  for (const [name, entry] of inner.symbols) {
    if (entry.flags & Def.PARAM) continue;
    const bound = (entry.flags & Def.LOCAL) !== 0 && (entry.flags & Def.NONLOCAL) === 0;
    const existing = outer.symbols.get(name);
    const place = existing?.place ?? Place.UNKNOWN;
    if (!bound && !inClass) continue;
    if ((entry.place !== place && entry.place !== Place.FREE && !(entry.place === Place.CELL && place === Place.FREE)) || inClass) {
      replaced.push([name, existing]);
      outer.symbols.set(name, entry);
    }
    if (!bound) continue;
    if (!outer.isFunctionLike && unit.fastHidden.get(name) !== true) {
      unit.fastHidden.set(name, true);
      hidden.push(name);
    }
    const index = unit.local(name);
    pushed.push({ name, index, assigned: assembler.isAssigned(index) });
    c.emit(Op.LOAD_FAST_AND_CLEAR, index, e);
    assembler.markAssigned(index, false);
    if (entry.place === Place.CELL) {
      c.emit(Op.MAKE_CELL, unit.deref(name, place === Place.FREE ? Place.FREE : Place.CELL), e);
    }
  }
  let cleanup: Handler | null = null;
  if (pushed.length > 0) {
    c.emit(Op.SWAP, pushed.length + 1, e);
    cleanup = assembler.protect(false);
  }

  const restore = (): void => {
    c.emit(Op.SWAP, pushed.length + 1, e);
    for (const { index, assigned } of pushed.toReversed()) {
      c.emit(Op.STORE_FAST, index, e);
      assembler.markAssigned(index, assigned);
    }
  };

  return {
    end: () => {
      unit.inlinedComprehensions--;
      if (cleanup !== null) {
        const end = assembler.label();
        assembler.unprotect();
        assembler.jump(Op.JUMP, end, NOWHERE);
        assembler.bindHandler(cleanup);
        c.emit(Op.SWAP, 2, NOWHERE);
        c.emit(Op.POP_TOP, 0, NOWHERE);
        restore();
        c.emit(Op.RERAISE, 0, e);
        assembler.bind(end);
        restore();
      }
      for (const [name, entry] of replaced) {
        if (entry === undefined) outer.symbols.delete(name);
        else outer.symbols.set(name, entry);
      }
      for (const name of hidden) unit.fastHidden.set(name, false);
    },
  };
}
