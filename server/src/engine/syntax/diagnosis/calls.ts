import { T } from '../tokens.ts';
import { DisplayRules } from './displays.ts';
import type { Found } from './peg.ts';
import { R } from './rules.ts';

const EQUALS_MEANT = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
const UNPARENTHESIZED = 'Generator expression must be parenthesized';

/** The rules of call arguments and of targets. */
export abstract class CallRules extends DisplayRules {
  // arguments

  protected arguments(): Found | null {
    return this.memo(R.arguments, () => {
      const right = this.alt(() => {
        const args = this.args();
        this.opt(() => this.token(T.COMMA));
        return args && this.sees(T.RPAR) && args;
      });
      return right ?? this.invalid(() => this.#invalidArguments());
    });
  }

  /** args: its parts are the positional ones, its text tells of `**`. */
  protected args(): Found | null {
    const { mark } = this;
    const positional = this.list(() => this.#positional());
    if (positional === null) return this.#kwargs();
    const keywords = this.alt(() => this.token(T.COMMA) && this.#kwargs());
    return this.node('arguments', mark, [...positional, ...(keywords?.parts ?? [])], keywords?.text ?? '');
  }

  #positional(): Found | null {
    const starred = this.starredExpression();
    if (starred !== null) return starred;
    const value = this.assignmentExpression() ?? this.plainExpression();
    return value && !this.sees(T.EQUAL) ? value : null;
  }

  /** kwargs: its parts are the starred ones. */
  #kwargs(): Found | null {
    const { mark } = this;
    const items = this.list(() => this.#kwargOrStarred());
    const doubles = (): Found | null => {
      const found = this.list(() => this.#kwargOrDoubleStarred());
      return found && this.node('arguments', mark, [], found.some((item) => item.text === '**') ? '**' : '');
    };
    if (items === null) return doubles();
    const rest = this.alt(() => this.token(T.COMMA) && doubles());
    return this.node('arguments', mark, items.filter((item) => item.kind === 'Starred'), rest?.text ?? '');
  }

  #kwargOrStarred(): Found | null {
    this.invalid(() => this.#invalidKwarg());
    return this.#keyword() ?? this.starredExpression();
  }

  #kwargOrDoubleStarred(): Found | null {
    const { mark } = this;
    this.invalid(() => this.#invalidKwarg());
    const keyword = this.#keyword();
    if (keyword !== null) return keyword;
    return this.alt(() => this.token(T.DOUBLESTAR) && this.expression() && this.node('arg', mark, [], '**'));
  }

  #keyword(): Found | null {
    const { mark } = this;
    return this.alt(() => this.name() && this.token(T.EQUAL) && this.expression() && this.node('arg', mark));
  }

  protected starredExpression(): Found | null {
    const { mark } = this;
    if (this.minor >= 12) this.invalid(() => this.invalidStarredUnpacking());
    const starred = this.alt(() => {
      const value = this.token(T.STAR) && this.expression();
      return value && this.node('Starred', mark, [value]);
    });
    if (starred !== null || this.minor < 13) return starred;
    const lone = (): Found | null => this.token(T.STAR) && this.raise('Invalid star expression');
    // 3.13 has this among the right alternatives.
    return this.minor === 13 ? this.alt(lone) : this.invalid(lone);
  }

  #invalidArguments(): null {
    this.alt(() => this.#starAfterDouble());
    this.alt(() => {
      const a = this.expression();
      const b = a && this.forIfClauses();
      if (!b || !this.token(T.COMMA)) return null;
      this.opt(() => this.args() ?? this.alt(() => this.expression() && this.forIfClauses()));
      this.raiseOver(a!, UNPARENTHESIZED, b);
    });
    this.alt(() => {
      const a = this.name();
      const b = a && this.token(T.EQUAL);
      return b && this.expression() && this.forIfClauses() && this.raiseOver(a!, EQUALS_MEANT, b);
    });
    if (this.minor >= 12) {
      this.alt(() => {
        this.opt(() => this.args() && this.token(T.COMMA));
        const a = this.name();
        const b = a && this.token(T.EQUAL);
        return b && this.sees(T.COMMA, T.RPAR) && this.raiseOver(a!, 'expected argument value expression', b);
      });
    }
    const { mark } = this;
    const args = this.args();
    const clauses = args && this.forIfClauses();
    if (clauses) {
      if (args.parts.length <= 1) return null;
      this.raiseOver(args.parts.at(-1)!, UNPARENTHESIZED, clauses);
    }
    this.mark = mark;
    this.alt(() => {
      const a = this.args() && this.token(T.COMMA) && this.expression();
      const b = a && this.forIfClauses();
      return b && this.raiseOver(a!, UNPARENTHESIZED, b);
    });
    this.alt(() => {
      const a = this.args();
      if (!a || !this.token(T.COMMA) || !this.args()) return null;
      this.raise(`positional argument follows keyword argument${a.text === '**' ? ' unpacking' : ''}`);
    });
    return null;
  }

  #starAfterDouble(): null {
    const message = 'iterable argument unpacking follows keyword argument unpacking';
    const head =
      this.alt(() => this.list(() => this.#positional()) && this.token(T.COMMA) && this.#kwargs()) ??
      this.alt(() => this.#kwargs());
    const a = head && this.token(T.COMMA);
    if (this.minor < 13) {
      const star = a && this.token(T.STAR);
      return star && this.raiseOver(star, message);
    }
    const stars = a && this.list(() => {
      const starred = this.starredExpression();
      return starred && !this.sees(T.EQUAL) ? starred : null;
    });
    return stars && this.raiseFrom(a!, message);
  }

  #invalidKwarg(): null {
    this.alt(() => {
      const a = this.oneOf(T.TRUE, T.FALSE, T.NONE);
      const b = a && this.token(T.EQUAL);
      return b && this.raiseOver(a!, `cannot assign to ${this.source.slice(a!.start, a!.end)}`, b);
    });
    this.alt(() => {
      const a = this.name();
      const b = a && this.token(T.EQUAL);
      return b && this.expression() && this.forIfClauses() && this.raiseOver(a!, EQUALS_MEANT, b);
    });
    this.alt(() => {
      if (this.ahead(() => this.name() && this.token(T.EQUAL))) return null;
      const a = this.expression();
      const b = a && this.token(T.EQUAL);
      return b && this.raiseOver(a!, 'expression cannot contain assignment, perhaps you meant "=="?', b);
    });
    if (this.minor >= 12) {
      this.alt(() => {
        const a = this.token(T.DOUBLESTAR);
        const b = a && this.expression() && this.token(T.EQUAL) && this.expression();
        return b && this.raiseOver(a!, 'cannot assign to keyword argument unpacking', b);
      });
    }
    return null;
  }

  // targets

  protected starTargets(): Found | null {
    const { mark } = this;
    const targets = this.list(() => this.starTarget());
    if (targets === null) return null;
    if (this.token(T.COMMA) === null && targets.length === 1) return targets[0]!;
    return this.node('Tuple', mark, targets);
  }

  protected starTarget(): Found | null {
    return this.memo(R.starTarget, () => {
      const { mark } = this;
      const starred = this.alt(() => {
        const value = this.token(T.STAR) && !this.sees(T.STAR) && this.starTarget();
        return value && this.node('Starred', mark, [value]);
      });
      return starred ?? this.#targetWithStarAtom();
    });
  }

  #targetWithStarAtom(): Found | null {
    return this.memo(R.targetWithStarAtom, () => this.singleSubscriptOrAttribute() ?? this.#starAtom());
  }

  #starAtom(): Found | null {
    const { mark } = this;
    const name = this.name();
    if (name !== null) return name;
    const group = this.alt(() => {
      const target = this.token(T.LPAR) && this.#targetWithStarAtom();
      return target && this.token(T.RPAR) && target;
    });
    if (group !== null) return group;
    const tuple = this.alt(() => {
      if (!this.token(T.LPAR)) return null;
      this.alt(() => {
        const targets = this.list(() => this.starTarget());
        const hasComma = targets !== null && this.token(T.COMMA) !== null;
        return targets !== null && (targets.length > 1 || hasComma) ? targets[0]! : null;
      });
      return this.token(T.RPAR) && this.node('Tuple', mark);
    });
    if (tuple !== null) return tuple;
    return this.alt(() => {
      if (!this.token(T.LSQB)) return null;
      if (this.list(() => this.starTarget())) this.opt(() => this.token(T.COMMA));
      return this.token(T.RSQB) && this.node('List', mark);
    });
  }

  protected singleTarget(): Found | null {
    const target = this.singleSubscriptOrAttribute() ?? this.name();
    return target ?? this.alt(() => {
      const inner = this.token(T.LPAR) && this.singleTarget();
      return inner && this.token(T.RPAR) && inner;
    });
  }

  /** single_subscript_attribute_target */
  protected singleSubscriptOrAttribute(): Found | null {
    const { mark } = this;
    const attribute = this.alt(() => {
      const isFound = this.#tPrimary() && this.token(T.DOT) && this.name();
      return isFound && !this.#tLookahead() && this.node('Attribute', mark);
    });
    return attribute ?? this.alt(() => {
      const isFound = this.#tPrimary() && this.token(T.LSQB) && this.slices() && this.token(T.RSQB);
      return isFound && !this.#tLookahead() && this.node('Subscript', mark);
    });
  }

  #tLookahead(): boolean {
    return this.sees(T.LPAR, T.LSQB, T.DOT);
  }

  /** t_primary: a primary that goes on. */
  #tPrimary(): Found | null {
    return this.memo(R.tPrimary, () => {
      const { mark } = this;
      let value = this.atom();
      if (value === null || !this.#tLookahead()) return null;
      for (;;) {
        const next = this.alt(() => {
          const longer = this.trailer(mark);
          return longer && this.#tLookahead() && longer;
        });
        if (next === null) return value;
        value = next;
      }
    });
  }

  protected delTargets(): Found[] | null {
    const targets = this.list(() => this.#delTarget());
    if (targets !== null) this.opt(() => this.token(T.COMMA));
    return targets;
  }

  #delTarget(): Found | null {
    return this.memo(R.delTarget, () => this.singleSubscriptOrAttribute() ?? this.#delAtom());
  }

  #delAtom(): Found | null {
    const { mark } = this;
    const name = this.name();
    if (name !== null) return name;
    const group = this.alt(() => {
      const target = this.token(T.LPAR) && this.#delTarget();
      return target && this.token(T.RPAR) && target;
    });
    if (group !== null) return group;
    for (const [open, close, kind] of [[T.LPAR, T.RPAR, 'Tuple'], [T.LSQB, T.RSQB, 'List']] as const) {
      const targets = this.alt(() => {
        if (!this.token(open)) return null;
        this.delTargets();
        return this.token(close) && this.node(kind, mark);
      });
      if (targets !== null) return targets;
    }
    return null;
  }
}
