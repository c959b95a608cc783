/** Files of CPython's tests that are gone through: what they test is modelled, and most of their methods need nothing else. */
export const files: readonly string[] = [
  // The language and its objects.
  ...['generators', 'yield_from', 'descr', 'scope', 'super', 'exceptions', 'raise', 'with', 'coroutines', 'frame', 'module', 'sys'],
  // Collection, finalisation, references, threads.
  ...['gc', 'finalization', 'weakref', 'weakset', 'threading', 'threading_local'],
  // The library.
  ...['bisect', 'collections', 'contextlib', 'copy', 'copyreg', 'dataclasses', 'deque', 'enum', 'functools', 'graphlib', 'heapq', 'itertools'],
  ...['math', 'operator', 'ordered_dict', 'queue', 're', 'reprlib', 'sched', 'string', 'struct', 'textwrap'],
].map((name) => `test_${name}`);
