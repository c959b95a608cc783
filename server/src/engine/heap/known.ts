import type { Ref } from './ref.ts';

/**
 * Objects that exist in every heap at the same handle, so that the loop compares with constants.
 * Handles below FIRST_OBJECT are the heads of the collector's lists (see collector.ts).
 */

export const FIRST_OBJECT = 16;

export const NONE = 16 as Ref;
export const TRUE = 17 as Ref;
export const FALSE = 18 as Ref;
export const ELLIPSIS = 19 as Ref;
export const NOT_IMPLEMENTED = 20 as Ref;
export const EMPTY_TUPLE = 21 as Ref;
export const EMPTY_STR = 22 as Ref;
export const EMPTY_BYTES = 23 as Ref;

/** Handles of the built-in types. A type's slots live in the table of its own file, registered under this handle. */

export const TYPE = 32 as Ref;
export const OBJECT = 33 as Ref;
export const INT = 34 as Ref;
export const BOOL = 35 as Ref;
export const FLOAT = 36 as Ref;
export const COMPLEX = 37 as Ref;
export const STR = 38 as Ref;
export const BYTES = 39 as Ref;
export const BYTEARRAY = 40 as Ref;
export const TUPLE = 41 as Ref;
export const LIST = 42 as Ref;
export const DICT = 43 as Ref;
export const SET = 44 as Ref;
export const FROZENSET = 45 as Ref;
export const RANGE = 46 as Ref;
export const SLICE = 47 as Ref;
export const NONE_TYPE = 48 as Ref;
export const ELLIPSIS_TYPE = 49 as Ref;
export const NOT_IMPLEMENTED_TYPE = 50 as Ref;
export const FUNCTION = 51 as Ref;
export const METHOD = 52 as Ref;
export const BUILTIN = 53 as Ref;
export const CODE = 54 as Ref;
export const CELL = 55 as Ref;
export const FRAME = 56 as Ref;
export const TRACEBACK = 57 as Ref;
export const GENERATOR = 58 as Ref;
export const COROUTINE = 59 as Ref;
export const ASYNC_GENERATOR = 60 as Ref;
export const MODULE = 61 as Ref;
export const PROPERTY = 62 as Ref;
export const CLASSMETHOD = 63 as Ref;
export const STATICMETHOD = 64 as Ref;
export const SUPER = 65 as Ref;
export const WRAPPER_DESCRIPTOR = 66 as Ref;
export const METHOD_WRAPPER = 67 as Ref;
export const METHOD_DESCRIPTOR = 68 as Ref;
export const CLASSMETHOD_DESCRIPTOR = 69 as Ref;
export const GETSET_DESCRIPTOR = 70 as Ref;
export const MEMBER_DESCRIPTOR = 71 as Ref;
export const MAPPING_PROXY = 72 as Ref;
export const WEAKREF = 73 as Ref;
export const WEAKPROXY = 74 as Ref;
export const WEAKCALLABLEPROXY = 75 as Ref;
export const DICT_KEYS = 76 as Ref;
export const DICT_VALUES = 77 as Ref;
export const DICT_ITEMS = 78 as Ref;
export const LIST_ITERATOR = 79 as Ref;
export const TUPLE_ITERATOR = 80 as Ref;
export const RANGE_ITERATOR = 81 as Ref;
export const DICT_KEY_ITERATOR = 82 as Ref;
export const DICT_VALUE_ITERATOR = 83 as Ref;
export const DICT_ITEM_ITERATOR = 84 as Ref;
export const SET_ITERATOR = 85 as Ref;
export const STR_ITERATOR = 86 as Ref;
export const BYTES_ITERATOR = 87 as Ref;
export const SEQUENCE_ITERATOR = 88 as Ref;
export const CALLABLE_ITERATOR = 89 as Ref;
export const ENUMERATE = 90 as Ref;
export const ZIP = 91 as Ref;
export const MAP = 92 as Ref;
export const FILTER = 93 as Ref;
export const REVERSED = 94 as Ref;
export const LIST_REVERSE_ITERATOR = 95 as Ref;
export const DICT_REVERSE_KEY_ITERATOR = 96 as Ref;
export const DICT_REVERSE_VALUE_ITERATOR = 97 as Ref;
export const DICT_REVERSE_ITEM_ITERATOR = 98 as Ref;
export const BYTEARRAY_ITERATOR = 99 as Ref;
export const MEMORYVIEW = 100 as Ref;
export const LONG_RANGE_ITERATOR = 101 as Ref;
export const SIMPLE_NAMESPACE = 102 as Ref;
export const GENERIC_ALIAS = 103 as Ref;
export const UNION_TYPE = 104 as Ref;
export const STR_ASCII_ITERATOR = 105 as Ref;
export const COROUTINE_WRAPPER = 106 as Ref;
export const ASYNC_GENERATOR_ASEND = 107 as Ref;
export const ASYNC_GENERATOR_ATHROW = 108 as Ref;
export const ASYNC_GENERATOR_WRAPPED_VALUE = 109 as Ref;
export const ANEXT_AWAITABLE = 110 as Ref;
export const TYPE_ALIAS_TYPE = 112 as Ref;
export const TYPING_UNION = 113 as Ref;

/** The exception types follow; `objects/exceptions.ts` gives each its handle, in this order. */
export const BASE_EXCEPTION = 128 as Ref;
export const EXCEPTION = 129 as Ref;
export const TYPE_ERROR = 130 as Ref;
export const VALUE_ERROR = 131 as Ref;
export const ATTRIBUTE_ERROR = 132 as Ref;
export const NAME_ERROR = 133 as Ref;
export const UNBOUND_LOCAL_ERROR = 134 as Ref;
export const KEY_ERROR = 135 as Ref;
export const INDEX_ERROR = 136 as Ref;
export const LOOKUP_ERROR = 137 as Ref;
export const STOP_ITERATION = 138 as Ref;
export const STOP_ASYNC_ITERATION = 139 as Ref;
export const GENERATOR_EXIT = 140 as Ref;
export const SYSTEM_EXIT = 141 as Ref;
export const KEYBOARD_INTERRUPT = 142 as Ref;
export const RUNTIME_ERROR = 143 as Ref;
export const RECURSION_ERROR = 144 as Ref;
export const NOT_IMPLEMENTED_ERROR = 145 as Ref;
export const ARITHMETIC_ERROR = 146 as Ref;
export const ZERO_DIVISION_ERROR = 147 as Ref;
export const OVERFLOW_ERROR = 148 as Ref;
export const FLOATING_POINT_ERROR = 149 as Ref;
export const ASSERTION_ERROR = 150 as Ref;
export const IMPORT_ERROR = 151 as Ref;
export const MODULE_NOT_FOUND_ERROR = 152 as Ref;
export const OS_ERROR = 153 as Ref;
export const MEMORY_ERROR = 154 as Ref;
export const SYNTAX_ERROR = 155 as Ref;
export const REFERENCE_ERROR = 156 as Ref;
export const SYSTEM_ERROR = 157 as Ref;
export const BUFFER_ERROR = 158 as Ref;
export const EOF_ERROR = 159 as Ref;
export const UNICODE_ERROR = 160 as Ref;
export const UNICODE_ENCODE_ERROR = 161 as Ref;
export const UNICODE_DECODE_ERROR = 162 as Ref;
export const UNICODE_TRANSLATE_ERROR = 163 as Ref;
export const INDENTATION_ERROR = 164 as Ref;
export const TAB_ERROR = 165 as Ref;
export const BASE_EXCEPTION_GROUP = 166 as Ref;
export const EXCEPTION_GROUP = 167 as Ref;
export const WARNING = 168 as Ref;
export const USER_WARNING = 169 as Ref;
export const DEPRECATION_WARNING = 170 as Ref;
export const RUNTIME_WARNING = 171 as Ref;
export const SYNTAX_WARNING = 172 as Ref;
export const RESOURCE_WARNING = 173 as Ref;
export const PENDING_DEPRECATION_WARNING = 174 as Ref;
export const FUTURE_WARNING = 175 as Ref;
export const IMPORT_WARNING = 176 as Ref;
export const UNICODE_WARNING = 177 as Ref;
export const BYTES_WARNING = 178 as Ref;
export const ENCODING_WARNING = 179 as Ref;
export const BLOCKING_IO_ERROR = 180 as Ref;
export const CHILD_PROCESS_ERROR = 181 as Ref;
export const CONNECTION_ERROR = 182 as Ref;
export const BROKEN_PIPE_ERROR = 183 as Ref;
export const CONNECTION_ABORTED_ERROR = 184 as Ref;
export const CONNECTION_REFUSED_ERROR = 185 as Ref;
export const CONNECTION_RESET_ERROR = 186 as Ref;
export const FILE_EXISTS_ERROR = 187 as Ref;
export const FILE_NOT_FOUND_ERROR = 188 as Ref;
export const INTERRUPTED_ERROR = 189 as Ref;
export const IS_A_DIRECTORY_ERROR = 190 as Ref;
export const NOT_A_DIRECTORY_ERROR = 191 as Ref;
export const PERMISSION_ERROR = 192 as Ref;
export const PROCESS_LOOKUP_ERROR = 193 as Ref;
export const TIMEOUT_ERROR = 194 as Ref;
export const PYTHON_FINALIZATION_ERROR = 195 as Ref;
export const INCOMPLETE_INPUT_ERROR = 196 as Ref;
export const IMPORT_CYCLE_ERROR = 197 as Ref;
export const FROZENDICT = 198 as Ref;
export const SENTINEL = 199 as Ref;

/** Static types of the modules written in TypeScript take handles from here (`staticType`). */
export const FIRST_MODULE_TYPE = 256 as Ref;

/** One-character Latin-1 strings: LATIN1_STR + code. */
export const LATIN1_STR = 512;
/** Single bytes: SINGLE_BYTE + value. */
export const SINGLE_BYTE = 768;
/** The small integers: SMALL_INT + value, for −5 … 1024 (which of them are shared is the version's choice). */
export const SMALL_INT = 1040;
export const SMALL_INT_MIN = -5;
export const SMALL_INT_MAX = 1024;
/** `typing.NoDefault` (3.13 and later). */
export const NO_DEFAULT = 2065 as Ref;

export const FIRST_DYNAMIC = 2080;

