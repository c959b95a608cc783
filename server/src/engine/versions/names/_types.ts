export const typesPrivateNames = `
  __name__:14- __doc__:14- __package__:14- __loader__:14- __spec__:14- AsyncGeneratorType:14- BuiltinFunctionType:14- BuiltinMethodType:14-
  CapsuleType:14- CellType:14- ClassMethodDescriptorType:14- CodeType:14- CoroutineType:14- EllipsisType:14- FrameType:14- FrameLocalsProxyType:15-
  FunctionType:14- GeneratorType:14- GenericAlias:14- GetSetDescriptorType:14- LambdaType:14- LazyImportType:15- MappingProxyType:14-
  MemberDescriptorType:14- MethodDescriptorType:14- MethodType:14- MethodWrapperType:14- ModuleType:14- NoneType:14- NotImplementedType:14-
  SimpleNamespace:14- TracebackType:14- UnionType:14- WrapperDescriptorType:14-
`;
