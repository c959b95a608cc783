import type { PythonVersion } from '../journal/record.ts';

/** What `_opcode` tells of CPython's own instructions, which the model does not execute; numbers are ranges. */
export interface OpcodeFacts {
  readonly is_valid: string;
  readonly has_arg: string;
  readonly has_const: string;
  readonly has_name: string;
  readonly has_jump: string;
  readonly has_free: string;
  readonly has_local: string;
  readonly has_exc: string;
  /** Names and signs of binary operations. */
  readonly operations: string;
  readonly firstIntrinsics: string;
  readonly secondIntrinsics: string;
  readonly specialMethods: string;
  /** `ENABLE_SPECIALIZATION_FT`, in 3.14 alone. */
  readonly specialisesFreeThreading: boolean;
}

const inplace = (signs: string): string => signs.replace(/(\w+)=(\S+)/g, 'INPLACE_$1=$2=');
const binary = 'ADD=+ AND=& FLOOR_DIVIDE=// LSHIFT=<< MATRIX_MULTIPLY=@ MULTIPLY=* REMAINDER=% OR=| POWER=** RSHIFT=>> SUBTRACT=- TRUE_DIVIDE=/ XOR=^';

const python313: OpcodeFacts = {
  is_valid: '0-118 149-222 236-253 256-267',
  has_arg: '45-118 149 162-206 208 211 220-222 236 240-245 248-253 256-262 264-267',
  has_const: '83 103 240',
  has_name: '63 66-67 74-75 82 90-93 108 113-114 192 202 205-206 211 259-262',
  has_jump: '72 77-79 97-100 104 188-190 256-257',
  has_free: '64 84 89 94 109',
  has_local: '3 65 85-88 110-112 258 267',
  has_exc: '264-266',
  operations: `${binary} ${inplace(binary)}`,
  firstIntrinsics:
    '1_INVALID PRINT IMPORT_STAR STOPITERATION_ERROR ASYNC_GEN_WRAP UNARY_POSITIVE LIST_TO_TUPLE TYPEVAR PARAMSPEC TYPEVARTUPLE SUBSCRIPT_GENERIC TYPEALIAS',
  secondIntrinsics: '2_INVALID PREP_RERAISE_STAR TYPEVAR_WITH_BOUND TYPEVAR_WITH_CONSTRAINTS SET_FUNCTION_TYPE_PARAMS SET_TYPEPARAM_DEFAULT',
  specialMethods: '__enter__ __exit__ __aenter__ __aexit__',
  specialisesFreeThreading: false,
};

const python314: OpcodeFacts = {
  ...python313,
  is_valid: '0-120 128-211 234-266',
  has_arg: '44-120 128 143-153 155-195 197 200 209-211 237 239 241-245 247-251 253 255 257-261 263-266',
  has_const: '82 190-191',
  has_name: '61 64-65 72-73 80 91-93 96 110 115-116 179 189 194-195 200 249',
  has_jump: '68 70 75-77 100-103 106 172-176 237 248 257-260',
  has_free: '62 90 97 111',
  has_local: '3 63 83-89 112-114 261 266',
  has_exc: '263-265',
  operations: `${python313.operations} SUBSCR=[]`,
  specialisesFreeThreading: true,
};

const python315: OpcodeFacts = {
  ...python314,
  is_valid: '0-119 128-218 233-266',
  has_arg: '42-119 128 144-150 152 154-156 158-178 181-199 201-204 207 216-218 236 238 240-244 246-250 252 254-255 257-261 263-266',
  has_const: '81',
  has_name: '59 62-63 71-72 79 90-92 95 109 114-115 185 195 198-199 207 248',
  has_jump: '66 68 74-76 99-102 105 175-178 181-182 202 204 236 247 257-260',
  has_free: '60 89 96 110',
  has_local: '3 61 82-88 111-113 261 266',
  specialisesFreeThreading: false,
};

/** The functions that tell these facts exist in 3.13 and later. */
const facts: Readonly<Record<PythonVersion, OpcodeFacts>> = { '3.11': python313, '3.12': python313, '3.13': python313, '3.14': python314, '3.15': python315 };

export const opcodeFacts = (version: PythonVersion): OpcodeFacts => facts[version];
