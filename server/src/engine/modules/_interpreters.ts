import { EXCEPTION, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../objects/core/define.ts';
import { libraryOf } from '../versions/library.ts';
import { defineModule } from './core/define.ts';

function defineError(name: string, base: Ref, module = 'concurrent.interpreters'): Ref {
  const handle = moduleTypeHandle();
  defineType({ handle, name, module, base, flags: CONTAINER, slots: {}, addsLayout: false });
  return handle;
}

const INTERPRETER_ERROR = defineError('InterpreterError', EXCEPTION);
const INTERPRETER_NOT_FOUND_ERROR = defineError('InterpreterNotFoundError', INTERPRETER_ERROR);
const NOT_SHAREABLE_ERROR = defineError('NotShareableError', TYPE_ERROR);
/** As it was in 3.13. */
const VALUE_NOT_SHAREABLE_ERROR = defineError('NotShareableError', VALUE_ERROR, 'interpreters');

/** There is one interpreter; others are known by name, and making one is refused. */
defineModule({
  name: '_interpreters',
  types: [INTERPRETER_ERROR, INTERPRETER_NOT_FOUND_ERROR],
  init(rt, put) {
    put('NotShareableError', rt.heap.incref(libraryOf(rt.profile.version).notShareableIsValueError ? VALUE_NOT_SHAREABLE_ERROR : NOT_SHAREABLE_ERROR));
  },
});
