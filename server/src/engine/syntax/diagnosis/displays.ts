import { T } from '../tokens.ts';
import { ExpressionRules } from './expressions.ts';
import type { Found } from './peg.ts';

const COMPREHENSION_TARGET = 'did you forget parentheses around the comprehension target?';

/** The rules of atoms: brackets and comprehensions. */
export abstract class DisplayRules extends ExpressionRules {
  protected abstract starTargets(): Found | null;

  protected atom(): Found | null {
    const { mark } = this;
    const name = this.name();
    if (name !== null) return name;
    for (const [kind, text] of [[T.TRUE, 'True'], [T.FALSE, 'False'], [T.NONE, 'None']] as const) {
      if (this.token(kind)) return this.node('Constant', mark, [], text);
    }
    if (this.seesString()) return this.strings();
    if (this.sees(T.NUMBER)) return this.number();
    const isNew = this.minor >= 15;
    if (this.sees(T.LPAR)) {
      if (isNew) return this.genexp() ?? this.tuple() ?? this.#group();
      return this.tuple() ?? this.#group() ?? this.genexp();
    }
    if (this.sees(T.LSQB)) {
      return isNew ? this.#listcomp() ?? this.listDisplay() : this.listDisplay() ?? this.#listcomp();
    }
    if (this.sees(T.LBRACE)) {
      if (isNew) return this.#dictcomp() ?? this.#setcomp() ?? this.#dict() ?? this.#set();
      return this.#dict() ?? this.#set() ?? this.#dictcomp() ?? this.#setcomp();
    }
    return this.token(T.ELLIPSIS) && this.node('Constant', mark, [], 'Ellipsis');
  }

  /** list | tuple | genexp | 'True' | 'None' | 'False' */
  protected isPlainDisplay(): boolean {
    if (this.sees(T.LSQB)) return this.ahead(() => this.listDisplay());
    if (this.sees(T.LPAR)) return this.ahead(() => this.tuple() ?? this.genexp());
    return this.sees(T.TRUE, T.NONE, T.FALSE);
  }

  #group(): Found | null {
    const group = this.alt(() => {
      const inner = this.token(T.LPAR) && (this.yieldExpr() ?? this.namedExpression());
      return inner && this.token(T.RPAR) && inner;
    });
    return group ?? this.invalid(() => this.#invalidGroup());
  }

  #invalidGroup(): null {
    this.alt(() => {
      const a = this.token(T.LPAR) && this.starredExpression();
      return a && this.token(T.RPAR) && this.raiseOver(a, 'cannot use starred expression here');
    });
    this.alt(() => {
      const a = this.token(T.LPAR) && this.token(T.DOUBLESTAR);
      const isFound = a && this.expression() && this.token(T.RPAR);
      return isFound && this.raiseOver(a!, 'cannot use double starred expression here');
    });
    return null;
  }

  protected tuple(): Found | null {
    const { mark } = this;
    return this.alt(() => {
      if (!this.token(T.LPAR)) return null;
      const elements: Found[] = [];
      this.alt(() => {
        const first = this.#sequenceElement();
        if (!first || !this.token(T.COMMA)) return null;
        elements.push(first, ...(this.#sequenceElements() ?? []));
        return first;
      });
      return this.token(T.RPAR) && this.node('Tuple', mark, elements);
    });
  }

  protected listDisplay(): Found | null {
    const { mark } = this;
    return this.alt(() => {
      if (!this.token(T.LSQB)) return null;
      const elements = this.#sequenceElements() ?? [];
      return this.token(T.RSQB) && this.node('List', mark, elements);
    });
  }

  #set(): Found | null {
    const { mark } = this;
    return this.alt(
      () => this.token(T.LBRACE) && this.#sequenceElements() && this.token(T.RBRACE) && this.node('Set', mark),
    );
  }

  /** star_named_expressions, and from 3.15 star_named_expressions_sequence */
  #sequenceElements(): Found[] | null {
    const elements = this.list(() => this.#sequenceElement());
    if (elements !== null) this.opt(() => this.token(T.COMMA));
    return elements;
  }

  #sequenceElement(): Found | null {
    if (this.minor >= 15) {
      this.invalid(() => {
        const stars = this.token(T.DOUBLESTAR);
        return stars && this.bitwiseOr() && this.raiseOver(stars, 'cannot use dict unpacking here');
      });
      this.invalid(() => this.invalidStarredUnpacking());
    }
    return this.starNamedExpression();
  }

  /** invalid_starred_expression_unpacking, 3.13+ */
  protected invalidStarredUnpacking(): null {
    if (this.minor >= 15) {
      this.alt(() => {
        const a = this.token(T.STAR);
        const b = a && this.ifExpression();
        const hint = 'Did you forget to wrap the conditional expression in parentheses?';
        return b && this.raiseOver(a!, `invalid starred expression. ${hint}`, b);
      });
    }
    this.alt(() => {
      const a = this.token(T.STAR);
      const b = a && this.expression() && this.token(T.EQUAL) && this.expression();
      return b && this.raiseOver(a!, 'cannot assign to iterable argument unpacking', b);
    });
    return null;
  }

  // dicts

  #dict(): Found | null {
    const { mark } = this;
    const dict = this.alt(() => {
      if (!this.token(T.LBRACE)) return null;
      if (this.list(() => this.#dictEntry())) this.opt(() => this.token(T.COMMA));
      return this.token(T.RBRACE) && this.node('Dict', mark);
    });
    // CPython tries this in the first pass too.
    return dict ?? this.alt(() => this.token(T.LBRACE) && this.#invalidDictEntries());
  }

  #dictEntry(): Found | null {
    return this.alt(() => this.token(T.DOUBLESTAR) && this.bitwiseOr()) ?? this.#keyValue();
  }

  #keyValue(): Found | null {
    return this.alt(() => this.expression() && this.token(T.COLON) && this.expression());
  }

  /** invalid_double_starred_kvpairs */
  #invalidDictEntries(): null {
    const isNew = this.minor >= 15;
    if (isNew) this.invalid(() => this.#invalidUnpacking());
    this.alt(() => {
      if (!this.list(() => this.#dictEntry()) || !this.token(T.COMMA)) return null;
      if (!isNew) return this.#invalidKeyValue();
      this.invalid(() => this.#invalidKeyValue());
      return this.invalid(() => this.#invalidUnpacking());
    });
    if (!isNew) this.alt(() => this.#starredValue());
    this.alt(() => this.#missingValue());
    return null;
  }

  #invalidKeyValue(): null {
    this.alt(() => {
      const a = this.expression();
      if (a === null || this.sees(T.COLON)) return null;
      this.raiseAfter(a, "':' expected after dictionary key");
    });
    this.alt(() => this.#starredValue());
    this.alt(() => this.#missingValue());
    return null;
  }

  #starredValue(): null {
    if (!this.expression() || !this.token(T.COLON)) return null;
    const star = this.alt(() => {
      const a = this.token(T.STAR);
      return a && this.bitwiseOr() && a;
    });
    if (star !== null) this.raiseFrom(star, 'cannot use a starred expression in a dictionary value');
    if (this.minor < 15) return null;
    const stars = this.token(T.DOUBLESTAR);
    return stars && this.bitwiseOr() && this.raiseFrom(stars, 'cannot use dict unpacking in a dictionary value');
  }

  #missingValue(): null {
    const colon = this.expression() && this.token(T.COLON);
    if (!colon || !this.sees(T.RBRACE, T.COMMA)) return null;
    this.raiseOver(colon, "expression expected after dictionary key and ':'");
  }

  /** invalid_kvpair_unpacking, 3.15+ */
  #invalidUnpacking(): null {
    this.alt(() => {
      const a = this.token(T.DOUBLESTAR);
      const b = a && this.ifExpression();
      const hint = 'Did you forget to wrap the conditional expression in parentheses?';
      return b && this.raiseOver(a!, `invalid double starred expression. ${hint}`, b);
    });
    for (const [kind, what] of [[T.STAR, 'a starred expression'], [T.DOUBLESTAR, 'dict unpacking']] as const) {
      this.alt(() => {
        const a = this.token(kind);
        const b = a && this.bitwiseOr();
        const isFound = b && this.token(T.COLON) && this.expression();
        return isFound && this.raiseOver(a!, `cannot use ${what} in a dictionary key`, b!);
      });
    }
    for (const [kind, what] of [[T.STAR, 'a starred expression'], [T.DOUBLESTAR, 'dict unpacking']] as const) {
      this.alt(() => {
        const a = this.expression() && this.token(T.COLON) && this.token(kind);
        const b = a && this.bitwiseOr();
        return b && this.raiseOver(a!, `cannot use ${what} in a dictionary value`, b);
      });
    }
    return null;
  }

  // comprehensions

  #listcomp(): Found | null {
    return this.#comprehension('ListComp', T.LSQB, T.RSQB) ?? this.invalid(() => this.#invalidComprehension());
  }

  #setcomp(): Found | null {
    return this.#comprehension('SetComp', T.LBRACE, T.RBRACE) ?? this.invalid(() => this.#invalidComprehension());
  }

  #comprehension(kind: Found['kind'], open: T, close: T): Found | null {
    const { mark } = this;
    return this.alt(() => {
      if (!this.token(open)) return null;
      const element = this.minor >= 15 ? this.starNamedExpression() : this.namedExpression();
      return element && this.forIfClauses() && this.token(close) && this.node(kind, mark);
    });
  }

  protected genexp(): Found | null {
    const { mark } = this;
    const genexp = this.alt(() => {
      if (!this.token(T.LPAR)) return null;
      let element = this.assignmentExpression() ?? this.plainExpression();
      if (this.minor >= 15) element ??= this.starredExpression();
      return element && this.forIfClauses() && this.token(T.RPAR) && this.node('GeneratorExp', mark);
    });
    return genexp ?? this.invalid(() => this.#invalidComprehension());
  }

  #dictcomp(): Found | null {
    const { mark } = this;
    const dictcomp = this.alt(() => {
      const isFound = this.token(T.LBRACE) && this.#keyValue() && this.forIfClauses() && this.token(T.RBRACE);
      return isFound && this.node('DictComp', mark);
    });
    if (dictcomp !== null) return dictcomp;
    if (this.minor >= 15) {
      return this.alt(() => {
        const isFound = this.token(T.LBRACE) && this.token(T.DOUBLESTAR) && this.expression();
        return isFound && this.forIfClauses() && this.token(T.RBRACE) && this.node('DictComp', mark);
      });
    }
    return this.invalid(() => {
      const a = this.token(T.LBRACE) && this.token(T.DOUBLESTAR);
      const isFound = a && this.bitwiseOr() && this.forIfClauses() && this.token(T.RBRACE);
      return isFound && this.raiseOver(a!, 'dict unpacking cannot be used in dict comprehension');
    });
  }

  #invalidComprehension(): null {
    if (this.minor >= 15) {
      for (const [open, what] of [[T.LSQB, 'list comprehension'], [T.LPAR, 'generator expression']] as const) {
        this.alt(() => {
          const a = this.token(open) && this.token(T.DOUBLESTAR);
          const b = a && this.expression();
          return b && this.forIfClauses() && this.raiseOver(a!, `cannot use dict unpacking in ${what}`, b);
        });
      }
    } else {
      this.alt(() => {
        const a = this.oneOf(T.LSQB, T.LPAR, T.LBRACE) && this.starredExpression();
        return a && this.forIfClauses() && this.raiseOver(a, 'iterable unpacking cannot be used in comprehension');
      });
    }
    this.alt(() => {
      const a = this.oneOf(T.LSQB, T.LBRACE) && this.starNamedExpression();
      const b = a && this.token(T.COMMA) && this.starNamedExpressions();
      return b && this.forIfClauses() && this.raiseOver(a!, COMPREHENSION_TARGET, b.at(-1)!);
    });
    this.alt(() => {
      const a = this.oneOf(T.LSQB, T.LBRACE) && this.starNamedExpression();
      const b = a && this.token(T.COMMA);
      return b && this.forIfClauses() && this.raiseOver(a!, COMPREHENSION_TARGET, b);
    });
    return null;
  }

  /** for_if_clauses; answers the last item of the last clause. */
  protected forIfClauses(): Found | null {
    return this.some(() => this.#forIfClause())?.at(-1) ?? null;
  }

  #forIfClause(): Found | null {
    const { mark } = this;
    this.token(T.ASYNC);
    if (this.token(T.FOR) && this.starTargets() && this.token(T.IN)) {
      // Past `in` there is no other alternative.
      let last = this.disjunction();
      if (last === null) return null;
      for (;;) {
        const condition = this.alt(() => this.token(T.IF) && this.disjunction());
        if (condition === null) return last;
        last = condition;
      }
    }
    this.mark = mark;
    // 3.13 has this among the right alternatives.
    if (this.minor === 13) this.alt(() => this.#missingIn());
    if (this.minor >= 14) this.invalid(() => this.#missingIn());
    return this.invalid(() => this.invalidForTarget());
  }

  /** invalid_for_if_clause */
  #missingIn(): null {
    this.token(T.ASYNC);
    if (!this.token(T.FOR) || !this.list(() => this.bitwiseOr())) return null;
    this.token(T.COMMA);
    if (this.sees(T.IN)) return null;
    this.raise("'in' expected after for-loop variables");
  }

  protected invalidForTarget(): null {
    this.token(T.ASYNC);
    const a = this.token(T.FOR) && this.starExpressions();
    return a && this.raiseInvalidTarget('for', a);
  }
}
