import { T } from '../tokens.ts';
import { exprName } from './names.ts';
import { ParameterRules } from './parameters.ts';
import type { Found } from './peg.ts';
import { R } from './rules.ts';

/** The rules of patterns. */
export abstract class PatternRules extends ParameterRules {
  protected patterns(): Found | null {
    return this.#openSequence() ?? this.#pattern();
  }

  #pattern(): Found | null {
    const { mark } = this;
    const as = this.alt(
      () => this.#orPattern() && this.token(T.AS) && this.#captureTarget() && this.node('pattern', mark),
    );
    return as ?? this.invalid(() => this.#invalidAs()) ?? this.#orPattern();
  }

  #invalidAs(): null {
    if (!this.#orPattern() || !this.token(T.AS)) return null;
    const wildcard = this.word('_');
    if (wildcard !== null) this.raiseOver(wildcard, "cannot use '_' as a target");
    if (this.minor < 14 && this.sees(T.NAME)) return null;
    const a = this.expression();
    if (a === null) return null;
    this.raiseOver(a, this.minor < 14 ? 'invalid pattern target' : `cannot use ${exprName(a)} as pattern target`);
  }

  #orPattern(): Found | null {
    const { mark } = this;
    const patterns = this.list(() => this.#closedPattern(), T.VBAR);
    return patterns && this.node('pattern', mark);
  }

  #closedPattern(): Found | null {
    return this.memo(R.closedPattern, () => {
      const { mark } = this;
      const isFound =
        this.#literal() ?? this.#captureTarget() ?? this.word('_') ?? this.#valuePattern() ??
        this.#group() ?? this.#sequencePattern() ?? this.#mapping() ?? this.#classPattern();
      return isFound && this.node('pattern', mark);
    });
  }

  /** literal_pattern, literal_expr */
  #literal(): Found | null {
    const number = this.alt(() => {
      const number = this.#signedNumber();
      return number && !this.sees(T.PLUS, T.MINUS) && number;
    });
    if (number !== null) return number;
    const complex = this.alt(() => {
      const real = this.#signedNumber();
      if (real === null) return null;
      if (real.text === 'complex') this.raiseOver(real, 'real number required in complex literal');
      const imaginary = this.oneOf(T.PLUS, T.MINUS) && this.number();
      if (imaginary && imaginary.text !== 'complex') {
        this.raiseOver(imaginary, 'imaginary number required in complex literal');
      }
      return imaginary;
    });
    return complex ?? this.strings() ?? this.oneOf(T.NONE, T.TRUE, T.FALSE);
  }

  #signedNumber(): Found | null {
    return this.number() ?? this.alt(() => {
      const sign = this.token(T.MINUS) ?? (this.minor >= 15 ? this.token(T.PLUS) : null);
      return sign && this.number();
    });
  }

  /** pattern_capture_target */
  #captureTarget(): Found | null {
    return this.alt(() => {
      if (this.ahead(() => this.word('_'))) return null;
      const name = this.name();
      return name && !this.sees(T.DOT, T.LPAR, T.EQUAL) && name;
    });
  }

  #valuePattern(): Found | null {
    return this.alt(() => {
      const attr = this.#attr();
      return attr && !this.sees(T.DOT, T.LPAR, T.EQUAL) && attr;
    });
  }

  #attr(): Found | null {
    const found = this.#nameOrAttr();
    return found?.kind === 'Attribute' ? found : null;
  }

  #nameOrAttr(): Found | null {
    return this.memo(R.nameOrAttr, () => {
      const { mark } = this;
      if (!this.name()) return null;
      const attributes = this.many(() => this.token(T.DOT) && this.name());
      return this.node(attributes.length === 0 ? 'Name' : 'Attribute', mark);
    });
  }

  #group(): Found | null {
    return this.alt(() => this.token(T.LPAR) && this.#pattern() && this.token(T.RPAR));
  }

  #sequencePattern(): Found | null {
    const list = this.alt(() => {
      if (!this.token(T.LSQB)) return null;
      this.opt(() => this.#maybeSequence());
      return this.token(T.RSQB);
    });
    return list ?? this.alt(() => {
      if (!this.token(T.LPAR)) return null;
      this.opt(() => this.#openSequence());
      return this.token(T.RPAR);
    });
  }

  #openSequence(): Found | null {
    const { mark } = this;
    return this.alt(() => {
      if (!this.#maybeStar() || !this.token(T.COMMA)) return null;
      this.opt(() => this.#maybeSequence());
      return this.node('pattern', mark);
    });
  }

  #maybeSequence(): Found | null {
    const patterns = this.list(() => this.#maybeStar());
    return patterns && this.opt(() => this.token(T.COMMA));
  }

  #maybeStar(): Found | null {
    const star = this.memo(R.starPattern, () =>
      this.alt(() => this.token(T.STAR) && (this.#captureTarget() ?? this.word('_'))),
    );
    return star ?? this.#pattern();
  }

  #mapping(): Found | null {
    const rest = (): Found | null => this.alt(() => this.token(T.DOUBLESTAR) && this.#captureTarget());
    const items = (): Found[] | null => this.list(() => this.#keyValuePattern());
    const close = (): Found | null => {
      this.opt(() => this.token(T.COMMA));
      return this.token(T.RBRACE);
    };
    const found =
      this.alt(() => this.token(T.LBRACE) && this.token(T.RBRACE)) ??
      this.alt(() => this.token(T.LBRACE) && rest() && close()) ??
      this.alt(() => this.token(T.LBRACE) && items() && this.token(T.COMMA) && rest() && close()) ??
      this.alt(() => this.token(T.LBRACE) && items() && close());
    if (found !== null || this.minor < 15) return found;
    return this.invalid(() => {
      if (!this.token(T.LBRACE)) return null;
      this.alt(() => items() && this.token(T.COMMA));
      const a = rest();
      const isFound = a && this.token(T.COMMA) && items() && close();
      const message = 'double star pattern must be the last (right-most) subpattern in the mapping pattern';
      return isFound && this.raiseOver(a, message);
    });
  }

  #keyValuePattern(): Found | null {
    return this.alt(() => (this.#literal() ?? this.alt(() => this.#attr())) && this.token(T.COLON) && this.#pattern());
  }

  #classPattern(): Found | null {
    const head = (): Found | null => this.#nameOrAttr() && this.token(T.LPAR);
    const close = (): Found | null => {
      this.opt(() => this.token(T.COMMA));
      return this.token(T.RPAR);
    };
    return (
      this.alt(() => head() && this.token(T.RPAR)) ??
      this.alt(() => head() && this.#positionals() && close()) ??
      this.alt(() => head() && this.#keywords() && close()) ??
      this.alt(() => head() && this.#positionals() && this.token(T.COMMA) && this.#keywords() && close()) ??
      this.invalid(() => {
        if (!head()) return null;
        this.alt(() => this.#positionals() && this.token(T.COMMA));
        const a = this.#keywords() && this.token(T.COMMA) && this.#positionals();
        return a && this.raiseOver(a[0]!, 'positional patterns follow keyword patterns', a.at(-1)!);
      })
    );
  }

  #positionals(): Found[] | null {
    return this.list(() => this.#pattern());
  }

  #keywords(): Found | null {
    const keywords = this.list(() => this.name() && this.token(T.EQUAL) && this.#pattern());
    return keywords && keywords[0]!;
  }
}
