import { Compare } from '../../compiler/opcodes.ts';
import { TypeFlag } from '../../heap/heap.ts';
import { ATTRIBUTE_ERROR, DICT, FALSE, KEY_ERROR, LIST, NONE, NOT_IMPLEMENTED, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isInt, isStr } from '../../objects/arguments.ts';
import { CONTAINER, defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, raiseWith } from '../../objects/core/errors.ts';
import { newInstance } from '../../objects/core/instance.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { itemsOf, newTuple, tableOf } from '../../objects/core/make.ts';
import { native, rawNative, suspending, type NativeAttribute, type NativeFunction } from '../../objects/core/native.ts';
import { index, iter, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { Condition, roundings, type DecimalContext, type DecimalNumber, type Rounding, type Status } from '../../text/decimal/number.ts';
import { building } from '../../objects/setops.ts';
import { boundIn, contextState, currentContext, rebind } from '../_contextvars/state.ts';
import { namedVar } from '../_contextvars/var.ts';
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

/** What the module holds; all references are owned. */
class DecimalState implements ModuleState {
  /** The context variable that is bound to the context in use. */
  variable: Ref = NULL;
  /** DefaultContext, BasicContext, ExtendedContext. */
  templates: readonly Ref[] = [];

  traverse(visit: (ref: Ref) => void): void {
    for (const ref of [this.variable, ...this.templates]) if (ref !== NULL) visit(ref);
  }
}

const decimalState = (rt: Runtime): DecimalState => moduleState(rt, '_decimal', () => new DecimalState());

export const contextOf = (rt: Runtime, context: Ref): Context => rt.heap.payload[context] as Context;

/** Mirrors current_context(): that of the context variables in force, or else a copy of DefaultContext; borrowed. */
export function current(rt: Runtime): Ref {
  const { variable, templates } = decimalState(rt);
  const found = boundIn(rt, contextState(rt).current, variable);
  if (found !== NULL) return found;
  const made = renewed(rt, templates[0]!);
  setCurrent(rt, made);
  rt.heap.decref(made);
  return made;
}

const setCurrent = (rt: Runtime, context: Ref): void => rebind(rt, currentContext(rt), decimalState(rt).variable, context);

/** A copy without flags. */
const renewed = (rt: Runtime, context: Ref): Ref => newInstance(rt, CONTEXT, new Context().taken(contextOf(rt, context), true));

/** Mirrors PyDec_SetCurrentContext(): a template is copied. */
function putInForce(rt: Runtime, context: Ref): void {
  const isTemplate = decimalState(rt).templates.includes(context);
  const chosen = isTemplate ? renewed(rt, context) : rt.heap.incref(context);
  setCurrent(rt, chosen);
  rt.heap.decref(chosen);
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

/** A dict that says of every signal whether it is set (dict_as_flags). */
function* conditionsInDict(rt: Runtime, given: Ref): Steps<number> {
  if (!isInstance(rt, given, DICT)) raise(rt, TYPE_ERROR, 'argument must be a signal dict');
  const table = tableOf(rt, given);
  const invalid = (): never => raiseWith(rt, KEY_ERROR, rt.newStr('invalid signal dict'));
  if (table.keys.filter((key) => key !== NULL).length !== signals.length) invalid();
  let conditions = 0;
  for (const [bits, type] of signals) {
    const at = table.keys.indexOf(type);
    if (yield* truth(rt, at < 0 ? invalid() : table.values[at]!)) conditions |= bits;
  }
  return conditions;
}

/** What a context's flags or traps are set to: those of another context, or a dict. */
function* conditionsIn(rt: Runtime, given: Ref): Steps<number> {
  return rt.heap.type[given] === SIGNAL_DICT ? bitsIn(rt, given) : yield* conditionsInDict(rt, given);
}

/** Of a new context they may be a list too (list_as_flags). */
function* initialConditions(rt: Runtime, given: Ref): Steps<number> {
  if (!isInstance(rt, given, LIST)) return yield* conditionsIn(rt, given);
  return itemsOf(rt, given).reduce((conditions, type) => conditions | bitsOf(rt, type), 0);
}

const contextSignature = 'prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None';

function* settings(rt: Runtime, context: Ref, given: readonly Ref[]): Steps<void> {
  const payload = contextOf(rt, context);
  for (const [i, name] of fieldNames.entries()) if (given[i]! !== NULL && given[i] !== NONE) yield* setField(rt, payload, name, given[i]!);
  const [flags = NULL, traps = NULL] = given.slice(fieldNames.length);
  if (flags !== NULL && flags !== NONE) payload.conditions = yield* initialConditions(rt, flags);
  if (traps !== NULL && traps !== NONE) payload.traps = yield* initialConditions(rt, traps);
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

function bitsIn(rt: Runtime, view: Ref): number {
  const { context, field: which } = signalsOf(rt, view);
  return contextOf(rt, context)[which];
}

function bitsOf(rt: Runtime, key: Ref): number {
  const found = signals.find(([, type]) => type === key);
  if (found === undefined) raiseWith(rt, KEY_ERROR, rt.newStr(signalWords));
  return found[0];
}

defineType({
  handle: SIGNAL_DICT,
  name: 'SignalDict',
  module: 'abc',
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
    tp_hash: null,
    tp_richcompare: (rt, self, other, op) => (op === Compare.EQ || op === Compare.NE ? begin(rt, signalsEqual(rt, self, other, op)) : NOT_IMPLEMENTED),
    tp_iter(rt) {
      const names = newTuple(rt, signals.map(([, type]) => rt.heap.incref(type)));
      const iterator = iter(rt, names);
      rt.heap.decref(names);
      return iterator;
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
  // What collections.abc.MutableMapping gives it.
  methods: 'copy keys items values get pop popitem clear update setdefault'.split(' ').map((name): NativeFunction => rawNative(name, () => unsupported(`decimal.SignalDict.${name}`))),
});

/** Mirrors signaldict_richcompare(). */
function* signalsEqual(rt: Runtime, self: Ref, other: Ref, op: Compare): Steps<Ref> {
  if (rt.heap.type[other] !== SIGNAL_DICT) {
    if (!isInstance(rt, other, DICT)) return NOT_IMPLEMENTED;
    const keys = tableOf(rt, other).keys.filter((key) => key !== NULL);
    if (keys.length !== signals.length) raise(rt, VALUE_ERROR, 'invalid signal dict');
    if (signals.some(([, type]) => !keys.includes(type))) return rt.newBool(op === Compare.NE);
  }
  const theirs = yield* conditionsIn(rt, other);
  return rt.newBool((bitsIn(rt, self) === theirs) === (op === Compare.EQ));
}

const signalField = (name: string, which: Signals['field']): NativeAttribute => ({
  name,
  get: (rt, self) => newInstance(rt, SIGNAL_DICT, new Signals(rt.heap.incref(self), which)),
  set: (rt, self, value) =>
    begin(
      rt,
      (function* (): Steps<Ref> {
        if (value === NULL) raise(rt, ATTRIBUTE_ERROR, 'context attributes cannot be deleted');
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
          const self = newInstance(rt, type, new Context().taken(contextOf(rt, decimalState(rt).templates[0]!), true));
          return yield* building(rt, self, (made) => settings(rt, made, given));
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
      putInForce(rt, local);
      return rt.heap.incref(local);
    }),
    native('__exit__', '*args', (rt, self) => {
      putInForce(rt, (rt.heap.payload[self] as ContextManager).outer);
      return FALSE;
    }),
  ],
});

/** Makes the templates, which are answered, and the context variable. */
export function prepareContexts(rt: Runtime): readonly Ref[] {
  const { heap } = rt;
  const state = decimalState(rt);
  const template = (settingsOf: Partial<Context>): Ref => newInstance(rt, CONTEXT, Object.assign(new Context(), settingsOf));
  for (const ref of state.templates) heap.decref(ref);
  heap.xdecref(state.variable);
  state.templates = [
    template({}),
    template({ precision: 9, rounding: 'ROUND_HALF_UP', traps: DEFAULT_TRAPS | Condition.UNDERFLOW | Condition.CLAMPED }),
    template({ precision: 9, traps: 0 }),
  ];
  state.variable = namedVar(rt, 'decimal_context');
  return state.templates;
}

export const contextFunctions: readonly NativeFunction[] = [
  native('getcontext', '', (rt) => rt.heap.incref(current(rt))),
  native('setcontext', 'context, /', (rt, _module, [context]) => {
    checkContext(rt, context!, 'argument');
    putInForce(rt, context!);
    return NONE;
  }),
  suspending('localcontext', `ctx=None, *, ${contextSignature}`, function* (rt, _module, [given, ...changes]) {
    const outer = current(rt);
    if (given! !== NULL && given !== NONE) checkContext(rt, given!);
    const local = yield* building(rt, copied(rt, given! === NULL || given === NONE ? outer : given!), (made) => settings(rt, made, changes));
    return newInstance(rt, MANAGER, new ContextManager(local, rt.heap.incref(current(rt))));
  }),
];
