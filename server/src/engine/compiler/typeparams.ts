import type { AsyncFunctionDef, ClassDef, Expr, FunctionDef, TypeAlias, TypeParam } from '../syntax/tree.ts';
import { checkFormat } from './annotations.ts';
import type { Compiler } from './compiler.ts';
import { expr } from './expressions.ts';
import { Make, definitionStart, makeFunction } from './functions.ts';
import { Intrinsic1, Intrinsic2, Op } from './opcodes.ts';

/**
 * Runs `inside` in the block of the type parameters, whose tuple is then on the stack; it leaves the value of the
 * definition there. `flags` tells which defaults are on the stack outside, and are passed on.
 */
export function withTypeParams(c: Compiler, s: FunctionDef | AsyncFunctionDef | ClassDef, flags: number, inside: () => void): void {
  const passed = (flags & Make.DEFAULTS ? 1 : 0) + (flags & Make.KEYWORD_DEFAULTS ? 1 : 0);
  if (passed === 2) c.emit(Op.SWAP, 2, s);
  c.enter(
    c.table.typeParamsOf(s), `<generic parameters of ${s.name}>`, definitionStart(s),
    s.kind === 'ClassDef' ? s.name : c.unit.className, { signature: { positional: passed, positionalOnly: 0, keywordOnly: 0 } },
  );
  typeParams(c, s.type_params);
  if (flags & Make.DEFAULTS) c.emit(Op.LOAD_FAST, c.unit.local('.defaults'), s);
  if (flags & Make.KEYWORD_DEFAULTS) c.emit(Op.LOAD_FAST, c.unit.local('.kwdefaults'), s);
  inside();
  if (s.kind !== 'ClassDef') {
    c.emit(Op.SWAP, 2, s);
    c.emit(Op.CALL_INTRINSIC_2, Intrinsic2.SET_FUNCTION_TYPE_PARAMS, s);
  }
  c.emit(Op.RETURN_VALUE, 0, s);
  makeFunction(c, c.leave(), 0, s);
  // The first argument is in the place of self.
  if (passed > 0) c.emit(Op.SWAP, passed + 1, s);
  else c.emit(Op.PUSH_NULL, 0, s);
  c.emit(Op.CALL, Math.max(passed - 1, 0), s);
}

/** `type Name[...] = value`. */
export function typeAlias(c: Compiler, s: TypeAlias): void {
  if (s.name.kind !== 'Name') {
    c.refuse('this target of a `type` statement', s.name);
    return;
  }
  const name = s.name.id;
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    c.enter(c.table.typeParamsOf(s), `<generic parameters of ${name}>`, s, c.unit.className);
    c.string(name, s);
    typeParams(c, s.type_params);
  } else {
    c.string(name, s);
    c.none(s);
  }
  lazily(c, s, s.value, name, s);
  c.emit(Op.BUILD_TUPLE, 3, s);
  c.emit(Op.CALL_INTRINSIC_1, Intrinsic1.TYPEALIAS, s);
  if (isGeneric) {
    c.emit(Op.RETURN_VALUE, 0, s);
    makeFunction(c, c.leave(), 0, s);
    c.emit(Op.PUSH_NULL, 0, s);
    c.emit(Op.CALL, 0, s);
  }
  c.store(name, s);
}

/** Makes the parameters, binds their names and leaves their tuple. Mirrors compiler_type_params(). */
function typeParams(c: Compiler, params: readonly TypeParam[]): void {
  let defaults = false;
  for (const param of params) {
    c.string(param.name, param);
    if (param.kind === 'TypeVar' && param.bound !== null) {
      lazily(c, param.bound, param.bound, param.name, param.bound);
      const constrained = param.bound.kind === 'Tuple';
      c.emit(Op.CALL_INTRINSIC_2, constrained ? Intrinsic2.TYPEVAR_WITH_CONSTRAINTS : Intrinsic2.TYPEVAR_WITH_BOUND, param);
    } else {
      c.emit(Op.CALL_INTRINSIC_1, kindOf(param), param);
    }
    if (param.default_value !== null) {
      defaults = true;
      lazily(c, param.default_value, param.default_value, param.name, param.default_value);
      c.emit(Op.CALL_INTRINSIC_2, Intrinsic2.SET_TYPEPARAM_DEFAULT, param);
    } else if (defaults) {
      c.error(`non-default type parameter '${param.name}' follows default type parameter`, param);
    }
    c.emit(Op.COPY, 1, param);
    c.store(param.name, param);
  }
  c.emit(Op.BUILD_TUPLE, params.length, params[0]!);
}

function kindOf(param: TypeParam): Intrinsic1 {
  switch (param.kind) {
    case 'TypeVar':
      return Intrinsic1.TYPEVAR;
    case 'ParamSpec':
      return Intrinsic1.PARAMSPEC;
    case 'TypeVarTuple':
      return Intrinsic1.TYPEVARTUPLE;
  }
}

/** A function that evaluates `value` when somebody asks for it; `owner` has its block. */
function lazily(c: Compiler, owner: TypeAlias | Expr, value: Expr, name: string, at: TypeAlias | Expr): void {
  const takesFormat = c.dialect.defersAnnotations;
  if (takesFormat) c.constant({ type: 'tuple', items: [{ type: 'int', value: 1 }] }, at);
  const positional = takesFormat ? 1 : 0;
  const signature = { positional, positionalOnly: positional, keywordOnly: 0 };
  c.enter(c.table.lazyScopeOf(owner), name, at, c.unit.className, { signature });
  if (takesFormat) checkFormat(c, at);
  if (value.kind === 'Starred') {
    expr(c, value.value);
    c.emit(Op.UNPACK_SEQUENCE, 1, value);
  } else {
    expr(c, value);
  }
  c.emit(Op.RETURN_VALUE, 0, at);
  makeFunction(c, c.leave(), takesFormat ? Make.DEFAULTS : 0, at);
}
