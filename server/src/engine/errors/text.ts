/** Small operations on lines, as Python's `str` and `textwrap` do them. */

/** A line without the white space at its end (`str.rstrip`). */
export const rightStripped = (line: string): string => line.replace(/[\s\x1c-\x1f\x85]+$/, '');

/** Takes the white space that all lines begin with off them; blank lines become empty (`textwrap.dedent`). */
export function dedent(text: string): string {
  const lines = text.split('\n');
  let margin: string | null = null;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const indent = /^[ \t]*/.exec(line)![0];
    margin = margin === null ? indent : commonPrefix(margin, indent);
  }
  const cut = margin?.length ?? 0;
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(cut))).join('\n');
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** Puts `prefix` before every line, blank ones too; a newline at the end starts no line (`textwrap.indent`). */
export function indentAll(text: string, prefix: string): string {
  return text.replace(/[^\n]*\n|[^\n]+$/g, (line) => prefix + line);
}
