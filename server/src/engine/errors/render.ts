import type { Piece } from './piece.ts';
import type { Report } from './report.ts';

/** The words between two exceptions of a chain. */
const between = {
  cause: '\nThe above exception was the direct cause of the following exception:\n\n',
  context: '\nDuring handling of the above exception, another exception occurred:\n\n',
} as const;

/** Members of a group, and groups in groups, that are shown at most. */
const widest = 15;
const deepest = 10;

/** Mirrors _ExceptionPrintContext: how deep in groups the printing is. */
class Rendering {
  readonly chunks: string[] = [];
  depth = 0;
  needsClose = false;

  indent(): string {
    return ' '.repeat(2 * this.depth);
  }

  emit({ text, margin }: Piece, mark = '|'): void {
    const prefix = this.depth === 0 ? '' : `${this.indent()}${mark} `;
    if (margin === 'none' || prefix === '') this.chunks.push(text);
    else this.chunks.push(margin === 'first line' ? prefix + text : text.replace(/[^\n]*\n/g, (line) => prefix + line));
  }

  emitLines(text: string, mark?: string): void {
    this.emit({ text, margin: 'every line' }, mark);
  }
}

/** The text in the portions in which it is written. */
export function render(report: Report): string[] {
  const rendering = new Rendering();
  renderChain(rendering, report);
  return rendering.chunks;
}

/** Mirrors TracebackException.format(). */
function renderChain(rendering: Rendering, report: Report): void {
  const chain: Report[] = [];
  for (let current: Report | undefined = report; current !== undefined; current = current.before?.report) chain.push(current);
  for (const current of chain.reverse()) {
    if (current.before !== null) rendering.emitLines(between[current.before.relation]);
    if (current.exceptions === null) renderOne(rendering, current, 'Traceback (most recent call last):\n');
    else if (rendering.depth > deepest) rendering.emitLines(`... (max_group_depth is ${deepest})\n`);
    else renderGroup(rendering, current, current.exceptions);
  }
}

function renderOne(rendering: Rendering, { stack, final }: Report, header: string, mark?: string): void {
  if (stack.length !== 0) {
    rendering.emitLines(header, mark);
    for (const piece of stack) rendering.emit(piece);
  }
  for (const piece of final) rendering.emit(piece);
}

function renderGroup(rendering: Rendering, group: Report, members: readonly Report[]): void {
  const isOutermost = rendering.depth === 0;
  if (isOutermost) rendering.depth++;
  renderOne(rendering, group, 'Exception Group Traceback (most recent call last):\n', isOutermost ? '+' : '|');
  const count = Math.min(members.length, widest + 1);
  rendering.needsClose = false;
  for (let i = 0; i < count; i++) {
    const isLast = i === count - 1;
    if (isLast) rendering.needsClose = true;
    const isCut = i >= widest;
    rendering.chunks.push(`${rendering.indent()}${i === 0 ? '+-' : '  '}+---------------- ${isCut ? '...' : i + 1} ----------------\n`);
    rendering.depth++;
    if (isCut) {
      const more = members.length - widest;
      rendering.emitLines(`and ${more} more exception${more > 1 ? 's' : ''}\n`);
    } else renderChain(rendering, members[i]!);
    if (isLast && rendering.needsClose) {
      rendering.chunks.push(`${rendering.indent()}+------------------------------------\n`);
      rendering.needsClose = false;
    }
    rendering.depth--;
  }
  if (isOutermost) rendering.depth = 0;
}
