import { decodeBytes, withUnixLines } from './escapes.ts';
import { joinTexts } from './literaltext.ts';
import { hasNonAscii, splitLiteral } from './literals.ts';
import { OldStringParser } from './oldstrings.ts';
import { T } from './tokens.ts';
import type { Constant, Expr, JoinedStr } from './tree.ts';

/** Parses string literals, alone and side by side. */
export abstract class StringParser extends OldStringParser {
  /** yield_expr | star_expressions */
  protected abstract annotatedRhs(): Expr;

  /** strings: one literal or several side by side. */
  protected strings(): Expr {
    if (this.minor < 12) return this.oldStrings();
    const start = this.start();
    if (this.kind === T.TSTRING_START) return this.#templates(start);
    const first = this.kind === T.STRING ? this.#constant() : this.#joined();
    if (first.kind === 'Constant' && this.kind !== T.STRING && this.kind !== T.FSTRING_START) return first;
    const pieces: Expr[] = [first];
    while (this.kind === T.STRING || this.kind === T.FSTRING_START) {
      pieces.push(this.kind === T.STRING ? this.#constant() : this.#joined());
    }
    return this.#concatenate(pieces, start);
  }

  /** string: one literal that is no f-string. */
  #constant(): Constant {
    const start = this.start();
    const end = this.tokenEnd();
    const { source, version } = this;
    const literal = splitLiteral(source, start, end);
    const { bodyStart, bodyEnd } = literal;
    if (literal.isBytes) {
      if (hasNonAscii(source, bodyStart, bodyEnd)) this.fail();
      const value = this.decoded(decodeBytes(source, bodyStart, bodyEnd, literal.isRaw, version), start, end);
      this.advance();
      return { kind: 'Constant', start, end, value: { type: 'bytes', value }, u_kind: false };
    }
    const text = this.text(bodyStart, bodyEnd, literal.isRaw, start, end);
    this.advance();
    return { kind: 'Constant', start, end, value: { type: 'str', ...text }, u_kind: literal.isUnicode };
  }

  /** fstring, 3.12+: FSTRING_START fstring_middle* FSTRING_END */
  #joined(): JoinedStr {
    const start = this.start();
    const values = this.#parts(T.FSTRING_MIDDLE);
    this.expect(T.FSTRING_END);
    return { kind: 'JoinedStr', start, end: this.end(), values };
  }

  /** tstring+, 3.14+ */
  #templates(start: number): Expr {
    const values: Expr[] = [];
    while (this.kind === T.TSTRING_START) {
      values.push(...this.#parts(T.TSTRING_MIDDLE));
      this.expect(T.TSTRING_END);
    }
    if (this.kind === T.STRING || this.kind === T.FSTRING_START) this.fail();
    return { kind: 'TemplateStr', start, end: this.end(), values: fold(values, true) };
  }

  /** What stands between the quotes. */
  #parts(middle: T): Expr[] {
    const opening = this.source.slice(this.start(), this.tokenEnd());
    const isRaw = /[rR]/.test(opening);
    const values: Expr[] = [];
    this.advance();
    for (;;) {
      if (this.kind === middle) this.#middle(values, isRaw);
      else if (this.kind === T.LBRACE) this.#field(values, middle, isRaw);
      else return values;
    }
  }

  #middle(values: Expr[], isRaw: boolean, keepsEmpty = false): void {
    const start = this.start();
    const end = this.tokenEnd();
    const isDoubled = this.source.endsWith('{{', end) || this.source.endsWith('}}', end);
    const text = this.text(start, isDoubled && end - start > 1 ? end - 1 : end, isRaw, start, end);
    if (text.value !== '' || (keepsEmpty && this.minor === 12)) {
      values.push({ kind: 'Constant', start, end, value: { type: 'str', ...text }, u_kind: false });
    }
    this.advance();
  }

  /** fstring_replacement_field and tstring_replacement_field */
  #field(values: Expr[], middle: T, isRaw: boolean, inSpec = false): void {
    const start = this.start();
    this.advance();
    const value = this.annotatedRhs();
    const strEnd = this.start();
    const isDebug = this.accept(T.EQUAL);
    const textEnd = this.start();
    let conversion = -1;
    if (this.kind === T.EXCLAMATION) {
      this.advance();
      if (this.start() !== this.end()) this.fail();
      const name = this.name();
      if (name !== 's' && name !== 'r' && name !== 'a') this.fail(this.failedAt < 0 ? this.pos - 1 : this.pos);
      conversion = name.charCodeAt(0);
    }
    const format_spec = this.kind === T.COLON ? this.#formatSpec(middle, isRaw) : null;
    if (isDebug && conversion < 0 && format_spec === null) conversion = 114;
    this.expect(T.RBRACE);
    const end = this.end();
    if (isDebug) {
      const text = { type: 'str', value: withoutComments(this.source.slice(start + 1, textEnd)) } as const;
      values.push({ kind: 'Constant', start: start + 1, end: textEnd, value: text, u_kind: false });
    }
    if (middle === T.FSTRING_MIDDLE || inSpec) {
      values.push({ kind: 'FormattedValue', start, end, value, conversion, format_spec });
    } else {
      const str = withoutComments(this.source.slice(start + 1, strEnd));
      values.push({ kind: 'Interpolation', start, end, value, str, conversion, format_spec });
    }
  }

  /** fstring_full_format_spec */
  #formatSpec(middle: T, isRaw: boolean): JoinedStr {
    const start = this.start();
    const values: Expr[] = [];
    this.advance();
    for (;;) {
      if (this.kind === middle) this.#middle(values, isRaw && this.minor >= 13, true);
      else if (this.kind === T.LBRACE) this.#field(values, middle, isRaw, true);
      else break;
    }
    return { kind: 'JoinedStr', start, end: this.end(), values: this.#specValues(values) };
  }

  /** 3.12 keeps the empty texts of a specification that holds more than one. */
  #specValues(values: readonly Expr[]): readonly Expr[] {
    return this.minor > 12 || values.length === 1 ? fold(values, true) : values;
  }

  /** Mirrors _PyPegen_concatenate_strings(). */
  #concatenate(pieces: readonly Expr[], start: number): Expr {
    const end = this.end();
    let isBytes = false;
    let isText = false;
    let isFormat = false;
    const flat: Expr[] = [];
    for (const piece of pieces) {
      if (piece.kind === 'JoinedStr') {
        isFormat = true;
        flat.push(...piece.values);
        continue;
      }
      if (piece.kind === 'Constant' && piece.value.type === 'bytes') isBytes = true;
      else isText = true;
      flat.push(piece);
    }
    if (isBytes && (isText || isFormat)) this.fail();
    if (isBytes) return { kind: 'Constant', start, end, value: joinBytes(flat), u_kind: false };
    const values = fold(flat, isFormat);
    return isFormat ? { kind: 'JoinedStr', start, end, values } : values[0]!;
  }
}

/** Joins neighbouring constants into one; drops empty ones when told to. */
export function fold(values: readonly Expr[], dropsEmpty: boolean): Expr[] {
  const folded: Expr[] = [];
  for (const value of values) {
    if (value.kind !== 'Constant' || value.value.type !== 'str') {
      folded.push(value);
      continue;
    }
    if (dropsEmpty && value.value.value === '') continue;
    const last = folded.at(-1);
    if (last?.kind === 'Constant' && last.value.type === 'str') {
      const text = { type: 'str', ...joinTexts(last.value, value.value) } as const;
      folded[folded.length - 1] = {
        kind: 'Constant', start: last.start, end: value.end, value: text, u_kind: last.u_kind,
      };
    } else {
      folded.push(value);
    }
  }
  return folded;
}

function joinBytes(pieces: readonly Expr[]): Constant['value'] {
  const bytes: number[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'Constant' && piece.value.type === 'bytes') bytes.push(...piece.value.value);
  }
  return { type: 'bytes', value: Uint8Array.from(bytes) };
}

/** The text of a field without its comments, as CPython keeps it. */
function withoutComments(text: string): string {
  return withUnixLines(text.includes('#') ? text.replace(/#[^\n\r]*/g, '') : text);
}
