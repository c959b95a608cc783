import { T } from '../tokens.ts';
import { CallRules } from './calls.ts';
import { DONE } from './peg.ts';
import type { Found, Rule } from './peg.ts';

/** How the parameters of `def` and of `lambda` differ. */
interface Style {
  readonly close: T;
  readonly isDef: boolean;
}

const DEF: Style = { close: T.RPAR, isDef: true };
const LAMBDA: Style = { close: T.COLON, isDef: false };

/** The rules of parameters. */
export abstract class ParameterRules extends CallRules {
  protected params(): Found | null {
    return this.#params(DEF);
  }

  protected lambdaParams(): Found | null {
    return this.#params(LAMBDA);
  }

  #params(style: Style): Found | null {
    this.invalid(() => this.#invalidParameters(style));
    return this.#parameters(style);
  }

  /** parameters, lambda_parameters */
  #parameters(style: Style): Found | null {
    const noDefault = (): Found | null => this.#noDefault(style);
    const withDefault = (): Found | null => this.#withDefault(style);
    const starEtc = (): Found => this.opt(() => this.#starEtc(style));
    return (
      this.alt(() => {
        if (!this.#slashNoDefault(style)) return null;
        this.many(noDefault);
        this.many(withDefault);
        return starEtc();
      }) ??
      this.alt(() => {
        if (!this.#slashWithDefault(style)) return null;
        this.many(withDefault);
        return starEtc();
      }) ??
      this.alt(() => {
        if (!this.some(noDefault)) return null;
        this.many(withDefault);
        return starEtc();
      }) ??
      this.alt(() => this.some(withDefault) && starEtc()) ??
      this.alt(() => this.#starEtc(style))
    );
  }

  /** What ends a parameter: a comma, or the closing token that stays. */
  #parameterEnd(style: Style): Found | null {
    return this.token(T.COMMA) ?? (this.sees(style.close) ? DONE : null);
  }

  #slashNoDefault(style: Style): Found | null {
    return this.alt(() => this.some(() => this.#noDefault(style)) && this.token(T.SLASH) && this.#parameterEnd(style));
  }

  #slashWithDefault(style: Style): Found | null {
    return this.alt(() => {
      this.many(() => this.#noDefault(style));
      const isFound = this.some(() => this.#withDefault(style)) && this.token(T.SLASH);
      return isFound && this.#parameterEnd(style);
    });
  }

  #slash(style: Style): Found | null {
    return this.#slashNoDefault(style) ?? this.#slashWithDefault(style);
  }

  #noDefault(style: Style): Found | null {
    return this.alt(() => {
      const param = this.#param(style);
      return param && this.#parameterEnd(style) && param;
    });
  }

  #withDefault(style: Style): Found | null {
    return this.alt(() => {
      const param = this.#param(style);
      return param && this.#default() && this.#parameterEnd(style) && param;
    });
  }

  #maybeDefault(style: Style): Found | null {
    return this.alt(() => {
      const param = this.#param(style);
      if (param === null) return null;
      this.opt(() => this.#default());
      return this.#parameterEnd(style) && param;
    });
  }

  #param(style: Style): Found | null {
    const { mark } = this;
    if (!this.name()) return null;
    if (style.isDef) this.alt(() => this.token(T.COLON) && this.expression());
    return this.node('arg', mark);
  }

  #default(): Found | null {
    const value = this.alt(() => this.token(T.EQUAL) && this.expression());
    return value ?? this.invalid(() => {
      const a = this.token(T.EQUAL);
      return a && this.sees(T.RPAR, T.COMMA) && this.raiseOver(a, 'expected default value expression');
    });
  }

  #starEtc(style: Style): Found | null {
    this.invalid(() => this.#invalidStarEtc(style));
    const rest = (): Found => this.opt(() => this.#kwds(style));
    const maybe = (): Found | null => this.#maybeDefault(style);
    const vararg = (param: Rule): Found | null =>
      this.alt(() => {
        if (!this.token(T.STAR) || !param()) return null;
        this.many(maybe);
        return rest();
      });
    return (
      vararg(() => this.#noDefault(style)) ??
      (style.isDef ? vararg(() => this.#starAnnotated(style)) : null) ??
      this.alt(() => this.token(T.STAR) && this.token(T.COMMA) && this.some(maybe) && rest()) ??
      this.#kwds(style)
    );
  }

  /** param_no_default_star_annotation */
  #starAnnotated(style: Style): Found | null {
    return this.alt(
      () => this.name() && this.token(T.COLON) && this.starExpression() && this.#parameterEnd(style),
    );
  }

  #kwds(style: Style): Found | null {
    this.invalid(() => this.#invalidKwds(style));
    return this.alt(() => this.token(T.DOUBLESTAR) && this.#noDefault(style));
  }

  // what can be wrong

  #invalidParameters(style: Style): null {
    const misplacedDefault = (): null => {
      const message = this.minor < 12
        ? 'non-default argument follows default argument'
        : 'parameter without a default follows parameter with a default';
      this.alt(() => {
        if (this.minor >= 12) this.opt(() => this.#slashNoDefault(style));
        this.many(() => this.#noDefault(style));
        const isFound = this.#slashWithDefault(style) ?? this.some(() => this.#withDefault(style));
        const a = isFound && this.#noDefault(style);
        return a && this.raiseOver(a, message);
      });
      this.alt(() => this.#parenthesized(style));
      return null;
    };
    if (this.minor < 12) misplacedDefault();
    this.alt(() => {
      const a = this.token(T.SLASH);
      const what = this.minor >= 15 ? 'parameter' : 'argument';
      return a && this.token(T.COMMA) && this.raiseOver(a, `at least one ${what} must precede /`);
    });
    this.alt(() => {
      if (!this.#slash(style)) return null;
      this.many(() => this.#maybeDefault(style));
      const a = this.token(T.SLASH);
      return a && this.raiseOver(a, '/ may appear only once');
    });
    if (this.minor >= 12) misplacedDefault();
    this.alt(() => {
      this.opt(() => this.#slash(style));
      this.many(() => this.#maybeDefault(style));
      if (!this.token(T.STAR) || !(this.token(T.COMMA) ?? this.#noDefault(style))) return null;
      this.many(() => this.#maybeDefault(style));
      const a = this.token(T.SLASH);
      return a && this.raiseOver(a, '/ must be ahead of *');
    });
    this.alt(() => {
      const a = this.some(() => this.#maybeDefault(style)) && this.token(T.SLASH) && this.token(T.STAR);
      return a && this.raiseOver(a, 'expected comma between / and *');
    });
    return null;
  }

  #parenthesized(style: Style): null {
    this.many(() => this.#noDefault(style));
    const a = this.token(T.LPAR);
    if (a === null) return null;
    // Between parentheses even the parameters of a lambda end with `)`.
    const params = style.isDef ? this.some(() => this.#noDefault(DEF)) : this.list(() => this.#param(style));
    if (params === null) return null;
    this.opt(() => this.token(T.COMMA));
    const b = this.token(T.RPAR);
    const what = style.isDef ? 'Function' : 'Lambda expression';
    return b && this.raiseOver(a, `${what} parameters cannot be parenthesized`, b);
  }

  #invalidStarEtc(style: Style): null {
    const isNew = this.minor >= 15;
    this.alt(() => {
      const a = this.token(T.STAR);
      const isBare = a && (this.token(style.close) ?? (this.token(T.COMMA) && this.oneOf(style.close, T.DOUBLESTAR)));
      if (!isBare) return null;
      const message = `named ${isNew ? 'parameters' : 'arguments'} must follow bare *`;
      if (style.isDef) this.raiseOver(a!, message);
      this.raise(message);
    });
    this.alt(() => {
      const a = this.token(T.STAR) && this.#param(style) && this.token(T.EQUAL);
      const what = isNew ? 'parameter' : 'argument';
      return a && this.raiseOver(a, `var-positional ${what} cannot have default value`);
    });
    this.alt(() => {
      const nameOrComma = (): Found | null => this.#noDefault(style) ?? this.token(T.COMMA);
      if (!this.token(T.STAR) || !nameOrComma()) return null;
      this.many(() => this.#maybeDefault(style));
      const a = this.token(T.STAR);
      return a && nameOrComma() && this.raiseOver(a, isNew ? '* may appear only once' : '* argument may appear only once');
    });
    return null;
  }

  #invalidKwds(style: Style): null {
    const what = this.minor >= 15 ? 'parameter' : 'argument';
    this.alt(() => {
      const a = this.token(T.DOUBLESTAR) && this.#param(style) && this.token(T.EQUAL);
      return a && this.raiseOver(a, `var-keyword ${what} cannot have default value`);
    });
    for (const next of [() => this.#param(style), () => this.oneOf(T.STAR, T.DOUBLESTAR, T.SLASH)]) {
      this.alt(() => {
        const a = this.token(T.DOUBLESTAR) && this.#param(style) && this.token(T.COMMA) && next();
        return a && this.raiseOver(a, `${what}s cannot follow var-keyword ${what}`);
      });
    }
    return null;
  }
}
