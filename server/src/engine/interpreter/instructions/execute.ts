import { argumentOf, opcodeOf } from '../../compiler/opcodes.ts';
import type { Frame } from '../../objects/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { asyncInstructions } from './async.ts';
import { buildingInstructions } from './building.ts';
import { callInstructions } from './calls.ts';
import { exceptionInstructions } from './exceptions.ts';
import { generatorInstructions } from './generators.ts';
import type { Instruction } from './instruction.ts';
import { intrinsicInstructions } from './intrinsics.ts';
import { nameInstructions } from './names.ts';
import { patternInstructions } from './patterns.ts';

const table: (Instruction | undefined)[] = Array.from({ length: 256 });
for (const group of [
  nameInstructions,
  buildingInstructions,
  callInstructions,
  exceptionInstructions,
  generatorInstructions,
  asyncInstructions,
  intrinsicInstructions,
  patternInstructions,
]) {
  for (const [op, instruction] of Object.entries(group)) table[Number(op)] = instruction;
}

/** Executes an instruction that the loop does not do itself. */
export function execute(vm: Interpreter, frame: Frame, instruction: number): void {
  const run = table[opcodeOf(instruction)];
  if (run === undefined) throw new Error(`no instruction ${opcodeOf(instruction)}`);
  run(vm, frame, argumentOf(instruction));
}
