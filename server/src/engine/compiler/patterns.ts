import type {
  Expr, Match, MatchAs, MatchClass, MatchMapping, MatchOr, MatchSequence, Pattern, Span,
} from '../syntax/tree.ts';
import { NOWHERE } from './assembler.ts';
import type { Label } from './assembler.ts';
import type { Compiler } from './compiler.ts';
import { jumpIf } from './conditions.ts';
import { constantText } from './disassemble.ts';
import { expr } from './expressions.ts';
import { constantOf } from './fold.ts';
import { BinaryOp, Compare, Op } from './opcodes.ts';
import { body } from './statements.ts';

/** What the code of a pattern has left on the stack, and where a failure goes to clear it. */
interface Context {
  /** Names captured so far; their values lie below everything the pattern still works with. */
  stores: string[];
  allowsIrrefutable: boolean;
  /** `failPop[n]` pops n values and goes on to the next case. */
  failPop: Label[];
  /** Values above the captures. */
  onTop: number;
}

/** Mirrors compiler_match_inner(). */
export function matchStatement(c: Compiler, s: Match): void {
  const { assembler } = c;
  const end = assembler.label();
  expr(c, s.subject);
  const { cases } = s;
  const last = cases.at(-1)!;
  // A trailing `case _` needs no copy of the subject.
  const hasDefault = isWildcard(last.pattern) && cases.length > 1;
  const count = cases.length - (hasDefault ? 1 : 0);
  for (let i = 0; i < count; i++) {
    const one = cases[i]!;
    const at = one.pattern;
    if (i !== count - 1) c.emit(Op.COPY, 1, at);
    const context: Context = {
      stores: [], allowsIrrefutable: one.guard !== null || i === cases.length - 1, failPop: [], onTop: 0,
    };
    pattern(c, one.pattern, context);
    for (const name of context.stores) c.store(name, here(c, at));
    if (one.guard !== null) {
      ensureFailPop(c, context, 0);
      jumpIf(c, one.guard, context.failPop[0]!, false);
    }
    if (i !== count - 1) c.emit(Op.POP_TOP, 0, at);
    body(c, one.body);
    assembler.jump(Op.JUMP, end, NOWHERE);
    emitFailPop(c, context, at);
  }
  if (hasDefault) {
    c.emit(Op.NOP, 0, last.pattern);
    if (last.guard !== null) jumpIf(c, last.guard, end, false);
    body(c, last.body);
  }
  assembler.bind(end);
}

function isWildcard(p: Pattern): boolean {
  return p.kind === 'MatchAs' && p.name === null;
}

function ensureFailPop(c: Compiler, context: Context, count: number): void {
  while (context.failPop.length <= count) context.failPop.push(c.assembler.label());
}

function jumpToFail(c: Compiler, context: Context, op: Op, at: Span): void {
  const pops = context.onTop + context.stores.length;
  ensureFailPop(c, context, pops);
  c.assembler.jump(op, context.failPop[pops]!, at);
}

function emitFailPop(c: Compiler, context: Context, at: Span): void {
  for (let i = context.failPop.length - 1; i > 0; i--) {
    c.assembler.bind(context.failPop[i]!);
    c.emit(Op.POP_TOP, 0, at);
  }
  if (context.failPop.length > 0) c.assembler.bind(context.failPop[0]!);
  context.failPop = [];
}

/** Moves the top of the stack below `count - 1` others. */
function rotate(c: Compiler, count: number, at: Span): void {
  for (; count > 1; count--) c.emit(Op.SWAP, count, at);
}

/** Keeps the top of the stack for the name until the whole pattern has matched. */
function capture(c: Compiler, name: string | null, context: Context, at: Span): void {
  if (name === null) {
    c.emit(Op.POP_TOP, 0, at);
    return;
  }
  if (context.stores.includes(name)) c.error(`multiple assignments to name '${name}' in pattern`, at);
  rotate(c, context.onTop + context.stores.length + 1, at);
  context.stores.push(name);
}

/** Where the instructions of a pattern stand: older versions take the last pattern that was begun. */
const here = (c: Compiler, p: Pattern): Span => (c.dialect.conditionPositions ? p : c.place);

/** Consumes the subject on top of the stack. */
function pattern(c: Compiler, p: Pattern, context: Context): void {
  c.place = p;
  switch (p.kind) {
    case 'MatchValue':
      if (!isValue(c, p.value)) c.error('patterns may only match literals and attribute lookups', p);
      expr(c, p.value);
      c.emit(Op.COMPARE_OP, Compare.EQ, here(c, p));
      jumpToFail(c, context, Op.POP_JUMP_IF_FALSE, here(c, p));
      return;
    case 'MatchSingleton':
      if (p.value.type === 'None') {
        jumpToFail(c, context, Op.POP_JUMP_IF_NOT_NONE, here(c, p));
        return;
      }
      c.constant(p.value.type === 'complex' ? { type: 'complex', real: 0, imag: p.value.imag } : p.value, here(c, p));
      c.emit(Op.IS_OP, 0, here(c, p));
      jumpToFail(c, context, Op.POP_JUMP_IF_FALSE, here(c, p));
      return;
    case 'MatchSequence':
      return sequence(c, p, context);
    case 'MatchMapping':
      return mapping(c, p, context);
    case 'MatchClass':
      return classPattern(c, p, context);
    case 'MatchStar':
      return capture(c, p.name, context, here(c, p));
    case 'MatchAs':
      return asPattern(c, p, context);
    case 'MatchOr':
      return alternatives(c, p, context);
  }
}

function subpattern(c: Compiler, p: Pattern, context: Context): void {
  const before = context.allowsIrrefutable;
  context.allowsIrrefutable = true;
  pattern(c, p, context);
  context.allowsIrrefutable = before;
}

function isValue(c: Compiler, e: Expr): boolean {
  return e.kind === 'Attribute' || e.kind === 'JoinedStr' || constantOf(e, c.dialect) !== null;
}

function asPattern(c: Compiler, p: MatchAs, context: Context): void {
  if (p.pattern === null) {
    if (!context.allowsIrrefutable) {
      c.error(
        p.name === null ? 'wildcard makes remaining patterns unreachable'
          : `name capture '${p.name}' makes remaining patterns unreachable`,
        p,
      );
    }
    capture(c, p.name, context, here(c, p));
    return;
  }
  context.onTop++;
  c.emit(Op.COPY, 1, here(c, p));
  pattern(c, p.pattern, context);
  context.onTop--;
  capture(c, p.name, context, here(c, p));
}

function sequence(c: Compiler, p: MatchSequence, context: Context): void {
  const size = p.patterns.length;
  const star = p.patterns.findIndex((one) => one.kind === 'MatchStar');
  if (p.patterns.some((one, i) => i > star && star >= 0 && one.kind === 'MatchStar')) {
    c.error('multiple starred names in sequence pattern', p);
  }
  const starred = star < 0 ? null : p.patterns[star]!;
  const starIsWildcard = starred !== null && starred.kind === 'MatchStar' && starred.name === null;
  const onlyWildcards = p.patterns.every((one, i) => (i === star ? starIsWildcard : isWildcard(one)));
  context.onTop++;
  c.emit(Op.MATCH_SEQUENCE, 0, here(c, p));
  jumpToFail(c, context, Op.POP_JUMP_IF_FALSE, here(c, p));
  if (star < 0 || size > 1) {
    c.emit(Op.GET_LEN, 0, here(c, p));
    c.constant({ type: 'int', value: star < 0 ? size : size - 1 }, here(c, p));
    c.emit(Op.COMPARE_OP, star < 0 ? Compare.EQ : Compare.GE, here(c, p));
    jumpToFail(c, context, Op.POP_JUMP_IF_FALSE, here(c, p));
  }
  context.onTop--;
  if (onlyWildcards) c.emit(Op.POP_TOP, 0, here(c, p));
  else if (starIsWildcard) sequenceByIndex(c, p, star, context);
  else sequenceUnpacked(c, p, star, context);
}

/** `[_, *_, x]` takes out single items. */
function sequenceByIndex(c: Compiler, p: MatchSequence, star: number, context: Context): void {
  const size = p.patterns.length;
  context.onTop++;
  p.patterns.forEach((one, i) => {
    if (i === star || isWildcard(one)) return;
    c.emit(Op.COPY, 1, here(c, p));
    if (i < star) {
      c.constant({ type: 'int', value: i }, here(c, p));
    } else {
      c.emit(Op.GET_LEN, 0, here(c, p));
      c.constant({ type: 'int', value: size - i }, here(c, p));
      c.emit(Op.BINARY_OP, BinaryOp.SUBTRACT, here(c, p));
    }
    c.emit(Op.BINARY_SUBSCR, 0, here(c, p));
    subpattern(c, one, context);
  });
  context.onTop--;
  c.emit(Op.POP_TOP, 0, here(c, p));
}

function sequenceUnpacked(c: Compiler, p: MatchSequence, star: number, context: Context): void {
  const size = p.patterns.length;
  if (star >= 0) c.emit(Op.UNPACK_EX, star | ((size - star - 1) << 8), here(c, p));
  else c.emit(Op.UNPACK_SEQUENCE, size, here(c, p));
  context.onTop += size;
  for (const one of p.patterns) {
    context.onTop--;
    subpattern(c, one, context);
  }
}

function classPattern(c: Compiler, p: MatchClass, context: Context): void {
  const positional = p.patterns.length;
  const all = [...p.patterns, ...p.kwd_patterns];
  p.kwd_attrs.forEach((name, i) => {
    if (p.kwd_attrs.indexOf(name) < i) c.error(`attribute name repeated in class pattern: ${name}`, p.kwd_patterns[i]!);
  });
  expr(c, p.cls);
  c.constant(c.pool.strings(p.kwd_attrs), here(c, p));
  c.emit(Op.MATCH_CLASS, positional, here(c, p));
  c.emit(Op.COPY, 1, here(c, p));
  context.onTop++;
  jumpToFail(c, context, Op.POP_JUMP_IF_NONE, here(c, p));
  c.emit(Op.UNPACK_SEQUENCE, all.length, here(c, p));
  context.onTop += all.length - 1;
  for (const one of all) {
    context.onTop--;
    if (isWildcard(one)) c.emit(Op.POP_TOP, 0, here(c, p));
    else subpattern(c, one, context);
  }
}

function mapping(c: Compiler, p: MatchMapping, context: Context): void {
  const size = p.keys.length;
  context.onTop++;
  c.emit(Op.MATCH_MAPPING, 0, here(c, p));
  jumpToFail(c, context, Op.POP_JUMP_IF_FALSE, here(c, p));
  if (size === 0 && p.rest === null) {
    context.onTop--;
    c.emit(Op.POP_TOP, 0, here(c, p));
    return;
  }
  if (size > 0) {
    c.emit(Op.GET_LEN, 0, here(c, p));
    c.constant({ type: 'int', value: size }, here(c, p));
    c.emit(Op.COMPARE_OP, Compare.GE, here(c, p));
    jumpToFail(c, context, Op.POP_JUMP_IF_FALSE, here(c, p));
  }
  mappingKeys(c, p);
  c.emit(Op.MATCH_KEYS, 0, here(c, p));
  context.onTop += 2;
  c.emit(Op.COPY, 1, here(c, p));
  jumpToFail(c, context, Op.POP_JUMP_IF_NONE, here(c, p));
  c.emit(Op.UNPACK_SEQUENCE, size, here(c, p));
  context.onTop += size - 1;
  for (const one of p.patterns) {
    context.onTop--;
    subpattern(c, one, context);
  }
  context.onTop -= 2;
  if (p.rest === null) {
    c.emit(Op.POP_TOP, 0, here(c, p));
    c.emit(Op.POP_TOP, 0, here(c, p));
    return;
  }
  // What is left: a copy of the subject without the keys.
  c.emit(Op.BUILD_MAP, 0, here(c, p));
  c.emit(Op.SWAP, 3, here(c, p));
  c.emit(Op.DICT_UPDATE, 2, here(c, p));
  c.emit(Op.UNPACK_SEQUENCE, size, here(c, p));
  for (let i = size; i > 0; i--) {
    c.emit(Op.COPY, 1 + i, here(c, p));
    c.emit(Op.SWAP, 2, here(c, p));
    c.emit(Op.DELETE_SUBSCR, 0, here(c, p));
  }
  capture(c, p.rest, context, here(c, p));
}

function mappingKeys(c: Compiler, p: MatchMapping): void {
  const seen = new Set<unknown>();
  const constants = p.keys.map((key) => constantOf(key, c.dialect));
  p.keys.forEach((key, i) => {
    const constant = constants[i]!;
    if (constant !== null) {
      const canonical = c.pool.canonical(constant);
      if (seen.has(canonical)) c.error(`mapping pattern checks duplicate key (${keyText(constantText(constant))})`, p);
      seen.add(canonical);
    } else if (key.kind !== 'Attribute') {
      c.error('mapping pattern keys may only match literals and attribute lookups', p);
    }
  });
  if (constants.every((constant) => constant !== null)) {
    c.lateTuple(constants, here(c, p));
    return;
  }
  for (const key of p.keys) expr(c, key);
  c.emit(Op.BUILD_TUPLE, p.keys.length, here(c, p));
}

const keyText = (text: string): string => (text.startsWith('"') ? `'${text.slice(1, -1)}'` : text);

/** Mirrors compiler_pattern_or(): every alternative leaves the same names in the same order. */
function alternatives(c: Compiler, p: MatchOr, context: Context): void {
  const { assembler } = c;
  const end = assembler.label();
  let control: string[] = [];
  for (let i = 0; i < p.patterns.length; i++) {
    const alternative = p.patterns[i]!;
    const inner: Context = {
      stores: [], allowsIrrefutable: i === p.patterns.length - 1 && context.allowsIrrefutable, failPop: [], onTop: 0,
    };
    c.emit(Op.COPY, 1, here(c, alternative));
    pattern(c, alternative, inner);
    if (i === 0) control = inner.stores;
    else if (!reorder(c, inner.stores, control, here(c, alternative))) {
      c.error('alternative patterns bind different names', here(c, p));
      return;
    }
    assembler.jump(Op.JUMP, end, here(c, alternative));
    emitFailPop(c, inner, here(c, alternative));
  }
  c.emit(Op.POP_TOP, 0, here(c, p));
  jumpToFail(c, context, Op.JUMP, here(c, p));
  assembler.bind(end);
  const rotations = control.length + 1 + context.onTop + context.stores.length;
  for (const name of control) {
    rotate(c, rotations, here(c, p));
    if (context.stores.includes(name)) c.error(`multiple assignments to name '${name}' in pattern`, here(c, p));
    context.stores.push(name);
  }
  c.emit(Op.POP_TOP, 0, here(c, p));
}

/** Brings captured values into the order of `control`. */
function reorder(c: Compiler, stores: string[], control: readonly string[], at: Span): boolean {
  if (stores.length !== control.length) return false;
  for (let wanted = control.length - 1; wanted >= 0; wanted--) {
    const found = stores.indexOf(control[wanted]!);
    if (found < 0) return false;
    if (found === wanted) continue;
    const rotated = stores.splice(0, found + 1);
    stores.splice(wanted - found, 0, ...rotated);
    for (let i = 0; i <= found; i++) rotate(c, wanted + 1, at);
  }
  return true;
}
