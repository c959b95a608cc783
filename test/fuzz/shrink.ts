import type { Clause, Statement } from './program.ts';

type Test = (program: readonly Statement[]) => Promise<boolean>;

/**
 * The smallest program found that still `fails`: whole statements are left out, in runs that become shorter, compound
 * ones are replaced by their bodies, and their clauses left out, until nothing more can go.
 */
export async function shrink(program: readonly Statement[], fails: Test): Promise<readonly Statement[]> {
  let best = program;
  for (let shorter = true; shorter; ) {
    shorter = false;
    for (const candidate of candidates(best)) {
      if (await fails(candidate)) {
        best = candidate;
        shorter = true;
        break;
      }
    }
  }
  return best;
}

/** What a list of statements can become, the shortest first. */
function* candidates(statements: readonly Statement[]): Generator<readonly Statement[]> {
  for (let length = statements.length; length >= 1; length = Math.floor(length / 2)) {
    for (let start = 0; start + length <= statements.length; start += length) {
      yield [...statements.slice(0, start), ...statements.slice(start + length)];
    }
  }
  for (const [at, statement] of statements.entries()) {
    const replaced = (...others: readonly Statement[]): readonly Statement[] => [...statements.slice(0, at), ...others, ...statements.slice(at + 1)];
    if (statement.kind === 'simple') continue;
    for (const { body } of statement.clauses) yield replaced(...body);
    for (const clauses of smallerClauses(statement.clauses)) yield replaced({ kind: 'compound', clauses });
  }
}

function* smallerClauses(clauses: readonly Clause[]): Generator<readonly Clause[]> {
  for (let at = 1; at < clauses.length; at++) yield [...clauses.slice(0, at), ...clauses.slice(at + 1)];
  for (const [at, clause] of clauses.entries()) {
    for (const body of candidates(clause.body)) yield [...clauses.slice(0, at), { ...clause, body }, ...clauses.slice(at + 1)];
  }
}
