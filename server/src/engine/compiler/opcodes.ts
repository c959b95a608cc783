/**
 * The instruction set. One instruction is one int32: the opcode in the low 8 bits, the argument in the upper 24.
 * Names and stack effects are CPython 3.12's (`dis`), so that temporaries die when CPython's do. What differs:
 *
 * - jump arguments are absolute instruction indices; JUMP goes back only between two values of a `yield from`;
 * - there are no CACHE, PRECALL, EXTENDED_ARG and KW_NAMES; LOAD_GLOBAL and LOAD_ATTR never push NULL themselves;
 * - a call is `callable, self-or-NULL, arg1 … argN` (3.13's order), whichever version is modelled;
 * - CALL_KW takes the tuple of keyword names on top of the stack (3.13);
 * - MAKE_FUNCTION pops the code object and then, for the bits of its argument, closure (8), annotations (4, a tuple)
 *   or `__annotate__` (16, a function), keyword defaults (2) and defaults (1), pushed in the order 1, 2, 4 or 16, 8, code;
 * - FOR_ITER pops the exhausted iterator itself and jumps to the first instruction after the loop's body;
 * - comparisons push the plain result of the operator; a jump that needs a truth value tests it itself
 *   (POP_JUMP_IF_FALSE and POP_JUMP_IF_TRUE call `__bool__` or `__len__` where they must);
 * - FORMAT_VALUE's argument is 0 none, 1 `!s`, 2 `!r`, 3 `!a`, plus 4 when a format spec is on top of the stack.
 */
export const enum Op {
  NOP,
  RESUME,
  POP_TOP,
  PUSH_NULL,
  COPY,
  SWAP,

  LOAD_CONST,
  RETURN_CONST,
  LOAD_FAST,
  LOAD_FAST_CHECK,
  LOAD_FAST_AND_CLEAR,
  STORE_FAST,
  DELETE_FAST,
  LOAD_NAME,
  STORE_NAME,
  DELETE_NAME,
  LOAD_GLOBAL,
  STORE_GLOBAL,
  DELETE_GLOBAL,
  MAKE_CELL,
  COPY_FREE_VARS,
  LOAD_CLOSURE,
  LOAD_DEREF,
  STORE_DEREF,
  DELETE_DEREF,
  LOAD_LOCALS,
  LOAD_FROM_DICT_OR_DEREF,
  LOAD_FROM_DICT_OR_GLOBALS,

  LOAD_ATTR,
  LOAD_METHOD,
  STORE_ATTR,
  DELETE_ATTR,
  BINARY_SUBSCR,
  STORE_SUBSCR,
  DELETE_SUBSCR,

  UNARY_NEGATIVE,
  UNARY_POSITIVE,
  UNARY_NOT,
  UNARY_INVERT,
  BINARY_OP,
  COMPARE_OP,
  IS_OP,
  CONTAINS_OP,

  BUILD_TUPLE,
  BUILD_LIST,
  BUILD_SET,
  BUILD_MAP,
  BUILD_CONST_KEY_MAP,
  BUILD_STRING,
  /** A value, its text and, with bit 0 of the argument, a format specification; the argument's bits from 2 are the conversion. */
  BUILD_INTERPOLATION,
  /** A tuple of texts and one of the interpolations between them. */
  BUILD_TEMPLATE,
  BUILD_SLICE,
  LIST_APPEND,
  LIST_EXTEND,
  LIST_TO_TUPLE,
  SET_ADD,
  SET_UPDATE,
  MAP_ADD,
  DICT_UPDATE,
  DICT_MERGE,
  FORMAT_VALUE,
  UNPACK_SEQUENCE,
  UNPACK_EX,

  JUMP,
  JUMP_BACKWARD,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_TRUE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  GET_ITER,
  FOR_ITER,
  RETURN_VALUE,

  CALL,
  CALL_KW,
  CALL_FUNCTION_EX,
  MAKE_FUNCTION,
  LOAD_BUILD_CLASS,
  LOAD_ASSERTION_ERROR,
  SETUP_ANNOTATIONS,

  IMPORT_NAME,
  IMPORT_FROM,
  IMPORT_STAR,
  /** Pushes what stands for a module, or a name in one, that is to be imported when it is first used. */
  IMPORT_LAZILY,

  PUSH_EXC_INFO,
  POP_EXCEPT,
  CHECK_EXC_MATCH,
  CHECK_EG_MATCH,
  PREP_RERAISE_STAR,
  RERAISE,
  RAISE_VARARGS,

  BEFORE_WITH,
  WITH_EXCEPT_START,

  RETURN_GENERATOR,
  YIELD_VALUE,
  GET_YIELD_FROM_ITER,
  SEND,
  END_SEND,
  CLEANUP_THROW,
  STOPITERATION_ERROR,

  GET_AWAITABLE,
  GET_AITER,
  GET_ANEXT,
  BEFORE_ASYNC_WITH,
  END_ASYNC_FOR,
  ASYNC_GEN_WRAP,

  GET_LEN,
  MATCH_MAPPING,
  MATCH_SEQUENCE,
  MATCH_KEYS,
  MATCH_CLASS,

  /** A function of the interpreter on the top of the stack: see `Intrinsic1`. */
  CALL_INTRINSIC_1,
  /** One on the two values on top: see `Intrinsic2`. */
  CALL_INTRINSIC_2,
  /** Pushes NotImplementedError, whatever the name means (3.14 and later, in `__annotate__`). */
  LOAD_NOT_IMPLEMENTED_ERROR,

  /** Ends the run at a construct the engine does not cover; the argument indexes the code's `unsupported` list. */
  UNSUPPORTED,

  // What the interpreter itself makes of neighbours of these, and no compiler writes: see `objects/fusing.ts`.
  FAST_FAST,
  FAST_CONST,
  STORE_LOAD_FAST,
  FAST_ATTR,
  FAST_STORE_ATTR,
  FAST_METHOD,
  FAST_FAST_BINARY,
  FAST_CONST_BINARY,
  FAST_BINARY,
  CONST_BINARY,
  FAST_FAST_COMPARE,
  FAST_CONST_COMPARE,
  FAST_COMPARE,
  CONST_COMPARE,
}

/** Arguments of BINARY_OP: `NB_ADD` … as in CPython; the in-place forms are these plus 13. */
export const enum BinaryOp {
  ADD,
  AND,
  FLOOR_DIVIDE,
  LSHIFT,
  MATRIX_MULTIPLY,
  MULTIPLY,
  REMAINDER,
  OR,
  POWER,
  RSHIFT,
  SUBTRACT,
  TRUE_DIVIDE,
  XOR,
  INPLACE = 13,
}

/** Arguments of COMPARE_OP: CPython's Py_LT … Py_GE. */
export const enum Compare {
  LT,
  LE,
  EQ,
  NE,
  GT,
  GE,
}

/** Arguments of CALL_INTRINSIC_1, CPython's numbers. */
export const enum Intrinsic1 {
  /** What an expression statement does in mode "single": sys.displayhook. */
  PRINT = 1,
  TYPEVAR = 7,
  PARAMSPEC = 8,
  TYPEVARTUPLE = 9,
  /** `typing.Generic[parameters]`. */
  SUBSCRIPT_GENERIC = 10,
  /** A tuple of name, parameters and the function of the value becomes a TypeAliasType. */
  TYPEALIAS = 11,
}

/** Arguments of CALL_INTRINSIC_2, CPython's numbers: the result takes the place of both values. */
export const enum Intrinsic2 {
  /** The name and the function of the bound. */
  TYPEVAR_WITH_BOUND = 2,
  TYPEVAR_WITH_CONSTRAINTS = 3,
  /** The function and its `__type_params__`. */
  SET_FUNCTION_TYPE_PARAMS = 4,
  /** The type parameter and the function of its default. */
  SET_TYPEPARAM_DEFAULT = 5,
}

export const opcodeOf = (instruction: number): number => instruction & 0xff;
export const argumentOf = (instruction: number): number => instruction >>> 8;
