export const astPrivateNames = `
  __name__ __doc__ __package__ __loader__ __spec__ _is_abstract():15- AST PyCF_ALLOW_TOP_LEVEL_AWAIT PyCF_ONLY_AST PyCF_TYPE_COMMENTS
  PyCF_OPTIMIZED_AST:13- mod Module Interactive Expression FunctionType stmt FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias:12-
  AugAssign AnnAssign For AsyncFor While If With AsyncWith Match Raise Try TryStar Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue
  expr BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp GeneratorExp Await Yield YieldFrom Compare Call FormattedValue
  Interpolation:14- JoinedStr TemplateStr:14- Constant Attribute Subscript Starred Name List Tuple Slice expr_context Load Store Del boolop And Or
  operator Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv unaryop Invert Not UAdd USub cmpop Eq NotEq Lt LtE Gt GtE Is
  IsNot In NotIn comprehension excepthandler ExceptHandler arguments arg keyword alias withitem match_case pattern MatchValue MatchSingleton
  MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr type_ignore TypeIgnore type_param:12- TypeVar:12- ParamSpec:12- TypeVarTuple:12-
`;
