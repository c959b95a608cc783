import { TypeFlag } from '../../heap/heap.ts';
import { ATTRIBUTE_ERROR, FALSE, KEY_ERROR, NONE, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isInt, isStr } from '../../objects/arguments.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, raiseWith } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { native, rawNative, suspending, type NativeAttribute, type NativeFunction } from '../../objects/core/native.ts';
import { collect, index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { threadModuleState } from '../../objects/core/threadstate.ts';
import type { ModuleState } from '../../objects/core/modulestate.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { Condition, roundings, type DecimalContext, type DecimalNumber, type Rounding, type Status } from '../../text/decimal/number.ts';
import { INVALID, raiseSignal, signalNames, signals, signalWords } from './signals.ts';

export const CONTEXT = moduleTypeHandle();
const MANAGER = moduleTypeHandle();

const DEFAULT_TRAPS = INVALID | Condition.DIVISION_BY_ZERO | Condition.OVERFLOW;
const LIMIT = 999_999_999_999_999_999n;

export const roundingWords = 'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]';

/** Payload of a context. */
export class Context implements DecimalContext, Status {
  precision = 28;
  rounding: Rounding = 'ROUND_HALF_EVEN';
  minimum = -999_999;
  maximum = 999_999;
  capitals = true;
  clamp = false;
  conditions = 0;
  traps = DEFAULT_TRAPS;

  taken(from: Context, clears: boolean): this {
    const { precision, rounding, minimum, maximum, capitals, clamp, traps } = from;
    Object.assign(this, { precision, rounding, minimum, maximum, capitals, clamp, traps });
    this.conditions = clears ? 0 : from.conditions;
    return this;
  }
}

class ContextManager {
  constructor(
    readonly local: Ref,
    readonly outer: Ref,
  ) {}
}

/** The context of a thread, NULL until it is asked for. */
class CurrentContext implements ModuleState {
  current: Ref = NULL;

  traverse(visit: (ref: Ref) => void): void {
    if (this.current !== NULL) visit(this.current);
  }
}

const currentState = (rt: Runtime): CurrentContext => threadModuleState(rt, '_decimal', () => new CurrentContext());

export const contextOf = (rt: Runtime, context: Ref): Context => rt.heap.payload[context] as Context;

/** The context of the thread, borrowed. */
export function current(rt: Runtime): Ref {
  const state = currentState(rt);
  if (state.current === NULL) state.current = newInstance(rt, CONTEXT, new Context());
  return state.current;
}

function setCurrent(rt: Runtime, context: Ref): void {
  const state = currentState(rt);
  const old = state.current;
  state.current = rt.heap.incref(context);
  rt.heap.xdecref(old);
}

const copied = (rt: Runtime, context: Ref): Ref => newInstance(rt, CONTEXT, new Context().taken(contextOf(rt, context), false));

function checkContext(rt: Runtime, object: Ref, words = 'optional argument'): void {
  if (!isInstance(rt, object, CONTEXT)) raise(rt, TYPE_ERROR, `${words} must be a context`);
}

/** Computes in a context, and raises what it traps (dec_addstatus). */
export function computing(rt: Runtime, context: Ref, work: (context: Context, status: Status) => DecimalNumber): DecimalNumber {
  const payload = contextOf(rt, context);
  const status: Status = { conditions: 0 };
  const result = work(payload, status);
  note(rt, payload, status.conditions);
  return result;
}

export function note(rt: Runtime, context: Context, conditions: number): void {
  context.conditions |= conditions;
  const trapped = conditions & context.traps;
  if (trapped !== 0) raiseSignal(rt, trapped);
}

function* setField(rt: Runtime, context: Context, name: string, value: Ref): Steps<void> {
  if (value === NULL) raise(rt, ATTRIBUTE_ERROR, 'context attributes cannot be deleted');
  if (name === 'rounding') {
    const rounding = isStr(rt, value) ? roundings.find((known) => known === rt.text(value)) : undefined;
    if (rounding === undefined) raise(rt, TYPE_ERROR, roundingWords);
    context.rounding = rounding;
    return;
  }
  if (!isInt(rt, value)) raise(rt, TYPE_ERROR, 'an integer is required');
  const number = BigInt(yield* index(rt, value));
  const check = (least: bigint, most: bigint, words: string): void => {
    if (number < least || number > most) raise(rt, VALUE_ERROR, `valid ${words}`);
  };
  if (name === 'prec') {
    check(1n, LIMIT, 'range for prec is [1, MAX_PREC]');
    context.precision = Number(number);
  } else if (name === 'Emin') {
    check(-LIMIT, 0n, 'range for Emin is [MIN_EMIN, 0]');
    context.minimum = Number(number);
  } else if (name === 'Emax') {
    check(0n, LIMIT, 'range for Emax is [0, MAX_EMAX]');
    context.maximum = Number(number);
  } else {
    check(0n, 1n, `values for ${name} are 0 or 1`);
    context[name as 'capitals' | 'clamp'] = number === 1n;
  }
}

const field = (name: string, get: (rt: Runtime, context: Context) => Ref): NativeAttribute => ({
  name,
  get: (rt, self) => get(rt, contextOf(rt, self)),
  set: (rt, self, value) =>
    begin(
      rt,
      (function* (): Steps<Ref> {
        yield* setField(rt, contextOf(rt, self), name, value);
        return NONE;
      })(),
    ),
});

const fieldNames = ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp'] as const;

/** The signals of a list that the program gives. */
function* conditionsIn(rt: Runtime, given: Ref): Steps<number> {
  const items = yield* collect(rt, given);
  let conditions = 0;
  for (const item of items) conditions |= signals.find(([, type]) => type === item)?.[0] ?? 0;
  const isKnown = items.every((item) => signals.some(([, type]) => type === item));
  for (const item of items) rt.heap.decref(item);
  if (!isKnown) raiseWith(rt, KEY_ERROR, rt.newStr(signalWords));
  return conditions;
}

const contextSignature = 'prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None';

function* settings(rt: Runtime, context: Ref, given: readonly Ref[]): Steps<void> {
  const payload = contextOf(rt, context);
  for (const [i, name] of fieldNames.entries()) if (given[i]! !== NULL && given[i] !== NONE) yield* setField(rt, payload, name, given[i]!);
  const [flags = NULL, traps = NULL] = given.slice(fieldNames.length);
  if (flags !== NULL && flags !== NONE) payload.conditions = yield* conditionsIn(rt, flags);
  if (traps !== NULL && traps !== NONE) payload.traps = yield* conditionsIn(rt, traps);
}

/** Payload of the view of a context's flags or traps. */
class Signals {
  constructor(
    readonly context: Ref,
    readonly field: 'conditions' | 'traps',
  ) {}
}

const SIGNAL_DICT = moduleTypeHandle();

const signalsOf = (rt: Runtime, self: Ref): Signals => rt.heap.payload[self] as Signals;

function bitsOf(rt: Runtime, key: Ref): number {
  const found = signals.find(([, type]) => type === key);
  if (found === undefined) raiseWith(rt, KEY_ERROR, rt.newStr(signalWords));
  return found[0];
}

defineType({
  handle: SIGNAL_DICT,
  name: 'SignalDict',
  module: 'decimal',
  flags: CONTAINER,
  layout: {
    traverse: (payload, visit) => visit((payload as Signals).context),
    clear: (payload, released) => released.push((payload as Signals).context),
  },
  slots: {
    tp_repr(rt, self) {
      const { context, field: which } = signalsOf(rt, self);
      const set = contextOf(rt, context)[which];
      return rt.newStr(`{${signals.map(([bits, type]) => `<class 'decimal.${rt.typeObject(type).name}'>:${(set & bits) === 0 ? 'False' : 'True'}`).join(', ')}}`);
    },
    mp_length: (rt) => rt.newInt(signals.length),
    mp_subscript(rt, self, key) {
      const { context, field: which } = signalsOf(rt, self);
      return rt.newBool((contextOf(rt, context)[which] & bitsOf(rt, key)) !== 0);
    },
    mp_ass_subscript: (rt, self, key, value) =>
      begin(
        rt,
        (function* (): Steps<Ref> {
          if (value === NULL) raise(rt, VALUE_ERROR, 'signal keys cannot be deleted');
          const bits = bitsOf(rt, key);
          const isSet = yield* truth(rt, value);
          const { context, field: which } = signalsOf(rt, self);
          const payload = contextOf(rt, context);
          payload[which] = isSet ? payload[which] | bits : payload[which] & ~bits;
          return NONE;
        })(),
      ),
  },
});

const signalField = (name: string, which: Signals['field']): NativeAttribute => ({
  name,
  get: (rt, self) => newInstance(rt, SIGNAL_DICT, new Signals(rt.heap.incref(self), which)),
  set: (rt, self, value) =>
    begin(
      rt,
      (function* (): Steps<Ref> {
        contextOf(rt, self)[which] = yield* conditionsIn(rt, value);
        return NONE;
      })(),
    ),
});

const shown = (rt: Runtime, { precision, rounding, minimum, maximum, capitals, clamp, conditions, traps }: Context): string =>
  `Context(prec=${precision}, rounding=${rounding}, Emin=${minimum}, Emax=${maximum}, capitals=${Number(capitals)}, clamp=${Number(clamp)}, ` +
  `flags=${signalNames(rt, conditions)}, traps=${signalNames(rt, traps)})`;

const refusedMethods =
  'abs exp ln log10 minus next_minus next_plus normalize plus to_integral to_integral_exact to_integral_value sqrt add compare compare_signal divide divide_int divmod max max_mag min min_mag ' +
  'multiply next_toward quantize remainder remainder_near subtract power fma Etiny Etop radix is_canonical is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan is_subnormal is_zero ' +
  '_apply canonical copy_abs copy_decimal copy_negate logb logical_invert number_class to_sci_string to_eng_string compare_total compare_total_mag copy_sign logical_and logical_or logical_xor ' +
  'rotate same_quantum scaleb shift __reduce__ create_decimal create_decimal_from_float';

defineType({
  handle: CONTEXT,
  name: 'Context',
  module: 'decimal',
  flags: CONTAINER,
  slots: {
    tp_new: (rt, type, args, keywords) =>
      begin(
        rt,
        (function* (): Steps<Ref> {
          const given = bind(rt, 'Context', contextSignature, args, keywords);
          const self = newInstance(rt, type, new Context());
          yield* settings(rt, self, given);
          return self;
        })(),
      ),
    tp_repr: (rt, self) => rt.newStr(shown(rt, contextOf(rt, self))),
  },
  methods: [
    native('copy', '', (rt, self) => copied(rt, self)),
    native('__copy__', '', (rt, self) => copied(rt, self)),
    native('clear_flags', '', (rt, self) => {
      contextOf(rt, self).conditions = 0;
      return NONE;
    }),
    native('clear_traps', '', (rt, self) => {
      contextOf(rt, self).traps = 0;
      return NONE;
    }),
    ...refusedMethods.split(' ').map((name): NativeFunction => rawNative(name, () => unsupported(`decimal.Context.${name}`))),
  ],
  attributes: [
    field('prec', (rt, { precision }) => rt.newInt(precision)),
    field('rounding', (rt, { rounding }) => rt.intern(rounding)),
    field('Emin', (rt, { minimum }) => rt.newInt(minimum)),
    field('Emax', (rt, { maximum }) => rt.newInt(maximum)),
    field('capitals', (rt, { capitals }) => rt.newInt(Number(capitals))),
    field('clamp', (rt, { clamp }) => rt.newInt(Number(clamp))),
    signalField('flags', 'conditions'),
    signalField('traps', 'traps'),
  ],
});

defineType({
  handle: MANAGER,
  name: 'ContextManager',
  module: 'decimal',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse(payload, visit) {
      visit((payload as ContextManager).local);
      visit((payload as ContextManager).outer);
    },
    clear: (payload, released) => released.push((payload as ContextManager).local, (payload as ContextManager).outer),
  },
  slots: {},
  methods: [
    native('__enter__', '', (rt, self) => {
      const { local } = rt.heap.payload[self] as ContextManager;
      setCurrent(rt, local);
      return rt.heap.incref(local);
    }),
    native('__exit__', '*args', (rt, self) => {
      setCurrent(rt, (rt.heap.payload[self] as ContextManager).outer);
      return FALSE;
    }),
  ],
});

/** Templates that `setcontext` copies: DefaultContext, BasicContext, ExtendedContext. */
export function newTemplate(rt: Runtime, settingsOf: Partial<Context>): Ref {
  return newInstance(rt, CONTEXT, Object.assign(new Context(), settingsOf));
}

export const contextFunctions: readonly NativeFunction[] = [
  native('getcontext', '', (rt) => rt.heap.incref(current(rt))),
  native('setcontext', 'context, /', (rt, _module, [context]) => {
    checkContext(rt, context!, 'argument');
    setCurrent(rt, context!);
    return NONE;
  }),
  suspending('localcontext', `ctx=None, *, ${contextSignature}`, function* (rt, _module, [given, ...changes]) {
    const outer = current(rt);
    if (given! !== NULL && given !== NONE) checkContext(rt, given!);
    const local = copied(rt, given! === NULL || given === NONE ? outer : given!);
    yield* settings(rt, local, changes);
    return newInstance(rt, MANAGER, new ContextManager(local, rt.heap.incref(current(rt))));
  }),
];

export const contextTypes: readonly Ref[] = [CONTEXT];
