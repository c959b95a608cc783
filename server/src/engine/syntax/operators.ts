import { StringParser } from './strings.ts';
import { T } from './tokens.ts';
import type { BoolOperator, CmpOperator, Expr, Operator, UnaryOperator } from './tree.ts';

/** How tightly a binary operator binds, by token kind; 0 for every other token. */
const PRECEDENCE = new Uint8Array(256);
const OPERATORS: readonly Operator[] = [
  'BitOr', 'BitXor', 'BitAnd', 'LShift', 'RShift', 'Add', 'Sub', 'Mult', 'Div', 'FloorDiv', 'Mod', 'MatMult', 'Pow',
];
[1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 6, 6].forEach((precedence, i) => { PRECEDENCE[T.VBAR + i] = precedence; });

/** Parses operators, from `or` down to `**`. */
export abstract class OperatorParser extends StringParser {
  protected abstract primary(): Expr;

  protected disjunction(): Expr {
    const start = this.start();
    const first = this.#conjunction();
    if (this.kind !== T.OR) return first;
    const values = [first];
    while (this.accept(T.OR)) values.push(this.#conjunction());
    return this.#boolOp('Or', start, values);
  }

  #conjunction(): Expr {
    const start = this.start();
    const first = this.#inversion();
    if (this.kind !== T.AND) return first;
    const values = [first];
    while (this.accept(T.AND)) values.push(this.#inversion());
    return this.#boolOp('And', start, values);
  }

  #boolOp(op: BoolOperator, start: number, values: Expr[]): Expr {
    return { kind: 'BoolOp', start, end: this.end(), op, values };
  }

  #inversion(): Expr {
    if (this.kind !== T.NOT) return this.#comparison();
    return this.#unaryOp('Not', () => this.#inversion());
  }

  #unaryOp(op: UnaryOperator, read: () => Expr): Expr {
    if (!this.descend()) return this.missing();
    const start = this.start();
    this.advance();
    const operand = read();
    this.ascend();
    return { kind: 'UnaryOp', start, end: this.end(), op, operand };
  }

  #comparison(): Expr {
    const start = this.start();
    const left = this.binary(1);
    let op = this.#compareOperator();
    if (op === null) return left;
    const ops: CmpOperator[] = [];
    const comparators: Expr[] = [];
    while (op !== null) {
      ops.push(op);
      comparators.push(this.binary(1));
      op = this.#compareOperator();
    }
    return { kind: 'Compare', start, end: this.end(), left, ops, comparators };
  }

  /** Takes a comparison operator, if one stands here. */
  #compareOperator(): CmpOperator | null {
    let op: CmpOperator;
    switch (this.kind) {
      case T.EQEQUAL: op = 'Eq'; break;
      case T.NOTEQUAL:
        if (this.source[this.start()] !== '!') return null;
        op = 'NotEq';
        break;
      case T.LESS: op = 'Lt'; break;
      case T.LESSEQUAL: op = 'LtE'; break;
      case T.GREATER: op = 'Gt'; break;
      case T.GREATEREQUAL: op = 'GtE'; break;
      case T.IN: op = 'In'; break;
      case T.IS:
        this.advance();
        return this.accept(T.NOT) ? 'IsNot' : 'Is';
      case T.NOT:
        if (this.peek(1) !== T.IN) return null;
        this.advance();
        op = 'NotIn';
        break;
      default: return null;
    }
    this.advance();
    return op;
  }

  /** bitwise_or and the operators that bind tighter, by precedence. */
  protected binary(least: number): Expr {
    const start = this.start();
    let left = this.#factor();
    for (;;) {
      const { kind } = this;
      const precedence = PRECEDENCE[kind]!;
      if (precedence < least || precedence === 0) return left;
      this.advance();
      const right = this.binary(precedence + 1);
      left = { kind: 'BinOp', start, end: this.end(), left, op: OPERATORS[kind - T.VBAR]!, right };
    }
  }

  protected bitwiseOr(): Expr {
    return this.binary(1);
  }

  #factor(): Expr {
    switch (this.kind) {
      case T.PLUS: return this.#unaryOp('UAdd', () => this.#factor());
      case T.MINUS: return this.#unaryOp('USub', () => this.#factor());
      case T.TILDE: return this.#unaryOp('Invert', () => this.#factor());
      default: return this.#power();
    }
  }

  #power(): Expr {
    const start = this.start();
    let left: Expr;
    if (this.kind === T.AWAIT) {
      this.advance();
      const value = this.primary();
      left = { kind: 'Await', start, end: this.end(), value };
    } else {
      left = this.primary();
    }
    if (this.kind !== T.DOUBLESTAR) return left;
    if (!this.descend()) return this.missing();
    this.advance();
    const right = this.#factor();
    this.ascend();
    return { kind: 'BinOp', start, end: this.end(), left, op: 'Pow', right };
  }
}
