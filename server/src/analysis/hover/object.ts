/** The paragraphs about one object. */
import type { ObjectRecord } from '../../engine/journal/record.ts';
import { failureOf, type Facts, survives } from '../facts.ts';
import { abilityOf, failureSentences, fateOf, finalizerFate, path, remedy, tally, why } from '../words/explain.ts';
import { display } from '../words/names.ts';
import { code, count, type Prose, say, sentence, strong } from '../words/prose.ts';

/** The answer, in one strong line: what `name` stands for, its fate, and its finaliser's. */
export function headline(facts: Facts, name: string, object: ObjectRecord): Prose {
  const finalizer = finalizerFate(object);
  const known = /^(?:class|function|module) (?:.*\.)?(.+?)(?:#\d+)?$/.exec(object.label)?.[1] ?? object.label;
  const subject = known === name ? display(object) : say`${code(name)} → ${display(object)}`;
  return strong(say`${subject} · ${fateOf(object, facts.result.file)}.${finalizer === null ? '' : say` ${finalizer}`}`);
}

/** Why, who keeps it, and what would free it: one paragraph a line. */
export function reasons(facts: Facts, object: ObjectRecord): readonly Prose[] {
  const failure = failureOf(object);
  const ability = abilityOf(object, object.finalizer);
  const cure = remedy(facts, object);
  const kept = object.owners.length === 0 ? [] : [say`${survives(object) ? 'Path' : 'Kept until then by'}: ${path(object)}.`];
  // The path already says all that an ordinary end in the modules stage has to say.
  const told = kept.length > 0 && object.fate.stage === 'modules' ? [] : [why(facts, object)];
  return [
    ...told,
    ...(failure === null ? [] : failureSentences(facts, failure)),
    ...(ability === null ? [] : [ability]),
    ...kept,
    ...(cure === null ? [] : [say`Would be freed ${survives(object) ? '' : 'before the exit '}by: ${cure}`]),
  ];
}

/** "References here 1, at the start of the exit 1 · 48 bytes". */
export function numbers(object: ObjectRecord, here: number | null): Prose {
  const { referencesAtExit: atExit } = object;
  const exit = atExit === null ? say`gone before the exit` : say`at the start of the exit ${atExit}`;
  const before = here !== null ? say`References here ${here}, ` : atExit === null ? say`It was ` : say`References `;
  return object.size === 0 ? say`${before}${exit}.` : say`${before}${exit} · ${count(object.size, 'byte')}.`;
}

/** "1,000 `Node`s are born here. 998 are freed at line 12, …"; null below two. */
export function births(facts: Facts, born: readonly ObjectRecord[]): Prose | null {
  const [first] = born;
  if (first === undefined || born.length < 2) return null;
  const same = born.every((object) => object.type === first.type);
  const what = same ? say`${born.length} ${code(first.type)}s` : say`${count(born.length, 'object')}`;
  return say`${strong(say`${what} are born here.`)} ${sentence(whole(tally(born, facts.result.file)))}`;
}

/** The instances of a class and their fates. */
export function instancesOf(facts: Facts, type: ObjectRecord): Prose {
  const name = /^class (.+?)(?:#\d+)?$/.exec(type.label)?.[1] ?? type.label;
  const instances = facts.listed.filter((object) => object.kind === 'instance' && object.type === name);
  if (instances.length === 0) return say`It has no instances in this run.`;
  return say`${count(instances.length, 'instance')}: ${whole(tally(instances, facts.result.file))}`;
}

/** For `def __del__`: how it went for each object that it finalises; null for other functions. */
export function finalisedBy(facts: Facts, isIt: (object: ObjectRecord) => boolean): Prose | null {
  const theirs = facts.listed.filter(isIt);
  if (theirs.length === 0) return null;
  const ran = theirs.filter(({ fate }) => fate.finalized);
  const failed = ran.filter((object) => failureOf(object) !== null);
  const unheard = failed.filter((object) => failureOf(object)?.heard === false);
  const parts = [
    say`It finalises ${count(theirs.length, 'object')}: runs for ${ran.length}`,
    ...(failed.length === 0 ? [] : [say`, fails for ${failed.length}`]),
    ...(unheard.length === 0 ? [] : [say` (${unheard.length} unheard)`]),
    ...(ran.length === theirs.length ? [] : [say`, never runs for ${theirs.length - ran.length}`]),
  ];
  return say`${parts.flat()}.`;
}

function whole(prose: Prose): Prose {
  return say`${prose}.`;
}
