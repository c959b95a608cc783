import type { Runtime } from '../../objects/core/runtime.ts';
import { unsupported } from '../../objects/core/unsupported.ts';

/** Where a node of the program's says that it stands. */
export interface NodePlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A node of the parser's kind that has no offsets yet. */
export interface Placeable {
  start: number;
  end: number;
}

/** Lines and columns beyond these are nobody's. */
const lineLimit = 1_000_000;
const columnLimit = 100_000;

/**
 * A tree that the program built has lines and columns and no text, while the compiler wants offsets into one. This
 * collects the places of the nodes, and makes a text of blanks in which each of them exists.
 */
export class Positions {
  private readonly found: (readonly [Placeable, NodePlace])[] = [];

  constructor(private readonly rt: Runtime) {}

  add(node: Placeable, place: NodePlace): void {
    this.found.push([node, place]);
  }

  /** Gives all nodes their offsets, and answers the text. */
  settle(): string {
    const widths: number[] = [0];
    const cover = (line: number, column: number): void => {
      if (line < 1 || line > lineLimit) unsupported(`compiling a syntax tree that stands at line ${line}`);
      if (column < 0 || column > columnLimit) unsupported(`compiling a syntax tree that stands at column ${column}`);
      while (widths.length < line) widths.push(0);
      widths[line - 1] = Math.max(widths[line - 1]!, column + 1);
    };
    for (const [, { line, column, endLine, endColumn }] of this.found) {
      cover(line, column);
      cover(endLine, endColumn);
    }
    const starts: number[] = [];
    let length = 0;
    for (const width of widths) {
      starts.push(length);
      length += width + 1;
    }
    this.rt.charge(widths.length, length);
    for (const [node, { line, column, endLine, endColumn }] of this.found) {
      node.start = starts[line - 1]! + column;
      node.end = starts[endLine - 1]! + endColumn;
    }
    return widths.map((width) => ' '.repeat(width)).join('\n');
  }
}
