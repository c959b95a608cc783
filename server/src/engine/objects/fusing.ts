import { Op } from '../compiler/opcodes.ts';

/*
 * Pairs and triples of instructions that the loop executes as one. Only the opcode of the first is replaced: the others
 * stay where they are, for jumps to them, and give the fused instruction its further arguments. Where what it finds is
 * not what it is for, it does the first instruction alone.
 */

/** The opcodes of two and three neighbours as one number. */
const pair = (first: number, second: number): number => (first << 8) | second;
const triple = (first: number, second: number, third: number): number => (pair(first, second) << 8) | third;

const triples = new Map<number, Op>([
  [triple(Op.LOAD_FAST, Op.LOAD_FAST, Op.BINARY_OP), Op.FAST_FAST_BINARY],
  [triple(Op.LOAD_FAST, Op.LOAD_CONST, Op.BINARY_OP), Op.FAST_CONST_BINARY],
  [triple(Op.LOAD_FAST, Op.LOAD_FAST, Op.COMPARE_OP), Op.FAST_FAST_COMPARE],
  [triple(Op.LOAD_FAST, Op.LOAD_CONST, Op.COMPARE_OP), Op.FAST_CONST_COMPARE],
]);

/** Pairs that save more than a turn of the loop. */
const pairs = new Map<number, Op>([
  [pair(Op.LOAD_FAST, Op.BINARY_OP), Op.FAST_BINARY],
  [pair(Op.LOAD_CONST, Op.BINARY_OP), Op.CONST_BINARY],
  [pair(Op.LOAD_FAST, Op.COMPARE_OP), Op.FAST_COMPARE],
  [pair(Op.LOAD_CONST, Op.COMPARE_OP), Op.CONST_COMPARE],
  [pair(Op.LOAD_FAST, Op.LOAD_ATTR), Op.FAST_ATTR],
  [pair(Op.LOAD_FAST, Op.STORE_ATTR), Op.FAST_STORE_ATTR],
  [pair(Op.LOAD_FAST, Op.LOAD_METHOD), Op.FAST_METHOD],
]);

/** Pairs to fuse where the second instruction is not itself the first of something better. */
const moves = new Map<number, Op>([
  [pair(Op.LOAD_FAST, Op.LOAD_FAST), Op.FAST_FAST],
  [pair(Op.LOAD_FAST, Op.LOAD_CONST), Op.FAST_CONST],
  [pair(Op.STORE_FAST, Op.LOAD_FAST), Op.STORE_LOAD_FAST],
]);

/** A copy of a code object's instructions in which neighbours are fused. */
export function fuse(instructions: Int32Array): Int32Array {
  const fused = instructions.slice();
  const opcodeAt = (i: number): number => (i < instructions.length ? instructions[i]! & 0xff : Op.NOP);
  const atBest = (i: number): Op | undefined =>
    triples.get(triple(opcodeAt(i), opcodeAt(i + 1), opcodeAt(i + 2))) ?? pairs.get(pair(opcodeAt(i), opcodeAt(i + 1)));
  for (let i = 0; i < instructions.length; i++) {
    const op = atBest(i) ?? (atBest(i + 1) === undefined ? moves.get(pair(opcodeAt(i), opcodeAt(i + 1))) : undefined);
    if (op !== undefined) fused[i] = (instructions[i]! & ~0xff) | op;
  }
  return fused;
}
