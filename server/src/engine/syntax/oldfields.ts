/** A stretch of text of an f-string. */
export interface OldText {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
}

/** A replacement field of an f-string before 3.12. */
export interface OldField {
  readonly kind: 'field';
  /** The expression, between the brace and what ends it. */
  readonly start: number;
  readonly end: number;
  /** The end of the text that `=` shows, or -1. */
  readonly debugEnd: number;
  readonly conversion: number;
  readonly spec: OldBody | null;
}

/** The parts of an f-string, up to the first fault. */
export interface OldBody {
  readonly parts: readonly (OldText | OldField)[];
  readonly end: number;
  /** CPython's words for what is wrong after the parts, or null. */
  readonly fault: string | null;
}

const MAXLEVEL = 200;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Mirrors _PyPegen_FstringParser_ConcatFstring(), 3.11: cuts the text of an f-string. */
export function cutFString(source: string, start: number, end: number, isRaw: boolean, level = 0): OldBody {
  const parts: (OldText | OldField)[] = [];
  let i = start;
  const done = (fault: string | null): OldBody => ({ parts, end: i, fault });
  for (;;) {
    const from = i;
    let c = '';
    while (i < end) {
      c = source[i]!;
      if (c === '\\' && !isRaw && i + 1 < end) {
        i += source[i + 1] === '\r' && source[i + 2] === '\n' ? 2 : 1;
        c = source[i]!;
        if (c === 'N' && source[i + 1] === '{') {
          const close = source.indexOf('}', i);
          i = close < 0 || close >= end ? end : close + 1;
          continue;
        }
        if (c === 'N') {
          i++;
          continue;
        }
        // A backslash does not hide a brace.
        if (c !== '{' && c !== '}') {
          i++;
          continue;
        }
      }
      if (c === '{' || c === '}') break;
      i++;
    }
    const isDoubled = i < end && level === 0 && i + 1 < end && source[i + 1] === c;
    const textEnd = isDoubled ? i + 1 : i;
    if (textEnd > from) parts.push({ kind: 'text', start: from, end: textEnd });
    if (isDoubled) {
      i += 2;
      continue;
    }
    if (i >= end || c === '}') {
      if (level === 0) return done(i < end ? "f-string: single '}' is not allowed" : null);
      return done(i < end ? null : "f-string: expecting '}'");
    }
    const field = cutField(source, i + 1, end, isRaw, level);
    if (field.part !== null) parts.push(field.part);
    i = field.end;
    if (field.fault !== null) return done(field.fault);
  }
}

interface CutField {
  readonly part: OldField | null;
  readonly end: number;
  readonly fault: string | null;
}

/** Mirrors fstring_find_expr(): the field whose expression starts at `start`. */
function cutField(source: string, start: number, end: number, isRaw: boolean, level: number): CutField {
  const none = (fault: string): CutField => ({ part: null, end: start, fault });
  if (level >= 2) return none('f-string: expressions nested too deeply');
  const expression = expressionEnd(source, start, end);
  if (expression.fault !== null) return none(expression.fault);
  const exprEnd = expression.end;
  const expecting = "f-string: expecting '}'";
  if (exprEnd >= end) return none(expecting);
  let i = exprEnd;
  let debugEnd = -1;
  let conversion = -1;
  let spec: OldBody | null = null;
  const cut = (fault: string | null): CutField => ({
    part: { kind: 'field', start, end: exprEnd, debugEnd, conversion, spec },
    end: i,
    fault,
  });
  if (/^[ \t\n\r\f]*$/.test(source.slice(start, exprEnd))) return none(emptyExpression(source[exprEnd]!));
  if (source[i] === '=') {
    i++;
    while (i < end && /[ \t\n\r\f\v]/.test(source[i]!)) i++;
    debugEnd = i;
  }
  if (source[i] === '!') {
    i++;
    if (i >= end) return cut(expecting);
    conversion = source.charCodeAt(i++);
    if (conversion !== 115 && conversion !== 114 && conversion !== 97) {
      return cut("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
  }
  if (i < end && source[i] === ':') {
    i++;
    if (i >= end) return cut(expecting);
    spec = cutFString(source, i, end, isRaw, level + 1);
    i = spec.end;
    if (spec.fault !== null) return cut(spec.fault);
  }
  if (i >= end || source[i] !== '}') return cut(expecting);
  i++;
  if (debugEnd >= 0 && spec === null && conversion === -1) conversion = 114;
  return cut(null);
}

function emptyExpression(ending: string): string {
  return ending === '}' ? 'f-string: empty expression not allowed' : `f-string: expression required before '${ending}'`;
}

/** Where an expression ends, found without parsing it. */
function expressionEnd(source: string, start: number, end: number): { end: number; fault: string | null } {
  let quote = '';
  const nesting: string[] = [];
  let i = start;
  const wrong = (fault: string): { end: number; fault: string } => ({ end: i, fault });
  for (; i < end; i++) {
    const c = source[i]!;
    const next = i + 1 < end ? source[i + 1]! : '';
    if (c === '\\') return wrong('f-string expression part cannot include a backslash');
    if (quote !== '') {
      if (source.startsWith(quote, i) && i + quote.length <= end) {
        i += quote.length - 1;
        quote = '';
      }
    } else if (c === "'" || c === '"') {
      quote = i + 2 < end && next === c && source[i + 2] === c ? c + c + c : c;
      i += quote.length - 1;
    } else if (c === '[' || c === '{' || c === '(') {
      if (nesting.length >= MAXLEVEL) return wrong('f-string: too many nested parenthesis');
      nesting.push(c);
    } else if (c === '#') {
      return wrong("f-string expression part cannot include '#'");
    } else if (nesting.length === 0 && '!:}=><'.includes(c)) {
      if (next !== '') {
        if (next === '=' && '!=<>'.includes(c)) {
          i++;
          continue;
        }
        if (c === '>' || c === '<') continue;
      }
      break;
    } else if (c === ']' || c === '}' || c === ')') {
      const opening = nesting.pop();
      if (opening === undefined) return wrong(`f-string: unmatched '${c}'`);
      if (CLOSING[opening] !== c) {
        return wrong(`f-string: closing parenthesis '${c}' does not match opening parenthesis '${opening}'`);
      }
    }
  }
  if (quote !== '') return wrong('f-string: unterminated string');
  const opening = nesting.at(-1);
  if (opening !== undefined) return wrong(`f-string: unmatched '${opening}'`);
  return { end: i, fault: null };
}
