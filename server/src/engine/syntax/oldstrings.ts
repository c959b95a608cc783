import { decodeBytes } from './escapes.ts';
import { LiteralParser, hasNonAscii, splitLiteral } from './literals.ts';
import { joinTexts, type LiteralText } from './literaltext.ts';
import { cutFString } from './oldfields.ts';
import type { OldBody, OldField } from './oldfields.ts';
import { tokenizeField } from './tokenizer.ts';
import type { TokenStream } from './scanner.ts';
import { T } from './tokens.ts';
import type { Expr, JoinedStr, Span } from './tree.ts';

const NO_TEXT: LiteralText = { value: '' };

/** Where a node stands that has the place of its whole string. */
interface Whole extends Span {
  readonly isUnicode: boolean;
}

/** Parses string literals as CPython did before 3.12, when an f-string was one token. */
export abstract class OldStringParser extends LiteralParser {
  /** The expression of a field; null when it is wrong. */
  protected abstract parseField(stream: TokenStream): Expr | null;

  /** strings: one literal or several; every part takes the place of them all. */
  protected oldStrings(): Expr {
    let last = 0;
    while (this.peek(last + 1) === T.STRING) last++;
    const start = this.start();
    const isUnicode = this.source.charCodeAt(start) === 117;
    const whole: Whole = { start, end: this.endOf(this.pos + last), isUnicode };
    const bytes: number[] = [];
    const values: Expr[] = [];
    let text = NO_TEXT;
    let isFormat = false;
    let isBytes = false;
    for (let i = 0; i <= last && this.failedAt < 0; i++) {
      const from = this.start();
      const to = this.tokenEnd();
      const literal = splitLiteral(this.source, from, to);
      const { bodyStart, bodyEnd, isRaw } = literal;
      if (i === 0) isBytes = literal.isBytes;
      else if (isBytes !== literal.isBytes) this.fail();
      if (isBytes) {
        if (hasNonAscii(this.source, bodyStart, bodyEnd)) this.fail();
        bytes.push(...this.decoded(decodeBytes(this.source, bodyStart, bodyEnd, isRaw, this.version), from, to));
      } else if (literal.isFormat) {
        isFormat = true;
        const body = cutFString(this.source, bodyStart, bodyEnd, isRaw);
        text = this.#body(body, values, text, whole, whole, { start: from, end: to, isUnicode }, isRaw);
      } else {
        text = joinTexts(text, this.text(bodyStart, bodyEnd, isRaw, from, to));
      }
      this.advance();
    }
    const { end } = whole;
    if (isBytes) {
      return { kind: 'Constant', start, end, value: { type: 'bytes', value: Uint8Array.from(bytes) }, u_kind: false };
    }
    if (!isFormat) return textNode(text, whole);
    if (text.value !== '') values.push(textNode(text, whole));
    return { kind: 'JoinedStr', start, end, values };
  }

  /** Adds the parts of an f-string to `values`; answers the text that is left over. */
  #body(
    body: OldBody, values: Expr[], before: LiteralText, place: Whole, whole: Whole, token: Whole, isRaw: boolean,
  ): LiteralText {
    let text = before;
    for (const part of body.parts) {
      if (part.kind === 'text') {
        text = joinTexts(text, this.text(part.start, part.end, isRaw, token.start, token.end));
        continue;
      }
      const value = this.parseField(tokenizeField(this.stream, part.start, part.end));
      if (value === null) {
        this.fail();
        return text;
      }
      if (part.debugEnd >= 0) text = joinTexts(text, { value: this.source.slice(part.start, part.debugEnd) });
      // CPython makes the text a node only after it has read the whole field.
      const format_spec = this.#spec(part, whole, token, isRaw);
      if (text.value !== '') values.push(textNode(text, place));
      text = NO_TEXT;
      const { start, end } = whole;
      values.push({ kind: 'FormattedValue', start, end, value, conversion: part.conversion, format_spec });
    }
    if (body.fault !== null) this.fail();
    return text;
  }

  #spec(field: OldField, whole: Whole, token: Whole, isRaw: boolean): JoinedStr | null {
    if (field.spec === null) return null;
    const values: Expr[] = [];
    const text = this.#body(field.spec, values, NO_TEXT, whole, whole, token, isRaw);
    if (text.value !== '') values.push(textNode(text, token));
    return { kind: 'JoinedStr', start: token.start, end: token.end, values };
  }
}

function textNode(text: LiteralText, place: Whole): Expr {
  const { start, end, isUnicode } = place;
  return { kind: 'Constant', start, end, value: { type: 'str', ...text }, u_kind: isUnicode };
}
