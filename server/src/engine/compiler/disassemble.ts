import type { CodeData, Constant } from './code.ts';
import { Op, argumentOf, opcodeOf } from './opcodes.ts';

/** One instruction in words, for tests and for people. */
export interface Instruction {
  readonly index: number;
  readonly name: string;
  readonly argument: number;
  /** What the argument stands for, if it is an index. */
  readonly meaning: string;
  readonly line: number;
  readonly endLine: number;
  readonly start: number;
  readonly end: number;
}

const NAMES: readonly string[] = `
  NOP RESUME POP_TOP PUSH_NULL COPY SWAP
  LOAD_CONST RETURN_CONST LOAD_FAST LOAD_FAST_CHECK LOAD_FAST_AND_CLEAR STORE_FAST DELETE_FAST LOAD_NAME STORE_NAME
  DELETE_NAME LOAD_GLOBAL STORE_GLOBAL DELETE_GLOBAL MAKE_CELL COPY_FREE_VARS LOAD_CLOSURE LOAD_DEREF STORE_DEREF
  DELETE_DEREF LOAD_LOCALS LOAD_FROM_DICT_OR_DEREF LOAD_FROM_DICT_OR_GLOBALS
  LOAD_ATTR LOAD_METHOD STORE_ATTR DELETE_ATTR BINARY_SUBSCR STORE_SUBSCR DELETE_SUBSCR
  UNARY_NEGATIVE UNARY_POSITIVE UNARY_NOT UNARY_INVERT BINARY_OP COMPARE_OP IS_OP CONTAINS_OP
  BUILD_TUPLE BUILD_LIST BUILD_SET BUILD_MAP BUILD_CONST_KEY_MAP BUILD_STRING BUILD_INTERPOLATION BUILD_TEMPLATE
  BUILD_SLICE LIST_APPEND LIST_EXTEND
  LIST_TO_TUPLE SET_ADD SET_UPDATE MAP_ADD DICT_UPDATE DICT_MERGE FORMAT_VALUE UNPACK_SEQUENCE UNPACK_EX
  JUMP JUMP_BACKWARD POP_JUMP_IF_FALSE POP_JUMP_IF_TRUE POP_JUMP_IF_NONE POP_JUMP_IF_NOT_NONE GET_ITER FOR_ITER
  RETURN_VALUE
  CALL CALL_KW CALL_FUNCTION_EX MAKE_FUNCTION LOAD_BUILD_CLASS LOAD_ASSERTION_ERROR SETUP_ANNOTATIONS
  IMPORT_NAME IMPORT_FROM IMPORT_STAR IMPORT_LAZILY
  PUSH_EXC_INFO POP_EXCEPT CHECK_EXC_MATCH CHECK_EG_MATCH PREP_RERAISE_STAR RERAISE RAISE_VARARGS
  BEFORE_WITH WITH_EXCEPT_START
  RETURN_GENERATOR YIELD_VALUE GET_YIELD_FROM_ITER SEND END_SEND CLEANUP_THROW STOPITERATION_ERROR
  GET_AWAITABLE GET_AITER GET_ANEXT BEFORE_ASYNC_WITH END_ASYNC_FOR ASYNC_GEN_WRAP
  GET_LEN MATCH_MAPPING MATCH_SEQUENCE MATCH_KEYS MATCH_CLASS
  CALL_INTRINSIC_1 CALL_INTRINSIC_2 LOAD_NOT_IMPLEMENTED_ERROR UNSUPPORTED`.trim().split(/\s+/);

export function instructionsOf(code: CodeData): Instruction[] {
  return Array.from(code.instructions, (instruction, index) => {
    const op: Op = opcodeOf(instruction);
    const argument = argumentOf(instruction);
    const [line, endLine, start, end] = code.positions.subarray(index * 4, index * 4 + 4);
    return {
      index, name: NAMES[op] ?? `<${op}>`, argument, meaning: meaningOf(code, op, argument),
      line: line!, endLine: endLine!, start: start!, end: end!,
    };
  });
}

/** The text of a code object and of those inside it. */
export function disassemble(code: CodeData): string {
  const lines = [`${code.qualname} (line ${code.firstLine}, stack ${code.stacksize})`];
  for (const one of instructionsOf(code)) {
    const meaning = one.meaning === '' ? '' : ` (${one.meaning})`;
    lines.push(`${String(one.line).padStart(5)} ${String(one.index).padStart(5)} ${one.name} ${one.argument}${meaning}`);
  }
  for (let i = 0; i < code.exceptionTable.length; i += 5) {
    const [start, end, handler, depth, index] = code.exceptionTable.subarray(i, i + 5);
    lines.push(`  ${start} to ${end} -> ${handler} [${depth}]${index === 1 ? ' lasti' : ''}`);
  }
  for (const constant of code.constants) if (constant.type === 'code') lines.push('', disassemble(constant.code));
  return lines.join('\n');
}

function meaningOf(code: CodeData, op: Op, argument: number): string {
  switch (op) {
    case Op.LOAD_CONST:
    case Op.RETURN_CONST:
      return constantText(code.constants[argument]!);
    case Op.LOAD_FAST:
    case Op.LOAD_FAST_CHECK:
    case Op.LOAD_FAST_AND_CLEAR:
    case Op.STORE_FAST:
    case Op.DELETE_FAST:
    case Op.MAKE_CELL:
    case Op.LOAD_CLOSURE:
    case Op.LOAD_DEREF:
    case Op.STORE_DEREF:
    case Op.DELETE_DEREF:
    case Op.LOAD_FROM_DICT_OR_DEREF:
      return code.localsplusnames[argument]!;
    case Op.LOAD_NAME:
    case Op.STORE_NAME:
    case Op.DELETE_NAME:
    case Op.LOAD_GLOBAL:
    case Op.STORE_GLOBAL:
    case Op.DELETE_GLOBAL:
    case Op.LOAD_FROM_DICT_OR_GLOBALS:
    case Op.LOAD_ATTR:
    case Op.LOAD_METHOD:
    case Op.STORE_ATTR:
    case Op.DELETE_ATTR:
    case Op.IMPORT_NAME:
    case Op.IMPORT_FROM:
    case Op.IMPORT_LAZILY:
      return code.names[argument]!;
    default:
      return '';
  }
}

/** A constant as Python would show it, near enough to compare. */
export function constantText(constant: Constant): string {
  switch (constant.type) {
    case 'int':
      return String(constant.value);
    case 'float':
      return `float ${Object.is(constant.value, -0) ? '-0' : constant.value}`;
    case 'complex':
      return `(${constant.real}, ${constant.imag})`;
    case 'str':
      return JSON.stringify(constant.value);
    case 'bytes':
      return `b[${constant.value.join()}]`;
    case 'tuple':
      return `(${constant.items.map(constantText).join(', ')})`;
    case 'frozenset':
      return `frozenset(${constant.items.map(constantText).join(', ')})`;
    case 'code':
      return `<code ${constant.code.qualname}>`;
    default:
      return constant.type;
  }
}
