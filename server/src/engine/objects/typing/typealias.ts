import { TypeFlag } from '../../heap/heap.ts';
import { EMPTY_TUPLE, NONE, NO_DEFAULT, TYPE_ALIAS_TYPE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { typingOf } from '../../versions/typing.ts';
import { codeOf } from '../code.ts';
import { defineType } from '../core/define.ts';
import { raise } from '../core/errors.ts';
import { newInstance } from '../core/instance.ts';
import { typeName } from '../core/lookup.ts';
import { itemsOf } from '../core/make.ts';
import { native } from '../core/native.ts';
import { repr } from '../core/protocol.ts';
import type { Runtime } from '../core/runtime.ts';
import { bind } from '../core/signature.ts';
import { begin, call, settle, type Steps } from '../core/suspend.ts';
import { functionOf } from '../function.ts';
import { genericAlias } from '../genericalias.ts';
import { unionOr } from '../union.ts';
import { newConstantEvaluator } from './constantevaluator.ts';
import { callerModule } from './python.ts';
import { TypeParam, evaluated } from './typeparam.ts';
import { unpackedIterator, withUnpacked } from './typevartuple.ts';

/** Payload of what a `type` statement makes; all handles are owned, NULL where there is none. */
class TypeAlias {
  module = NULL;
  constructor(
    public name: Ref,
    public qualname: Ref,
    public typeParams: Ref,
    public computeValue: Ref,
    public value: Ref,
  ) {}
}

const fields = ['name', 'qualname', 'typeParams', 'computeValue', 'value', 'module'] as const;

const aliasOf = (rt: Runtime, self: Ref): TypeAlias => rt.heap.payload[self] as TypeAlias;

/** What the statement `type name[typeParams] = …` makes; `typeParams` is a tuple or None. */
export function newTypeAlias(rt: Runtime, name: Ref, typeParams: Ref, computeValue: Ref): Ref {
  const { heap } = rt;
  const params = typeParams === NONE || typeParams === EMPTY_TUPLE ? NULL : heap.incref(typeParams);
  const { qualnameRef } = codeOf(rt, functionOf(rt, computeValue).code);
  const alias = new TypeAlias(heap.incref(name), heap.incref(qualnameRef), params, heap.incref(computeValue), NULL);
  return newInstance(rt, TYPE_ALIAS_TYPE, alias);
}

function* valueSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const alias = aliasOf(rt, self);
  if (alias.value !== NULL) return rt.heap.incref(alias.value);
  const value = yield* call(alias.computeValue, []);
  const old = alias.value;
  alias.value = rt.heap.incref(value);
  rt.heap.xdecref(old);
  return value;
}

function moduleOf(rt: Runtime, self: Ref): Ref {
  const { module, computeValue } = aliasOf(rt, self);
  if (module !== NULL) return rt.heap.incref(module);
  const found = computeValue === NULL ? NULL : functionOf(rt, computeValue).module;
  return found === NULL ? NONE : rt.heap.incref(found);
}

const SIGNATURE = 'name, value, *, type_params=';

function* newSteps(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const { heap } = rt;
  const profile = typingOf(rt.profile.version);
  const [name, value, typeParams, qualname = NULL] = bind(rt, 'typealias', profile.aliasHasQualname ? `${SIGNATURE}, qualname=None` : SIGNATURE, args, keywords);
  if ((rt.typeOf(name!).flags & TypeFlag.STR_SUBCLASS) === 0) {
    raise(rt, TYPE_ERROR, `typealias() argument 'name' must be str, not ${name === NONE ? 'None' : typeName(rt, name!)}`);
  }
  let params = typeParams!;
  if (params !== NULL && (rt.typeOf(params).flags & TypeFlag.TUPLE_SUBCLASS) === 0) raise(rt, TYPE_ERROR, 'type_params must be a tuple');
  if (params !== NULL && profile.aliasChecksParams) yield* checkParams(rt, params);
  if (params !== NULL && itemsOf(rt, params).length === 0) params = NULL;
  const hasQualname = qualname !== NULL && qualname !== NONE;
  if (hasQualname && (rt.typeOf(qualname).flags & TypeFlag.STR_SUBCLASS) === 0) raise(rt, TYPE_ERROR, 'qualname must be a string');
  const shown = hasQualname ? qualname : name!;
  const alias = new TypeAlias(heap.incref(name!), heap.incref(shown), params === NULL ? NULL : heap.incref(params), NULL, heap.incref(value!));
  alias.module = heap.incref(callerModule(rt));
  return newInstance(rt, type, alias);
}

/** Mirrors typealias_check_type_params(). */
function* checkParams(rt: Runtime, params: Ref): Steps<void> {
  let hasDefault = false;
  for (const param of itemsOf(rt, params)) {
    const shown = function* (): Steps<string> {
      const text = yield* settle(rt, repr(rt, param));
      const result = rt.text(text);
      rt.heap.decref(text);
      return result;
    };
    if (!(rt.heap.payload[param] instanceof TypeParam)) raise(rt, TYPE_ERROR, `Expected a type param, got ${yield* shown()}`);
    const value = yield* evaluated(rt, param, 'defaultValue', 'evaluateDefault', NO_DEFAULT);
    if (value === NO_DEFAULT) {
      if (hasDefault) raise(rt, TYPE_ERROR, `non-default type parameter '${yield* shown()}' follows default type parameter`);
    } else {
      hasDefault = true;
      rt.heap.decref(value);
    }
  }
}

function* parametersSteps(rt: Runtime, self: Ref): Steps<Ref> {
  const { typeParams } = aliasOf(rt, self);
  return typeParams === NULL ? EMPTY_TUPLE : yield* withUnpacked(rt, typeParams);
}

defineType({
  handle: TYPE_ALIAS_TYPE,
  name: 'TypeAliasType',
  module: 'typing',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse(payload, visit) {
      for (const field of fields) if ((payload as TypeAlias)[field] !== NULL) visit((payload as TypeAlias)[field]);
    },
    clear(payload, released) {
      const alias = payload as TypeAlias;
      for (const field of fields) {
        if (alias[field] !== NULL) released.push(alias[field]);
        alias[field] = NULL;
      }
    },
  },
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, newSteps(rt, type, args, keywords)),
    tp_repr: (rt, self) => rt.heap.incref(typingOf(rt.profile.version).aliasHasQualname ? aliasOf(rt, self).qualname : aliasOf(rt, self).name),
    tp_iter: (rt, self) => begin(rt, unpackedIterator(rt, self)),
    nb_or: unionOr,
    mp_subscript: (rt, self, item) => {
      if (aliasOf(rt, self).typeParams === NULL) raise(rt, TYPE_ERROR, 'Only generic type aliases are subscriptable');
      return genericAlias(rt, self, item);
    },
  },
  methods: [native('__reduce__', '', (rt, self) => rt.heap.incref(aliasOf(rt, self).name))],
  attributes: [
    { name: '__name__', member: true, get: (rt, self) => rt.heap.incref(aliasOf(rt, self).name) },
    { name: '__qualname__', member: true, get: (rt, self) => rt.heap.incref(aliasOf(rt, self).qualname) },
    { name: '__parameters__', get: (rt, self) => begin(rt, parametersSteps(rt, self)) },
    {
      name: '__type_params__',
      get: (rt, self) => {
        const { typeParams } = aliasOf(rt, self);
        return typeParams === NULL ? EMPTY_TUPLE : rt.heap.incref(typeParams);
      },
    },
    { name: '__value__', get: (rt, self) => begin(rt, valueSteps(rt, self)) },
    {
      name: 'evaluate_value',
      get: (rt, self) => {
        const { computeValue, value } = aliasOf(rt, self);
        return computeValue === NULL ? newConstantEvaluator(rt, value) : rt.heap.incref(computeValue);
      },
    },
    { name: '__module__', get: moduleOf },
  ],
});
