import type { Layout } from '../heap/heap.ts';
import { NONE, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../heap/ref.ts';
import { isInt, toSize } from './arguments.ts';
import { getNamespaceItem } from './core/attributes.ts';
import { raise } from './core/errors.ts';
import { newTuple } from './core/make.ts';
import type { Runtime } from './core/runtime.ts';
import type { Int } from '../text/integer.ts';

/** What the iterators of sequences have in common: how they end, and how they are pickled. */

/** Layout of an iterator whose payload owns its `source` alone. */
export const sourceLayout: Layout = {
  traverse(payload, visit) {
    const { source } = payload as { source: Ref };
    if (source !== NULL) visit(source);
  },
  clear(payload, released) {
    const iterator = payload as { source: Ref };
    if (iterator.source !== NULL) released.push(iterator.source);
    iterator.source = NULL;
  },
};

/** At the end: lets the sequence go; NULL, as `tp_iternext` answers. */
export function releaseSource(rt: Runtime, iterator: { source: Ref }): Ref {
  const { source } = iterator;
  iterator.source = NULL;
  rt.heap.decref(source);
  return NULL;
}

/** The function `iter` of the module builtins: a new reference (_PyEval_GetBuiltin). */
export function builtinIter(rt: Runtime): Ref {
  return rt.heap.incref(getNamespaceItem(rt, rt.builtinsDict, rt.name('iter')));
}

/** What `__reduce__` answers; takes over the references. */
export function reduceIterator(rt: Runtime, callable: Ref, args: Ref, state: Ref = NULL): Ref {
  return newTuple(rt, state === NULL ? [callable, args] : [callable, args, state]);
}

/** `__setstate__` with an index, which is not negative when `body` sees it. */
export function stateIndex(rt: Runtime, state: Ref, body: (index: number) => void): Eventual {
  if (!isInt(rt, state)) raise(rt, TYPE_ERROR, 'an integer is required');
  body(Math.max(0, toSize(rt, rt.heap.payload[state] as Int)));
  return NONE;
}
