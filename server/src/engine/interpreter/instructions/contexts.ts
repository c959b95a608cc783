import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { raise } from '../../objects/core/errors.ts';
import { bindAttribute, fullTypeName, lookupText, typeName } from '../../objects/core/lookup.ts';
import { newTuple } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { coroutinesOf } from '../../versions/coroutines.ts';

/** The special methods of a context manager, and what those are called that have them. */
const protocols = {
  sync: { enter: '__enter__', exit: '__exit__', what: 'context manager', statement: 'with' },
  async: { enter: '__aenter__', exit: '__aexit__', what: 'asynchronous context manager', statement: 'async with' },
} as const;

type Protocol = (typeof protocols)[keyof typeof protocols];

/** Calls the enter method; answers a tuple of what it returned and the exit method, bound. */
export function* enterContext(rt: Runtime, manager: Ref, isAsync: boolean): Steps<Ref> {
  const { heap } = rt;
  const protocol = isAsync ? protocols.async : protocols.sync;
  const exitComesFirst = coroutinesOf(rt.profile.version).exitComesFirst;
  const first = yield* specialMethod(rt, manager, protocol, exitComesFirst ? 'exit' : 'enter');
  let second = NULL;
  try {
    second = yield* specialMethod(rt, manager, protocol, exitComesFirst ? 'enter' : 'exit');
  } catch (error) {
    heap.decref(first);
    throw error;
  }
  const [enter, exit] = exitComesFirst ? [second, first] : [first, second];
  let result: Ref;
  try {
    result = yield { callable: enter, args: [], keywords: NULL };
  } catch (error) {
    heap.decref(exit);
    throw error;
  } finally {
    heap.decref(enter);
  }
  return newTuple(rt, [result, exit]);
}

function* specialMethod(rt: Runtime, manager: Ref, protocol: Protocol, which: 'enter' | 'exit'): Steps<Ref> {
  const found = lookupText(rt, rt.heap.type[manager]!, protocol[which]);
  if (found === NULL) raise(rt, TYPE_ERROR, missing(rt, manager, protocol, which));
  return yield* bindAttribute(rt, found, manager);
}

/** Up to 3.13 only the lack of an exit method is named, and only if there is an enter method. */
function missing(rt: Runtime, manager: Ref, protocol: Protocol, which: 'enter' | 'exit'): string {
  const lacks = `object does not support the ${protocol.what} protocol`;
  const named = `(missed ${protocol[which]} method)`;
  if (!coroutinesOf(rt.profile.version).exitComesFirst) return `'${typeName(rt, manager)}' ${lacks}${which === 'exit' ? ` ${named}` : ''}`;
  const other = protocol === protocols.sync ? protocols.async : protocols.sync;
  const type = rt.heap.type[manager]!;
  const supportsOther = lookupText(rt, type, other.enter) !== NULL && lookupText(rt, type, other.exit) !== NULL;
  const hint = supportsOther ? ` but it supports the ${other.what} protocol. Did you mean to use '${other.statement}'?` : '';
  return `'${fullTypeName(rt, manager)}' ${lacks} ${named}${hint}`;
}
