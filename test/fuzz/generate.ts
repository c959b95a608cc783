import { uncaught } from './failures.ts';
import { simple, write, type Statement } from './program.ts';
import { Random } from './random.ts';
import { Scope } from './scope.ts';
import { block } from './statements.ts';

/** The program of a seed: it ends, prints, and means the same in every run. */
export function generate(seed: number): Statement[] {
  const random = new Random(seed);
  const scope = new Scope(random);
  const program: Statement[] = [];
  for (let left = random.between(2, 7); left > 0; left--) program.push(...block(scope, random.pick([1, 2, 4, 6])));
  for (const name of scope.own()) if (random.chance(0.5) && scope.variables.get(name) !== 'iterator') program.push(simple(`print(${name})`));
  if (random.chance(0.3)) program.push(...uncaught(scope));
  return program;
}

/**
 * The text to run. When the collector runs by itself turns on how many objects the interpreter has made before and
 * besides the program's; unless that is what is to be compared, it is switched off.
 */
export const textOf = (program: readonly Statement[], automatic = false): string => `${automatic ? '' : 'import gc; gc.disable()\n'}${write(program)}`;
