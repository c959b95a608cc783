import { decodeBytes, decodeText } from '../escapes.ts';
import { hasNonAscii, splitLiteral } from '../literals.ts';
import { cutFString } from '../oldfields.ts';
import type { OldBody } from '../oldfields.ts';
import { tokenizeField } from '../tokenizer.ts';
import type { TokenStream } from '../scanner.ts';
import { T } from '../tokens.ts';
import { DONE, Peg } from './peg.ts';
import type { Found } from './peg.ts';
import { R } from './rules.ts';

/** The rules of string literals, and what their actions raise. */
export abstract class StringRules extends Peg {
  protected abstract annotatedRhs(): Found | null;

  /** Diagnoses the expression of a field before 3.12; raises what is wrong with it. */
  protected abstract diagnoseField(stream: TokenStream): void;

  protected seesString(): boolean {
    return this.sees(T.STRING, T.FSTRING_START, T.TSTRING_START);
  }

  /** strings */
  protected strings(): Found | null {
    return this.memo(R.strings, () => (this.minor < 12 ? this.#oldStrings() : this.#strings()));
  }

  #strings(): Found | null {
    const { mark } = this;
    if (this.minor >= 14) this.invalid(() => this.#mixedTemplates());
    const pieces = this.some(() => this.#fstring() ?? this.#string());
    if (pieces !== null) {
      const isBytes = pieces.some((piece) => piece.text === 'bytes');
      if (isBytes && pieces.some((piece) => piece.text !== 'bytes')) {
        this.raise('cannot mix bytes and nonbytes literals');
      }
      const isFormat = pieces.some((piece) => piece.kind === 'JoinedStr');
      return this.node(isFormat ? 'JoinedStr' : 'Constant', mark, [], isBytes ? 'bytes' : 'str');
    }
    const templates = this.minor >= 14 ? this.some(() => this.#tstring()) : null;
    return templates && this.node('TemplateStr', mark);
  }

  /** invalid_string_tstring_concat */
  #mixedTemplates(): null {
    const message = 'cannot mix t-string literals with string or bytes literals';
    const plain = (): Found | null => this.#fstring() ?? this.#string();
    this.alt(() => {
      const first = this.some(plain);
      const second = first && this.#tstring();
      return second && this.raiseOver(first!.at(-1)!, message, second);
    });
    this.alt(() => {
      const first = this.some(() => this.#tstring());
      const second = first && plain();
      return second && this.raiseOver(first!.at(-1)!, message, second);
    });
    return null;
  }

  /** string */
  #string(): Found | null {
    const { mark } = this;
    const token = this.token(T.STRING);
    if (token === null) return null;
    const isBytes = this.#checkLiteral(token);
    return this.node('Constant', mark, [], isBytes ? 'bytes' : 'str');
  }

  /** Raises what decoding a literal would; answers whether it is a bytes literal. */
  #checkLiteral(token: Found): boolean {
    const { bodyStart, bodyEnd, isBytes, isRaw } = splitLiteral(this.source, token.start, token.end);
    if (isBytes) {
      if (hasNonAscii(this.source, bodyStart, bodyEnd)) {
        this.raiseOver(token, 'bytes can only contain ASCII literal characters');
      }
      const { fault } = decodeBytes(this.source, bodyStart, bodyEnd, isRaw, this.stream.version);
      if (fault !== null) this.raise(fault);
    } else if (!isRaw) {
      this.#checkText(bodyStart, bodyEnd);
    }
    return isBytes;
  }

  #checkText(start: number, end: number, part: Found | null = null): void {
    const { fault } = decodeText(this.source, start, end, this.stream.version);
    if (fault === null) return;
    if (part !== null && this.minor >= 14) this.raiseOver(part, fault);
    this.raise(fault);
  }

  // 3.12+

  #fstring(): Found | null {
    return this.#formatted(T.FSTRING_START, T.FSTRING_MIDDLE, T.FSTRING_END, 'JoinedStr');
  }

  #tstring(): Found | null {
    if (this.minor < 14) return null;
    return this.memo(R.tstring, () =>
      this.#formatted(T.TSTRING_START, T.TSTRING_MIDDLE, T.TSTRING_END, 'TemplateStr'),
    );
  }

  #formatted(opening: T, middle: T, closing: T, kind: 'JoinedStr' | 'TemplateStr'): Found | null {
    const { mark } = this;
    return this.alt(() => {
      const first = this.token(opening);
      if (first === null) return null;
      const parts = this.many(() => this.#field(middle) ?? this.token(middle));
      if (this.token(closing) === null) return null;
      if (!/[rR]/.test(this.source.slice(first.start, first.end))) {
        for (const part of parts) if (part.kind === 'token') this.#checkText(part.start, part.end, part);
      }
      return this.node(kind, mark);
    });
  }

  /** fstring_replacement_field, tstring_replacement_field */
  #field(middle: T): Found | null {
    const { mark } = this;
    const field = this.alt(() => {
      if (!this.token(T.LBRACE) || !this.annotatedRhs()) return null;
      this.opt(() => this.token(T.EQUAL));
      const conversion = this.alt(() => this.#conversion(middle));
      this.alt(() => this.#formatSpec(middle));
      if (!this.token(T.RBRACE)) return null;
      if (conversion !== null && this.minor < 14) this.#checkConversion(conversion, middle);
      return this.node('FormattedValue', mark);
    });
    return field ?? this.invalid(() => this.#invalidField(middle));
  }

  #conversion(middle: T): Found | null {
    const mark = this.token(T.EXCLAMATION);
    const name = mark && this.name();
    if (!mark || !name) return null;
    if (mark.end !== name.start) {
      // CPython misspelt it until 3.14.
      const word = this.minor < 14 ? 'exclamanation' : 'exclamation';
      const message = `conversion type must come right after the ${word} mark`;
      this.raiseOver(mark, `${letter(middle)}-string: ${message}`, name);
    }
    if (this.minor >= 14) this.#checkConversion(name, middle);
    return name;
  }

  #checkConversion(name: Found, middle: T): void {
    if (['s', 'r', 'a'].includes(name.text)) return;
    const prefix = `${letter(middle)}-string: invalid conversion character`;
    this.raiseOver(name, `${prefix} '${name.text}': expected 's', 'r', or 'a'`);
  }

  #formatSpec(middle: T): Found | null {
    if (!this.token(T.COLON)) return null;
    this.many(() => this.#specPart(middle));
    return DONE;
  }

  #specPart(middle: T): Found | null {
    const token = this.token(middle);
    if (token === null) return this.#field(middle);
    this.#checkText(token.start, token.end);
    return token;
  }

  /** invalid_fstring_replacement_field, invalid_tstring_replacement_field */
  #invalidField(middle: T): null {
    const prefix = `${letter(middle)}-string: `;
    if (!this.token(T.LBRACE)) return null;
    for (const [kind, text] of [[T.EQUAL, '='], [T.EXCLAMATION, '!'], [T.COLON, ':'], [T.RBRACE, '}']] as const) {
      const token = this.token(kind);
      if (token !== null) this.raiseOver(token, `${prefix}valid expression required before '${text}'`);
    }
    const { mark } = this;
    if (!this.ahead(() => this.annotatedRhs())) this.raiseOnNext(`${prefix}expecting a valid expression after '{'`);
    this.annotatedRhs();
    if (!this.sees(T.EQUAL, T.EXCLAMATION, T.COLON, T.RBRACE)) {
      this.raiseOnNext(`${prefix}expecting '=', or '!', or ':', or '}'`);
    }
    if (this.token(T.EQUAL) && !this.sees(T.EXCLAMATION, T.COLON, T.RBRACE)) {
      this.raiseOnNext(`${prefix}expecting '!', or ':', or '}'`);
    }
    if (this.token(T.EXCLAMATION)) {
      if (this.sees(T.COLON, T.RBRACE)) this.raiseOnNext(`${prefix}missing conversion character`);
      if (!this.sees(T.NAME)) this.raiseOnNext(`${prefix}invalid conversion character`);
      this.name();
    }
    if (!this.sees(T.COLON, T.RBRACE)) this.raiseOnNext(`${prefix}expecting ':' or '}'`);
    if (this.token(T.COLON)) {
      this.many(() => this.#specPart(middle));
      if (!this.sees(T.RBRACE)) this.raiseOnNext(`${prefix}expecting '}', or format specs`);
    } else if (!this.sees(T.RBRACE)) {
      this.raiseOnNext(`${prefix}expecting '}'`);
    }
    this.mark = mark;
    return null;
  }

  // 3.11

  /** strings and _PyPegen_concatenate_strings() before 3.12. */
  #oldStrings(): Found | null {
    const { mark } = this;
    const tokens = this.some(() => this.token(T.STRING));
    if (tokens === null) return null;
    let isBytes = false;
    let isFormat = false;
    tokens.forEach((token, i) => {
      const literal = splitLiteral(this.source, token.start, token.end);
      if (!literal.isFormat) this.#checkLiteral(token);
      if (i !== 0 && literal.isBytes !== isBytes) this.raise('cannot mix bytes and nonbytes literals');
      isBytes = literal.isBytes;
      if (literal.isFormat) {
        isFormat = true;
        const { bodyStart, bodyEnd, isRaw } = literal;
        this.#checkBody(cutFString(this.source, bodyStart, bodyEnd, isRaw), isRaw);
      }
    });
    return this.node(isFormat ? 'JoinedStr' : 'Constant', mark, [], isBytes ? 'bytes' : 'str');
  }

  #checkBody(body: OldBody, isRaw: boolean): void {
    for (const part of body.parts) {
      if (part.kind === 'text') {
        if (!isRaw) this.#checkText(part.start, part.end);
        continue;
      }
      this.diagnoseField(tokenizeField(this.stream, part.start, part.end));
      if (part.spec !== null) this.#checkBody(part.spec, isRaw);
    }
    if (body.fault !== null) this.raise(body.fault);
  }
}

function letter(middle: T): 'f' | 't' {
  return middle === T.FSTRING_MIDDLE ? 'f' : 't';
}
