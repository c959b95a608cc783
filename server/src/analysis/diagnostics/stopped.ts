/**
 * The run was stopped by a budget (`step-limit`, `memory-limit`): what became of the objects by then is certain, the
 * rest is unknown.
 *
 *     while True: pass           # step-limit
 *     x = [0] * 10**12           # memory-limit
 *
 * Instead: let the scenario end; a smaller loop shows the same fates. The limits are settings.
 */
import { type Facts, isUndecided, startOf } from '../facts.ts';
import { count, say } from '../words/prose.ts';
import { diagnose, type Diagnostic } from './diagnostic.ts';

export function stepLimit(facts: Facts): readonly Diagnostic[] {
  return stopped(facts, 'steps');
}

export function memoryLimit(facts: Facts): readonly Diagnostic[] {
  return stopped(facts, 'memory');
}

function stopped(facts: Facts, budget: 'steps' | 'memory'): readonly Diagnostic[] {
  const { stopped: stop, exit, file } = facts.result;
  if (stop?.budget !== budget) return [];
  const undecided = facts.listed.filter(isUndecided).length;
  const limit = count(stop.limit, budget === 'steps' ? 'step' : 'byte');
  const cause = budget === 'steps' ? say`Stopped after ${limit}` : say`Stopped at the memory limit of ${limit}`;
  const unknown = undecided === 0 ? say`the exit was not reached` : say`the fate of ${count(undecided, 'object')} is unknown`;
  return [diagnose(budget === 'steps' ? 'step-limit' : 'memory-limit', exit.at ?? startOf(file), say`${cause}: ${unknown}.`)];
}
