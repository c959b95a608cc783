/** The kinds of tokens. Each keyword is a kind of its own; soft keywords are names. */
export const enum T {
  ENDMARKER,
  NAME,
  NUMBER,
  STRING,
  NEWLINE,
  INDENT,
  DEDENT,
  ERRORTOKEN,
  FSTRING_START,
  FSTRING_MIDDLE,
  FSTRING_END,
  TSTRING_START,
  TSTRING_MIDDLE,
  TSTRING_END,
  /** A character that starts no token, such as `?`. */
  OP,

  LPAR,
  RPAR,
  LSQB,
  RSQB,
  LBRACE,
  RBRACE,
  COLON,
  COMMA,
  SEMI,
  DOT,
  ELLIPSIS,
  EQUAL,
  RARROW,
  COLONEQUAL,
  EXCLAMATION,

  // The binary operators and their augmented assignments stand in the same order.
  VBAR,
  CIRCUMFLEX,
  AMPER,
  LEFTSHIFT,
  RIGHTSHIFT,
  PLUS,
  MINUS,
  STAR,
  SLASH,
  DOUBLESLASH,
  PERCENT,
  AT,
  DOUBLESTAR,
  VBAREQUAL,
  CIRCUMFLEXEQUAL,
  AMPEREQUAL,
  LEFTSHIFTEQUAL,
  RIGHTSHIFTEQUAL,
  PLUSEQUAL,
  MINEQUAL,
  STAREQUAL,
  SLASHEQUAL,
  DOUBLESLASHEQUAL,
  PERCENTEQUAL,
  ATEQUAL,
  DOUBLESTAREQUAL,

  TILDE,
  EQEQUAL,
  NOTEQUAL,
  LESS,
  LESSEQUAL,
  GREATER,
  GREATEREQUAL,

  FALSE,
  NONE,
  TRUE,
  AND,
  AS,
  ASSERT,
  ASYNC,
  AWAIT,
  BREAK,
  CLASS,
  CONTINUE,
  DEF,
  DEL,
  ELIF,
  ELSE,
  EXCEPT,
  FINALLY,
  FOR,
  FROM,
  GLOBAL,
  IF,
  IMPORT,
  IN,
  IS,
  LAMBDA,
  NONLOCAL,
  NOT,
  OR,
  PASS,
  RAISE,
  RETURN,
  TRY,
  WHILE,
  WITH,
  YIELD,
}

const KEYWORDS: readonly (readonly [string, T])[] = [
  ['False', T.FALSE], ['None', T.NONE], ['True', T.TRUE], ['and', T.AND], ['as', T.AS],
  ['assert', T.ASSERT], ['async', T.ASYNC], ['await', T.AWAIT], ['break', T.BREAK],
  ['class', T.CLASS], ['continue', T.CONTINUE], ['def', T.DEF], ['del', T.DEL],
  ['elif', T.ELIF], ['else', T.ELSE], ['except', T.EXCEPT], ['finally', T.FINALLY],
  ['for', T.FOR], ['from', T.FROM], ['global', T.GLOBAL], ['if', T.IF], ['import', T.IMPORT],
  ['in', T.IN], ['is', T.IS], ['lambda', T.LAMBDA], ['nonlocal', T.NONLOCAL], ['not', T.NOT],
  ['or', T.OR], ['pass', T.PASS], ['raise', T.RAISE], ['return', T.RETURN], ['try', T.TRY],
  ['while', T.WHILE], ['with', T.WITH], ['yield', T.YIELD],
];

/** The keywords by the code of their first letter. */
const BY_LETTER: (readonly (readonly [string, T])[])[] = [];
for (const entry of KEYWORDS) {
  const letter = entry[0].charCodeAt(0);
  BY_LETTER[letter] = [...(BY_LETTER[letter] ?? []), entry];
}

/** The kind of the word at [start, end): its keyword, or NAME. */
export function wordKind(source: string, start: number, end: number): T {
  const length = end - start;
  if (length > 8) return T.NAME;
  const candidates = BY_LETTER[source.charCodeAt(start)];
  if (candidates === undefined) return T.NAME;
  for (const [word, kind] of candidates) {
    if (word.length === length && source.startsWith(word, start)) return kind;
  }
  return T.NAME;
}

/** The tokens of a text, in columns. */
export class Tokens {
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  count = 0;

  constructor(capacity: number) {
    this.kinds = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
  }

  push(kind: T, start: number, end: number): void {
    const index = this.count;
    if (index === this.kinds.length) this.#grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.count = index + 1;
  }

  #grow(): void {
    const capacity = this.kinds.length * 2;
    const kinds = new Uint8Array(capacity);
    const starts = new Int32Array(capacity);
    const ends = new Int32Array(capacity);
    kinds.set(this.kinds);
    starts.set(this.starts);
    ends.set(this.ends);
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }
}
