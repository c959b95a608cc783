import { TypeFlag } from '../../heap/heap.ts';
import { NONE } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { getNamespaceItem } from '../../objects/core/attributes.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { caught } from '../../objects/core/errors.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { doMethod } from '../io/calls.ts';
import { raiseSystemExit } from '../sys/exit.ts';

const QUITTER = moduleTypeHandle();

/** `exit` and `quit`, which `site` puts among the built-ins; the payload is the name. */
export const newQuitter = (rt: Runtime, name: 'exit' | 'quit'): Ref => rt.heap.allocate(QUITTER, name);

/** The shell must not go on reading when the exception is caught. */
function* closeInput(rt: Runtime): Steps<void> {
  const stdin = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('stdin'));
  if (stdin === NULL || stdin === NONE) return;
  try {
    yield* doMethod(rt, stdin, 'close');
  } catch (error) {
    rt.heap.decref(caught(rt, error));
  }
}

function* quit(rt: Runtime, code: Ref): Steps<Ref> {
  yield* closeInput(rt);
  return yield* raiseSystemExit(rt, [code === NULL ? NONE : code]);
}

defineType({
  handle: QUITTER,
  name: 'Quitter',
  module: '_sitebuiltins',
  flags: TypeFlag.WEAKREFS,
  slots: {
    tp_call: (rt, _self, args, keywords) => {
      const [code] = bind(rt, 'Quitter.__call__', 'code=None', args, keywords);
      return begin(rt, quit(rt, code!));
    },
    tp_repr: (rt, self) => rt.newStr(`Use ${rt.heap.payload[self] as string}() or Ctrl-D (i.e. EOF) to exit`),
  },
});
