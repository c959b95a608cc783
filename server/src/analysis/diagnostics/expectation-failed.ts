/**
 * A comment says what becomes of the objects born on its line, and it is not so.
 *
 *     conn = Conn()  # fate: survives
 *
 * The word is a stage of `docs/exit.md`, or several with commas where objects born on the line meet different ones;
 * `line 12` also names the line that frees it. On a class or function that has no instances born on its line, it
 * speaks about the class or function itself. Instead: correct the comment, or the program.
 */
import type { ObjectRecord } from '../../engine/journal/record.ts';
import { type Facts, isUndecided } from '../facts.ts';
import { fateOf } from '../words/explain.ts';
import { crowd } from '../words/names.ts';
import { code, join, list, type Prose, say } from '../words/prose.ts';
import { STAGE_ORDER } from '../words/stages.ts';
import { type Expectation, expectations, type Expected } from '../expectations.ts';
import { diagnose, type Diagnostic, keepersOf } from './diagnostic.ts';

export function expectationFailed(facts: Facts): readonly Diagnostic[] {
  return expectations(facts).flatMap((expectation) => {
    const message = objection(facts, expectation);
    if (message === null) return [];
    const [first] = expectation.objects;
    return [diagnose('expectation-failed', expectation.place, message, first === undefined ? [] : keepersOf(facts, first))];
  });
}

/** What is wrong with an expectation; null when it holds. */
export function objection(facts: Facts, { expected, objects, unknown }: Expectation): Prose | null {
  if (unknown !== null) return say`${code(unknown)} is no fate; the fates are ${list(STAGE_ORDER.map((stage) => code(stage)))}.`;
  if (objects.length === 0) return say`Expected ${wished(expected)}, but no object is born on this line.`;
  const undecided = objects.find(isUndecided);
  if (undecided !== undefined) return say`Expected ${wished(expected)}, but the run was stopped before the fate was known.`;
  const wrong = objects.filter((object) => !expected.some((wish) => meets(object, wish)));
  const [first] = wrong;
  if (first !== undefined) {
    return say`Expected ${wished(expected)}, but ${crowd(facts, wrong)} ${wrong.length === 1 ? 'is' : 'are'} ${fateOf(first, facts.result.file)}.`;
  }
  const unmet = expected.filter((wish) => !objects.some((object) => meets(object, wish)));
  return unmet.length === 0 ? null : say`Expected ${wished(unmet)} too, but no object born on this line meets it.`;
}

function meets({ fate }: ObjectRecord, { stage, line }: Expected): boolean {
  return fate.stage === stage && (line === null || line === fate.at?.line);
}

function wished(expected: readonly Expected[]): Prose {
  return join(expected.map(({ stage, line }) => code(line === null ? stage : `${stage} ${line}`)), ', ');
}
