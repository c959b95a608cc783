import { continuesName, invalidCharacter, isDigit, isPrintable, startsName } from './characters.ts';
import { scanNumber } from './numbers.ts';
import { extendPrefix } from './prefixes.ts';
import type { StringMode, TokenStream } from './scanner.ts';
import { StringScanner } from './stringscanner.ts';
import { T, wordKind } from './tokens.ts';
import type { GrammarVersion } from './tree.ts';

const MAXLEVEL = 200;

/** Splits a text into tokens; goes on at the next line after an error. */
export function tokenize(source: string, version: GrammarVersion): TokenStream {
  return new Tokenizer(source, version, 0, source.length, null, false).run();
}

/** The tokens of a replacement field's text before 3.12, as CPython parses it: in parentheses. */
export function tokenizeField(stream: TokenStream, start: number, end: number): TokenStream {
  return new Tokenizer(stream.source, stream.version, start, end, stream.lines, true).run();
}

/** The tokens from a line on, as if the text began there. */
export function tokenizeFrom(stream: TokenStream, start: number): TokenStream {
  return new Tokenizer(stream.source, stream.version, start, stream.source.length, stream.lines, false).run();
}

/** Mirrors tok_get() and its two modes. */
class Tokenizer extends StringScanner {
  run(): TokenStream {
    if (this.isField) {
      this.atLineStart = false;
      this.parens.push({ code: 40, at: this.pos });
      this.tokens.push(T.LPAR, this.pos - 1, this.pos);
    }
    while (this.step());
    return {
      source: this.source,
      version: this.version,
      tokens: this.tokens,
      faults: this.faults,
      notices: this.notices,
      lines: this.index(),
    };
  }

  /** Reads one token or one stretch of nothing; false at the end. */
  protected step(): boolean {
    const modes = this.modes;
    if (modes.length !== 0) {
      const mode = modes[modes.length - 1]!;
      if (!mode.inExpression) return this.stringPart(mode);
    }
    if (this.atLineStart) {
      this.atLineStart = false;
      if (!this.indentation()) return true;
    }
    const source = this.source;
    const limit = this.limit;
    let pos = this.pos;
    let c = pos < limit ? source.charCodeAt(pos) : -1;
    while (c === 32 || c === 9 || c === 12) c = ++pos < limit ? source.charCodeAt(pos) : -1;
    const start = pos;
    if (c === 35) {
      while (c !== -1 && c !== 10 && c !== 13) c = ++pos < limit ? source.charCodeAt(pos) : -1;
    }
    if (c === -1) {
      this.pos = pos;
      return this.endOfFile(start);
    }
    if (startsName(c)) return this.name(start, c);
    if (c === 10 || c === 13) {
      this.pos = c === 13 && source.charCodeAt(pos + 1) === 10 ? pos + 2 : pos + 1;
      this.atLineStart = true;
      this.bufferStart = this.pos;
      if (this.parens.length === 0) this.tokens.push(T.NEWLINE, start, pos);
      return true;
    }
    if (isDigit(c) || (c === 46 && isDigit(source.charCodeAt(pos + 1)))) return this.number(start);
    if (c === 34 || c === 39) return this.string(start, start, c);
    if (c === 92) {
      this.pos = pos;
      // After a backslash at the end of the text, the next step ends the tokens.
      this.continuation();
      return true;
    }
    return this.operator(start, c);
  }

  protected name(start: number, first: number): boolean {
    const source = this.source;
    let pos = start;
    let c = first;
    let prefix = 0;
    while ((prefix = extendPrefix(prefix, c, this.minor)) !== 0) {
      c = source.charCodeAt(++pos);
      if (c === 34 || c === 39) return this.prefixed(start, pos, prefix, c);
    }
    let ascii = c < 128 || !(c >= 128);
    while (continuesName(c)) {
      if (c >= 128) ascii = false;
      c = source.charCodeAt(++pos);
    }
    const end = Math.min(pos, this.limit);
    this.pos = end;
    if (!ascii) {
      const bad = invalidCharacter(source, start, end, this.version);
      if (bad >= 0) return this.badCharacter(source.codePointAt(bad)!, bad);
      this.tokens.push(T.NAME, start, end);
    } else {
      this.tokens.push(wordKind(source, start, end), start, end);
    }
    return true;
  }

  protected badCharacter(c: number, at: number): boolean {
    const hex = c.toString(16).toUpperCase().padStart(4, '0');
    const text = String.fromCodePoint(c);
    const message = isPrintable(c, this.version)
      ? `invalid character '${text}' (U+${hex})`
      : `invalid non-printable character U+${hex}`;
    return this.failAt(message, at + text.length);
  }

  protected number(start: number): boolean {
    const { end, fault, touching } = scanNumber(this.source, start);
    if (fault !== null) {
      if (fault.from === undefined) return this.failAt(fault.message, fault.at);
      const lines = this.index();
      const from = lines.characters(fault.from) + 1;
      return this.fail(fault.message, lines.line(start), from, lines.characters(fault.at), end, true);
    }
    if (touching !== null) {
      this.notices.push({
        category: 'SyntaxWarning',
        message: `invalid ${touching} literal`,
        lineno: this.index().line(start),
        start,
        end,
      });
    }
    this.tokens.push(T.NUMBER, start, end);
    this.pos = end;
    return true;
  }

  protected operator(start: number, c: number): boolean {
    const source = this.source;
    const mode = this.modes.at(-1);
    if (mode !== undefined && c === 58 && mode.depth - 1 === mode.fieldDepth) {
      mode.inExpression = false;
      mode.inFormatSpec = true;
      this.pos = start + 1;
      this.tokens.push(T.COLON, start, start + 1);
      return true;
    }
    const c2 = source.charCodeAt(start + 1);
    let kind: T = T.OP;
    let length = 1;
    switch (c) {
      case 40: case 91: case 123:
        return this.open(start, c, mode);
      case 41: case 93: case 125:
        return this.close(start, c, mode);
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
        else if (this.minor >= 12) kind = T.EXCLAMATION;
        break;
      case 60:
        kind = T.LESS;
        if (c2 === 60) { kind = T.LEFTSHIFT; length = 2; }
        else if (c2 === 61) { kind = T.LESSEQUAL; length = 2; }
        else if (c2 === 62 && this.minor < 14) { kind = T.NOTEQUAL; length = 2; }
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
        if (!isPrintable(c, this.version)) return this.nonPrintable(c, start);
    }
    if (kind >= T.VBAR && kind <= T.DOUBLESTAR && source.charCodeAt(start + length) === 61) {
      kind += T.VBAREQUAL - T.VBAR;
      length++;
    }
    this.tokens.push(kind, start, start + length);
    this.pos = start + length;
    return true;
  }

  protected nonPrintable(c: number, start: number): boolean {
    if (c === 0) return this.failAt('source code cannot contain null bytes', start);
    const hex = c.toString(16).toUpperCase().padStart(4, '0');
    return this.failAt(`invalid non-printable character U+${hex}`, start + 1);
  }

  protected open(start: number, c: number, mode: StringMode | undefined): boolean {
    if (this.parens.length >= MAXLEVEL) return this.failAt('too many nested parentheses', start + 1);
    this.parens.push({ code: c, at: start });
    if (mode !== undefined) mode.depth++;
    this.tokens.push(c === 40 ? T.LPAR : c === 91 ? T.LSQB : T.LBRACE, start, start + 1);
    this.pos = start + 1;
    return true;
  }

  protected close(start: number, c: number, mode: StringMode | undefined): boolean {
    const text = String.fromCharCode(c);
    const at = start + 1;
    if (mode !== undefined && mode.depth === 0 && c === 125) {
      return this.failAt(`${mode.letter}-string: single '}' is not allowed`, at);
    }
    const paren = this.parens.pop();
    if (paren === undefined) return this.failAt(`unmatched '${text}'`, at);
    if (c !== (paren.code === 40 ? 41 : paren.code + 2)) {
      if (mode !== undefined && paren.code === 123 && mode.depth - 1 === mode.fieldDepth) {
        return this.failAt(`${mode.letter}-string: unmatched '${text}'`, at);
      }
      const line = this.index().line(paren.at);
      const where = line === this.index().line(start) ? '' : ` on line ${line}`;
      const opening = String.fromCharCode(paren.code);
      const message = `closing parenthesis '${text}' does not match opening parenthesis '${opening}'${where}`;
      return this.failAt(message, at);
    }
    if (mode !== undefined) {
      if (--mode.depth < 0) return this.failAt(`${mode.letter}-string: unmatched '${text}'`, at);
      if (c === 125 && mode.depth === mode.fieldDepth) {
        mode.fieldDepth--;
        mode.inExpression = false;
        mode.inFormatSpec = this.minor === 12 && mode.fieldDepth >= 0;
      }
    }
    this.tokens.push(c === 41 ? T.RPAR : c === 93 ? T.RSQB : T.RBRACE, start, at);
    this.pos = at;
    return true;
  }
}
