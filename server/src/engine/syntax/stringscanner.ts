import { LayoutScanner } from './layout.ts';
import { FORMAT, INCOMPATIBLE, LETTERS, RAW, TEMPLATE } from './prefixes.ts';
import type { StringMode } from './scanner.ts';
import { T } from './tokens.ts';

const MAXFSTRINGLEVEL = 150;
const MAX_EXPR_NESTING = 3;

/** Tokenizes strings, f-strings and t-strings. */
export abstract class StringScanner extends LayoutScanner {
  /** A quote after the prefix letters of a string. */
  protected prefixed(start: number, quoteAt: number, prefix: number, quote: number): boolean {
    if (this.minor >= 14 && !this.checkPrefix(start, quoteAt, prefix)) return true;
    const isTemplate = (prefix & TEMPLATE) !== 0;
    if (!isTemplate && ((prefix & FORMAT) === 0 || this.minor < 12)) return this.string(start, quoteAt, quote);
    const source = this.source;
    const triple = source.charCodeAt(quoteAt + 1) === quote && source.charCodeAt(quoteAt + 2) === quote;
    const open = quoteAt + (triple ? 3 : 1);
    if (this.modes.length + 1 >= MAXFSTRINGLEVEL) return this.failAt('too many nested f-strings', open);
    this.modes.push({
      start,
      quote,
      quoteSize: triple ? 3 : 1,
      raw: (prefix & RAW) !== 0,
      letter: isTemplate ? 't' : 'f',
      inExpression: false,
      inFormatSpec: false,
      depth: 0,
      fieldDepth: -1,
    });
    this.tokens.push(isTemplate ? T.TSTRING_START : T.FSTRING_START, start, open);
    this.pos = open;
    return true;
  }

  /** Mirrors maybe_raise_syntax_error_for_string_prefixes(), 3.14+. */
  protected checkPrefix(start: number, quoteAt: number, prefix: number): boolean {
    for (const pair of INCOMPATIBLE) {
      if ((prefix & LETTERS[pair[0]!]!) === 0 || (prefix & LETTERS[pair[1]!]!) === 0) continue;
      const lines = this.index();
      const message = `'${pair[0]}' and '${pair[1]}' prefixes are incompatible`;
      const end = lines.characters(quoteAt + 1);
      return !this.fail(message, lines.line(start), lines.characters(start) + 1, end, quoteAt, true);
    }
    return true;
  }

  protected string(start: number, quoteAt: number, quote: number): boolean {
    const source = this.source;
    const limit = this.limit;
    let pos = quoteAt + 1;
    let c = pos < limit ? source.charCodeAt(pos) : -1;
    let triple = false;
    if (c === quote) {
      if (pos + 1 < limit && source.charCodeAt(pos + 1) === quote) {
        triple = true;
        pos += 2;
      } else {
        this.tokens.push(T.STRING, start, pos + 1);
        this.pos = pos + 1;
        return true;
      }
    }
    let escapedQuote = false;
    for (;;) {
      c = pos < limit ? source.charCodeAt(pos) : -1;
      if (c === quote) {
        if (!triple || (source.charCodeAt(pos + 1) === quote && source.charCodeAt(pos + 2) === quote)) break;
      } else if (c === 92) {
        const next = source.charCodeAt(++pos);
        if (next === quote) escapedQuote = true;
        else if (next === 13 && source.charCodeAt(pos + 1) === 10) pos++;
      } else if (c === -1 || (!triple && (c === 10 || c === 13))) {
        return this.unterminated(start, quote, triple, Math.min(pos, limit), c, escapedQuote);
      }
      pos++;
    }
    pos += triple ? 3 : 1;
    if (pos > limit) return this.unterminated(start, quote, triple, limit, -1, escapedQuote);
    this.tokens.push(T.STRING, start, pos);
    this.pos = pos;
    return true;
  }

  protected unterminated(start: number, quote: number, triple: boolean, at: number, c: number, escaped: boolean): boolean {
    const mode = this.modes.at(-1);
    if (mode !== undefined && mode.quote === quote && mode.quoteSize === (triple ? 3 : 1)) {
      const brace = this.parens.at(-1);
      const line = brace === undefined ? 0 : this.index().line(brace.at);
      const isFar = this.minor >= 15 && brace?.code === 123 && line !== this.index().line(start);
      const where = isFar ? ` to close '{' on line ${line}` : '';
      return this.failAt(`${mode.letter}-string: expecting '}'${where}`, start + 1, at);
    }
    // At the end of the text CPython's tokenizer has already gone one line on.
    const detected = this.lineAtEnd(at, c);
    const kind = triple ? 'triple-quoted string' : 'string';
    const hint = escaped && !triple && this.minor >= 13 ? '; perhaps you escaped the end quote?' : '';
    const message = `unterminated ${kind} literal (detected at line ${detected})${hint}`;
    return this.failAt(message, start + 1, at);
  }

  protected lineAtEnd(at: number, c: number): number {
    return this.index().line(c === -1 && at > 0 && this.source.charCodeAt(at - 1) === 10 ? at - 1 : at);
  }

  /** Mirrors tok_get_fstring_mode(). */
  protected stringPart(mode: StringMode): boolean {
    const source = this.source;
    const limit = this.limit;
    const start = this.pos;
    const middle = mode.letter === 'f' ? T.FSTRING_MIDDLE : T.TSTRING_MIDDLE;
    const { quote, quoteSize } = mode;
    if (source.charCodeAt(start) === 123 && source.charCodeAt(start + 1) !== 123) return this.openField(mode);
    if (source.charCodeAt(start) === quote && (quoteSize === 1 || this.closes(start, quote))) {
      this.modes.pop();
      this.tokens.push(mode.letter === 'f' ? T.FSTRING_END : T.TSTRING_END, start, start + quoteSize);
      this.pos = start + quoteSize;
      return true;
    }
    const inSpec = mode.inFormatSpec && mode.fieldDepth >= 0;
    let named = false;
    for (let pos = start; ; pos++) {
      const c = pos < limit ? source.charCodeAt(pos) : -1;
      if (c === -1 || (quoteSize === 1 && (c === 10 || c === 13))) {
        if (inSpec && c !== -1) {
          if (this.minor >= 14) {
            const where = `${mode.letter}-string: newlines are not allowed in format specifiers`;
            return this.failAt(`${where} for single quoted ${mode.letter}-strings`, pos + 1, pos);
          }
          this.pos = pos;
          mode.inExpression = true;
          mode.inFormatSpec = false;
          this.tokens.push(middle, start, pos);
          return true;
        }
        const kind = quoteSize === 3 ? 'triple-quoted ' : '';
        const message = `unterminated ${kind}${mode.letter}-string literal (detected at line ${this.lineAtEnd(pos, c)})`;
        return this.failAt(message, mode.start + 1, pos);
      }
      if (c === quote) {
        if (quoteSize === 3 && !this.closes(pos, quote)) continue;
        this.tokens.push(middle, start, pos);
        this.pos = pos;
        return true;
      }
      if (c === 123) {
        if (source.charCodeAt(pos + 1) === 123 && !inSpec) {
          return this.doubled(middle, start, pos);
        }
        this.tokens.push(middle, start, pos);
        this.pos = pos;
        return this.openField(mode);
      }
      if (c === 125) {
        if (named) {
          this.tokens.push(middle, start, pos + 1);
          this.pos = pos + 1;
          return true;
        }
        if (source.charCodeAt(pos + 1) === 125 && !inSpec && mode.depth === 0) {
          return this.doubled(middle, start, pos);
        }
        this.tokens.push(middle, start, pos);
        this.pos = pos;
        mode.inExpression = true;
        mode.inFormatSpec = false;
        return true;
      }
      if (c === 92) {
        const next = source.charCodeAt(pos + 1);
        if (next === 123 || next === 125) continue;
        pos++;
        if (next === 13 && source.charCodeAt(pos + 1) === 10) pos++;
        if (!mode.raw && next === 78 && source.charCodeAt(pos + 1) === 123) {
          named = true;
          pos++;
        }
      }
    }
  }

  /** Text that ends with a doubled brace; the token holds both. */
  protected doubled(middle: T, start: number, pos: number): boolean {
    this.tokens.push(middle, start, pos + 2);
    this.pos = pos + 2;
    return true;
  }

  protected openField(mode: StringMode): boolean {
    if (++mode.fieldDepth >= MAX_EXPR_NESTING) {
      return this.failAt(`${mode.letter}-string: expressions nested too deeply`, this.pos);
    }
    mode.inExpression = true;
    mode.inFormatSpec = false;
    return true;
  }

  protected closes(pos: number, quote: number): boolean {
    return this.source.charCodeAt(pos + 1) === quote && this.source.charCodeAt(pos + 2) === quote;
  }
}
