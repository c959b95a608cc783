import { TypeFlag } from '../../heap/heap.ts';
import { NONE, RUNTIME_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { addressOf } from '../../objects/core/addresses.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { native, suspending } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import { MISSING_TYPE, missingMark, TOKEN } from './state.ts';
import { resetVar } from './reset.ts';

/** Payload of `Token`: the context and the variable that were set, and what was there before, or NULL. */
export class Token {
  used = false;
  constructor(
    public context: Ref,
    public variable: Ref,
    public old: Ref,
  ) {}
}

export const tokenOf = (rt: Runtime, token: Ref): Token => rt.heap.payload[token] as Token;

export function newToken(rt: Runtime, context: Ref, variable: Ref, old: Ref): Ref {
  for (const ref of [context, variable, old]) if (ref !== NULL) rt.heap.incref(ref);
  return rt.heap.allocateTracked(TOKEN, new Token(context, variable, old));
}

/** Mirrors token_tp_repr(). */
export function* tokenText(rt: Runtime, token: Ref): Steps<string> {
  const { used, variable } = tokenOf(rt, token);
  return `<Token${used ? ' used' : ''} var=${yield* reprText(rt, variable)} at 0x${addressOf(rt, token).toString(16)}>`;
}

const parts = ({ context, variable, old }: Token): Ref[] => [context, variable, old].filter((ref) => ref !== NULL);

defineType({
  handle: TOKEN,
  name: 'Token',
  module: '_contextvars',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse(payload, visit) {
      for (const ref of parts(payload as Token)) visit(ref);
    },
    clear(payload, released) {
      const token = payload as Token;
      released.push(...parts(token));
      token.context = token.variable = token.old = NULL;
    },
  },
  slots: {
    tp_new: (rt) => raise(rt, RUNTIME_ERROR, 'Tokens can only be created by ContextVars'),
    tp_hash: null,
    tp_repr: (rt, self) => begin(rt, shownSteps(rt, self)),
  },
  methods: [
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
    { ...native('__enter__', '', (rt, self) => rt.heap.incref(self)), versions: '14-' },
    {
      ...suspending('__exit__', 'type, val, tb, /', function* (rt, self) {
        yield* resetVar(rt, tokenOf(rt, self).variable, self);
        return NONE;
      }),
      versions: '14-',
    },
  ],
  attributes: [
    { name: 'var', get: (rt, self) => rt.heap.incref(tokenOf(rt, self).variable) },
    {
      name: 'old_value',
      get: (rt, self) => {
        const { old } = tokenOf(rt, self);
        return rt.heap.incref(old === NULL ? missingMark(rt) : old);
      },
    },
  ],
  constants: { MISSING: (rt) => rt.heap.incref(missingMark(rt)) },
});

function* shownSteps(rt: Runtime, self: Ref): Steps<Ref> {
  return rt.newStr(yield* tokenText(rt, self));
}

defineType({
  handle: MISSING_TYPE,
  name: 'MISSING',
  module: 'Token',
  flags: TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
  slots: { tp_repr: (rt) => rt.newStr('<Token.MISSING>') },
});
