import type { Call, Expr, Keyword, Span } from '../syntax/tree.ts';
import { NOWHERE } from './assembler.ts';
import type { Compiler } from './compiler.ts';
import { gather } from './displays.ts';
import { STACK_USE_GUIDELINE, attributeSpan, expr } from './expressions.ts';
import { Op } from './opcodes.ts';
import { checkCalled } from './suspicions.ts';
import { Def } from './symtable/scopes.ts';

export function call(c: Compiler, e: Call): void {
  checkKeywords(c, e.keywords, e);
  if (e.func.kind === 'Attribute' && isPlain(e) && !isModule(c, e.func.value)) {
    const method = e.func;
    expr(c, method.value);
    c.emitName(Op.LOAD_METHOD, method.attr, attributeSpan(c, method, method));
    callPlain(c, attributeSpan(c, e, method), 0, e.args, e.keywords, attributeSpan(c, method, method));
    return;
  }
  checkCalled(c, e.func);
  expr(c, e.func);
  c.emit(Op.PUSH_NULL, 0, e.func);
  callHelper(c, e, 0, e.args, e.keywords);
}

/** A name that an import binds is likely a module, whose functions are no methods. */
function isModule(c: Compiler, e: Expr): boolean {
  return e.kind === 'Name' && (c.table.top.flagsOf(e.id) & Def.IMPORT) !== 0;
}

/** Whether a call has neither starred arguments nor more than the stack is meant for. */
function isPlain(e: Call): boolean {
  return e.args.length + e.keywords.length + (e.keywords.length > 0 ? 1 : 0) < STACK_USE_GUIDELINE &&
    e.args.every((arg) => arg.kind !== 'Starred') && e.keywords.every((keyword) => keyword.arg !== null);
}

/** Calls what is on the stack: the callable, self or NULL, and `pushed` arguments. Mirrors compiler_call_helper(). */
export function callHelper(c: Compiler, at: Span, pushed: number, args: readonly Expr[], keywords: readonly Keyword[]): void {
  checkKeywords(c, keywords, at);
  const starred = args.some((arg) => arg.kind === 'Starred') || keywords.some((keyword) => keyword.arg === null);
  if (starred || args.length + keywords.length * 2 > STACK_USE_GUIDELINE) callUnpacked(c, at, pushed, args, keywords);
  else callPlain(c, at, pushed, args, keywords, at);
}

function callPlain(c: Compiler, at: Span, pushed: number, args: readonly Expr[], keywords: readonly Keyword[], names: Span): void {
  for (const arg of args) expr(c, arg);
  if (keywords.length === 0) {
    c.emit(Op.CALL, pushed + args.length, at);
    return;
  }
  for (const keyword of keywords) expr(c, keyword.value);
  c.constant(c.pool.strings(keywords.map((keyword) => keyword.arg!)), names);
  c.emit(Op.CALL_KW, pushed + args.length + keywords.length, at);
}

function callUnpacked(c: Compiler, at: Span, pushed: number, args: readonly Expr[], keywords: readonly Keyword[]): void {
  const only = args.length === 1 ? args[0]! : null;
  if (pushed === 0 && only !== null && only.kind === 'Starred') expr(c, only.value);
  else gather(c, args, at, pushed, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND, true);
  if (keywords.length > 0) {
    let pending = 0;
    let begun = false;
    const flush = (end: number): void => {
      if (pending === 0) return;
      keywordItems(c, at, keywords.slice(end - pending, end));
      if (begun) c.emit(Op.DICT_MERGE, 1, at);
      begun = true;
      pending = 0;
    };
    keywords.forEach((keyword, i) => {
      if (keyword.arg !== null) {
        pending++;
        return;
      }
      flush(i);
      if (!begun) c.emit(Op.BUILD_MAP, 0, at);
      begun = true;
      expr(c, keyword.value);
      c.emit(Op.DICT_MERGE, 1, at);
    });
    flush(keywords.length);
  }
  c.emit(Op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0, at);
}

/** Mirrors compiler_subkwargs(). */
function keywordItems(c: Compiler, at: Span, keywords: readonly Keyword[]): void {
  const count = keywords.length;
  const large = count * 2 > STACK_USE_GUIDELINE;
  if (count > 1 && !large) {
    for (const keyword of keywords) expr(c, keyword.value);
    c.constant(c.pool.strings(keywords.map((keyword) => keyword.arg!)), at);
    c.emit(Op.BUILD_CONST_KEY_MAP, count, at);
    return;
  }
  if (large) c.emit(Op.BUILD_MAP, 0, NOWHERE);
  for (const keyword of keywords) {
    c.string(keyword.arg!, at);
    expr(c, keyword.value);
    if (large) c.emit(Op.MAP_ADD, 1, NOWHERE);
  }
  if (!large) c.emit(Op.BUILD_MAP, count, at);
}

function checkKeywords(c: Compiler, keywords: readonly Keyword[], whole: Span): void {
  const seen = new Set<string>();
  for (const keyword of keywords) {
    if (keyword.arg === null) continue;
    if (keyword.arg === '__debug__') c.error('cannot assign to __debug__', c.dialect.conditionPositions ? keyword : whole);
    if (seen.has(keyword.arg)) c.error(`keyword argument repeated: ${keyword.arg}`, keyword);
    seen.add(keyword.arg);
  }
}
