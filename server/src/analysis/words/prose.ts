/**
 * Sentences with source names in them. One value renders as Markdown for a hover and as plain text for a message,
 * a terminal or a client without Markdown, so the two can never say different things.
 */

export type Piece = string | { readonly code: string } | { readonly strong: Prose };
export type Prose = readonly Piece[];

/** A name or a piece of source. */
export function code(text: string): Prose {
  return [{ code: text.replace(/\s+/g, ' ') }];
}

export function strong(prose: Prose): Prose {
  return [{ strong: prose }];
}

/** Builds a sentence: holes are prose, text, or numbers, which get thousands separators. */
export function say(parts: TemplateStringsArray, ...holes: readonly (Prose | string | number)[]): Prose {
  const pieces: Piece[] = [];
  parts.forEach((part, i) => {
    if (part !== '') pieces.push(part);
    const hole = holes[i];
    if (hole === undefined) return;
    if (typeof hole === 'string') pieces.push(hole);
    else if (typeof hole === 'number') pieces.push(hole.toLocaleString('en-US'));
    else pieces.push(...hole);
  });
  return pieces;
}

/** Prose from text that marks its names with backticks. */
export function marked(text: string): Prose {
  return text
    .split('`')
    .map((part, i): Piece => (i % 2 === 1 ? { code: part } : part))
    .filter((piece) => piece !== '');
}

export function join(items: readonly Prose[], separator: string): Prose {
  return items.flatMap((item, i) => (i === 0 ? item : [separator, ...item]));
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly Prose[]): Prose {
  if (items.length < 2) return items.flat();
  return [...join(items.slice(0, -1), ', '), ' and ', ...(items.at(-1) ?? [])];
}

/** Upper-cases the first letter, unless the sentence begins with a name. */
export function sentence(prose: Prose): Prose {
  const [first, ...rest] = prose;
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : prose;
}

/** "1 object", "1,000 objects". */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? noun : plural}`;
}

/** Plain text: names keep their backticks, emphasis is dropped. */
export function plain(prose: Prose): string {
  return prose
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'code' in piece ? `\`${piece.code}\`` : plain(piece.strong);
    })
    .join('');
}

/** Plain text without any mark, for a table or a field of its own. */
export function bare(prose: Prose): string {
  return prose.map((piece) => (typeof piece === 'string' ? piece : 'code' in piece ? piece.code : bare(piece.strong))).join('');
}

export function markdown(prose: Prose): string {
  return prose
    .map((piece) => {
      if (typeof piece === 'string') return escape(piece);
      return 'code' in piece ? span(piece.code) : `**${markdown(piece.strong)}**`;
    })
    .join('');
}

function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&');
}

/** A code span whose fence is longer than any run of backticks inside it. */
function span(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
