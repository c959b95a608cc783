import { LOOKUP_ERROR, RUNTIME_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { raise, raiseWith } from '../../objects/core/errors.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { boundIn, currentContext, rebind } from './state.ts';
import { tokenOf, tokenText } from './token.ts';

/** Mirrors PyContextVar_Reset(): 1 the token fits; 2 the value from before it, or none. */
export function* resetVar(rt: Runtime, variable: Ref, token: Ref): Steps<void> {
  const payload = tokenOf(rt, token);
  // 1
  if (payload.used) raise(rt, RUNTIME_ERROR, `${yield* tokenText(rt, token)} has already been used once`);
  if (variable !== payload.variable) raise(rt, VALUE_ERROR, `${yield* tokenText(rt, token)} was created by a different ContextVar`);
  const context = currentContext(rt);
  if (context !== payload.context) raise(rt, VALUE_ERROR, `${yield* tokenText(rt, token)} was created in a different Context`);
  // 2
  payload.used = true;
  if (payload.old === NULL && boundIn(rt, context, variable) === NULL) raiseWith(rt, LOOKUP_ERROR, rt.heap.incref(variable));
  rebind(rt, context, variable, payload.old);
}
