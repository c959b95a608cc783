import { Scanner, lastPlace } from './scanner.ts';
import { T } from './tokens.ts';

const MAXINDENT = 100;
const TABSIZE = 8;

/** Tokenizes what lies between the words: lines, indentation, the end of the text. */
export abstract class LayoutScanner extends Scanner {
  readonly #indents = [0];
  readonly #altIndents = [0];

  /**
   * Measures the indentation of a line and pushes INDENT and DEDENT.
   * Answers false when the line holds nothing or was wrong.
   */
  protected indentation(): boolean {
    const source = this.source;
    const limit = this.limit;
    let pos = this.pos;
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
        this.pos = pos;
        if (!this.continuation()) return false;
        pos = this.pos - 1;
        if (this.atLineStart) return false;
      } else {
        break;
      }
      pos++;
    }
    this.pos = pos;
    if (this.parens.length !== 0 || c === 35 || c === 10 || c === 13) {
      if (this.parens.length === 0) this.blankLine();
      return this.parens.length !== 0;
    }
    if (c === -1) column = altColumn = 0;
    if (continued !== 0) column = altColumn = continued;
    const indents = this.#indents;
    const altIndents = this.#altIndents;
    const top = indents.length - 1;
    if (column === indents[top]) {
      if (altColumn !== altIndents[top]) return this.inconsistentTabs();
      return true;
    }
    if (column > indents[top]!) {
      if (top + 1 >= MAXINDENT) return this.tooDeep();
      if (altColumn <= altIndents[top]!) return this.inconsistentTabs();
      indents.push(column);
      altIndents.push(altColumn);
      this.tokens.push(T.INDENT, pos, pos);
      return true;
    }
    let level = top;
    while (level > 0 && column < indents[level]!) level--;
    // The blocks that such a line leaves end with the next line that fits.
    if (column !== indents[level]) return this.badDedent();
    indents.length = altIndents.length = level + 1;
    if (altColumn !== altIndents[level]) return this.inconsistentTabs();
    for (let i = level; i < top; i++) this.tokens.push(T.DEDENT, pos, pos);
    return true;
  }

  /** Skips a line that holds nothing but blanks and a comment. */
  protected blankLine(): void {
    const source = this.source;
    let pos = this.pos;
    while (pos < this.limit && source.charCodeAt(pos) !== 10 && source.charCodeAt(pos) !== 13) pos++;
    if (source.charCodeAt(pos) === 13 && source.charCodeAt(pos + 1) === 10) pos++;
    this.pos = Math.min(pos + 1, this.limit);
    this.atLineStart = true;
    this.bufferStart = this.pos;
  }

  /** A backslash that must end its line. False at the end of the text. */
  protected continuation(): boolean {
    const source = this.source;
    let pos = this.pos + 1;
    const c = pos < this.limit ? source.charCodeAt(pos) : -1;
    if (c === 13 || c === 10) {
      pos += c === 13 && source.charCodeAt(pos + 1) === 10 ? 2 : 1;
    } else if (c !== -1) {
      const lines = this.index();
      const message = 'unexpected character after line continuation character';
      const line = lines.line(pos);
      let column = 1;
      for (let i = this.bufferStart; i < pos; i++) if (!isLowSurrogate(source.charCodeAt(i))) column++;
      if (this.minor >= 14) column = Math.min(column, lines.characters(lines.end(line)) + 2);
      return this.fail(message, line, column, 0, pos, false);
    }
    this.pos = pos;
    if (pos >= this.limit) {
      this.unexpectedEnd();
      return false;
    }
    return true;
  }

  /** The end of the text: the NEWLINE that may lack, the dedents, ENDMARKER. */
  protected endOfFile(start: number): boolean {
    const tokens = this.tokens;
    const end = this.pos;
    if (this.isField) {
      tokens.push(T.RPAR, end, end + 1);
      tokens.push(T.NEWLINE, end + 1, end + 1);
    } else if (this.parens.length !== 0) {
      this.unexpectedEnd();
      return true;
    } else if (tokens.count !== 0 && !endsLine(tokens.kinds[tokens.count - 1]!)) {
      tokens.push(T.NEWLINE, start, end);
      this.atLineStart = true;
      return true;
    }
    tokens.push(T.ENDMARKER, end, end);
    return false;
  }

  protected unexpectedEnd(): void {
    const unclosed = this.unclosed();
    if (unclosed !== null) {
      this.fail(unclosed.message, unclosed.lineno, unclosed.offset, 0, this.limit, false);
      return;
    }
    const [line, column] = lastPlace(this.index());
    this.fail('unexpected EOF while parsing', line, column, -1, this.limit, false);
  }

  protected inconsistentTabs(): boolean {
    const line = this.index().line(this.pos);
    const message = 'inconsistent use of tabs and spaces in indentation';
    return !this.report('TabError', message, line, 1, 0);
  }

  protected tooDeep(): boolean {
    return !this.report('IndentationError', 'too many levels of indentation', this.index().line(this.pos), 1, 0);
  }

  protected badDedent(): boolean {
    const lines = this.index();
    const line = lines.line(this.pos);
    const message = 'unindent does not match any outer indentation level';
    return !this.report('IndentationError', message, line, lines.characters(lines.end(line)) + 1, -1);
  }
}

function isLowSurrogate(c: number): boolean {
  return c >= 0xdc00 && c <= 0xdfff;
}

function endsLine(kind: T): boolean {
  return kind === T.NEWLINE || kind === T.INDENT || kind === T.DEDENT;
}
