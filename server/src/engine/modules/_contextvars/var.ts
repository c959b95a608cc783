import { TypeFlag } from '../../heap/heap.ts';
import { LOOKUP_ERROR, NONE, STR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { addressOf } from '../../objects/core/addresses.ts';
import { defineType } from '../../objects/core/define.ts';
import { raise, raiseWith } from '../../objects/core/errors.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { native, suspending } from '../../objects/core/native.ts';
import { hash } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, settle, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { genericAlias } from '../../objects/genericalias.ts';
import { hashHigh, hashPointer } from '../../text/hash.ts';
import { resetVar } from './reset.ts';
import { boundIn, CONTEXT_VAR, contextState, ContextVar, currentContext, rebind, TOKEN, varOf } from './state.ts';
import { newToken } from './token.ts';

/** Mirrors contextvar_new(): the hash is of the name and of the address. */
function* newVar(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const given = keywords === NULL ? args.length : args.length - itemsOf(rt, keywords).length;
  if (args.length > 2) raise(rt, TYPE_ERROR, `ContextVar() takes at most 2 arguments (${args.length} given)`);
  if (given > 1) raise(rt, TYPE_ERROR, `ContextVar() takes at most 1 positional argument (${given} given)`);
  if (given === 0) raise(rt, TYPE_ERROR, 'ContextVar() takes exactly 1 positional argument (0 given)');
  const [name = NULL, initial = NULL] = bind(rt, 'ContextVar', 'name, /, *, default=', args, keywords);
  if (!isInstance(rt, name, STR)) raise(rt, TYPE_ERROR, 'context variable name must be a str');
  yield* settle(rt, hash(rt, name));
  if (initial !== NULL) heap.incref(initial);
  return makeVar(rt, heap.incref(name), initial);
}

/** A variable that takes over the references; the hash of its name is the one last computed. */
function makeVar(rt: Runtime, name: Ref, initial: Ref): Ref {
  const { hashLow, hashHigh: high } = rt;
  const payload = new ContextVar(name, initial);
  const made = rt.heap.allocateTracked(CONTEXT_VAR, payload);
  payload.hashLow = hashLow ^ hashPointer(addressOf(rt, made));
  payload.hashHigh = high ^ hashHigh();
  if ((payload.hashLow & payload.hashHigh) === -1) payload.hashLow = -2;
  return made;
}

/** Mirrors PyContextVar_New() without a default: a new reference. */
export function namedVar(rt: Runtime, name: string): Ref {
  const text = rt.newStr(name);
  hash(rt, text);
  return makeVar(rt, text, NULL);
}

function hashVar(rt: Runtime, self: Ref): Ref {
  const variable = varOf(rt, self);
  rt.hashLow = variable.hashLow;
  rt.hashHigh = variable.hashHigh;
  return NULL;
}

/** Mirrors contextvar_tp_repr(). */
function* reprSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { name, initial } = varOf(rt, self);
  let text = `<ContextVar name=${yield* reprText(rt, name)}`;
  if (initial !== NULL) text += ` default=${yield* reprText(rt, initial)}`;
  return rt.newStr(`${text} at 0x${addressOf(rt, self).toString(16)}>`);
}

/** Mirrors PyContextVar_Get(): 1 the context; 2 the argument; 3 the variable's default. */
function getValue(rt: Runtime, self: Ref, fallback: Ref): Ref {
  const { heap } = rt;
  for (const value of [boundIn(rt, contextState(rt).current, self), fallback, varOf(rt, self).initial]) if (value !== NULL) return heap.incref(value);
  return raiseWith(rt, LOOKUP_ERROR, heap.incref(self));
}

function setValue(rt: Runtime, self: Ref, value: Ref): Ref {
  const context = currentContext(rt);
  const token = newToken(rt, context, self, boundIn(rt, context, self));
  rebind(rt, context, self, value);
  return token;
}

defineType({
  handle: CONTEXT_VAR,
  name: 'ContextVar',
  module: '_contextvars',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse(payload, visit) {
      const { name, initial } = payload as ContextVar;
      for (const ref of [name, initial]) if (ref !== NULL) visit(ref);
    },
    clear(payload, released) {
      const variable = payload as ContextVar;
      for (const ref of [variable.name, variable.initial]) if (ref !== NULL) released.push(ref);
      variable.name = variable.initial = NULL;
    },
  },
  slots: {
    tp_new: (rt, _type, args, keywords) => begin(rt, newVar(rt, args, keywords)),
    tp_repr: (rt, self) => begin(rt, reprSteps(rt, self)),
    tp_hash: hashVar,
  },
  methods: [
    native('get', 'default=, /', (rt, self, [fallback]) => getValue(rt, self, fallback!)),
    native('set', 'value, /', (rt, self, [value]) => setValue(rt, self, value!)),
    suspending('reset', 'token, /', function* (rt, self, [token]) {
      if (rt.heap.type[token!] !== TOKEN) raise(rt, TYPE_ERROR, `expected an instance of Token, got ${yield* reprText(rt, token!)}`);
      yield* resetVar(rt, self, token!);
      return NONE;
    }),
    native('__class_getitem__', 'item, /', (rt, type, [item]) => genericAlias(rt, type, item!), 'class'),
  ],
  attributes: [{ name: 'name', member: true, get: (rt, self) => rt.heap.incref(varOf(rt, self).name) }],
});
