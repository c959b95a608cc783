/** A stretch of printed text that ends in a newline, and where the margin of an exception group goes in it. */
export interface Piece {
  readonly text: string;
  /** The printer in C leaves the margin out where it did not think of it. */
  readonly margin: 'every line' | 'first line' | 'none';
}

export const lines = (text: string): Piece => ({ text, margin: 'every line' });
