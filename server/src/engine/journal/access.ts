import { argumentOf, Op, opcodeOf } from '../compiler/opcodes.ts';
import type { CodeObject } from '../objects/code.ts';
import type { Observation } from './record.ts';

interface Access {
  readonly access: Observation['access'];
  readonly name: string;
  /** The name is one of an object's, written behind a dot. */
  readonly isAttribute: boolean;
  /** References that the access itself holds when it is seen: the value on the stack, or the name that is about to go. */
  readonly temporary: number;
}

/** What an observed instruction does, and with which name. */
export function describeAccess(code: CodeObject, instruction: number): Access {
  const word = code.data.instructions[instruction]!;
  const argument = argumentOf(word);
  const { names, localsplusnames } = code.data;
  switch (opcodeOf(word)) {
    case Op.LOAD_FAST:
    case Op.LOAD_FAST_CHECK:
    case Op.LOAD_DEREF:
      return { access: 'load', name: localsplusnames[argument]!, temporary: 1, isAttribute: false };
    case Op.STORE_FAST:
    case Op.STORE_DEREF:
      return { access: 'store', name: localsplusnames[argument]!, temporary: 0, isAttribute: false };
    case Op.DELETE_FAST:
      return { access: 'delete', name: localsplusnames[argument]!, temporary: 1, isAttribute: false };
    case Op.STORE_NAME:
    case Op.STORE_GLOBAL:
      return { access: 'store', name: names[argument]!, temporary: 0, isAttribute: false };
    case Op.STORE_ATTR:
      return { access: 'store', name: names[argument]!, temporary: 1, isAttribute: true };
    case Op.LOAD_ATTR:
    case Op.LOAD_METHOD:
      return { access: 'load', name: names[argument]!, temporary: 1, isAttribute: true };
    case Op.DELETE_NAME:
    case Op.DELETE_GLOBAL:
      return { access: 'delete', name: names[argument]!, temporary: 1, isAttribute: false };
    case Op.BINARY_SUBSCR:
      return { access: 'load', name: '[]', temporary: 1, isAttribute: false };
    default:
      return { access: 'load', name: names[argument] ?? '', temporary: 1, isAttribute: false };
  }
}

/** True of instructions whose result is what a name or an attribute holds. */
export function readsName(code: CodeObject, instruction: number): boolean {
  switch (opcodeOf(code.data.instructions[instruction]!)) {
    case Op.LOAD_NAME:
    case Op.LOAD_ATTR:
    case Op.LOAD_METHOD:
      return true;
    default:
      return false;
  }
}
