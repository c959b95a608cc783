import { numberValue } from './numbers.ts';
import { OperatorParser } from './operators.ts';
import { T } from './tokens.ts';
import type {
  Arg, Arguments, Comprehension, Expr, ExprContext, Keyword,
} from './tree.ts';

type Mutable<N> = { -readonly [F in keyof N]: N[F] };

const NO_EXPRESSIONS: readonly Expr[] = [];
const NO_KEYWORDS: readonly Keyword[] = [];

/** Parses expressions, and the targets and parameters made of them. */
export abstract class ExpressionParser extends OperatorParser {
  /** The last expression that stood alone in parentheses. */
  protected grouped: Expr | null = null;

  /** yield_expr | star_expressions */
  protected annotatedRhs(): Expr {
    return this.kind === T.YIELD ? this.yieldExpr() : this.starExpressions();
  }

  protected yieldExpr(): Expr {
    const start = this.start();
    this.advance();
    if (this.accept(T.FROM)) {
      const value = this.expression();
      return { kind: 'YieldFrom', start, end: this.end(), value };
    }
    const value = this.startsExpression() ? this.starExpressions() : null;
    return { kind: 'Yield', start, end: this.end(), value };
  }

  /** star_expressions: one, or a tuple without parentheses. */
  protected starExpressions(): Expr {
    const start = this.start();
    const first = this.starExpression();
    return this.kind === T.COMMA ? this.#tupleRest(start, first, () => this.starExpression()) : first;
  }

  /** expressions: as above, without stars. */
  protected expressions(): Expr {
    const start = this.start();
    const first = this.expression();
    return this.kind === T.COMMA ? this.#tupleRest(start, first, () => this.expression()) : first;
  }

  #tupleRest(start: number, first: Expr, element: () => Expr): Expr {
    const elts = [first];
    while (this.accept(T.COMMA) && this.startsExpression()) elts.push(element());
    return { kind: 'Tuple', start, end: this.end(), elts, ctx: 'Load' };
  }

  protected starExpression(): Expr {
    return this.kind === T.STAR ? this.#starred() : this.expression();
  }

  /** star_named_expression, the element of a display. */
  protected starNamedExpression(): Expr {
    return this.kind === T.STAR ? this.#starred() : this.namedExpression();
  }

  #starred(): Expr {
    const start = this.start();
    this.advance();
    const value = this.binary(1);
    return { kind: 'Starred', start, end: this.end(), value, ctx: 'Load' };
  }

  protected namedExpression(): Expr {
    if (this.kind !== T.NAME || this.peek(1) !== T.COLONEQUAL) return this.expression();
    const start = this.start();
    const end = this.tokenEnd();
    const target: Expr = { kind: 'Name', start, end, id: this.name(), ctx: 'Store' };
    this.advance();
    const value = this.expression();
    return { kind: 'NamedExpr', start, end: this.end(), target, value };
  }

  protected expression(): Expr {
    if (!this.descend()) return this.missing();
    const start = this.start();
    let result: Expr;
    if (this.kind === T.LAMBDA) {
      this.advance();
      const args = this.parameters(T.COLON);
      this.expect(T.COLON);
      const body = this.expression();
      result = { kind: 'Lambda', start, end: this.end(), args, body };
    } else {
      result = this.disjunction();
      if (this.kind === T.IF) {
        this.advance();
        const test = this.disjunction();
        this.expect(T.ELSE);
        const orelse = this.expression();
        result = { kind: 'IfExp', start, end: this.end(), test, body: result, orelse };
      }
    }
    this.ascend();
    return result;
  }

  protected primary(): Expr {
    const start = this.start();
    let value = this.#atom();
    for (;;) {
      switch (this.kind) {
        case T.DOT: {
          this.advance();
          const attr = this.name();
          value = { kind: 'Attribute', start, end: this.end(), value, attr, ctx: 'Load' };
          break;
        }
        case T.LPAR: value = this.#call(start, value); break;
        case T.LSQB: {
          this.advance();
          const slice = this.#slices();
          this.expect(T.RSQB);
          value = { kind: 'Subscript', start, end: this.end(), value, slice, ctx: 'Load' };
          break;
        }
        default: return value;
      }
    }
  }

  #slices(): Expr {
    const start = this.start();
    const first = this.#slice();
    if (this.kind !== T.COMMA && first.kind !== 'Starred') return first;
    const elts = [first];
    while (this.accept(T.COMMA) && this.kind !== T.RSQB) elts.push(this.#slice());
    return { kind: 'Tuple', start, end: this.end(), elts, ctx: 'Load' };
  }

  #slice(): Expr {
    const start = this.start();
    if (this.kind === T.STAR) return this.#starredArgument();
    const lower = this.kind === T.COLON ? null : this.namedExpression();
    if (this.kind !== T.COLON || lower?.kind === 'NamedExpr' && lower !== this.grouped) return lower ?? this.missing();
    this.advance();
    const upper = this.startsExpression() ? this.expression() : null;
    const step = this.accept(T.COLON) && this.startsExpression() ? this.expression() : null;
    return { kind: 'Slice', start, end: this.end(), lower, upper, step };
  }

  /** starred_expression */
  #starredArgument(): Expr {
    const start = this.start();
    this.advance();
    const value = this.expression();
    return { kind: 'Starred', start, end: this.end(), value, ctx: 'Load' };
  }

  #call(start: number, func: Expr): Expr {
    const open = this.start();
    this.advance();
    if (this.accept(T.RPAR)) {
      return { kind: 'Call', start, end: this.end(), func, args: NO_EXPRESSIONS, keywords: NO_KEYWORDS };
    }
    const args: Expr[] = [];
    const keywords: Keyword[] = [];
    if (this.arguments(args, keywords, true)) {
      const generators = this.#comprehensions();
      this.expect(T.RPAR);
      const end = this.end();
      args[0] = { kind: 'GeneratorExp', start: open, end, elt: args[0]!, generators };
      return { kind: 'Call', start, end, func, args, keywords };
    }
    this.expect(T.RPAR);
    return { kind: 'Call', start, end: this.end(), func, args, keywords };
  }

  /**
   * arguments, up to the closing parenthesis. Answers true when a single
   * argument is followed by the clauses of a generator expression.
   */
  protected arguments(args: Expr[], keywords: Keyword[], allowsGenerator: boolean): boolean {
    let sawDouble = false;
    do {
      const start = this.start();
      if (this.kind === T.RPAR && args.length + keywords.length !== 0) return false;
      if (this.kind === T.DOUBLESTAR) {
        this.advance();
        const value = this.expression();
        keywords.push({ kind: 'keyword', start, end: this.end(), arg: null, value });
        sawDouble = true;
      } else if (this.kind === T.NAME && this.peek(1) === T.EQUAL) {
        const arg = this.name();
        this.advance();
        const value = this.expression();
        keywords.push({ kind: 'keyword', start, end: this.end(), arg, value });
      } else if (this.kind === T.STAR) {
        if (sawDouble) this.fail();
        args.push(this.#starredArgument());
        if (this.minor >= 15 && this.#isLoneGenerator(args, keywords, allowsGenerator)) return true;
      } else {
        if (keywords.length !== 0) this.fail();
        args.push(this.namedExpression());
        if (this.#isLoneGenerator(args, keywords, allowsGenerator)) return true;
      }
    } while (this.accept(T.COMMA));
    return false;
  }

  #isLoneGenerator(args: readonly Expr[], keywords: readonly Keyword[], isAllowed: boolean): boolean {
    return isAllowed && args.length === 1 && keywords.length === 0 && this.startsComprehension();
  }

  protected startsComprehension(): boolean {
    return this.kind === T.FOR || (this.kind === T.ASYNC && this.peek(1) === T.FOR);
  }

  #atom(): Expr {
    const start = this.start();
    const end = this.tokenEnd();
    switch (this.kind) {
      case T.NAME: return { kind: 'Name', start, end, id: this.name(), ctx: 'Load' };
      case T.NUMBER: return this.number();
      case T.STRING: case T.FSTRING_START: case T.TSTRING_START: return this.strings();
      case T.LPAR: return this.#parenthesized();
      case T.LSQB: return this.#list();
      case T.LBRACE: return this.#braces();
      case T.NONE:
        this.advance();
        return { kind: 'Constant', start, end, value: { type: 'None' }, u_kind: false };
      case T.TRUE:
        this.advance();
        return { kind: 'Constant', start, end, value: { type: 'True' }, u_kind: false };
      case T.FALSE:
        this.advance();
        return { kind: 'Constant', start, end, value: { type: 'False' }, u_kind: false };
      case T.ELLIPSIS:
        this.advance();
        return { kind: 'Constant', start, end, value: { type: 'Ellipsis' }, u_kind: false };
      default: return this.missing();
    }
  }

  protected number(): Expr {
    const start = this.start();
    const end = this.tokenEnd();
    const value = numberValue(this.source.slice(start, end));
    if (value === null) this.fail();
    this.advance();
    return { kind: 'Constant', start, end, value: value ?? { type: 'int', value: 0 }, u_kind: false };
  }

  /** tuple, group or genexp */
  #parenthesized(): Expr {
    const start = this.start();
    this.advance();
    if (this.kind === T.RPAR) {
      this.advance();
      return { kind: 'Tuple', start, end: this.end(), elts: [], ctx: 'Load' };
    }
    if (this.kind === T.YIELD) {
      const value = this.yieldExpr();
      this.expect(T.RPAR);
      return (this.grouped = value);
    }
    const isStarred = this.kind === T.STAR;
    const first = this.starNamedExpression();
    if (this.kind === T.COMMA) {
      const elts = this.#elements(first, T.RPAR);
      this.expect(T.RPAR);
      return { kind: 'Tuple', start, end: this.end(), elts, ctx: 'Load' };
    }
    if (this.startsComprehension() && (!isStarred || this.minor >= 15)) {
      const generators = this.#comprehensions();
      this.expect(T.RPAR);
      return { kind: 'GeneratorExp', start, end: this.end(), elt: first, generators };
    }
    if (isStarred) this.fail();
    this.expect(T.RPAR);
    return (this.grouped = first);
  }

  /** The rest of a display after its first element. */
  #elements(first: Expr, close: T): Expr[] {
    const elts = [first];
    while (this.accept(T.COMMA) && this.kind !== close) elts.push(this.starNamedExpression());
    return elts;
  }

  #list(): Expr {
    const start = this.start();
    this.advance();
    if (this.kind === T.RSQB) {
      this.advance();
      return { kind: 'List', start, end: this.end(), elts: [], ctx: 'Load' };
    }
    const isStarred = this.kind === T.STAR;
    const first = this.starNamedExpression();
    if (this.startsComprehension() && (!isStarred || this.minor >= 15)) {
      const generators = this.#comprehensions();
      this.expect(T.RSQB);
      return { kind: 'ListComp', start, end: this.end(), elt: first, generators };
    }
    const elts = this.#elements(first, T.RSQB);
    this.expect(T.RSQB);
    return { kind: 'List', start, end: this.end(), elts, ctx: 'Load' };
  }

  /** dict, set and their comprehensions */
  #braces(): Expr {
    const start = this.start();
    this.advance();
    if (this.kind === T.RBRACE) {
      this.advance();
      return { kind: 'Dict', start, end: this.end(), keys: [], values: [] };
    }
    if (this.kind === T.DOUBLESTAR) return this.#dict(start, null);
    const isStarred = this.kind === T.STAR;
    const first = this.starNamedExpression();
    if (this.kind === T.COLON && !isStarred && (first.kind !== 'NamedExpr' || first === this.grouped)) {
      return this.#dict(start, first);
    }
    if (this.startsComprehension() && (!isStarred || this.minor >= 15)) {
      const generators = this.#comprehensions();
      this.expect(T.RBRACE);
      return { kind: 'SetComp', start, end: this.end(), elt: first, generators };
    }
    const elts = this.#elements(first, T.RBRACE);
    this.expect(T.RBRACE);
    return { kind: 'Set', start, end: this.end(), elts };
  }

  /** A dict whose first key was read, or whose first entry is `**`. */
  #dict(start: number, firstKey: Expr | null): Expr {
    const keys: (Expr | null)[] = [];
    const values: Expr[] = [];
    let key = firstKey;
    for (;;) {
      if (key === null && this.accept(T.DOUBLESTAR)) {
        const value = this.minor >= 15 && keys.length === 0 ? this.expression() : this.binary(1);
        if (this.minor >= 15 && keys.length === 0 && this.startsComprehension()) {
          const generators = this.#comprehensions();
          this.expect(T.RBRACE);
          return { kind: 'DictComp', start, end: this.end(), key: value, value: null, generators };
        }
        keys.push(null);
        values.push(value);
      } else {
        key ??= this.expression();
        this.expect(T.COLON);
        const value = this.expression();
        if (keys.length === 0 && this.startsComprehension()) {
          const generators = this.#comprehensions();
          this.expect(T.RBRACE);
          return { kind: 'DictComp', start, end: this.end(), key, value, generators };
        }
        keys.push(key);
        values.push(value);
      }
      key = null;
      if (!this.accept(T.COMMA) || this.kind === T.RBRACE) break;
    }
    this.expect(T.RBRACE);
    return { kind: 'Dict', start, end: this.end(), keys, values };
  }

  /** for_if_clauses */
  #comprehensions(): Comprehension[] {
    const generators: Comprehension[] = [];
    while (this.startsComprehension()) {
      const is_async = this.accept(T.ASYNC);
      this.advance();
      const target = this.starTargets();
      this.expect(T.IN);
      const iter = this.disjunction();
      const ifs: Expr[] = [];
      while (this.accept(T.IF)) ifs.push(this.disjunction());
      generators.push({ kind: 'comprehension', target, iter, ifs, is_async });
    }
    return generators;
  }

  /** star_targets, before the `in` of a loop. */
  protected starTargets(): Expr {
    const start = this.start();
    const first = this.starTarget();
    if (this.kind !== T.COMMA) return first;
    const elts = [first];
    while (this.accept(T.COMMA) && this.startsExpression()) elts.push(this.starTarget());
    return { kind: 'Tuple', start, end: this.end(), elts, ctx: 'Store' };
  }

  protected starTarget(): Expr {
    const { pos } = this;
    const start = this.start();
    if (this.accept(T.STAR)) {
      if (this.kind === T.STAR) this.fail();
      const value = this.starTarget();
      return { kind: 'Starred', start, end: this.end(), value, ctx: 'Store' };
    }
    const target = this.primary();
    this.setContext(target, 'Store', pos);
    return target;
  }

  /** Turns what was read as an expression into a target, or fails at `at`. */
  protected setContext(target: Expr, ctx: ExprContext, at: number): void {
    switch (target.kind) {
      case 'Name': case 'Attribute': case 'Subscript':
        (target as Mutable<typeof target>).ctx = ctx;
        return;
      case 'Starred':
        if (ctx === 'Del') this.fail(at);
        (target as Mutable<typeof target>).ctx = ctx;
        this.setContext(target.value, ctx, at);
        return;
      case 'List': case 'Tuple':
        (target as Mutable<typeof target>).ctx = ctx;
        for (const element of target.elts) this.setContext(element, ctx, at);
        return;
      default:
        this.fail(at);
    }
  }

  /** parameters up to `close`: those of `def` end with `)`, those of `lambda` with `:`. */
  protected parameters(close: T): Arguments {
    const isDef = close === T.RPAR;
    let posonlyargs: Arg[] = [];
    let args: Arg[] = [];
    let vararg: Arg | null = null;
    const kwonlyargs: Arg[] = [];
    const kw_defaults: (Expr | null)[] = [];
    let kwarg: Arg | null = null;
    const defaults: Expr[] = [];
    let sawSlash = false;
    let sawStar = false;
    while (this.kind !== close) {
      if (this.kind === T.DOUBLESTAR) {
        this.advance();
        kwarg = this.#parameter(isDef);
        this.accept(T.COMMA);
        break;
      } else if (this.kind === T.STAR) {
        if (sawStar) this.fail();
        sawStar = true;
        this.advance();
        if (this.peek(0) !== T.COMMA) vararg = this.#parameter(isDef, true);
        else if (this.peek(1) !== T.NAME) this.fail();
      } else if (this.kind === T.SLASH) {
        if (sawSlash || sawStar || args.length === 0) this.fail();
        sawSlash = true;
        this.advance();
        posonlyargs = args;
        args = [];
      } else {
        const arg = this.#parameter(isDef);
        const value = this.accept(T.EQUAL) ? this.expression() : null;
        if (sawStar) {
          kwonlyargs.push(arg);
          kw_defaults.push(value);
        } else {
          args.push(arg);
          if (value !== null) defaults.push(value);
          else if (defaults.length !== 0) this.fail();
        }
      }
      if (!this.accept(T.COMMA)) break;
    }
    return { kind: 'arguments', posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
  }

  #parameter(isDef: boolean, isStarred = false): Arg {
    const start = this.start();
    const arg = this.name();
    let annotation: Expr | null = null;
    if (isDef && this.accept(T.COLON)) annotation = isStarred ? this.starExpression() : this.expression();
    return { kind: 'arg', start, end: this.end(), arg, annotation };
  }

  /** Whether the current token can start star_expressions. */
  protected startsExpression(): boolean {
    switch (this.kind) {
      case T.NAME: case T.NUMBER: case T.STRING: case T.FSTRING_START: case T.TSTRING_START:
      case T.LPAR: case T.LSQB: case T.LBRACE: case T.ELLIPSIS:
      case T.NONE: case T.TRUE: case T.FALSE:
      case T.STAR: case T.PLUS: case T.MINUS: case T.TILDE:
      case T.NOT: case T.LAMBDA: case T.AWAIT:
        return true;
      default:
        return false;
    }
  }
}
