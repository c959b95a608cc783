import { SimpleStatementParser } from './simple.ts';
import { T } from './tokens.ts';
import type {
  ClassDef, ExceptHandler, Expr, Keyword, MatchCase, Stmt, WithItem,
} from './tree.ts';

/** A place where the parser failed. */
export interface Failure {
  /** The index of the token that did not fit. */
  readonly at: number;
  /** The index of the token from which CPython's view of the failure can be had. */
  readonly statement: number;
  readonly isTooDeep: boolean;
  /** Where the broken statement begins, and where the parser went on: offsets of the text. */
  readonly from: number;
  readonly to: number;
}

/** Parses statements, and goes on after one that is broken. */
export abstract class StatementParser extends SimpleStatementParser {
  readonly failures: Failure[] = [];
  #isTopLevel = true;

  /** Statements up to ENDMARKER, or up to DEDENT within a block. */
  protected statements(): Stmt[] {
    const isTopLevel = this.#isTopLevel;
    this.#isTopLevel = false;
    const body: Stmt[] = [];
    let before = this.pos;
    while (this.kind !== T.ENDMARKER && (this.kind !== T.DEDENT || isTopLevel)) {
      const { pos } = this;
      this.statement(body);
      if (this.failedAt < 0) {
        before = pos;
        continue;
      }
      // A token that cannot start a statement may have to do with the one before.
      const statement = this.failedAt === pos ? before : pos;
      const { failedAt: at, isTooDeep } = this;
      this.isTooDeep = false;
      this.recover(pos);
      this.failures.push({ at, statement, isTooDeep, from: this.stream.tokens.starts[pos]!, to: this.start() });
      before = this.pos;
      if (this.accept(T.INDENT)) {
        // The block of a broken header, or one that should not be there.
        body.push(...this.statements());
        this.accept(T.DEDENT);
      }
      if (this.pos === pos) this.advance();
    }
    this.#isTopLevel = isTopLevel;
    return body;
  }

  protected statement(body: Stmt[]): void {
    const start = this.start();
    switch (this.kind) {
      case T.DEF: body.push(this.#functionDef(start, [])); return;
      case T.CLASS: body.push(this.#classDef(start, [])); return;
      case T.AT: body.push(this.#decorated()); return;
      case T.IF: body.push(this.#if(start)); return;
      case T.FOR: body.push(this.#for(start, false)); return;
      case T.WHILE: body.push(this.#while(start)); return;
      case T.WITH: body.push(this.#with(start, false)); return;
      case T.TRY: body.push(this.#try(start)); return;
      case T.ASYNC: body.push(this.#async(start, [])); return;
      case T.NAME:
        if (this.isWord('match') && this.#opensBlock()) {
          body.push(this.#match(start));
          return;
        }
        break;
    }
    this.simpleStatements(body);
  }

  /** Whether this logical line ends with a colon and a block follows. */
  #opensBlock(): boolean {
    let distance = 1;
    let kind = this.peek(distance);
    while (kind !== T.NEWLINE && kind !== T.ENDMARKER && kind !== T.ERRORTOKEN) kind = this.peek(++distance);
    return distance > 1 && this.peek(distance - 1) === T.COLON && this.peek(distance + 1) === T.INDENT;
  }

  /** block: an indented one, or simple statements on the same line. */
  #block(): Stmt[] {
    if (!this.accept(T.NEWLINE)) {
      const body: Stmt[] = [];
      this.simpleStatements(body);
      return body;
    }
    if (!this.accept(T.INDENT)) {
      this.fail();
      return [];
    }
    const body = this.statements();
    this.expect(T.DEDENT);
    return body;
  }

  #suite(): Stmt[] {
    this.expect(T.COLON);
    return this.#block();
  }

  // compound statements

  #decorated(): Stmt {
    const decorators: Expr[] = [];
    while (this.accept(T.AT)) {
      decorators.push(this.namedExpression());
      this.expect(T.NEWLINE);
    }
    const start = this.start();
    if (this.kind === T.CLASS) return this.#classDef(start, decorators);
    if (this.kind === T.ASYNC) return this.#async(start, decorators);
    return this.#functionDef(start, decorators);
  }

  #async(start: number, decorators: Expr[]): Stmt {
    this.advance();
    switch (this.kind) {
      case T.FOR: if (decorators.length === 0) return this.#for(start, true); break;
      case T.WITH: if (decorators.length === 0) return this.#with(start, true); break;
    }
    return this.#functionDef(start, decorators, true);
  }

  #functionDef(start: number, decorator_list: Expr[], isAsync = false): Stmt {
    this.expect(T.DEF);
    const name = this.name();
    const type_params = this.typeParams();
    this.expect(T.LPAR);
    const args = this.parameters(T.RPAR);
    this.expect(T.RPAR);
    const returns = this.accept(T.RARROW) ? this.expression() : null;
    const body = this.#suite();
    const end = this.visibleEnd();
    return isAsync
      ? { kind: 'AsyncFunctionDef', start, end, name, args, body, decorator_list, returns, type_params }
      : { kind: 'FunctionDef', start, end, name, args, body, decorator_list, returns, type_params };
  }

  #classDef(start: number, decorator_list: Expr[]): ClassDef {
    this.advance();
    const name = this.name();
    const type_params = this.typeParams();
    const bases: Expr[] = [];
    const keywords: Keyword[] = [];
    if (this.accept(T.LPAR)) {
      if (this.kind !== T.RPAR) this.arguments(bases, keywords, false);
      this.expect(T.RPAR);
    }
    const body = this.#suite();
    return {
      kind: 'ClassDef', start, end: this.visibleEnd(), name, bases, keywords, body, decorator_list, type_params,
    };
  }

  /** if_stmt, with its `elif`s, each an If in the orelse of the one before. */
  #if(start: number): Stmt {
    const clauses: { start: number; test: Expr; body: Stmt[] }[] = [];
    let clauseStart = start;
    do {
      this.advance();
      const test = this.namedExpression();
      const body = this.#suite();
      clauses.push({ start: clauseStart, test, body });
      clauseStart = this.start();
    } while (this.kind === T.ELIF);
    let orelse = this.#else();
    const end = this.visibleEnd();
    for (let i = clauses.length - 1; i >= 0; i--) {
      const { start, test, body } = clauses[i]!;
      orelse = [{ kind: 'If', start, end, test, body, orelse }];
    }
    return orelse[0]!;
  }

  #else(): Stmt[] {
    return this.accept(T.ELSE) ? this.#suite() : [];
  }

  #while(start: number): Stmt {
    this.advance();
    const test = this.namedExpression();
    const body = this.#suite();
    const orelse = this.#else();
    return { kind: 'While', start, end: this.visibleEnd(), test, body, orelse };
  }

  #for(start: number, isAsync: boolean): Stmt {
    this.advance();
    const target = this.starTargets();
    this.expect(T.IN);
    const iter = this.starExpressions();
    const body = this.#suite();
    const orelse = this.#else();
    const end = this.visibleEnd();
    return isAsync
      ? { kind: 'AsyncFor', start, end, target, iter, body, orelse }
      : { kind: 'For', start, end, target, iter, body, orelse };
  }

  #with(start: number, isAsync: boolean): Stmt {
    this.advance();
    const inParens = this.kind === T.LPAR ? this.attempt(() => this.#parenthesizedItems()) : null;
    const items = inParens ?? this.#withItems();
    const body = this.#suite();
    const end = this.visibleEnd();
    return isAsync
      ? { kind: 'AsyncWith', start, end, items, body }
      : { kind: 'With', start, end, items, body };
  }

  #parenthesizedItems(): WithItem[] {
    this.advance();
    const items: WithItem[] = [];
    do {
      if (this.kind === T.RPAR && items.length !== 0) break;
      items.push(this.#withItem());
    } while (this.accept(T.COMMA));
    this.expect(T.RPAR);
    if (this.kind !== T.COLON) this.fail();
    return items;
  }

  #withItems(): WithItem[] {
    const items: WithItem[] = [];
    do items.push(this.#withItem()); while (this.accept(T.COMMA));
    return items;
  }

  #withItem(): WithItem {
    const context_expr = this.expression();
    const optional_vars = this.accept(T.AS) ? this.starTarget() : null;
    return { kind: 'withitem', context_expr, optional_vars };
  }

  #try(start: number): Stmt {
    this.advance();
    const body = this.#suite();
    const isStar = this.kind === T.EXCEPT && this.peek(1) === T.STAR;
    const handlers: ExceptHandler[] = [];
    while (this.kind === T.EXCEPT) handlers.push(this.#exceptHandler(isStar));
    const orelse = handlers.length !== 0 ? this.#else() : [];
    if (handlers.length === 0 && this.kind !== T.FINALLY) this.fail();
    const finalbody = this.accept(T.FINALLY) ? this.#suite() : [];
    const end = this.visibleEnd();
    return isStar
      ? { kind: 'TryStar', start, end, body, handlers, orelse, finalbody }
      : { kind: 'Try', start, end, body, handlers, orelse, finalbody };
  }

  #exceptHandler(isStar: boolean): ExceptHandler {
    const start = this.start();
    let type: Expr | null = null;
    let name: string | null = null;
    this.advance();
    if (isStar) this.expect(T.STAR);
    if (isStar || this.kind !== T.COLON) {
      type = this.minor >= 14 ? this.expressions() : this.expression();
      const isBareTuple = type.kind === 'Tuple' && this.peek(-1) !== T.RPAR;
      if (this.kind === T.AS && !isBareTuple) {
        this.advance();
        name = this.name();
      }
    }
    const body = this.#suite();
    return { kind: 'ExceptHandler', start, end: this.visibleEnd(), type, name, body };
  }

  #match(start: number): Stmt {
    this.advance();
    const subject = this.#subject();
    this.expect(T.COLON);
    this.expect(T.NEWLINE);
    this.expect(T.INDENT);
    const cases: MatchCase[] = [];
    do cases.push(this.#case()); while (this.kind !== T.DEDENT && this.failedAt < 0);
    const end = this.visibleEnd();
    this.expect(T.DEDENT);
    return { kind: 'Match', start, end, subject, cases };
  }

  #subject(): Expr {
    const start = this.start();
    const first = this.starNamedExpression();
    if (this.kind !== T.COMMA) {
      if (first.kind === 'Starred') this.fail();
      return first;
    }
    const elts = [first];
    while (this.accept(T.COMMA) && this.startsExpression()) elts.push(this.starNamedExpression());
    return { kind: 'Tuple', start, end: this.end(), elts, ctx: 'Load' };
  }

  #case(): MatchCase {
    if (!this.isWord('case')) this.fail();
    else this.advance();
    const pattern = this.patterns();
    const guard = this.accept(T.IF) ? this.namedExpression() : null;
    const body = this.#suite();
    return { kind: 'match_case', pattern, guard, body };
  }
}
