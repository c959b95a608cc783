import { ExpressionParser } from './expressions.ts';
import { T } from './tokens.ts';
import type { Expr, Pattern } from './tree.ts';

/** Parses the patterns of `case`. */
export abstract class PatternParser extends ExpressionParser {
  /** patterns: one, or an open sequence. */
  protected patterns(): Pattern {
    const start = this.start();
    const first = this.#maybeStar();
    if (this.kind !== T.COMMA) {
      if (first.kind === 'MatchStar') this.fail();
      return first;
    }
    const patterns = [first];
    while (this.accept(T.COMMA) && this.#startsPattern()) patterns.push(this.#maybeStar());
    return { kind: 'MatchSequence', start, end: this.end(), patterns };
  }

  #maybeStar(): Pattern {
    if (this.kind !== T.STAR) return this.#pattern();
    const start = this.start();
    this.advance();
    const isWildcard = this.isWord('_');
    const name = isWildcard ? this.#wildcard() : this.#target();
    return { kind: 'MatchStar', start, end: this.end(), name };
  }

  #wildcard(): null {
    this.advance();
    return null;
  }

  /** as_pattern | or_pattern */
  #pattern(): Pattern {
    if (!this.descend()) return this.#missingPattern();
    const start = this.start();
    const pattern = this.#orPattern();
    this.ascend();
    if (!this.accept(T.AS)) return pattern;
    const name = this.#target();
    return { kind: 'MatchAs', start, end: this.end(), pattern, name };
  }

  #orPattern(): Pattern {
    const start = this.start();
    const first = this.#closedPattern();
    if (this.kind !== T.VBAR) return first;
    const patterns = [first];
    while (this.accept(T.VBAR)) patterns.push(this.#closedPattern());
    return { kind: 'MatchOr', start, end: this.end(), patterns };
  }

  /** pattern_capture_target */
  #target(): string {
    if (this.isWord('_')) this.fail();
    const name = this.name();
    if (this.kind === T.DOT || this.kind === T.LPAR || this.kind === T.EQUAL) this.fail();
    return name;
  }

  #closedPattern(): Pattern {
    const start = this.start();
    switch (this.kind) {
      case T.NONE: case T.TRUE: case T.FALSE: {
        const type = this.kind === T.NONE ? 'None' : this.kind === T.TRUE ? 'True' : 'False';
        this.advance();
        return { kind: 'MatchSingleton', start, end: this.end(), value: { type } };
      }
      case T.NUMBER: case T.MINUS: case T.PLUS: case T.STRING: case T.FSTRING_START: case T.TSTRING_START: {
        const value = this.#literal();
        return { kind: 'MatchValue', start, end: this.end(), value };
      }
      case T.NAME: return this.#named(start);
      case T.LPAR: return this.#parenthesizedPattern(start);
      case T.LSQB: {
        this.advance();
        const patterns = this.#sequence(T.RSQB);
        return { kind: 'MatchSequence', start, end: this.end(), patterns };
      }
      case T.LBRACE: return this.#mapping(start);
      default: return this.#missingPattern();
    }
  }

  /** literal_expr: a number with its sign, a complex number, strings or a singleton. */
  #literal(): Expr {
    const start = this.start();
    switch (this.kind) {
      case T.STRING: case T.FSTRING_START: case T.TSTRING_START: return this.strings();
      case T.NONE: case T.TRUE: case T.FALSE: {
        const type = this.kind === T.NONE ? 'None' : this.kind === T.TRUE ? 'True' : 'False';
        this.advance();
        return { kind: 'Constant', start, end: this.end(), value: { type }, u_kind: false };
      }
    }
    const left = this.#signedNumber();
    if (this.kind !== T.PLUS && this.kind !== T.MINUS) return left;
    const op = this.kind === T.PLUS ? 'Add' : 'Sub';
    const number = left.kind === 'UnaryOp' ? left.operand : left;
    if (isComplex(number)) this.fail();
    this.advance();
    const right = this.peek(0) === T.NUMBER ? this.number() : this.missing();
    if (!isComplex(right)) this.fail();
    return { kind: 'BinOp', start, end: this.end(), left, op, right };
  }

  #signedNumber(): Expr {
    const start = this.start();
    const isSigned = this.kind === T.MINUS || (this.kind === T.PLUS && this.minor >= 15);
    const op = this.kind === T.MINUS ? 'USub' : 'UAdd';
    if (isSigned) this.advance();
    const operand = this.kind === T.NUMBER ? this.number() : this.missing();
    return isSigned ? { kind: 'UnaryOp', start, end: this.end(), op, operand } : operand;
  }

  /** capture_pattern, wildcard_pattern, value_pattern or class_pattern */
  #named(start: number): Pattern {
    const isWildcard = this.isWord('_');
    let value: Expr = { kind: 'Name', start, end: this.tokenEnd(), id: this.name(), ctx: 'Load' };
    while (this.accept(T.DOT)) {
      const attr = this.name();
      value = { kind: 'Attribute', start, end: this.end(), value, attr, ctx: 'Load' };
    }
    if (this.kind === T.LPAR) return this.#classPattern(start, value);
    if (this.kind === T.EQUAL) this.fail();
    if (value.kind === 'Attribute') return { kind: 'MatchValue', start, end: this.end(), value };
    const name = isWildcard || value.kind !== 'Name' ? null : value.id;
    return { kind: 'MatchAs', start, end: this.end(), pattern: null, name };
  }

  #classPattern(start: number, cls: Expr): Pattern {
    const patterns: Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: Pattern[] = [];
    this.advance();
    while (this.#startsPattern()) {
      if (this.kind === T.NAME && this.peek(1) === T.EQUAL) {
        kwd_attrs.push(this.name());
        this.advance();
        kwd_patterns.push(this.#pattern());
      } else {
        if (kwd_attrs.length !== 0) this.fail();
        patterns.push(this.#pattern());
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
    return { kind: 'MatchClass', start, end: this.end(), cls, patterns, kwd_attrs, kwd_patterns };
  }

  /** group_pattern or sequence_pattern */
  #parenthesizedPattern(start: number): Pattern {
    this.advance();
    if (this.accept(T.RPAR)) return { kind: 'MatchSequence', start, end: this.end(), patterns: [] };
    const first = this.#maybeStar();
    if (this.kind === T.COMMA) {
      this.advance();
      const patterns = [first, ...this.#sequence(T.RPAR)];
      return { kind: 'MatchSequence', start, end: this.end(), patterns };
    }
    if (first.kind === 'MatchStar') this.fail();
    this.expect(T.RPAR);
    return first;
  }

  /** maybe_sequence_pattern and the bracket that closes it */
  #sequence(close: T): Pattern[] {
    const patterns: Pattern[] = [];
    while (this.kind !== close && this.#startsPattern()) {
      patterns.push(this.#maybeStar());
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(close);
    return patterns;
  }

  #mapping(start: number): Pattern {
    const keys: Expr[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    this.advance();
    while (this.kind !== T.RBRACE) {
      if (this.accept(T.DOUBLESTAR)) {
        rest = this.#target();
        this.accept(T.COMMA);
        break;
      }
      keys.push(this.#key());
      this.expect(T.COLON);
      patterns.push(this.#pattern());
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RBRACE);
    return { kind: 'MatchMapping', start, end: this.end(), keys, patterns, rest };
  }

  #key(): Expr {
    const start = this.start();
    if (this.kind !== T.NAME) return this.#literal();
    let value: Expr = { kind: 'Name', start, end: this.tokenEnd(), id: this.name(), ctx: 'Load' };
    if (this.peek(0) !== T.DOT) this.fail();
    while (this.accept(T.DOT)) {
      const attr = this.name();
      value = { kind: 'Attribute', start, end: this.end(), value, attr, ctx: 'Load' };
    }
    return value;
  }

  #missingPattern(): Pattern {
    const { start, end } = this.missing();
    return { kind: 'MatchAs', start, end, pattern: null, name: null };
  }

  #startsPattern(): boolean {
    switch (this.kind) {
      case T.NAME: case T.NUMBER: case T.STRING: case T.FSTRING_START: case T.TSTRING_START:
      case T.NONE: case T.TRUE: case T.FALSE: case T.MINUS: case T.PLUS: case T.STAR:
      case T.LPAR: case T.LSQB: case T.LBRACE:
        return true;
      default:
        return false;
    }
  }
}

function isComplex(number: Expr): boolean {
  return number.kind === 'Constant' && number.value.type === 'complex';
}
