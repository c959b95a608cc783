import { Intrinsic1, Intrinsic2, Op } from '../../compiler/opcodes.ts';
import { RUNTIME_ERROR } from '../../heap/known.ts';
import { NULL, type Eventual, type Ref } from '../../heap/ref.ts';
import { getNamespaceItem } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { itemsOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin, call, type Steps } from '../../objects/core/suspend.ts';
import { functionOf } from '../../objects/function.ts';
import { subscriptGeneric } from '../../objects/typing/generic.ts';
import { PARAM_SPEC } from '../../objects/typing/paramspec.ts';
import { newTypeAlias } from '../../objects/typing/typealias.ts';
import { newTypeParam, typeParamOf, type TypeParamField } from '../../objects/typing/typeparam.ts';
import { TYPE_VAR } from '../../objects/typing/typevar.ts';
import { TYPE_VAR_TUPLE } from '../../objects/typing/typevartuple.ts';
import type { Interpreter } from '../interpreter.ts';
import { finish, peek, type Instruction } from './instruction.ts';

/** On one value, which is replaced by the result. */
function intrinsic1(vm: Interpreter, which: Intrinsic1, value: Ref): Eventual {
  const { rt } = vm;
  switch (which) {
    case Intrinsic1.TYPEVAR:
      return newTypeParam(rt, TYPE_VAR, value);
    case Intrinsic1.PARAMSPEC:
      return newTypeParam(rt, PARAM_SPEC, value);
    case Intrinsic1.TYPEVARTUPLE:
      return newTypeParam(rt, TYPE_VAR_TUPLE, value);
    case Intrinsic1.SUBSCRIPT_GENERIC:
      return begin(rt, subscriptGeneric(rt, value));
    case Intrinsic1.TYPEALIAS: {
      const [name, typeParams, computeValue] = itemsOf(rt, value);
      return newTypeAlias(rt, name!, typeParams!, computeValue!);
    }
    case Intrinsic1.PRINT:
      return begin(rt, display(rt, value));
  }
}

/** What an expression statement does in mode "single". */
function* display(rt: Runtime, value: Ref): Steps<Ref> {
  const hook = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name('displayhook'));
  if (hook === NULL) raise(rt, RUNTIME_ERROR, 'lost sys.displayhook');
  rt.heap.incref(hook);
  try {
    return yield* call(hook, [value]);
  } finally {
    rt.heap.decref(hook);
  }
}

/** On two values, which the result replaces. */
function intrinsic2(rt: Runtime, which: Intrinsic2, first: Ref, second: Ref): Ref {
  switch (which) {
    case Intrinsic2.TYPEVAR_WITH_BOUND:
      return withField(rt, newTypeParam(rt, TYPE_VAR, first), 'evaluateBound', second);
    case Intrinsic2.TYPEVAR_WITH_CONSTRAINTS:
      return withField(rt, newTypeParam(rt, TYPE_VAR, first), 'evaluateConstraints', second);
    case Intrinsic2.SET_TYPEPARAM_DEFAULT:
      return withField(rt, rt.heap.incref(first), 'evaluateDefault', second);
    case Intrinsic2.SET_FUNCTION_TYPE_PARAMS: {
      const f = functionOf(rt, first);
      const old = f.typeParams;
      f.typeParams = rt.heap.incref(second);
      rt.heap.xdecref(old);
      return rt.heap.incref(first);
    }
  }
}

function withField(rt: Runtime, param: Ref, field: TypeParamField, value: Ref): Ref {
  typeParamOf(rt, param)[field] = rt.heap.incref(value);
  return param;
}

export const intrinsicInstructions: Partial<Record<Op, Instruction>> = {
  [Op.CALL_INTRINSIC_1]: (vm, frame, argument) => finish(vm, frame, 1, intrinsic1(vm, argument as Intrinsic1, peek(vm, frame, 1))),
  [Op.CALL_INTRINSIC_2]: (vm, frame, argument) =>
    finish(vm, frame, 2, intrinsic2(vm.rt, argument as Intrinsic2, peek(vm, frame, 2), peek(vm, frame, 1))),
};
