import { TypeFlag, type Heap, type Layout } from '../../heap/heap.ts';
import { NONE, NO_DEFAULT, STR, TYPE_ERROR, VALUE_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { setAttr } from '../core/attributes.ts';
import { raise } from '../core/errors.ts';
import { newInstance } from '../core/instance.ts';
import { typeName } from '../core/lookup.ts';
import { native, type NativeAttribute, type NativeFunction } from '../core/native.ts';
import { truth } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { bind, releaseBound } from '../core/signature.ts';
import { begin, call, type Steps } from '../core/suspend.ts';
import { newConstantEvaluator } from './constantevaluator.ts';
import { callerModule, checkedType } from './python.ts';

/** Payload of a TypeVar, ParamSpec or TypeVarTuple; all handles are owned, NULL where there is none. */
export class TypeParam {
  bound = NULL;
  evaluateBound = NULL;
  constraints = NULL;
  evaluateConstraints = NULL;
  defaultValue = NULL;
  evaluateDefault = NULL;
  covariant = false;
  contravariant = false;
  /** Made by the syntax: the checker finds out. */
  infersVariance = false;
  constructor(public name: Ref) {}
}

export const typeParamOf = (rt: Runtime, object: Ref): TypeParam => rt.heap.payload[object] as TypeParam;

export type TypeParamField = 'bound' | 'evaluateBound' | 'constraints' | 'evaluateConstraints' | 'defaultValue' | 'evaluateDefault';

const fields = ['name', 'bound', 'evaluateBound', 'constraints', 'evaluateConstraints', 'defaultValue', 'evaluateDefault'] as const;

export const typeParamLayout: Layout = {
  traverse(payload, visit) {
    for (const field of fields) if ((payload as TypeParam)[field] !== NULL) visit((payload as TypeParam)[field]);
  },
  clear(payload, released, heap: Heap, self) {
    const param = payload as TypeParam;
    for (const field of fields) {
      if (param[field] !== NULL) released.push(param[field]);
      param[field] = NULL;
    }
    // The dict goes behind the fields.
    for (const value of heap.attributes[self] ?? []) if (value !== NULL) released.push(value);
    heap.attributes[self] = undefined;
  },
};

export const typeParamFlags = TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.MANAGED_DICT | TypeFlag.WEAKREFS;

/** What the syntax makes: the name alone, counted. Nobody says to which module it belongs. */
export function newTypeParam(rt: Runtime, type: Ref, name: Ref): Ref {
  const param = new TypeParam(rt.heap.incref(name));
  param.infersVariance = true;
  return newInstance(rt, type, param);
}

export const typeParamRepr = (rt: Runtime, self: Ref): Eventual => {
  const { name, covariant, contravariant, infersVariance } = typeParamOf(rt, self);
  if (infersVariance) return rt.heap.incref(name);
  return rt.newStr(`${covariant ? '+' : contravariant ? '-' : '~'}${rt.text(name)}`);
};

/** Reads what is there, or calls what computes it and keeps the answer; `absent` is immortal or counted by nobody. */
export function* evaluated(rt: Runtime, self: Ref, value: TypeParamField, evaluator: TypeParamField, absent: Ref): Steps<Ref> {
  const param = typeParamOf(rt, self);
  if (param[value] !== NULL) return rt.heap.incref(param[value]);
  if (param[evaluator] === NULL) return absent;
  const result = yield* call(param[evaluator], []);
  const old = param[value];
  param[value] = rt.heap.incref(result);
  rt.heap.xdecref(old);
  return result;
}

export const evaluatedAttribute = (name: string, value: TypeParamField, evaluator: TypeParamField, absent: Ref): NativeAttribute => ({
  name,
  get: (rt, self) => begin(rt, evaluated(rt, self, value, evaluator, absent)),
});

/** `evaluate_bound` and its like (3.14): the function of the syntax, one that answers a known value, or None. */
export const evaluatorAttribute = (name: string, value: TypeParamField, evaluator: TypeParamField): NativeAttribute => ({
  name,
  get: (rt, self) => {
    const param = typeParamOf(rt, self);
    if (param[evaluator] !== NULL) return rt.heap.incref(param[evaluator]);
    return param[value] === NULL ? NONE : newConstantEvaluator(rt, param[value]);
  },
});

export const nameAttribute: NativeAttribute = { name: '__name__', member: true, get: (rt, self) => rt.heap.incref(typeParamOf(rt, self).name) };

export const boundAttribute: NativeAttribute = {
  name: '__bound__',
  member: true,
  get: (rt, self) => {
    const { bound } = typeParamOf(rt, self);
    return bound === NULL ? NONE : rt.heap.incref(bound);
  },
};

export const varianceAttributes: readonly NativeAttribute[] = [
  { name: '__covariant__', member: true, get: (rt, self) => rt.newBool(typeParamOf(rt, self).covariant) },
  { name: '__contravariant__', member: true, get: (rt, self) => rt.newBool(typeParamOf(rt, self).contravariant) },
  { name: '__infer_variance__', member: true, get: (rt, self) => rt.newBool(typeParamOf(rt, self).infersVariance) },
];

export const defaultAttributes: readonly NativeAttribute[] = [
  evaluatedAttribute('__default__', 'defaultValue', 'evaluateDefault', NO_DEFAULT),
  evaluatorAttribute('evaluate_default', 'defaultValue', 'evaluateDefault'),
];

export const reduceMethod: NativeFunction = native('__reduce__', '', (rt, self) => rt.heap.incref(typeParamOf(rt, self).name));

export const hasDefaultMethod: NativeFunction = native('has_default', '', (rt, self) => {
  const { defaultValue, evaluateDefault } = typeParamOf(rt, self);
  return rt.newBool(evaluateDefault !== NULL || (defaultValue !== NULL && defaultValue !== NO_DEFAULT));
});

export const noSubclasses = (type: string): NativeFunction =>
  native('__mro_entries__', 'object, /', (rt) => raise(rt, TYPE_ERROR, `Cannot subclass an instance of ${type}`));

/** Makes one by calling its type: `text` is the signature, in which the options go by these names. */
export function* constructed(rt: Runtime, type: Ref, shown: string, text: string, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const flat = bind(rt, shown, text, args, keywords);
  let made = NULL;
  try {
    const given = new Map(text.split(', ').filter((part) => part !== '*').map((part, i) => [part.replace(/^\*|=.*$/g, ''), flat[i]!]));
    const isSet = function* (name: string): Steps<boolean> {
      const value = given.get(name) ?? NULL;
      return value !== NULL && (yield* truth(rt, value));
    };
    const name = given.get('name')!;
    if ((rt.typeOf(name).flags & TypeFlag.STR_SUBCLASS) === 0) {
      raise(rt, TYPE_ERROR, `${shown}() argument 'name' must be str, not ${heap.type[name] === STR ? 'str' : name === NONE ? 'None' : typeName(rt, name)}`);
    }
    const covariant = yield* isSet('covariant');
    const contravariant = yield* isSet('contravariant');
    const infersVariance = yield* isSet('infer_variance');
    if (covariant && contravariant) raise(rt, VALUE_ERROR, 'Bivariant types are not supported.');
    if (infersVariance && (covariant || contravariant)) raise(rt, VALUE_ERROR, 'Variance cannot be specified with infer_variance.');
    const param = new TypeParam(heap.incref(name));
    made = newInstance(rt, type, param);
    Object.assign(param, { covariant, contravariant, infersVariance });
    const bound = given.get('bound') ?? NULL;
    if (bound !== NULL && bound !== NONE) param.bound = yield* checkedType(rt, bound, 'Bound must be a type.');
    const constraints = given.get('constraints') ?? NULL;
    if (constraints !== NULL) keepConstraints(rt, param, constraints);
    const value = given.get('default') ?? NULL;
    if (value !== NULL) param.defaultValue = heap.incref(value);
    else if (given.has('default')) param.defaultValue = NO_DEFAULT;
    setAttr(rt, made, rt.name('__module__'), callerModule(rt));
    return made;
  } catch (error) {
    heap.xdecref(made);
    throw error;
  } finally {
    releaseBound(rt, text, flat);
  }
}

function keepConstraints(rt: Runtime, param: TypeParam, constraints: Ref): void {
  const { length } = rt.heap.payload[constraints] as Ref[];
  if (length === 0) return;
  if (length === 1) raise(rt, TYPE_ERROR, 'A single constraint is not allowed');
  if (param.bound !== NULL) raise(rt, TYPE_ERROR, 'Constraints cannot be combined with bound=...');
  param.constraints = rt.heap.incref(constraints);
}
