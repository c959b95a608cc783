import { T } from '../tokens.ts';
import { FUTURE_FEATURES } from '../future.ts';
import { exprName } from './names.ts';
import { PatternRules } from './patterns.ts';
import { DONE } from './peg.ts';
import type { Found } from './peg.ts';
import { R } from './rules.ts';

const EXPECTED_NAMES = "Expected one or more names after 'import'";

/** The rules of simple statements. */
export abstract class SimpleRules extends PatternRules {
  protected abstract typeParams(): Found | null;

  protected simpleStmts(): Found | null {
    return (
      this.alt(() => this.simpleStmt() && !this.sees(T.SEMI) && this.token(T.NEWLINE)) ??
      this.alt(() => {
        if (!this.list(() => this.simpleStmt(), T.SEMI)) return null;
        this.opt(() => this.token(T.SEMI));
        return this.token(T.NEWLINE);
      })
    );
  }

  protected simpleStmt(): Found | null {
    return this.memo(R.simpleStmt, () => {
      const isNew = this.minor >= 15;
      return (
        this.#assignment() ??
        (this.minor >= 12 ? this.#typeAlias() : null) ??
        (isNew ? this.#import() : null) ??
        this.starExpressions() ??
        this.#return() ??
        (isNew ? null : this.#import()) ??
        this.#raise() ??
        this.oneOf(T.PASS) ??
        this.#delete() ??
        this.yieldExpr() ??
        this.#assert() ??
        this.oneOf(T.BREAK, T.CONTINUE) ??
        this.alt(() => this.oneOf(T.GLOBAL, T.NONLOCAL) && this.list(() => this.name()) && DONE)
      );
    });
  }

  // assignments

  #assignment(): Found | null {
    const value = (): Found => this.opt(() => this.token(T.EQUAL) && this.annotatedRhs());
    const annotated =
      this.alt(() => this.name() && this.token(T.COLON) && this.expression() && value()) ??
      this.alt(() => {
        const group = this.alt(() => this.token(T.LPAR) && this.singleTarget() && this.token(T.RPAR));
        const target = group ?? this.singleSubscriptOrAttribute();
        return target && this.token(T.COLON) && this.expression() && value();
      });
    if (annotated !== null) return annotated;
    const assigned = this.alt(() => {
      const isFound = this.some(() => this.#targetsAndEqual()) && this.annotatedRhs();
      return isFound && !this.sees(T.EQUAL) && isFound;
    });
    if (assigned !== null) return assigned;
    const { mark } = this;
    if (this.singleTarget() && this.#augassign()) {
      // Past the operator there is no other alternative.
      const found = this.annotatedRhs();
      if (found === null) this.mark = mark;
      return found;
    }
    this.mark = mark;
    return this.invalid(() => this.#invalidAssignment());
  }

  #targetsAndEqual(): Found | null {
    return this.starTargets() && this.token(T.EQUAL);
  }

  #augassign(): Found | null {
    const kind = this.current();
    return kind >= T.VBAREQUAL && kind <= T.DOUBLESTAREQUAL ? this.token(kind) : null;
  }

  #invalidAssignment(): null {
    this.alt(() => {
      const a = this.#invalidAnnotationTarget();
      const isFound = a && this.token(T.COLON) && this.expression();
      return isFound && this.raiseOver(a!, `only single target (not ${exprName(a!)}) can be annotated`);
    });
    this.alt(() => {
      const a = this.starNamedExpression();
      if (!a || !this.token(T.COMMA)) return null;
      this.many(() => this.starNamedExpressions() && DONE);
      const isFound = this.token(T.COLON) && this.expression();
      return isFound && this.raiseOver(a, 'only single target (not tuple) can be annotated');
    });
    this.alt(() => {
      const a = this.expression();
      return a && this.token(T.COLON) && this.expression() && this.raiseOver(a, 'illegal target for annotation');
    });
    const { mark } = this;
    this.many(() => this.#targetsAndEqual());
    const target = this.starExpressions();
    if (target && this.token(T.EQUAL)) return this.raiseInvalidTarget('star', target);
    this.mark = mark;
    this.alt(() => {
      this.many(() => this.#targetsAndEqual());
      const a = this.yieldExpr();
      return a && this.token(T.EQUAL) && this.raiseOver(a, 'assignment to yield expression not possible');
    });
    this.alt(() => {
      const a = this.starExpressions();
      const isFound = a && this.#augassign() && this.annotatedRhs();
      return isFound && this.raiseOver(a!, `'${exprName(a!)}' is an illegal expression for augmented assignment`);
    });
    return null;
  }

  #invalidAnnotationTarget(): Found | null {
    return this.listDisplay() ?? this.tuple() ?? this.alt(() => {
      const inner = this.token(T.LPAR) && this.#invalidAnnotationTarget();
      return inner && this.token(T.RPAR) && inner;
    });
  }

  #typeAlias(): Found | null {
    return this.alt(() => {
      if (!this.word('type') || !this.name()) return null;
      this.opt(() => this.typeParams());
      return this.token(T.EQUAL) && this.expression();
    });
  }

  // one keyword, then expressions

  #return(): Found | null {
    return this.token(T.RETURN) && this.opt(() => this.starExpressions());
  }

  #raise(): Found | null {
    if (!this.sees(T.RAISE)) return null;
    const from = this.alt(
      () => this.token(T.RAISE) && this.expression() && this.token(T.FROM) && this.expression(),
    );
    if (from !== null) return from;
    if (this.minor >= 15) {
      this.invalid(() => this.#invalidRaise());
      return this.alt(() => this.token(T.RAISE) && this.expression()) ?? this.token(T.RAISE);
    }
    const raised = this.alt(() => this.token(T.RAISE) && this.expression());
    if (raised === null) return this.token(T.RAISE);
    this.opt(() => this.token(T.FROM) && this.expression());
    return raised;
  }

  #invalidRaise(): null {
    this.alt(() => {
      const a = this.token(T.RAISE);
      const b = a && this.token(T.FROM);
      return b && this.raiseOver(a!, "did you forget an expression between 'raise' and 'from'?", b);
    });
    const a = this.token(T.RAISE) && this.expression() && this.token(T.FROM);
    return a && this.raiseOver(a, "did you forget an expression after 'from'?");
  }

  #delete(): Found | null {
    if (!this.sees(T.DEL)) return null;
    const right = this.alt(
      () => this.token(T.DEL) && this.delTargets() && (this.sees(T.SEMI, T.NEWLINE) ? DONE : null),
    );
    return right ?? this.invalid(() => {
      const a = this.token(T.DEL) && this.starExpressions();
      return a && this.raiseInvalidTarget('del', a);
    });
  }

  #assert(): Found | null {
    if (!this.sees(T.ASSERT)) return null;
    if (this.minor >= 15) this.invalid(() => this.#invalidAssert());
    return this.alt(
      () => this.token(T.ASSERT) && this.expression() && this.opt(() => this.token(T.COMMA) && this.expression()),
    );
  }

  #invalidAssert(): null {
    const first = (): Found | null => this.token(T.ASSERT) && this.expression();
    const second = (): Found | null =>
      this.token(T.ASSERT) && this.expression() && this.token(T.COMMA) && this.expression();
    for (const operator of [T.EQUAL, T.COLONEQUAL]) {
      for (const operand of [first, second]) {
        this.alt(() => {
          const a = operand();
          const b = a && this.token(operator) && this.expression();
          if (!b) return null;
          if (operator === T.COLONEQUAL) this.raiseOver(a!, 'cannot use named expression without parentheses here', b);
          this.raiseOver(a!, `cannot assign to ${exprName(a!)} here. Maybe you meant '==' instead of '='?`, b);
        });
      }
    }
    return null;
  }

  // imports

  #import(): Found | null {
    const isLazy = this.minor >= 15 && this.ahead(() => this.word('lazy'));
    if (!isLazy && !this.sees(T.IMPORT, T.FROM)) return null;
    return this.memo(R.importStmt, () => {
      if (this.minor >= 12) this.invalid(() => this.#invalidImport());
      return this.alt(() => this.#importName()) ?? this.#importFrom();
    });
  }

  #lazy(): void {
    if (this.minor >= 15) this.word('lazy');
  }

  #importName(): Found | null {
    this.#lazy();
    return this.token(T.IMPORT) && this.list(() => this.#dottedAsName()) && DONE;
  }

  #importFrom(): Found | null {
    if (this.minor >= 15) this.invalid(() => this.#invalidImportFrom());
    const dots = (): Found[] => this.many(() => this.oneOf(T.DOT, T.ELLIPSIS));
    return (
      this.alt(() => {
        this.#lazy();
        if (!this.token(T.FROM)) return null;
        const level = dots().length;
        const module = this.dottedName();
        const { mark } = this;
        const targets = module && this.token(T.IMPORT) && this.#importFromTargets();
        if (targets && level === 0 && this.minor >= 14 && module.text === '__future__') this.#checkFuture(mark);
        return targets;
      }) ??
      this.alt(() => {
        this.#lazy();
        if (!this.token(T.FROM) || dots().length === 0) return null;
        return this.token(T.IMPORT) && this.#importFromTargets();
      })
    );
  }

  /** Mirrors _PyPegen_checked_future_import(), 3.14+; `mark` is that of `import`. */
  #checkFuture(mark: number): void {
    const end = this.mark;
    this.mark = mark + 1;
    while (this.mark < end) {
      const start = this.mark;
      const name = this.name() ?? this.token(T.STAR);
      if (name === null) {
        this.mark++;
        continue;
      }
      const feature = name.kind === 'Name' ? name.text : '*';
      if (this.token(T.AS)) this.name();
      const alias = this.node('Name', start);
      if (feature === 'braces') this.raiseOver(alias, 'not a chance');
      if (!FUTURE_FEATURES.includes(feature)) this.raiseOver(alias, `future feature ${feature} is not defined`);
    }
  }

  #importFromTargets(): Found | null {
    const names = (): Found[] | null => this.list(() => this.#importFromAsName());
    return (
      this.alt(() => {
        if (!this.token(T.LPAR) || !names()) return null;
        this.opt(() => this.token(T.COMMA));
        return this.token(T.RPAR);
      }) ??
      this.alt(() => (names() && !this.sees(T.COMMA) ? DONE : null)) ??
      this.token(T.STAR) ??
      this.invalid(() => {
        this.alt(() => {
          const isFound = names() && this.token(T.COMMA) && this.token(T.NEWLINE);
          return isFound && this.raise('trailing comma not allowed without surrounding parentheses');
        });
        const newline = this.minor >= 13 ? this.token(T.NEWLINE) : null;
        return newline && this.raiseFrom(newline, EXPECTED_NAMES);
      })
    );
  }

  #importFromAsName(): Found | null {
    if (this.minor >= 14) this.invalid(() => this.#invalidAsName(() => this.name()));
    return this.alt(() => this.name() && this.opt(() => this.token(T.AS) && this.name()));
  }

  #dottedAsName(): Found | null {
    if (this.minor >= 14) this.invalid(() => this.#invalidAsName(() => this.dottedName()));
    return this.alt(() => this.dottedName() && this.opt(() => this.token(T.AS) && this.name()));
  }

  #invalidAsName(imported: () => Found | null): null {
    if (!imported() || !this.token(T.AS)) return null;
    if (this.ahead(() => this.name() && this.oneOf(T.COMMA, T.RPAR, T.SEMI, T.NEWLINE))) return null;
    const a = this.expression();
    return a && this.raiseOver(a, `cannot use ${exprName(a)} as import target`);
  }

  protected dottedName(): Found | null {
    return this.memo(R.dottedName, () => {
      const { mark } = this;
      if (!this.name()) return null;
      this.many(() => this.token(T.DOT) && this.name());
      return this.node('Name', mark, [], this.source.slice(this.startOf(mark), this.lastEnd()));
    });
  }

  #invalidImport(): null {
    this.alt(() => {
      const a = this.token(T.IMPORT);
      const isFound = a && this.list(() => this.dottedName()) && this.token(T.FROM) && this.dottedName();
      return isFound && this.raiseFrom(a!, "Did you mean to use 'from ... import ...' instead?");
    });
    if (this.minor < 13 || !this.token(T.IMPORT)) return null;
    const newline = this.token(T.NEWLINE);
    return newline && this.raiseFrom(newline, EXPECTED_NAMES);
  }

  #invalidImportFrom(): null {
    if (!this.token(T.FROM)) return null;
    this.many(() => this.oneOf(T.DOT, T.ELLIPSIS));
    const a = this.dottedName() && this.word('lazy');
    const isFound = a && this.token(T.IMPORT) && this.#importFromTargets();
    return isFound && this.raiseOver(a!, "use 'lazy from ... ' instead of 'from ... lazy import'");
  }
}
