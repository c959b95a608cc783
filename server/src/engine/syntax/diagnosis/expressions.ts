import { T } from '../tokens.ts';
import { numberValue } from '../numbers.ts';
import { exprName, invalidTarget } from './names.ts';
import type { TargetsType } from './names.ts';
import { Raised } from './peg.ts';
import type { Found, Rule } from './peg.ts';
import { R } from './rules.ts';
import { StringRules } from './strings.ts';

const EQUALS_MEANT = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
const NOT_AFTER_OPERATOR = "'not' after an operator must be parenthesized";
const SOFT_KEYWORDS: readonly (readonly [word: string, since: number])[] = [
  ['_', 0], ['case', 0], ['match', 0], ['type', 12], ['lazy', 15],
];

/** The rules of expressions: operators down to primaries. */
export abstract class ExpressionRules extends StringRules {
  protected abstract atom(): Found | null;
  protected abstract genexp(): Found | null;
  protected abstract isPlainDisplay(): boolean;
  protected abstract arguments(): Found | null;
  protected abstract lambdaParams(): Found | null;
  protected abstract simpleStmt(): Found | null;
  protected abstract starredExpression(): Found | null;

  /** annotated_rhs: yield_expr | star_expressions */
  protected annotatedRhs(): Found | null {
    return this.yieldExpr() ?? this.starExpressions();
  }

  protected yieldExpr(): Found | null {
    const { mark } = this;
    if (!this.token(T.YIELD)) return null;
    const from = this.alt(() => this.token(T.FROM) && this.expression());
    if (from !== null) return this.node('YieldFrom', mark);
    this.opt(() => this.starExpressions());
    return this.node('Yield', mark);
  }

  protected expressions(): Found | null {
    return this.#sequence(() => this.expression());
  }

  protected starExpressions(): Found | null {
    return this.#sequence(() => this.starExpression());
  }

  /** One, or several with commas: a tuple. */
  #sequence(element: Rule): Found | null {
    const { mark } = this;
    const elements = this.list(element);
    if (elements === null) return null;
    if (this.token(T.COMMA) === null && elements.length === 1) return elements[0]!;
    return this.node('Tuple', mark, elements);
  }

  protected starExpression(): Found | null {
    return this.memo(R.starExpression, () => this.starredOr() ?? this.expression());
  }

  /** '*' bitwise_or */
  protected starredOr(): Found | null {
    const { mark } = this;
    return this.alt(() => {
      const value = this.token(T.STAR) && this.bitwiseOr();
      return value && this.node('Starred', mark, [value]);
    });
  }

  protected starNamedExpressions(): Found[] | null {
    const elements = this.list(() => this.starNamedExpression());
    if (elements !== null) this.opt(() => this.token(T.COMMA));
    return elements;
  }

  protected starNamedExpression(): Found | null {
    return this.starredOr() ?? this.namedExpression();
  }

  protected assignmentExpression(): Found | null {
    const { mark } = this;
    return this.alt(() => {
      const isFound = this.name() && this.token(T.COLONEQUAL) && this.expression();
      return isFound && this.node('NamedExpr', mark);
    });
  }

  protected namedExpression(): Found | null {
    return this.assignmentExpression() ?? this.invalid(() => this.#invalidNamedExpression()) ?? this.plainExpression();
  }

  /** expression !':=' */
  protected plainExpression(): Found | null {
    return this.alt(() => {
      const expression = this.expression();
      return expression && !this.sees(T.COLONEQUAL) && expression;
    });
  }

  #invalidNamedExpression(): Found | null {
    return this.memo(R.invalidNamedExpression, () => {
      this.alt(() => {
        const a = this.expression();
        const isFound = a && this.token(T.COLONEQUAL) && this.expression();
        return isFound && this.raiseOver(a!, `cannot use assignment expressions with ${exprName(a!)}`);
      });
      this.alt(() => {
        const a = this.name();
        const b = a && this.token(T.EQUAL) && this.bitwiseOr();
        return b && !this.sees(T.EQUAL, T.COLONEQUAL) && this.raiseOver(a!, EQUALS_MEANT, b);
      });
      return this.alt(() => {
        if (this.isPlainDisplay()) return null;
        const a = this.bitwiseOr();
        const isFound = a && this.token(T.EQUAL) && this.bitwiseOr() && !this.sees(T.EQUAL, T.COLONEQUAL);
        if (!isFound) return null;
        this.raiseOver(a, `cannot assign to ${exprName(a)} here. Maybe you meant '==' instead of '='?`);
      });
    });
  }

  protected expression(): Found | null {
    return this.memo(R.expression, () => {
      if (this.minor >= 15) this.invalid(() => this.#invalidIfExpression());
      this.invalid(() => this.#invalidExpression());
      this.invalid(() => this.#invalidLegacyExpression());
      return this.expressionWithoutInvalid();
    });
  }

  /** The right alternatives of expression. */
  protected expressionWithoutInvalid(): Found | null {
    return this.ifExpression() ?? this.disjunction() ?? this.#lambdef();
  }

  protected ifExpression(): Found | null {
    const { mark } = this;
    return this.alt(() => {
      const isFound =
        this.disjunction() && this.token(T.IF) && this.disjunction() && this.token(T.ELSE) && this.expression();
      return isFound && this.node('IfExp', mark);
    });
  }

  #lambdef(): Found | null {
    const { mark } = this;
    return this.alt(() => {
      if (!this.token(T.LAMBDA)) return null;
      this.opt(() => this.lambdaParams());
      return this.token(T.COLON) && this.expression() && this.node('Lambda', mark);
    });
  }

  #invalidIfExpression(): null {
    const head = (): Found | null =>
      this.disjunction() && this.token(T.IF) && this.disjunction() && this.token(T.ELSE);
    this.alt(() => {
      const star = head() && this.token(T.STAR);
      return star && this.raiseOver(star, 'cannot unpack only part of a conditional expression');
    });
    this.alt(() => {
      const stars = head() && this.token(T.DOUBLESTAR);
      return stars && this.raiseOver(stars, 'cannot use dict unpacking on only part of a conditional expression');
    });
    return null;
  }

  /** An action that finds nothing to say ends the rule, hence the returns. */
  #invalidExpression(): null {
    if (this.minor >= 14) this.alt(() => this.#brokenString());
    const { mark } = this;
    const isExempt = this.ahead(() => this.alt(() => this.name() && this.token(T.STRING)) ?? this.softKeyword());
    const a = isExempt ? null : this.disjunction();
    const b = a && this.#withoutInvalid(() => this.expressionWithoutInvalid());
    if (a && b) {
      if (isLegacyStatement(a) || this.#levelBefore(this.mark) === 0) return null;
      this.#raiseMissingComma(a, b);
    }
    this.mark = mark;
    this.alt(() => {
      const a = this.disjunction();
      const b = a && this.token(T.IF) && this.disjunction();
      return b && !this.sees(T.ELSE, T.COLON) && this.raiseOver(a!, "expected 'else' after 'if' expression", b);
    });
    if (this.minor >= 14) {
      this.alt(() => {
        const head = this.disjunction() && this.token(T.IF) && this.disjunction() && this.token(T.ELSE);
        if (!head || this.ahead(() => this.expression())) return null;
        this.raiseOnNext("expected expression after 'else', but statement is given");
      });
      this.alt(() => {
        const a = this.oneOf(T.PASS, T.BREAK, T.CONTINUE);
        const isFound = a && this.token(T.IF) && this.disjunction() && this.token(T.ELSE) && this.simpleStmt();
        return isFound && this.raiseOver(a!, "expected expression before 'if', but statement is given");
      });
    }
    if (this.minor >= 12) {
      this.alt(() => {
        const a = this.token(T.LAMBDA);
        if (a === null) return null;
        this.opt(() => this.lambdaParams());
        const b = this.token(T.COLON);
        if (b === null || !this.sees(T.FSTRING_MIDDLE, T.TSTRING_MIDDLE)) return null;
        const letter = this.sees(T.FSTRING_MIDDLE) ? 'f' : 't';
        this.raiseOver(a, `${letter}-string: lambda expressions are not allowed without parentheses`, b);
      });
    }
    return null;
  }

  #raiseMissingComma(a: Found, b: Found): never {
    const message = 'invalid syntax. Perhaps you forgot a comma?';
    const { lines } = this.stream;
    const endLine = lines.line(a.end);
    if (this.minor < 15 || endLine === lines.line(a.start)) this.raiseOver(a, message, b);
    const column = Math.min(lines.characters(a.start), lines.characters(lines.end(endLine))) + 1;
    throw new Raised(this.problem('SyntaxError', message, endLine, column, endLine, lines.characters(a.end) + 1));
  }

  #brokenString(): null {
    if (!this.token(T.STRING)) return null;
    const inner = this.some(() =>
      this.sees(T.STRING) ? null : this.#withoutInvalid(() => this.expressionWithoutInvalid()),
    );
    if (inner === null || !this.token(T.STRING)) return null;
    this.raiseOver(inner[0]!, 'invalid syntax. Is this intended to be part of the string?', inner.at(-1)!);
  }

  #invalidLegacyExpression(): null {
    const a = this.name();
    if (a === null || this.sees(T.LPAR)) return null;
    const b = this.starExpressions();
    if (b === null || !isLegacyStatement(a)) return null;
    this.raiseOver(a, `Missing parentheses in call to '${a.text}'. Did you mean ${a.text}(...)?`, b);
  }

  #withoutInvalid(rule: Rule): Found | null {
    const before = this.callsInvalidRules;
    this.callsInvalidRules = false;
    const found = this.alt(rule);
    this.callsInvalidRules = before;
    return found;
  }

  protected softKeyword(): Found | null {
    return this.alt(() => {
      const name = this.name();
      const isSoft = name && SOFT_KEYWORDS.some(([word, since]) => {
        // Before 3.14 CPython compares only as many letters as the name has.
        return this.minor >= since && (word === name.text || (this.minor < 14 && word.startsWith(name.text)));
      });
      return isSoft ? name : null;
    });
  }

  /** How many brackets are open after the token before `mark`. */
  #levelBefore(mark: number): number {
    let level = 0;
    for (let i = 0; i < mark; i++) {
      const kind = this.stream.tokens.kinds[i] as T;
      if (kind === T.LPAR || kind === T.LSQB || kind === T.LBRACE) level++;
      else if (kind === T.RPAR || kind === T.RSQB || kind === T.RBRACE) level--;
    }
    return level;
  }

  // operators

  protected disjunction(): Found | null {
    return this.memo(R.disjunction, () => this.#chain('BoolOp', () => this.#conjunction(), T.OR));
  }

  #conjunction(): Found | null {
    return this.memo(R.conjunction, () => this.#chain('BoolOp', () => this.inversion(), T.AND));
  }

  /** An operand, then more of them behind operators. */
  #chain(kind: Found['kind'], operand: Rule, ...operators: readonly T[]): Found | null {
    const { mark } = this;
    const first = operand();
    if (first === null) return null;
    const rest = this.many(() => this.oneOf(...operators) && operand());
    return rest.length === 0 ? first : this.node(kind, mark);
  }

  protected inversion(): Found | null {
    return this.memo(R.inversion, () => {
      const { mark } = this;
      const not = this.alt(() => this.token(T.NOT) && this.inversion());
      return not ? this.node('UnaryOp', mark) : this.#comparison();
    });
  }

  #comparison(): Found | null {
    const { mark } = this;
    const left = this.bitwiseOr();
    if (left === null) return null;
    const operators = this.many(() => this.#comparePair());
    return operators.length === 0 ? left : this.node('Compare', mark, [left], operators[0]!.text);
  }

  #comparePair(): Found | null {
    const operator = this.#compareOperator();
    return operator && this.bitwiseOr() && operator;
  }

  #compareOperator(): Found | null {
    if (this.minor >= 14) this.invalid(() => this.#invalidNoteq());
    if (this.sees(T.NOTEQUAL) && this.source[this.currentToken().start] !== '!') return null;
    const simple = this.oneOf(T.EQEQUAL, T.NOTEQUAL, T.LESSEQUAL, T.LESS, T.GREATEREQUAL, T.GREATER);
    if (simple !== null) return simple;
    if (this.token(T.NOT)) return this.token(T.IN);
    const isIn = this.token(T.IN);
    if (isIn !== null) return { ...isIn, text: 'In' };
    const is = this.token(T.IS);
    if (is !== null) this.token(T.NOT);
    return is;
  }

  #invalidNoteq(): null {
    const a = this.token(T.LESS);
    const b = a && this.token(T.GREATER);
    if (!b || a!.end !== b.start) return null;
    this.raiseOver(a!, "invalid syntax.  Maybe you meant '!=' instead of '<>'?", b);
  }

  protected bitwiseOr(): Found | null {
    return this.memo(R.bitwiseOr, () => this.#chain('BinOp', () => this.#bitwiseXor(), T.VBAR));
  }

  #bitwiseXor(): Found | null {
    return this.memo(R.bitwiseXor, () => this.#chain('BinOp', () => this.#bitwiseAnd(), T.CIRCUMFLEX));
  }

  #bitwiseAnd(): Found | null {
    return this.memo(R.bitwiseAnd, () => this.#chain('BinOp', () => this.#shiftExpr(), T.AMPER));
  }

  #shiftExpr(): Found | null {
    return this.memo(R.shiftExpr, () => {
      if (this.minor >= 13) this.invalid(() => this.#invalidArithmetic());
      return this.#chain('BinOp', () => this.#sum(), T.LEFTSHIFT, T.RIGHTSHIFT);
    });
  }

  #invalidArithmetic(): null {
    if (!this.#sum()) return null;
    if (!this.oneOf(T.PLUS, T.MINUS, T.STAR, T.SLASH, T.PERCENT, T.DOUBLESLASH, T.AT)) return null;
    const a = this.token(T.NOT);
    const b = a && this.inversion();
    return b && this.raiseOver(a!, NOT_AFTER_OPERATOR, b);
  }

  #sum(): Found | null {
    return this.memo(R.sum, () => this.#chain('BinOp', () => this.#term(), T.PLUS, T.MINUS));
  }

  #term(): Found | null {
    return this.memo(R.term, () => {
      if (this.minor >= 13) this.invalid(() => this.#invalidFactor());
      return this.#chain('BinOp', () => this.#factor(), T.STAR, T.SLASH, T.DOUBLESLASH, T.PERCENT, T.AT);
    });
  }

  #invalidFactor(): null {
    if (!this.oneOf(T.PLUS, T.MINUS, T.TILDE)) return null;
    const a = this.token(T.NOT);
    const b = a && this.#factor();
    return b && this.raiseOver(a!, NOT_AFTER_OPERATOR, b);
  }

  #factor(): Found | null {
    return this.memo(R.factor, () => {
      const { mark } = this;
      const signed = this.alt(() => this.oneOf(T.PLUS, T.MINUS, T.TILDE) && this.#factor());
      return signed ? this.node('UnaryOp', mark) : this.#power();
    });
  }

  #power(): Found | null {
    const { mark } = this;
    const base = this.#awaitPrimary();
    if (base === null) return null;
    const exponent = this.alt(() => this.token(T.DOUBLESTAR) && this.#factor());
    return exponent ? this.node('BinOp', mark) : base;
  }

  #awaitPrimary(): Found | null {
    return this.memo(R.awaitPrimary, () => {
      const { mark } = this;
      const awaited = this.alt(() => this.token(T.AWAIT) && this.primary());
      return awaited ? this.node('Await', mark) : this.primary();
    });
  }

  protected primary(): Found | null {
    return this.memo(R.primary, () => {
      const { mark } = this;
      let value = this.atom();
      for (let next = value; next !== null; next = this.trailer(mark)) value = next;
      return value;
    });
  }

  /** What makes a longer primary of the one that started at `mark`. */
  protected trailer(mark: number): Found | null {
    if (this.alt(() => this.token(T.DOT) && this.name())) return this.node('Attribute', mark);
    if (this.alt(() => this.genexp())) return this.node('Call', mark);
    const call = this.alt(() => this.token(T.LPAR) && this.opt(() => this.arguments()) && this.token(T.RPAR));
    if (call !== null) return this.node('Call', mark);
    const subscript = this.alt(() => this.token(T.LSQB) && this.slices() && this.token(T.RSQB));
    return subscript && this.node('Subscript', mark);
  }

  protected slices(): Found | null {
    const one = this.alt(() => {
      const slice = this.#slice();
      return slice && !this.sees(T.COMMA) && slice;
    });
    if (one !== null) return one;
    const many = this.list(() => this.#slice() ?? this.starredExpression());
    return many && this.opt(() => this.token(T.COMMA));
  }

  #slice(): Found | null {
    const slice = this.alt(() => {
      this.opt(() => this.expression());
      if (!this.token(T.COLON)) return null;
      this.opt(() => this.expression());
      return this.opt(() => this.token(T.COLON) && this.opt(() => this.expression()));
    });
    return slice ?? this.namedExpression();
  }

  /** NUMBER */
  protected number(): Found | null {
    const { mark } = this;
    const token = this.token(T.NUMBER);
    if (token === null) return null;
    const text = this.source.slice(token.start, token.end);
    const value = numberValue(text);
    if (value === null) {
      const digits = text.replaceAll('_', '').length;
      this.raise(
        `Exceeds the limit (4300 digits) for integer string conversion: value has ${digits} digits; use ` +
          'sys.set_int_max_str_digits() to increase the limit - ' +
          'Consider hexadecimal for huge integer literals to avoid decimal conversion limits.',
      );
    }
    return this.node('Constant', mark, [], value.type);
  }

  /** RAISE_SYNTAX_ERROR_INVALID_TARGET */
  protected raiseInvalidTarget(type: TargetsType, found: Found): null {
    const invalid = invalidTarget(found, type);
    if (invalid === null) return null;
    this.raiseOver(invalid, `cannot ${type === 'del' ? 'delete' : 'assign to'} ${exprName(invalid)}`);
  }
}

/** Mirrors _PyPegen_check_legacy_stmt(). */
function isLegacyStatement(found: Found): boolean {
  return found.kind === 'Name' && (found.text === 'print' || found.text === 'exec');
}

