import { RECURSION_ERROR } from '../../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../../heap/ref.ts';
import { raise } from './errors.ts';
import type { Runtime } from './runtime.ts';
import { begin, settle, type Steps } from './suspend.ts';

/** Built-ins may lie this deep within each other on JavaScript's own stack; then the next starts on an empty one. */
const levelsOnStack = 64;

/**
 * A step down of a built-in that follows the program's data: `operation(rt, object)`. With `where`, it counts against
 * the limit that CPython has for C code (Py_EnterRecursiveCall), and `where` ends the message.
 */
export function descend(rt: Runtime, operation: (rt: Runtime, object: Ref) => Eventual, object: Ref, where: string | null): Eventual {
  if (where !== null && rt.nesting >= rt.nestingLimit()) raise(rt, RECURSION_ERROR, `${rt.profile.words.tooMuchNesting}${where}`);
  const level = ++rt.nesting;
  if (level % levelsOnStack === 0) return begin(rt, apart(rt, () => operation(rt, object)));
  let result: Eventual = NULL;
  try {
    result = operation(rt, object);
  } finally {
    if (result !== SUSPENDED) rt.nesting--;
  }
  return result === SUSPENDED ? begin(rt, ascending(rt)) : result;
}

/** `descend` for an operation on two objects. */
export function descendPair(rt: Runtime, operation: (rt: Runtime, a: Ref, b: Ref, how: number) => Eventual, a: Ref, b: Ref, how: number, where: string): Eventual {
  if ((rt.nesting + 1) % levelsOnStack === 0 || rt.nesting >= rt.nestingLimit()) return descend(rt, () => operation(rt, a, b, how), a, where);
  rt.nesting++;
  let result: Eventual = NULL;
  try {
    result = operation(rt, a, b, how);
  } finally {
    if (result !== SUSPENDED) rt.nesting--;
  }
  return result === SUSPENDED ? begin(rt, ascending(rt)) : result;
}

function* ascending(rt: Runtime): Steps<Ref> {
  try {
    return yield* settle(rt, SUSPENDED);
  } finally {
    rt.nesting--;
  }
}

function* apart(rt: Runtime, operation: () => Eventual): Steps<Ref> {
  try {
    return yield { callable: NULL, args: [], keywords: NULL, operation };
  } finally {
    rt.nesting--;
  }
}
