import { Op } from './opcodes.ts';

/** What an instruction adds to the depth of the stack; `jumps` asks for the branch that is taken. */
export function stackEffect(op: Op, argument: number, jumps: boolean): number {
  switch (op) {
    case Op.PUSH_NULL:
    case Op.COPY:
    case Op.LOAD_CONST:
    case Op.LOAD_FAST:
    case Op.LOAD_FAST_CHECK:
    case Op.LOAD_FAST_AND_CLEAR:
    case Op.LOAD_NAME:
    case Op.LOAD_GLOBAL:
    case Op.LOAD_CLOSURE:
    case Op.LOAD_DEREF:
    case Op.LOAD_LOCALS:
    case Op.LOAD_METHOD:
    case Op.LOAD_BUILD_CLASS:
    case Op.LOAD_ASSERTION_ERROR:
    case Op.LOAD_NOT_IMPLEMENTED_ERROR:
    case Op.IMPORT_FROM:
    case Op.PUSH_EXC_INFO:
    case Op.BEFORE_WITH:
    case Op.BEFORE_ASYNC_WITH:
    case Op.WITH_EXCEPT_START:
    case Op.RETURN_GENERATOR:
    case Op.GET_ANEXT:
    case Op.GET_LEN:
    case Op.MATCH_MAPPING:
    case Op.MATCH_SEQUENCE:
    case Op.MATCH_KEYS:
      return 1;

    case Op.POP_TOP:
    case Op.STORE_FAST:
    case Op.STORE_NAME:
    case Op.STORE_GLOBAL:
    case Op.STORE_DEREF:
    case Op.DELETE_ATTR:
    case Op.BINARY_SUBSCR:
    case Op.BINARY_OP:
    case Op.BUILD_TEMPLATE:
    case Op.COMPARE_OP:
    case Op.IS_OP:
    case Op.CONTAINS_OP:
    case Op.LIST_APPEND:
    case Op.LIST_EXTEND:
    case Op.SET_ADD:
    case Op.SET_UPDATE:
    case Op.DICT_UPDATE:
    case Op.DICT_MERGE:
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
    case Op.RETURN_VALUE:
    case Op.IMPORT_NAME:
    case Op.IMPORT_LAZILY:
    case Op.IMPORT_STAR:
    case Op.POP_EXCEPT:
    case Op.PREP_RERAISE_STAR:
    case Op.CALL_INTRINSIC_2:
    case Op.RERAISE:
    case Op.END_SEND:
    case Op.CLEANUP_THROW:
      return -1;

    case Op.STORE_ATTR:
    case Op.DELETE_SUBSCR:
    case Op.MAP_ADD:
    case Op.END_ASYNC_FOR:
    case Op.MATCH_CLASS:
      return -2;
    case Op.STORE_SUBSCR:
      return -3;

    case Op.BUILD_TUPLE:
    case Op.BUILD_LIST:
    case Op.BUILD_SET:
    case Op.BUILD_STRING:
    case Op.BUILD_SLICE:
      return 1 - argument;
    case Op.BUILD_INTERPOLATION:
      return -1 - (argument & 1);
    case Op.BUILD_MAP:
      return 1 - 2 * argument;
    case Op.BUILD_CONST_KEY_MAP:
    case Op.RAISE_VARARGS:
      return -argument;
    case Op.FORMAT_VALUE:
      return (argument & 4) !== 0 ? -1 : 0;
    case Op.UNPACK_SEQUENCE:
      return argument - 1;
    case Op.UNPACK_EX:
      return (argument & 0xff) + (argument >> 8);
    case Op.FOR_ITER:
      return jumps ? -1 : 1;
    case Op.CALL:
      return -argument - 1;
    case Op.CALL_KW:
      return -argument - 2;
    case Op.CALL_FUNCTION_EX:
      return -2 - (argument & 1);
    case Op.MAKE_FUNCTION:
      return -((argument & 1) + ((argument >> 1) & 1) + ((argument >> 2) & 1) + ((argument >> 3) & 1) + ((argument >> 4) & 1));
    default:
      return 0;
  }
}
