import { NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { withCInt } from '../../objects/arguments.ts';
import { orNone, raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { native, rawNative, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { asyncState } from '../../objects/coroutine.ts';
import { defineStructSequence } from '../core/structsequence.ts';

const asyncgenHooks = defineStructSequence('builtins', 'asyncgen_hooks', 'firstiter finalizer');

type HookName = 'firstiter' | 'finalizer';

function checkHook(rt: Runtime, name: HookName, hook: Ref): void {
  if (hook === NULL || hook === NONE || rt.typeOf(hook).slots.tp_call !== undefined) return;
  raise(rt, TYPE_ERROR, `callable ${name} expected, got ${typeName(rt, hook)}`);
}

/** None takes a hook away; NULL leaves it. */
function setHook(rt: Runtime, name: HookName, hook: Ref): void {
  if (hook === NULL) return;
  const state = asyncState(rt);
  const old = state[name];
  state[name] = hook === NONE ? NULL : rt.heap.incref(hook);
  rt.heap.xdecref(old);
}

/** Mirrors sys_set_asyncgen_hooks(): the finaliser is checked and set before the other. */
function setHooks(rt: Runtime, args: readonly Ref[], keywords: Ref): Ref {
  const count = args.length;
  if (count > 2) raise(rt, TYPE_ERROR, `function takes at most 2 arguments (${count} given)`);
  const names = 'firstiter finalizer';
  for (const name of keywords === NULL ? [] : itemsOf(rt, keywords)) {
    if (!names.includes(rt.text(name))) raise(rt, TYPE_ERROR, rt.profile.words.unexpectedOfFunction(rt.text(name)));
  }
  const [firstiter, finalizer] = bind(rt, 'set_asyncgen_hooks', 'firstiter=, finalizer=', args, keywords) as [Ref, Ref];
  checkHook(rt, 'finalizer', finalizer);
  checkHook(rt, 'firstiter', firstiter);
  setHook(rt, 'finalizer', finalizer);
  setHook(rt, 'firstiter', firstiter);
  return NONE;
}

export const asyncFunctions: readonly NativeFunction[] = [
  native('get_coroutine_origin_tracking_depth', '', (rt) => rt.newInt(asyncState(rt).originDepth)),
  native('set_coroutine_origin_tracking_depth', 'depth', (rt, _module, [depth]) =>
    withCInt(rt, depth!, (value) => {
      if (value < 0) raise(rt, VALUE_ERROR, 'depth must be >= 0');
      asyncState(rt).originDepth = value;
      return NONE;
    }),
  ),
  rawNative('set_asyncgen_hooks', (rt, _module, args, keywords) => setHooks(rt, args, keywords)),
  native('get_asyncgen_hooks', '', (rt) => {
    const { firstiter, finalizer } = asyncState(rt);
    return asyncgenHooks.make(rt, [orNone(rt, firstiter), orNone(rt, finalizer)]);
  }),
];
