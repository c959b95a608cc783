/** A program as a tree of statements, so that it can be shrunk statement by statement. */
export type Statement = Simple | Compound;

export interface Simple {
  readonly kind: 'simple';
  readonly text: string;
}

/** `if … elif … else`, `def`, `class`, `try … except …`: each clause a header and a body. */
export interface Compound {
  readonly kind: 'compound';
  readonly clauses: readonly Clause[];
}

export interface Clause {
  /** Ends with a colon. */
  readonly header: string;
  readonly body: readonly Statement[];
}

export const simple = (text: string): Simple => ({ kind: 'simple', text });
export const compound = (...clauses: readonly (readonly [header: string, body: readonly Statement[]])[]): Compound => ({
  kind: 'compound',
  clauses: clauses.map(([header, body]) => ({ header, body })),
});

/** Prints, or says why not. */
export const attempt = (...texts: readonly string[]): Compound => compound(['try:', texts.map(simple)], ['except Exception as error:', [simple('print(type(error).__name__, error)')]]);
export const report = (text: string): Compound => attempt(`print(${text})`);
export const method = (name: string, parameters: string, ...lines: readonly string[]): Compound => compound([`def ${name}(${parameters}):`, lines.map(simple)]);

/** Source text; an empty body is `pass`. */
export function write(statements: readonly Statement[]): string {
  return `${linesOf(statements, '').join('\n')}\n`;
}

function linesOf(statements: readonly Statement[], indent: string): string[] {
  return statements.flatMap((statement) => {
    if (statement.kind === 'simple') return [`${indent}${statement.text}`];
    return statement.clauses.flatMap(({ header, body }) => [
      ...header.split('\n').map((line) => `${indent}${line}`),
      ...(body.length === 0 ? [`${indent}    pass`] : linesOf(body, `${indent}    `)),
    ]);
  });
}
