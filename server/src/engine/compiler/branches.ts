import type { Expr, If, Span, Stmt } from '../syntax/tree.ts';

/** One arm of an `if`, an `elif` or an `else`; the last has no test. */
export interface Branch {
  readonly test: Expr | null;
  readonly body: readonly Stmt[];
  readonly at: Span;
}

/** The arms of an `if`: a chain of `elif` is as long as it likes, so nobody walks it by recursion. */
export function branchesOf(s: If): Branch[] {
  const branches: Branch[] = [];
  let current = s;
  for (;;) {
    branches.push({ test: current.test, body: current.body, at: current });
    const only = current.orelse[0];
    if (only === undefined) return branches;
    if (current.orelse.length > 1 || only.kind !== 'If') {
      branches.push({ test: null, body: current.orelse, at: current });
      return branches;
    }
    current = only;
  }
}
