/** Columns and colours of a terminal. */

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green' | 'plain';

/** Wraps text in a style; the identity where the terminal has no colour. */
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, number>> = { plain: 0, bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34 };

export function painter(color: boolean): Paint {
  return color ? (style, text) => (text === '' || style === 'plain' ? text : `\u001b[${CODES[style]}m${text}\u001b[0m`) : (_, text) => text;
}

/** Pads every column but the last to its widest cell. Cells are unpainted text. */
export function columns(rows: readonly (readonly string[])[], indent = '  ', gap = '  '): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, length(cell))));
  return rows.map((row) => (indent + row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - length(cell))).join(gap)).trimEnd());
}

function length(text: string): number {
  return [...text].length;
}
