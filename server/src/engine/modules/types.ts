import { TypeFlag } from '../heap/heap.ts';
import {
  ASYNC_GENERATOR,
  BUILTIN,
  CELL,
  CLASSMETHOD_DESCRIPTOR,
  CODE,
  COROUTINE,
  ELLIPSIS_TYPE,
  FRAME,
  FUNCTION,
  GENERATOR,
  GENERIC_ALIAS,
  GETSET_DESCRIPTOR,
  MAPPING_PROXY,
  MEMBER_DESCRIPTOR,
  METHOD,
  METHOD_DESCRIPTOR,
  METHOD_WRAPPER,
  MODULE,
  NONE_TYPE,
  NOT_IMPLEMENTED_TYPE,
  SIMPLE_NAMESPACE,
  TRACEBACK,
  TYPING_UNION,
  WRAPPER_DESCRIPTOR,
} from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../objects/core/define.ts';
import { FRAME_LOCALS_PROXY } from '../objects/framelocals.ts';
import { LAZY_IMPORT } from '../objects/lazyimport.ts';
import { defineModule } from './core/define.ts';

/** Pointers that modules written in C hand to each other; no program here meets one. */
const CAPSULE = moduleTypeHandle();
defineType({ handle: CAPSULE, name: 'PyCapsule', flags: TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION | TypeFlag.GC, slots: {} });

const types: Readonly<Record<string, Ref>> = {
  AsyncGeneratorType: ASYNC_GENERATOR,
  BuiltinFunctionType: BUILTIN,
  BuiltinMethodType: BUILTIN,
  CapsuleType: CAPSULE,
  CellType: CELL,
  ClassMethodDescriptorType: CLASSMETHOD_DESCRIPTOR,
  CodeType: CODE,
  CoroutineType: COROUTINE,
  EllipsisType: ELLIPSIS_TYPE,
  FrameLocalsProxyType: FRAME_LOCALS_PROXY,
  FrameType: FRAME,
  FunctionType: FUNCTION,
  GeneratorType: GENERATOR,
  GenericAlias: GENERIC_ALIAS,
  GetSetDescriptorType: GETSET_DESCRIPTOR,
  LambdaType: FUNCTION,
  LazyImportType: LAZY_IMPORT,
  MappingProxyType: MAPPING_PROXY,
  MemberDescriptorType: MEMBER_DESCRIPTOR,
  MethodDescriptorType: METHOD_DESCRIPTOR,
  MethodType: METHOD,
  MethodWrapperType: METHOD_WRAPPER,
  ModuleType: MODULE,
  NoneType: NONE_TYPE,
  NotImplementedType: NOT_IMPLEMENTED_TYPE,
  SimpleNamespace: SIMPLE_NAMESPACE,
  TracebackType: TRACEBACK,
  UnionType: TYPING_UNION,
  WrapperDescriptorType: WRAPPER_DESCRIPTOR,
};

/** The interpreter's own types by the names that `types` gives them (3.14 and later). */
defineModule({
  name: '_types',
  init: (_rt, put) => {
    for (const [name, type] of Object.entries(types)) put(name, type);
  },
});
