import { continuesName, invalidCharacter, isDigit, isPrintable, startsName } from './characters.ts';
import { LineIndex } from './lines.ts';
import { scanNumber } from './numbers.ts';
import { problemAt } from './problems.ts';
import type { ProblemKind, SyntaxNotice, SyntaxProblem } from './problems.ts';
import { T, Tokens, wordKind } from './tokens.ts';
import type { GrammarVersion } from './tree.ts';

const MAXLEVEL = 200;
const MAXINDENT = 100;
const MAXFSTRINGLEVEL = 150;
const MAX_EXPR_NESTING = 3;
const TABSIZE = 8;

/** The state of one f-string or t-string that is open; mirrors tokenizer_mode. */
interface StringMode {
  readonly start: number;
  readonly quote: number;
  readonly quoteSize: 1 | 3;
  readonly raw: boolean;
  readonly letter: 'f' | 't';
  /** True between the braces of a replacement field. */
  inExpression: boolean;
  inFormatSpec: boolean;
  debug: boolean;
  /** curly_bracket_depth: brackets open inside this string. */
  depth: number;
  /** curly_bracket_expr_start_depth: -1 outside any field. */
  fieldDepth: number;
}

interface Paren {
  readonly code: number;
  readonly at: number;
}

/** What is wrong at an ERRORTOKEN. */
export interface TokenFault {
  readonly problem: SyntaxProblem;
  /**
   * Whether CPython's tokenizer raises it, rather than leave a code, outside any
   * f-string: then it is said even if the parser failed before.
   */
  readonly isSpoken: boolean;
  /** The bracket left open at a fault that is not spoken, or null. */
  readonly unclosed: SyntaxProblem | null;
}

/** What the tokenizer hands to the parser. */
export interface TokenStream {
  readonly source: string;
  readonly version: GrammarVersion;
  readonly tokens: Tokens;
  /** The fault of each ERRORTOKEN, by token index, in order. */
  readonly faults: ReadonlyMap<number, TokenFault>;
  readonly notices: readonly SyntaxNotice[];
  readonly lines: LineIndex;
}

/** Splits a text into tokens; goes on at the next line after an error. */
export function tokenize(source: string, version: GrammarVersion, start = 0, end = source.length): TokenStream {
  return new Tokenizer(source, version, start, end, null).run();
}

/** The tokens of a replacement field's text before 3.12, as CPython parses it: in parentheses. */
export function tokenizeField(stream: TokenStream, start: number, end: number): TokenStream {
  return new Tokenizer(stream.source, stream.version, start, end, stream.lines).run();
}

/** Mirrors tok_get() and its two modes. */
class Tokenizer {
  readonly #source: string;
  readonly #version: GrammarVersion;
  readonly #end: number;
  readonly #tokens: Tokens;
  readonly #faults = new Map<number, TokenFault>();
  readonly #notices: SyntaxNotice[] = [];
  #lines: LineIndex | null;
  #pos: number;
  #atLineStart = true;
  readonly #indents = [0];
  readonly #altIndents = [0];
  readonly #parens: Paren[] = [];
  readonly #modes: StringMode[] = [];
  /** Whether this is a replacement field of an old f-string. */
  readonly #isField: boolean;
  readonly #hasFStrings: boolean;
  readonly #hasTStrings: boolean;

  constructor(source: string, version: GrammarVersion, start: number, end: number, lines: LineIndex | null) {
    this.#source = source;
    this.#version = version;
    this.#end = end;
    this.#lines = lines;
    this.#isField = lines !== null;
    this.#pos = start === 0 && source.charCodeAt(0) === 0xfeff ? 1 : start;
    this.#tokens = new Tokens(Math.max(16, (end - start) >> 2));
    this.#hasFStrings = version !== '3.11';
    this.#hasTStrings = this.#hasFStrings && version !== '3.12' && version !== '3.13';
  }

  run(): TokenStream {
    if (this.#isField) {
      this.#atLineStart = false;
      this.#parens.push({ code: 40, at: this.#pos });
      this.#tokens.push(T.LPAR, this.#pos - 1, this.#pos);
    }
    while (this.#step());
    return {
      source: this.#source,
      version: this.#version,
      tokens: this.#tokens,
      faults: this.#faults,
      notices: this.#notices,
      lines: this.#index(),
    };
  }

  /** Reads one token or one stretch of nothing; false at the end. */
  #step(): boolean {
    const modes = this.#modes;
    if (modes.length !== 0) {
      const mode = modes[modes.length - 1]!;
      if (!mode.inExpression) return this.#stringPart(mode);
    }
    if (this.#atLineStart) {
      this.#atLineStart = false;
      if (!this.#indentation()) return true;
    }
    const source = this.#source;
    const limit = this.#end;
    let pos = this.#pos;
    let c = pos < limit ? source.charCodeAt(pos) : -1;
    while (c === 32 || c === 9 || c === 12) c = ++pos < limit ? source.charCodeAt(pos) : -1;
    const start = pos;
    if (c === 35) {
      while (c !== -1 && c !== 10 && c !== 13) c = ++pos < limit ? source.charCodeAt(pos) : -1;
    }
    if (c === -1) {
      this.#pos = pos;
      return this.#endOfFile(start);
    }
    if (startsName(c)) return this.#name(start, c);
    if (c === 10 || c === 13) {
      this.#pos = c === 13 && source.charCodeAt(pos + 1) === 10 ? pos + 2 : pos + 1;
      this.#atLineStart = true;
      if (this.#parens.length === 0) this.#tokens.push(T.NEWLINE, start, pos);
      return true;
    }
    if (isDigit(c) || (c === 46 && isDigit(source.charCodeAt(pos + 1)))) return this.#number(start);
    if (c === 34 || c === 39) return this.#string(start, start, c);
    if (c === 92) {
      this.#pos = pos;
      return this.#continuation();
    }
    return this.#operator(start, c);
  }

  /**
   * Measures the indentation of a line and pushes INDENT and DEDENT.
   * Answers false when the line holds nothing or was wrong.
   */
  #indentation(): boolean {
    const source = this.#source;
    const limit = this.#end;
    let pos = this.#pos;
    let column = 0;
    let altColumn = 0;
    let continued = 0;
    let c: number;
    for (;;) {
      c = pos < limit ? source.charCodeAt(pos) : -1;
      if (c === 32) {
        column++;
        altColumn++;
      } else if (c === 9) {
        column = (Math.floor(column / TABSIZE) + 1) * TABSIZE;
        altColumn++;
      } else if (c === 12) {
        column = altColumn = 0;
      } else if (c === 92) {
        continued = continued || column;
        this.#pos = pos;
        if (!this.#continuation()) return false;
        pos = this.#pos - 1;
        if (this.#atLineStart) return false;
      } else {
        break;
      }
      pos++;
    }
    this.#pos = pos;
    if (this.#parens.length !== 0 || c === 35 || c === 10 || c === 13) {
      if (this.#parens.length === 0) this.#blankLine();
      return this.#parens.length !== 0;
    }
    if (c === -1) column = altColumn = 0;
    if (continued !== 0) column = altColumn = continued;
    const indents = this.#indents;
    const altIndents = this.#altIndents;
    const top = indents.length - 1;
    if (column === indents[top]) {
      if (altColumn !== altIndents[top]) return this.#inconsistentTabs();
      return true;
    }
    if (column > indents[top]!) {
      if (top + 1 >= MAXINDENT) return this.#tooDeep();
      if (altColumn <= altIndents[top]!) return this.#inconsistentTabs();
      indents.push(column);
      altIndents.push(altColumn);
      this.#tokens.push(T.INDENT, pos, pos);
      return true;
    }
    let level = top;
    while (level > 0 && column < indents[level]!) level--;
    indents.length = altIndents.length = level + 1;
    if (column !== indents[level]) return this.#badDedent();
    if (altColumn !== altIndents[level]) return this.#inconsistentTabs();
    for (let i = level; i < top; i++) this.#tokens.push(T.DEDENT, pos, pos);
    return true;
  }

  /** Skips a line that holds nothing but blanks and a comment. */
  #blankLine(): void {
    const source = this.#source;
    let pos = this.#pos;
    while (pos < this.#end && source.charCodeAt(pos) !== 10 && source.charCodeAt(pos) !== 13) pos++;
    if (source.charCodeAt(pos) === 13 && source.charCodeAt(pos + 1) === 10) pos++;
    this.#pos = Math.min(pos + 1, this.#end);
    this.#atLineStart = true;
  }

  /** A backslash at #pos that must end its line. False at the end of the text. */
  #continuation(): boolean {
    const source = this.#source;
    let pos = this.#pos + 1;
    const c = pos < this.#end ? source.charCodeAt(pos) : -1;
    if (c === 13 || c === 10) {
      pos += c === 13 && source.charCodeAt(pos + 1) === 10 ? 2 : 1;
    } else if (c !== -1) {
      const lines = this.#index();
      const message = 'unexpected character after line continuation character';
      return this.#fail(message, lines.line(pos), lines.characters(pos) + 1, 0, pos, false);
    }
    this.#pos = pos;
    if (pos >= this.#end) {
      this.#unexpectedEnd();
      return false;
    }
    return true;
  }

  #name(start: number, first: number): boolean {
    const source = this.#source;
    let pos = start;
    let c = first;
    let prefix = 0;
    while ((prefix = extendPrefix(prefix, c, this.#hasTStrings)) !== 0) {
      c = source.charCodeAt(++pos);
      if (c === 34 || c === 39) return this.#prefixed(start, pos, prefix, c);
    }
    let ascii = c < 128 || !(c >= 128);
    while (continuesName(c)) {
      if (c >= 128) ascii = false;
      c = source.charCodeAt(++pos);
    }
    const end = Math.min(pos, this.#end);
    this.#pos = end;
    if (!ascii) {
      const bad = invalidCharacter(source, start, end);
      if (bad >= 0) return this.#badCharacter(source.codePointAt(bad)!, bad);
      this.#tokens.push(T.NAME, start, end);
    } else {
      this.#tokens.push(wordKind(source, start, end), start, end);
    }
    return true;
  }

  #badCharacter(c: number, at: number): boolean {
    const hex = c.toString(16).toUpperCase().padStart(4, '0');
    const text = String.fromCodePoint(c);
    const message = isPrintable(c)
      ? `invalid character '${text}' (U+${hex})`
      : `invalid non-printable character U+${hex}`;
    return this.#failAt(message, at + text.length);
  }

  #number(start: number): boolean {
    const { end, fault, touching } = scanNumber(this.#source, start);
    if (fault !== null) {
      if (fault.from === undefined) return this.#failAt(fault.message, fault.at);
      const lines = this.#index();
      const from = lines.characters(fault.from) + 1;
      return this.#fail(fault.message, lines.line(start), from, lines.characters(fault.at), end, true);
    }
    if (touching !== null) {
      this.#notices.push({
        category: this.#version === '3.11' ? 'DeprecationWarning' : 'SyntaxWarning',
        message: `invalid ${touching} literal`,
        lineno: this.#index().line(start),
        start,
        end,
      });
    }
    this.#tokens.push(T.NUMBER, start, end);
    this.#pos = end;
    return true;
  }

  /** A quote after the prefix letters of a string. */
  #prefixed(start: number, quoteAt: number, prefix: number, quote: number): boolean {
    if (this.#hasTStrings && !this.#checkPrefix(start, quoteAt, prefix)) return true;
    const isTemplate = (prefix & TEMPLATE) !== 0;
    if (!isTemplate && ((prefix & FORMAT) === 0 || !this.#hasFStrings)) return this.#string(start, quoteAt, quote);
    const source = this.#source;
    const triple = source.charCodeAt(quoteAt + 1) === quote && source.charCodeAt(quoteAt + 2) === quote;
    const open = quoteAt + (triple ? 3 : 1);
    if (this.#modes.length + 1 >= MAXFSTRINGLEVEL) return this.#failAt('too many nested f-strings', open);
    this.#modes.push({
      start,
      quote,
      quoteSize: triple ? 3 : 1,
      raw: (prefix & RAW) !== 0,
      letter: isTemplate ? 't' : 'f',
      inExpression: false,
      inFormatSpec: false,
      debug: false,
      depth: 0,
      fieldDepth: -1,
    });
    this.#tokens.push(isTemplate ? T.TSTRING_START : T.FSTRING_START, start, open);
    this.#pos = open;
    return true;
  }

  /** Mirrors maybe_raise_syntax_error_for_string_prefixes(), 3.14+. */
  #checkPrefix(start: number, quoteAt: number, prefix: number): boolean {
    for (const pair of INCOMPATIBLE) {
      if ((prefix & LETTERS[pair[0]!]!) === 0 || (prefix & LETTERS[pair[1]!]!) === 0) continue;
      const lines = this.#index();
      const message = `'${pair[0]}' and '${pair[1]}' prefixes are incompatible`;
      const end = lines.characters(quoteAt + 1);
      return !this.#fail(message, lines.line(start), lines.characters(start) + 1, end, quoteAt, true);
    }
    return true;
  }

  #string(start: number, quoteAt: number, quote: number): boolean {
    const source = this.#source;
    const limit = this.#end;
    let pos = quoteAt + 1;
    let c = pos < limit ? source.charCodeAt(pos) : -1;
    let triple = false;
    if (c === quote) {
      if (pos + 1 < limit && source.charCodeAt(pos + 1) === quote) {
        triple = true;
        pos += 2;
      } else {
        this.#tokens.push(T.STRING, start, pos + 1);
        this.#pos = pos + 1;
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
        return this.#unterminated(start, quote, triple, Math.min(pos, limit), c, escapedQuote);
      }
      pos++;
    }
    pos += triple ? 3 : 1;
    if (pos > limit) return this.#unterminated(start, quote, triple, limit, -1, escapedQuote);
    this.#tokens.push(T.STRING, start, pos);
    this.#pos = pos;
    return true;
  }

  #unterminated(start: number, quote: number, triple: boolean, at: number, c: number, escaped: boolean): boolean {
    const mode = this.#modes.at(-1);
    if (mode !== undefined && mode.quote === quote && mode.quoteSize === (triple ? 3 : 1)) {
      return this.#failAt(`${mode.letter}-string: expecting '}'`, start + 1, at);
    }
    // At the end of the text CPython's tokenizer has already gone one line on.
    const detected = this.#lineAtEnd(at, c);
    const kind = triple ? 'triple-quoted string' : 'string';
    const hint = escaped && !triple && this.#version !== '3.11' && this.#version !== '3.12' ? '; perhaps you escaped the end quote?' : '';
    const message = `unterminated ${kind} literal (detected at line ${detected})${hint}`;
    return this.#failAt(message, start + 1, at);
  }

  #lineAtEnd(at: number, c: number): number {
    return this.#index().line(c === -1 && at > 0 && this.#source.charCodeAt(at - 1) === 10 ? at - 1 : at);
  }

  /** Mirrors tok_get_fstring_mode(). */
  #stringPart(mode: StringMode): boolean {
    const source = this.#source;
    const limit = this.#end;
    const start = this.#pos;
    const middle = mode.letter === 'f' ? T.FSTRING_MIDDLE : T.TSTRING_MIDDLE;
    const { quote, quoteSize } = mode;
    if (source.charCodeAt(start) === 123 && source.charCodeAt(start + 1) !== 123) return this.#openField(mode);
    if (source.charCodeAt(start) === quote && (quoteSize === 1 || this.#closes(start, quote))) {
      this.#modes.pop();
      this.#tokens.push(mode.letter === 'f' ? T.FSTRING_END : T.TSTRING_END, start, start + quoteSize);
      this.#pos = start + quoteSize;
      return true;
    }
    const inSpec = mode.inFormatSpec && mode.fieldDepth >= 0;
    let named = false;
    for (let pos = start; ; pos++) {
      const c = pos < limit ? source.charCodeAt(pos) : -1;
      if (c === -1 || (quoteSize === 1 && (c === 10 || c === 13))) {
        if (inSpec && c !== -1) {
          if (this.#hasTStrings) {
            const where = `${mode.letter}-string: newlines are not allowed in format specifiers`;
            return this.#failAt(`${where} for single quoted ${mode.letter}-strings`, pos + 1, pos);
          }
          this.#pos = pos;
          mode.inExpression = true;
          mode.inFormatSpec = false;
          this.#tokens.push(middle, start, pos);
          return true;
        }
        const kind = quoteSize === 3 ? 'triple-quoted ' : '';
        const message = `unterminated ${kind}${mode.letter}-string literal (detected at line ${this.#lineAtEnd(pos, c)})`;
        return this.#failAt(message, mode.start + 1, pos);
      }
      if (c === quote) {
        if (quoteSize === 3 && !this.#closes(pos, quote)) continue;
        this.#tokens.push(middle, start, pos);
        this.#pos = pos;
        return true;
      }
      if (c === 123) {
        if (source.charCodeAt(pos + 1) === 123 && !inSpec) {
          return this.#doubled(middle, start, pos);
        }
        this.#tokens.push(middle, start, pos);
        this.#pos = pos;
        return this.#openField(mode);
      }
      if (c === 125) {
        if (named) {
          this.#tokens.push(middle, start, pos + 1);
          this.#pos = pos + 1;
          return true;
        }
        if (source.charCodeAt(pos + 1) === 125 && !inSpec && mode.depth === 0) {
          return this.#doubled(middle, start, pos);
        }
        this.#tokens.push(middle, start, pos);
        this.#pos = pos;
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
  #doubled(middle: T, start: number, pos: number): boolean {
    this.#tokens.push(middle, start, pos + 2);
    this.#pos = pos + 2;
    return true;
  }

  #openField(mode: StringMode): boolean {
    if (++mode.fieldDepth >= MAX_EXPR_NESTING) {
      return this.#failAt(`${mode.letter}-string: expressions nested too deeply`, this.#pos);
    }
    mode.inExpression = true;
    mode.inFormatSpec = false;
    return true;
  }

  #closes(pos: number, quote: number): boolean {
    return this.#source.charCodeAt(pos + 1) === quote && this.#source.charCodeAt(pos + 2) === quote;
  }

  #operator(start: number, c: number): boolean {
    const source = this.#source;
    const mode = this.#modes.at(-1);
    if (mode !== undefined && c === 58 && mode.depth - 1 === mode.fieldDepth) {
      mode.inExpression = false;
      mode.inFormatSpec = true;
      this.#pos = start + 1;
      this.#tokens.push(T.COLON, start, start + 1);
      return true;
    }
    const c2 = source.charCodeAt(start + 1);
    let kind: T = T.OP;
    let length = 1;
    switch (c) {
      case 40: case 91: case 123:
        return this.#open(start, c, mode);
      case 41: case 93: case 125:
        return this.#close(start, c, mode);
      case 44: kind = T.COMMA; break;
      case 59: kind = T.SEMI; break;
      case 126: kind = T.TILDE; break;
      case 46:
        kind = T.DOT;
        if (c2 === 46 && source.charCodeAt(start + 2) === 46) { kind = T.ELLIPSIS; length = 3; }
        break;
      case 58:
        kind = T.COLON;
        if (c2 === 61) { kind = T.COLONEQUAL; length = 2; }
        break;
      case 61:
        kind = T.EQUAL;
        if (c2 === 61) { kind = T.EQEQUAL; length = 2; }
        break;
      case 33:
        if (c2 === 61) { kind = T.NOTEQUAL; length = 2; }
        else if (this.#hasFStrings) kind = T.EXCLAMATION;
        break;
      case 60:
        kind = T.LESS;
        if (c2 === 60) { kind = T.LEFTSHIFT; length = 2; }
        else if (c2 === 61) { kind = T.LESSEQUAL; length = 2; }
        else if (c2 === 62 && !this.#hasTStrings) { kind = T.NOTEQUAL; length = 2; }
        break;
      case 62:
        kind = T.GREATER;
        if (c2 === 62) { kind = T.RIGHTSHIFT; length = 2; }
        else if (c2 === 61) { kind = T.GREATEREQUAL; length = 2; }
        break;
      case 45:
        kind = T.MINUS;
        if (c2 === 62) { kind = T.RARROW; length = 2; }
        break;
      case 42:
        kind = T.STAR;
        if (c2 === 42) { kind = T.DOUBLESTAR; length = 2; }
        break;
      case 47:
        kind = T.SLASH;
        if (c2 === 47) { kind = T.DOUBLESLASH; length = 2; }
        break;
      case 43: kind = T.PLUS; break;
      case 37: kind = T.PERCENT; break;
      case 38: kind = T.AMPER; break;
      case 124: kind = T.VBAR; break;
      case 94: kind = T.CIRCUMFLEX; break;
      case 64: kind = T.AT; break;
      default:
        if (!isPrintable(c)) return this.#nonPrintable(c, start);
    }
    if (kind >= T.VBAR && kind <= T.DOUBLESTAR && source.charCodeAt(start + length) === 61) {
      kind += T.VBAREQUAL - T.VBAR;
      length++;
    }
    if (kind === T.EQUAL && mode !== undefined && mode.fieldDepth >= 0) mode.debug = true;
    this.#tokens.push(kind, start, start + length);
    this.#pos = start + length;
    return true;
  }

  #nonPrintable(c: number, start: number): boolean {
    if (c === 0) return this.#failAt('source code cannot contain null bytes', start);
    const hex = c.toString(16).toUpperCase().padStart(4, '0');
    return this.#failAt(`invalid non-printable character U+${hex}`, start + 1);
  }

  #open(start: number, c: number, mode: StringMode | undefined): boolean {
    if (this.#parens.length >= MAXLEVEL) return this.#failAt('too many nested parentheses', start + 1);
    this.#parens.push({ code: c, at: start });
    if (mode !== undefined) mode.depth++;
    this.#tokens.push(c === 40 ? T.LPAR : c === 91 ? T.LSQB : T.LBRACE, start, start + 1);
    this.#pos = start + 1;
    return true;
  }

  #close(start: number, c: number, mode: StringMode | undefined): boolean {
    const text = String.fromCharCode(c);
    const at = start + 1;
    if (mode !== undefined && mode.depth === 0 && c === 125) {
      return this.#failAt(`${mode.letter}-string: single '}' is not allowed`, at);
    }
    const paren = this.#parens.pop();
    if (paren === undefined) return this.#failAt(`unmatched '${text}'`, at);
    if (c !== (paren.code === 40 ? 41 : paren.code + 2)) {
      if (mode !== undefined && paren.code === 123 && mode.depth - 1 === mode.fieldDepth) {
        return this.#failAt(`${mode.letter}-string: unmatched '${text}'`, at);
      }
      const line = this.#index().line(paren.at);
      const where = line === this.#index().line(start) ? '' : ` on line ${line}`;
      const opening = String.fromCharCode(paren.code);
      const message = `closing parenthesis '${text}' does not match opening parenthesis '${opening}'${where}`;
      return this.#failAt(message, at);
    }
    if (mode !== undefined) {
      if (--mode.depth < 0) return this.#failAt(`${mode.letter}-string: unmatched '${text}'`, at);
      if (c === 125 && mode.depth === mode.fieldDepth) {
        mode.fieldDepth--;
        mode.inExpression = false;
        mode.inFormatSpec = this.#version === '3.12' && mode.fieldDepth >= 0;
        mode.debug = false;
      }
    }
    this.#tokens.push(c === 41 ? T.RPAR : c === 93 ? T.RSQB : T.RBRACE, start, at);
    this.#pos = at;
    return true;
  }

  /** The end of the text: the NEWLINE that may lack, the dedents, ENDMARKER. */
  #endOfFile(start: number): boolean {
    const tokens = this.#tokens;
    const end = this.#pos;
    if (this.#isField) {
      tokens.push(T.RPAR, end, end + 1);
      tokens.push(T.NEWLINE, end + 1, end + 1);
    } else if (this.#parens.length !== 0) {
      this.#unexpectedEnd();
      return true;
    } else if (tokens.count !== 0 && !endsLine(tokens.kinds[tokens.count - 1]!)) {
      tokens.push(T.NEWLINE, start, end);
      this.#atLineStart = true;
      return true;
    }
    tokens.push(T.ENDMARKER, end, end);
    return false;
  }

  #unexpectedEnd(): void {
    const unclosed = this.#unclosed();
    if (unclosed !== null) {
      this.#fail(unclosed.message, unclosed.lineno, unclosed.offset, 0, this.#end, false);
      return;
    }
    const [line, column] = lastPlace(this.#index());
    this.#fail('unexpected EOF while parsing', line, column, -1, this.#end, false);
  }

  /** Mirrors raise_unclosed_parentheses_error(). */
  #unclosed(): SyntaxProblem | null {
    const paren = this.#parens.at(-1);
    if (paren === undefined) return null;
    const lines = this.#index();
    const line = lines.line(paren.at);
    const message = `'${String.fromCharCode(paren.code)}' was never closed`;
    return problemAt(lines, 'SyntaxError', message, line, lines.characters(paren.at) + 1, line, 0);
  }

  #inconsistentTabs(): boolean {
    const line = this.#index().line(this.#pos);
    const message = 'inconsistent use of tabs and spaces in indentation';
    return !this.#report('TabError', message, line, 1, 0);
  }

  #tooDeep(): boolean {
    return !this.#report('IndentationError', 'too many levels of indentation', this.#index().line(this.#pos), 1, 0);
  }

  #badDedent(): boolean {
    const lines = this.#index();
    const line = lines.line(this.#pos);
    const message = 'unindent does not match any outer indentation level';
    return !this.#report('IndentationError', message, line, lines.characters(lines.end(line)) + 1, -1);
  }

  /** An error whose caret stands on the character before `at`. */
  #failAt(message: string, at: number, resume = at): boolean {
    const lines = this.#index();
    // `at` may be past a line break that is wrong itself.
    const isPastBreak = this.#source.charCodeAt(at - 1) === 10;
    const offset = isPastBreak ? lines.characters(at - 1) + 1 : lines.characters(at);
    return this.#fail(message, lines.line(at - 1), offset, offset, resume, true);
  }

  /** Pushes an ERRORTOKEN and goes on with the line after `resume`. Always true. */
  #fail(
    message: string, line: number, offset: number, endOffset: number, resume: number, isRaised: boolean,
  ): boolean {
    this.#report('SyntaxError', message, line, offset, endOffset, isRaised);
    this.#parens.length = 0;
    this.#modes.length = 0;
    let pos = resume;
    while (pos < this.#end && this.#source.charCodeAt(pos) !== 10 && this.#source.charCodeAt(pos) !== 13) pos++;
    this.#pos = pos;
    return true;
  }

  #report(
    kind: ProblemKind, message: string, line: number, offset: number, endOffset: number, isRaised = false,
  ): boolean {
    const problem = problemAt(this.#index(), kind, message, line, offset, line, endOffset);
    const isInString = this.#modes.length !== 0;
    const unclosed = isRaised || isInString ? null : this.#unclosed();
    this.#faults.set(this.#tokens.count, { problem, isSpoken: isRaised && !isInString, unclosed });
    this.#tokens.push(T.ERRORTOKEN, problem.start, problem.end);
    return true;
  }

  #index(): LineIndex {
    return (this.#lines ??= new LineIndex(this.#source));
  }
}

/** The line and the column where CPython's tokenizer stands at the end: past a last line break. */
export function lastPlace(lines: LineIndex): readonly [line: number, column: number] {
  const { count } = lines;
  const isEmpty = lines.start(count) === lines.end(count) && count > 1;
  const line = isEmpty ? count - 1 : count;
  return [line, lines.characters(lines.end(line)) + 1];
}

const BYTES = 1;
const RAW = 2;
const UNICODE = 4;
const FORMAT = 8;
const TEMPLATE = 16;

const LETTERS: Readonly<Record<string, number>> = { b: BYTES, r: RAW, u: UNICODE, f: FORMAT, t: TEMPLATE };
const INCOMPATIBLE: readonly string[] = ['ub', 'ur', 'uf', 'ut', 'bf', 'bt', 'ft'];

/** Adds a letter to the prefix of a string; 0 when the letter cannot stand there. */
function extendPrefix(prefix: number, c: number, hasTStrings: boolean): number {
  if (hasTStrings) {
    // From 3.14 any letters are taken, each once, and looked at afterwards.
    const letter = c < 128 ? LETTERS[String.fromCharCode(c | 32)] ?? 0 : 0;
    return (prefix & letter) !== 0 || letter === 0 ? 0 : prefix | letter;
  }
  switch (c | 32) {
    case 98: return prefix & (BYTES | UNICODE | FORMAT) ? 0 : prefix | BYTES;
    case 117: return prefix !== 0 ? 0 : UNICODE;
    case 114: return prefix & (RAW | UNICODE) ? 0 : prefix | RAW;
    case 102: return prefix & (FORMAT | BYTES | UNICODE) ? 0 : prefix | FORMAT;
    default: return 0;
  }
}

function endsLine(kind: T): boolean {
  return kind === T.NEWLINE || kind === T.INDENT || kind === T.DEDENT;
}
