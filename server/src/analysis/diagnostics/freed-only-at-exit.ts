/**
 * Nothing in the program frees an object whose finaliser does work; only the exit does.
 *
 * Why it matters: the finaliser runs among the ruins, where `import` and `open` may be gone, and at a moment that
 * depends on the Python version. It is no error, as long as the finaliser needs little.
 *
 *     class Conn:
 *         def __del__(self): print("closed")
 *     conn = Conn()              # closed while the modules are removed
 *
 * Instead: `with`, an explicit `close()`, `del conn`, or `atexit`.
 */
import type { ObjectRecord } from '../../engine/journal/record.ts';
import type { Facts } from '../facts.ts';
import { path } from '../words/explain.ts';
import { crowd } from '../words/names.ts';
import { code, list, marked, type Prose, say } from '../words/prose.ts';
import { isAtExit, STAGE_ORDER, STAGES } from '../words/stages.ts';
import { byBirthLine, diagnose, type Diagnostic, keepersOf, placeOf } from './diagnostic.ts';

export function freedOnlyAtExit(facts: Facts): readonly Diagnostic[] {
  return byBirthLine(facts, facts.listed.filter(waitsForTheExit)).map((objects) =>
    diagnose('freed-only-at-exit', placeOf(facts, objects[0]), messageOf(facts, objects), keepersOf(facts, objects[0])),
  );
}

/** Freed at exit with a finaliser, and no graver code says so already. */
function waitsForTheExit({ finalizer, fate, inCycle }: ObjectRecord): boolean {
  return finalizer !== null && finalizer.failure === null && !finalizer.resurrected && isAtExit(fate.stage) && !inCycle;
}

function messageOf(facts: Facts, objects: readonly [ObjectRecord, ...ObjectRecord[]]): Prose {
  const [first] = objects;
  const stages = STAGE_ORDER.filter((stage) => objects.some(({ fate }) => fate.stage === stage));
  const [stage = first.fate.stage, ...others] = stages;
  const verb = objects.length === 1 ? 'lives' : 'live';
  const kept = first.owners.length === 0 ? say`` : say`, kept by ${path(first)}`;
  const works = first.fate.finalized && others.length === 0 ? say` ${marked(STAGES[stage].works)}` : say``;
  const until = others.length === 0 ? say`stage ${code(stage)}` : say`stages ${list(stages.map((each) => code(each)))}`;
  return say`${crowd(facts, objects)} ${verb} until the exit, ${until}${kept}.${works}`;
}
