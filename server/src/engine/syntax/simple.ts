import { FUTURE_FEATURES } from './future.ts';
import { PatternParser } from './patterns.ts';
import { T } from './tokens.ts';
import type { Alias, Expr, Operator, Stmt, TypeParam } from './tree.ts';

const AUGMENTED: readonly Operator[] = [
  'BitOr', 'BitXor', 'BitAnd', 'LShift', 'RShift', 'Add', 'Sub', 'Mult', 'Div', 'FloorDiv', 'Mod', 'MatMult', 'Pow',
];

/** Parses simple statements. */
export abstract class SimpleStatementParser extends PatternParser {
  /** type_params, 3.12+ */
  protected typeParams(): TypeParam[] {
    const params: TypeParam[] = [];
    if (this.kind !== T.LSQB || this.minor < 12) return params;
    this.advance();
    do {
      if (this.peek(0) === T.RSQB && params.length !== 0) break;
      params.push(this.#typeParam());
    } while (this.accept(T.COMMA));
    this.expect(T.RSQB);
    return params;
  }

  #typeParam(): TypeParam {
    const start = this.start();
    const isTuple = this.accept(T.STAR);
    const isSpec = !isTuple && this.accept(T.DOUBLESTAR);
    const name = this.name();
    const bound = !isTuple && !isSpec && this.accept(T.COLON) ? this.expression() : null;
    let default_value: Expr | null = null;
    if (this.minor >= 13 && this.accept(T.EQUAL)) default_value = isTuple ? this.starExpression() : this.expression();
    const end = this.end();
    if (isTuple) return { kind: 'TypeVarTuple', start, end, name, default_value };
    if (isSpec) return { kind: 'ParamSpec', start, end, name, default_value };
    return { kind: 'TypeVar', start, end, name, bound, default_value };
  }

  // simple statements

  protected simpleStatements(body: Stmt[]): void {
    do {
      if (this.kind === T.NEWLINE && this.peek(-1) === T.SEMI) break;
      body.push(this.#simpleStatement());
    } while (this.accept(T.SEMI));
    this.expect(T.NEWLINE);
  }

  #simpleStatement(): Stmt {
    const start = this.start();
    switch (this.kind) {
      case T.RETURN: {
        this.advance();
        const value = this.startsExpression() ? this.starExpressions() : null;
        return { kind: 'Return', start, end: this.end(), value };
      }
      case T.IMPORT: return this.#import(start, false);
      case T.FROM: return this.#importFrom(start, false);
      case T.RAISE: {
        this.advance();
        const exc = this.startsExpression() ? this.expression() : null;
        const cause = exc !== null && this.accept(T.FROM) ? this.expression() : null;
        return { kind: 'Raise', start, end: this.end(), exc, cause };
      }
      case T.PASS:
        this.advance();
        return { kind: 'Pass', start, end: this.end() };
      case T.BREAK:
        this.advance();
        return { kind: 'Break', start, end: this.end() };
      case T.CONTINUE:
        this.advance();
        return { kind: 'Continue', start, end: this.end() };
      case T.DEL: return this.#delete(start);
      case T.ASSERT: {
        this.advance();
        const test = this.expression();
        const msg = this.accept(T.COMMA) ? this.expression() : null;
        return { kind: 'Assert', start, end: this.end(), test, msg };
      }
      case T.GLOBAL: {
        const names = this.#names();
        return { kind: 'Global', start, end: this.end(), names };
      }
      case T.NONLOCAL: {
        const names = this.#names();
        return { kind: 'Nonlocal', start, end: this.end(), names };
      }
      case T.NAME:
        if (this.minor >= 12 && this.peek(1) === T.NAME && this.isWord('type')) return this.#typeAlias(start);
        if (this.minor >= 15 && this.isWord('lazy')) {
          if (this.peek(1) === T.IMPORT) return this.#import(start, true);
          if (this.peek(1) === T.FROM) return this.#importFrom(start, true);
        }
        return this.#expressionStatement(start);
      default: return this.#expressionStatement(start);
    }
  }

  /** An expression, an assignment of any kind, or an annotation. */
  #expressionStatement(start: number): Stmt {
    const { pos } = this;
    let value = this.annotatedRhs();
    if (this.kind === T.EQUAL) {
      const targets: Expr[] = [];
      let at = pos;
      while (this.kind === T.EQUAL) {
        this.setContext(value, 'Store', at);
        targets.push(value);
        this.advance();
        at = this.pos;
        value = this.annotatedRhs();
      }
      return { kind: 'Assign', start, end: this.end(), targets, value };
    }
    if (this.kind === T.COLON) return this.#annotation(start, value);
    if (this.kind >= T.VBAREQUAL && this.kind <= T.DOUBLESTAREQUAL) {
      const op = AUGMENTED[this.kind - T.VBAREQUAL]!;
      this.#singleTarget(value);
      this.advance();
      const right = this.annotatedRhs();
      return { kind: 'AugAssign', start, end: this.end(), target: value, op, value: right };
    }
    return { kind: 'Expr', start, end: this.end(), value };
  }

  #annotation(start: number, target: Expr): Stmt {
    const simple = target.kind === 'Name' && target !== this.grouped;
    this.#singleTarget(target);
    this.advance();
    const annotation = this.expression();
    const value = this.accept(T.EQUAL) ? this.annotatedRhs() : null;
    return { kind: 'AnnAssign', start, end: this.end(), target, annotation, value, simple };
  }

  /** single_target: a name, an attribute or a subscript. */
  #singleTarget(target: Expr): void {
    if (target.kind === 'Name' || target.kind === 'Attribute' || target.kind === 'Subscript') {
      this.setContext(target, 'Store', this.pos);
    } else {
      this.fail();
    }
  }

  #typeAlias(start: number): Stmt {
    this.advance();
    const nameStart = this.start();
    const nameEnd = this.tokenEnd();
    const name: Expr = { kind: 'Name', start: nameStart, end: nameEnd, id: this.name(), ctx: 'Store' };
    const type_params = this.typeParams();
    this.expect(T.EQUAL);
    const value = this.expression();
    return { kind: 'TypeAlias', start, end: this.end(), name, type_params, value };
  }

  #delete(start: number): Stmt {
    const targets: Expr[] = [];
    this.advance();
    do {
      if (targets.length !== 0 && !this.startsExpression()) break;
      const { pos } = this;
      const target = this.primary();
      this.setContext(target, 'Del', pos);
      targets.push(target);
    } while (this.accept(T.COMMA));
    return { kind: 'Delete', start, end: this.end(), targets };
  }

  #names(): string[] {
    const names: string[] = [];
    this.advance();
    do names.push(this.name()); while (this.accept(T.COMMA));
    return names;
  }

  #import(start: number, is_lazy: boolean): Stmt {
    if (is_lazy) this.advance();
    this.advance();
    const names: Alias[] = [];
    do {
      const start = this.start();
      const name = this.#dottedName();
      const asname = this.accept(T.AS) ? this.name() : null;
      names.push({ kind: 'alias', start, end: this.end(), name, asname });
    } while (this.accept(T.COMMA));
    return { kind: 'Import', start, end: this.end(), names, is_lazy };
  }

  #dottedName(): string {
    let name = this.name();
    while (this.accept(T.DOT)) name += `.${this.name()}`;
    return name;
  }

  #importFrom(start: number, is_lazy: boolean): Stmt {
    if (is_lazy) this.advance();
    this.advance();
    let level = 0;
    for (; this.kind === T.DOT || this.kind === T.ELLIPSIS; this.advance()) level += this.kind === T.DOT ? 1 : 3;
    const module = level === 0 || this.kind !== T.IMPORT ? this.#dottedName() : null;
    this.expect(T.IMPORT);
    const names: Alias[] = [];
    if (this.kind === T.STAR) {
      const start = this.start();
      this.advance();
      names.push({ kind: 'alias', start, end: this.end(), name: '*', asname: null });
    } else {
      const inParens = this.accept(T.LPAR);
      do {
        if (inParens && names.length !== 0 && this.kind === T.RPAR) break;
        const start = this.start();
        const name = this.name();
        const asname = this.accept(T.AS) ? this.name() : null;
        names.push({ kind: 'alias', start, end: this.end(), name, asname });
      } while (this.accept(T.COMMA));
      if (inParens) this.expect(T.RPAR);
    }
    const isFuture = this.minor >= 14 && level === 0 && module === '__future__';
    if (isFuture && names.some(({ name }) => !FUTURE_FEATURES.includes(name))) this.fail();
    return { kind: 'ImportFrom', start, end: this.end(), module, names, level, is_lazy };
  }
}
