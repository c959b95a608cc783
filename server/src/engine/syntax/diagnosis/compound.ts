import { T } from '../tokens.ts';
import { exprName } from './names.ts';
import { DONE } from './peg.ts';
import type { Found, Rule } from './peg.ts';
import { R } from './rules.ts';
import { SimpleRules } from './simple.ts';

/** The rules of compound statements and of a whole file. */
export abstract class CompoundRules extends SimpleRules {
  /** file: [statements] ENDMARKER */
  file(): Found | null {
    this.statements();
    return this.token(T.ENDMARKER);
  }

  /** eval: expressions NEWLINE* ENDMARKER */
  eval(): Found | null {
    if (!this.expressions()) return null;
    this.many(() => this.token(T.NEWLINE));
    return this.token(T.ENDMARKER);
  }

  protected statements(): Found | null {
    return this.some(() => this.#compoundStmt() ?? this.simpleStmts())?.[0] ?? null;
  }

  #compoundStmt(): Found | null {
    const kind = this.current();
    const isDecorated = kind === T.AT;
    const isAsync = kind === T.ASYNC;
    let found: Found | null = null;
    if (kind === T.DEF || isDecorated || isAsync) found = this.#decorated(() => this.#functionDef());
    if (kind === T.IF) found = this.#if(T.IF);
    if (kind === T.CLASS || isDecorated) found ??= this.#decorated(() => this.#classDef());
    if (kind === T.WITH || isAsync) found ??= this.#with();
    if (kind === T.FOR || isAsync) found ??= this.#for();
    if (kind === T.TRY) found = this.#try();
    if (kind === T.WHILE) found = this.#while();
    return found ?? this.#match();
  }

  #block(): Found | null {
    return this.memo(R.block, () => {
      const indented = this.alt(
        () => this.token(T.NEWLINE) && this.token(T.INDENT) && this.statements() && this.token(T.DEDENT),
      );
      if (indented !== null) return indented;
      const simple = this.simpleStmts();
      if (simple !== null) return simple;
      return this.invalid(() => {
        if (this.token(T.NEWLINE) && !this.sees(T.INDENT)) this.raiseIndentation('expected an indented block');
        return null;
      });
    });
  }

  /** ':' block */
  #suite(): Found | null {
    return this.token(T.COLON) && this.#block();
  }

  /** ':' NEWLINE !INDENT, where a block has to follow. */
  #raiseMissingBlock(keyword: Found, what: string): null {
    if (!this.token(T.COLON) || !this.token(T.NEWLINE) || this.sees(T.INDENT)) return null;
    this.raiseIndentation(`expected an indented block after ${what} on line ${this.lineOf(keyword)}`);
  }

  #raiseMissingColon(): null {
    return this.token(T.NEWLINE) && this.raise("expected ':'");
  }

  #else(): Found {
    return this.opt(() => {
      this.invalid(() => {
        const a = this.token(T.ELSE);
        return a && this.#raiseMissingBlock(a, "'else' statement");
      });
      if (this.minor >= 14) {
        this.invalid(() => {
          const isFound = this.token(T.ELSE) && this.#suite() && this.token(T.ELIF);
          return isFound && this.raise("'elif' block follows an 'else' block");
        });
      }
      if (!this.token(T.ELSE)) return null;
      if (this.minor < 12) return this.forced(T.COLON, ':') && this.#block();
      return this.sees(T.COLON) ? this.#suite() : this.forced(T.COLON, ':');
    });
  }

  #if(keyword: T.IF | T.ELIF): Found | null {
    const name = keyword === T.IF ? "'if'" : "'elif'";
    this.invalid(() => this.token(keyword) && this.namedExpression() && this.#raiseMissingColon());
    this.invalid(() => {
      const a = this.token(keyword);
      const test = a && this.namedExpression();
      // CPython's rule for `if` names both the same, so the test gives the line.
      return test && this.#raiseMissingBlock(keyword === T.IF ? test : a!, `${name} statement`);
    });
    return (
      this.alt(() => this.token(keyword) && this.namedExpression() && this.#suite() && this.#if(T.ELIF)) ??
      this.alt(() => this.token(keyword) && this.namedExpression() && this.#suite() && this.#else())
    );
  }

  #while(): Found | null {
    this.invalid(() => this.token(T.WHILE) && this.namedExpression() && this.#raiseMissingColon());
    this.invalid(() => {
      const a = this.token(T.WHILE);
      return a && this.namedExpression() && this.#raiseMissingBlock(a, "'while' statement");
    });
    return this.alt(() => this.token(T.WHILE) && this.namedExpression() && this.#suite() && this.#else());
  }

  #for(): Found | null {
    const async = (): Found => this.opt(() => this.token(T.ASYNC));
    const head = (): Found | null => this.token(T.FOR) && this.starTargets() && this.token(T.IN) && this.starExpressions();
    this.invalid(() => async() && head() && this.#raiseMissingColon());
    this.invalid(() => {
      async();
      const a = this.sees(T.FOR) ? this.currentToken() : null;
      return head() && this.#raiseMissingBlock(a!, "'for' statement");
    });
    const { mark } = this;
    async();
    if (this.token(T.FOR) && this.starTargets() && this.token(T.IN)) {
      // Past `in` there is no other alternative.
      const found = this.starExpressions() && this.#suite() && this.#else();
      if (!found) this.mark = mark;
      return found;
    }
    this.mark = mark;
    return this.invalid(() => this.invalidForTarget());
  }

  // with

  #with(): Found | null {
    const async = (): Found => this.opt(() => this.token(T.ASYNC));
    const target = (): Found => this.opt(() => this.token(T.AS) && this.starTarget());
    const plain = (): Found[] | null => this.list(() => this.expression() && target());
    const inParens = (): Found | null => {
      if (!this.token(T.LPAR) || !this.list(() => this.expressions() && target())) return null;
      this.opt(() => this.token(T.COMMA));
      return this.token(T.RPAR);
    };
    for (const items of [plain, inParens]) {
      this.invalid(() => {
        async();
        const a = this.token(T.WITH);
        return a && items() && this.#raiseMissingBlock(a, "'with' statement");
      });
    }
    const found =
      this.alt(() => {
        async();
        if (!this.token(T.WITH) || !this.token(T.LPAR) || !this.list(() => this.#withItem())) return null;
        this.opt(() => this.token(T.COMMA));
        return this.token(T.RPAR) && this.#suite();
      }) ??
      this.alt(() => {
        async();
        return this.token(T.WITH) && this.list(() => this.#withItem()) && this.#suite();
      });
    if (found !== null) return found;
    return this.invalid(() => {
      if (this.minor >= 15) {
        this.alt(() => {
          const a = async() && this.token(T.WITH) && plain() && this.token(T.COMMA);
          return a && this.token(T.COLON) && this.raiseOver(a, "the last 'with' item has a trailing comma");
        });
      }
      this.alt(() => async() && this.token(T.WITH) && plain() && this.#raiseMissingColon());
      this.alt(() => async() && this.token(T.WITH) && inParens() && this.#raiseMissingColon());
      return null;
    });
  }

  #withItem(): Found | null {
    const ends = (): boolean => this.sees(T.COMMA, T.RPAR, T.COLON);
    return (
      this.alt(() => (this.expression() && this.token(T.AS) && this.starTarget() && ends() ? DONE : null)) ??
      this.invalid(() => {
        const a = this.expression() && this.token(T.AS) && this.expression();
        return a && ends() && this.raiseInvalidTarget('star', a);
      }) ??
      this.expression()
    );
  }

  // try

  #try(): Found | null {
    this.invalid(() => this.#invalidTry());
    const head = (): Found | null => this.token(T.TRY) && this.forced(T.COLON, ':') && this.#block();
    const rest = (): Found => {
      this.#else();
      return this.opt(() => this.#finally());
    };
    return (
      this.alt(() => head() && this.#finally()) ??
      this.alt(() => head() && this.some(() => this.#except()) && rest()) ??
      this.alt(() => head() && this.some(() => this.#exceptStar()) && rest())
    );
  }

  #invalidTry(): null {
    this.alt(() => {
      const a = this.token(T.TRY);
      return a && this.#raiseMissingBlock(a, "'try' statement");
    });
    this.alt(() => {
      if (!this.token(T.TRY) || !this.#suite() || this.sees(T.EXCEPT, T.FINALLY)) return null;
      this.raise("expected 'except' or 'finally' block");
    });
    const message = "cannot have both 'except' and 'except*' on the same 'try'";
    const head = (): Found | null => {
      if (!this.token(T.TRY) || !this.token(T.COLON)) return null;
      this.many(() => this.#block());
      return DONE;
    };
    this.alt(() => {
      if (!head() || !this.some(() => this.#except())) return null;
      const a = this.token(T.EXCEPT);
      const b = a && this.token(T.STAR);
      return b && this.expression() && this.#asName() && this.token(T.COLON) && this.raiseOver(a!, message, b);
    });
    this.alt(() => {
      if (!head() || !this.some(() => this.#exceptStar())) return null;
      const a = this.token(T.EXCEPT);
      if (a === null) return null;
      this.opt(() => this.expression() && this.#asName());
      return this.token(T.COLON) && this.raiseOver(a, message);
    });
    return null;
  }

  #asName(): Found {
    return this.opt(() => this.token(T.AS) && this.name());
  }

  #except(): Found | null {
    const keyword = (): Found | null => this.token(T.EXCEPT);
    this.invalid(() => this.#raiseMissingHandler(keyword, "'except' statement"));
    this.invalid(() => {
      const a = keyword();
      return a && this.#raiseMissingBlock(a, "'except' statement");
    });
    return (
      this.#handler(keyword) ??
      this.alt(() => keyword() && this.#suite()) ??
      this.invalid(() => this.#invalidExcept(keyword, 'except'))
    );
  }

  #exceptStar(): Found | null {
    const keyword = (): Found | null => {
      const token = this.token(T.EXCEPT);
      return token && this.token(T.STAR) && token;
    };
    this.invalid(() => this.#raiseMissingHandler(keyword, "'except*' statement"));
    return this.#handler(keyword) ?? this.invalid(() => this.#invalidExcept(keyword, 'except*'));
  }

  #raiseMissingHandler(keyword: Rule, what: string): null {
    const a = keyword();
    return a && this.expression() && this.#asName() && this.#raiseMissingBlock(a, what);
  }

  #handler(keyword: Rule): Found | null {
    if (this.minor < 14) {
      return this.alt(() => keyword() && this.expression() && this.#asName() && this.#suite());
    }
    return (
      this.alt(() => keyword() && this.expression() && this.#suite()) ??
      this.alt(() => keyword() && this.expression() && this.token(T.AS) && this.name() && this.#suite()) ??
      this.alt(() => keyword() && this.expressions() && this.#suite())
    );
  }

  /** invalid_except_stmt, and from 3.14 invalid_except_star_stmt. */
  #invalidExcept(keyword: Rule, what: string): null {
    const isNew = this.minor >= 14;
    const isStar = what === 'except*';
    // Before 3.14 one rule served both.
    const head = isNew ? keyword : (): Found | null => this.token(T.EXCEPT) && this.opt(() => this.token(T.STAR));
    this.alt(() => {
      const a = head() && this.expression();
      if (!a || !this.token(T.COMMA) || !this.expressions()) return null;
      if (isNew) {
        const isFound = this.token(T.AS) && this.name() && this.token(T.COLON);
        return isFound && this.raiseFrom(a, "multiple exception types must be parenthesized when using 'as'");
      }
      return this.#asName() && this.token(T.COLON) && this.raiseFrom(a, 'multiple exception types must be parenthesized');
    });
    this.alt(() => head() && this.expression() && this.#asName() && this.#raiseMissingColon());
    if (!isNew || !isStar) this.alt(() => this.token(T.EXCEPT) && this.#raiseMissingColon());
    if (!isNew || isStar) {
      this.alt(() => {
        const isFound = this.token(T.EXCEPT) && this.token(T.STAR) && this.oneOf(T.NEWLINE, T.COLON);
        return isFound && this.raise('expected one or more exception types');
      });
    }
    if (!isNew) return null;
    const a = keyword() && this.expression() && this.token(T.AS) && this.expression();
    return a && this.#suite() && this.raiseOver(a, `cannot use ${what} statement with ${exprName(a)}`);
  }

  #finally(): Found | null {
    this.invalid(() => {
      const a = this.token(T.FINALLY);
      return a && this.#raiseMissingBlock(a, "'finally' statement");
    });
    return this.alt(() => this.token(T.FINALLY) && this.forced(T.COLON, ':') && this.#block());
  }

  // match

  #match(): Found | null {
    const head = (): Found | null => this.word('match') && this.#subject();
    const found = this.alt(() => {
      const isFound = head() && this.token(T.COLON) && this.token(T.NEWLINE) && this.token(T.INDENT);
      return isFound && this.some(() => this.#case()) && this.token(T.DEDENT);
    });
    if (found !== null) return found;
    return this.invalid(() => {
      this.alt(() => head() && this.#raiseMissingColon());
      this.alt(() => {
        const a = this.word('match');
        return a && this.#subject() && this.#raiseMissingBlock(a, "'match' statement");
      });
      if (this.minor < 15) return null;
      const a = this.word('case');
      if (!a || !this.patterns()) return null;
      this.#guard();
      const b = this.token(T.COLON);
      return b && this.#block() && this.raiseOver(a, 'case statement must be inside match statement', b);
    });
  }

  #subject(): Found | null {
    const tuple = this.alt(() => {
      const isFound = this.starNamedExpression() && this.token(T.COMMA);
      return isFound && this.opt(() => this.starNamedExpressions() && DONE);
    });
    return tuple ?? this.namedExpression();
  }

  #guard(): Found {
    return this.opt(() => this.token(T.IF) && this.namedExpression());
  }

  #case(): Found | null {
    this.invalid(() => this.word('case') && this.patterns() && this.#guard() && this.#raiseMissingColon());
    this.invalid(() => {
      const a = this.word('case');
      return a && this.patterns() && this.#guard() && this.#raiseMissingBlock(a, "'case' statement");
    });
    return this.alt(() => this.word('case') && this.patterns() && this.#guard() && this.#suite());
  }

  // definitions

  #decorated(definition: Rule): Found | null {
    const decorator = (): Found | null => this.token(T.AT) && this.namedExpression() && this.token(T.NEWLINE);
    return this.alt(() => this.some(decorator) && definition()) ?? definition();
  }

  #functionDef(): Found | null {
    const async = (): Found => this.opt(() => this.token(T.ASYNC));
    const rest = (): Found => {
      this.opt(() => this.params());
      return DONE;
    };
    const returns = (): Found => this.opt(() => this.token(T.RARROW) && this.expression());
    this.invalid(() => {
      async();
      const a = this.token(T.DEF);
      if (!a || !this.name() || !this.#optTypeParams() || !this.token(T.LPAR)) return null;
      return rest() && this.token(T.RPAR) && returns() && this.#raiseMissingBlock(a, 'function definition');
    });
    const right = (isForced: boolean): Found | null => {
      const expect = (kind: T, text: string): Found | null => (isForced ? this.forced(kind, text) : this.token(kind));
      async();
      if (!this.token(T.DEF) || !this.name() || !this.#optTypeParams() || !expect(T.LPAR, '(')) return null;
      return rest() && this.token(T.RPAR) && returns() && expect(T.COLON, ':') && this.#block();
    };
    const isForced = this.minor < 13;
    return (isForced ? null : this.invalid(() => right(true))) ?? this.alt(() => right(isForced));
  }

  #classDef(): Found | null {
    const head = (): Found | null => {
      if (!this.token(T.CLASS) || !this.name() || !this.#optTypeParams()) return null;
      return this.opt(() => this.token(T.LPAR) && this.opt(() => this.arguments()) && this.token(T.RPAR));
    };
    this.invalid(() => head() && this.#raiseMissingColon());
    this.invalid(() => {
      const a = this.sees(T.CLASS) ? this.currentToken() : null;
      return head() && this.#raiseMissingBlock(a!, 'class definition');
    });
    return this.alt(() => head() && this.#suite());
  }

  #optTypeParams(): Found {
    return this.minor < 12 ? DONE : this.opt(() => this.typeParams());
  }

  /** type_params, 3.12+ */
  protected typeParams(): Found | null {
    if (this.minor >= 13) {
      this.invalid(() => {
        const a = this.token(T.LSQB) && this.token(T.RSQB);
        return a && this.raiseFrom(a, 'Type parameter list cannot be empty');
      });
    }
    return this.alt(() => {
      if (!this.token(T.LSQB) || !this.list(() => this.#typeParam())) return null;
      this.opt(() => this.token(T.COMMA));
      return this.token(T.RSQB);
    });
  }

  #typeParam(): Found | null {
    return this.memo(R.typeParam, () => {
      const plain = this.alt(() => {
        if (!this.name()) return null;
        this.opt(() => this.token(T.COLON) && this.expression());
        return this.#typeDefault(() => this.expression());
      });
      if (plain !== null) return plain;
      if (this.minor >= 13) this.invalid(() => this.#boundOfMany());
      for (const [stars, what] of [[T.STAR, 'TypeVarTuple'], [T.DOUBLESTAR, 'ParamSpec']] as const) {
        const found = this.alt(() => {
          if (!this.token(stars) || !this.name()) return null;
          if (this.minor < 13) this.alt(() => this.#boundOf(what));
          return this.#typeDefault(stars === T.STAR ? () => this.starExpression() : () => this.expression());
        });
        if (found !== null) return found;
      }
      return null;
    });
  }

  #typeDefault(value: Rule): Found {
    return this.minor < 13 ? DONE : this.opt(() => this.token(T.EQUAL) && value());
  }

  /** invalid_type_param */
  #boundOfMany(): null {
    this.alt(() => this.token(T.STAR) && this.name() && this.#boundOf('TypeVarTuple'));
    this.alt(() => this.token(T.DOUBLESTAR) && this.name() && this.#boundOf('ParamSpec'));
    return null;
  }

  #boundOf(what: string): null {
    const colon = this.token(T.COLON);
    const bound = colon && this.expression();
    if (!bound) return null;
    const noun = bound.kind === 'Tuple' ? 'constraints' : 'bound';
    this.raiseFrom(colon!, `cannot use ${noun} with ${what}`);
  }
}
