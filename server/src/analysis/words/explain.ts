/** The sentences about one object: what becomes of it, why, who keeps it, and what would free it sooner. */
import type { Failure, Finalizer, ObjectRecord, OwnerStep, Place, Raised, SurvivalReason } from '../../engine/journal/record.ts';
import { type Facts, isUndecided, survives } from '../facts.ts';
import { at, called, display } from './names.ts';
import { code, count, join, list, marked, type Prose, say } from './prose.ts';
import { isAtExit, STAGES } from './stages.ts';

const NAMED_MEMBERS = 3;
const NAMED_FATES = 5;
/** Steps shown at either end of a long path. */
const PATH_ENDS = 4;

/** Completes "`conn` is …": "freed at exit, in stage `modules`". */
export function fateOf(object: ObjectRecord, file: string): Prose {
  const { stage, at: place, freedBy } = object.fate;
  if (isUndecided(object)) return say`alive when the run was stopped; its fate is unknown`;
  if (stage === 'survives') return say`never freed, stage ${code(stage)}`;
  const agent = freedBy === 'collector' && stage === 'line' ? 'by the collector' : STAGES[stage].when;
  return say`freed ${agent}${place === null ? '' : say` at ${at(place, file)}`}, in stage ${code(stage)}`;
}

/** A whole sentence: "Its `__del__` runs, and fails." Null without a finaliser. */
export function finalizerFate(object: ObjectRecord): Prose | null {
  const { finalizer, fate } = object;
  if (finalizer === null) return null;
  const name = code(finalizer.name);
  if (!fate.finalized) return isUndecided(object) ? say`Its ${name} had not run by then.` : say`Its ${name} never runs.`;
  if (finalizer.failure !== null) return say`Its ${name} runs, and fails${finalizer.failure.heard ? '' : ' unheard'}.`;
  if (finalizer.resurrected) return say`Its ${name} runs, and brings it back to life.`;
  return say`Its ${name} runs.`;
}

/** Why it meets that fate: one sentence. */
export function why(facts: Facts, object: ObjectRecord): Prose {
  const { stage, at: place, freedBy } = object.fate;
  const file = facts.result.file;
  switch (stage) {
    case 'line': {
      const where = place === null ? say`while the program ran` : say`at ${at(place, file)}`;
      if (freedBy === 'collector') return say`Only a reference cycle still held it; the collector freed it ${where}.`;
      return say`Its last reference went away ${where}.`;
    }
    case 'end':
      return say`Its last reference went away after the last statement, before the exit began.`;
    case 'threads':
      return say`${held(object)} until the threads were joined.`;
    case 'atexit':
      return say`${held(object)} until the exit callbacks had run.`;
    case 'final-collection':
      if (object.inCycle) return say`Only ${cycleOf(facts, object)} held it; the collection before the modules go freed it.`;
      return say`${held(object)} until the last steps before the modules go.`;
    case 'modules':
      if (object.inCycle) return say`Only ${cycleOf(facts, object)} held it; the collection after the modules were removed freed it.`;
      return say`${held(object)} until the modules were removed.`;
    case 'cleared-globals':
      return say`${held(object)} until a module still in use had its globals set to ${code('None')}.`;
    case 'interpreter':
      return say`${held(object)} until the interpreter's own state was cleared.`;
    case 'survives':
      return survivalOf(facts, object);
  }
}

function survivalOf(facts: Facts, object: ObjectRecord): Prose {
  const reason: SurvivalReason = object.reason ?? 'leaked-reference';
  const end = facts.result.exit.at;
  switch (reason) {
    case 'hard-exit':
      if (end === null) return say`${code('os._exit')} ends the process before anything can be freed.`;
      return say`${code('os._exit')} ends the process at ${at(end, facts.result.file)} before anything can be freed.`;
    case 'frozen-generation':
      return object.inCycle
        ? say`${code('gc.freeze()')} took it out of the collector's sight, and only the collector could free its cycle.`
        : say`${code('gc.freeze()')} took what holds it out of the collector's sight, and only the collector could free that.`;
    case 'resurrected-too-late':
      return say`Its finaliser stored it again so late in the exit that nothing frees it afterwards.`;
    case 'uncollected-cycle':
      return say`Only a reference cycle holds it, and no collection looks at that any more.`;
    case 'state-outlives-interpreter':
      return say`${holder(object)} holds it, in state that outlives the interpreter.`;
    case 'leaked-reference':
      return say`${holder(object)} holds a reference to it that is never given back.`;
    case 'daemon-thread':
      return say`${holder(object)} holds it in a daemon thread whose frames are never unwound.`;
    case 'c-allocation':
      return say`${holder(object)} holds it in memory allocated by C code that nobody frees.`;
    case 'immortal':
      return say`It is immortal: CPython keeps it until the process ends.`;
    case 'stopped':
      return say`The run was stopped before its fate was known.`;
  }
}

/** The retaining path: "`cache` (this module's globals) → `[0]`". The middle of a long one is counted. */
export function path({ owners }: ObjectRecord): Prose {
  const steps = owners.map((step) => marked(step.text));
  const left = steps.length - 2 * PATH_ENDS;
  const shown = left <= 1 ? steps : [...steps.slice(0, PATH_ENDS), say`${count(left, 'more step')}`, ...steps.slice(-PATH_ENDS)];
  return join(shown, ' → ');
}

/** "`cache` (this module's globals) held it"; without a known path, only that it was there. */
function held(object: ObjectRecord): Prose {
  return object.owners.length === 0 ? say`It was alive` : say`${path(object)} held it`;
}

function holder(object: ObjectRecord): Prose {
  return object.owners.length === 0 ? say`Something that has no name in the program` : path(object);
}

/** "a reference cycle with `Node` #2". */
export function cycleOf(facts: Facts, object: ObjectRecord): Prose {
  const others = object.cycle.flatMap((id) => facts.byId.get(id) ?? []);
  const own = others.filter((other) => other.kind === 'instance');
  if (own.length === 0) return say`a reference cycle`;
  const named = list(own.slice(0, NAMED_MEMBERS).map((other) => called(facts, other)));
  const rest = own.length - NAMED_MEMBERS;
  return rest > 0 ? say`a reference cycle with ${named} and ${count(rest, 'more object')}` : say`a reference cycle with ${named}`;
}

/** "ValueError: no such host", as the last line of a traceback has it. */
export function errorOf({ type, message }: Raised): string {
  return message === '' ? type : `${type}: ${message}`;
}

/** What a failing finaliser meets, in sentences: the cause, the error, who hears of it. */
export function failureSentences(facts: Facts, failure: Failure): readonly Prose[] {
  const raised = code(errorOf(failure));
  const where = failure.at === null ? say`it` : at(failure.at, facts.result.file);
  const cause = causeOf(facts, failure);
  return [
    cause === null ? say`${failure.at === null ? 'It' : where} raises ${raised}.` : say`By then ${cause}: ${where} raises ${raised}.`,
    failure.heard ? say`CPython prints “Exception ignored …” and goes on.` : say`${code('sys.stderr')} is gone by then: nobody sees it.`,
  ];
}

/** What the exit has taken away that explains the error; null when the exit is not to blame. */
export function causeOf(facts: Facts, failure: Failure): Prose | null {
  const { stage, type, message } = failure;
  if (stage !== 'modules' && stage !== 'cleared-globals' && stage !== 'interpreter') return null;
  const missing = message.includes("'NoneType' object");
  const noImport = type === 'ImportError' ? /meta_path|__import__/.test(message) : missing && isImport(facts, failure.at);
  if (noImport) return say`${code('import')} no longer works`;
  if (type === 'NameError' && message.includes("'open'")) return say`${code('open')} is gone`;
  return missing && stage !== 'modules' ? say`module globals are ${code('None')}` : null;
}

/** True when the line is an import statement. */
function isImport({ sources }: Facts, place: Place | null): boolean {
  if (place === null) return false;
  const source = sources.get(place.file) ?? '';
  return /^\s*(import|from)\s/.test(source.slice(source.lastIndexOf('\n', place.start - 1) + 1, place.end));
}

/** What would free it before the exit, or let it be freed at all; null when nothing certain can be said. */
export function remedy(facts: Facts, object: ObjectRecord): Prose | null {
  if (survives(object)) return survivalRemedy(object.reason);
  // Classes, functions and modules are meant to live as long as the program.
  if (!isAtExit(object.fate.stage) || LASTING.has(object.kind)) return null;
  if (object.inCycle) return say`making one reference of the cycle weak.`;
  const name = soleGlobal(object);
  if (name !== null) return say`${code(`del ${name}`)}, or doing its work in an ${code('atexit')} callback.`;
  const last = object.owners.at(-1);
  if (object.referencesAtExit === 1 && last !== undefined && object.owners.length > 1 && DROPPABLE.has(last.edge)) {
    return say`dropping ${marked(last.text)} of ${heldBy(facts, object)}.`;
  }
  return null;
}

const LASTING: ReadonlySet<ObjectRecord['kind']> = new Set(['class', 'function', 'module']);
/** Edges that a statement of the program can take away. */
const DROPPABLE: ReadonlySet<OwnerStep['edge']> = new Set(['attribute', 'item', 'key']);

/** The global that alone keeps it, if there is one: deleting that name frees it. */
function soleGlobal(object: ObjectRecord): string | null {
  const [step, ...further] = object.owners;
  if (step === undefined || further.length > 0 || step.edge !== 'global' || object.referencesAtExit !== 1) return null;
  return /^`?([^\s`]+)/.exec(step.text)?.[1] ?? null;
}

function heldBy(facts: Facts, object: ObjectRecord): Prose {
  const before = object.owners.at(-2);
  const owner = facts.byId.get(before?.object ?? 0);
  return owner === undefined ? marked(before?.text ?? '') : display(owner);
}

function survivalRemedy(reason: SurvivalReason | null): Prose | null {
  switch (reason) {
    case 'hard-exit':
      return say`leaving with ${code('sys.exit')} instead.`;
    case 'frozen-generation':
      return say`${code('gc.unfreeze()')} before the end, or making one reference of the cycle weak.`;
    case 'daemon-thread':
      return say`joining the thread before the end, or an ${code('Event')} that ends its loop.`;
    case 'uncollected-cycle':
      return say`making one reference of the cycle weak.`;
    case 'resurrected-too-late':
      return say`a finaliser that does not store ${code('self')}.`;
    case 'state-outlives-interpreter':
    case 'leaked-reference':
    case 'c-allocation':
      return say`taking it back from that owner before the end.`;
    case 'immortal':
    case 'stopped':
    case null:
      return null;
  }
}

/** What a finaliser that ran could do at its moment; null without one, or where it ran at another moment than the last. */
export function abilityOf(object: ObjectRecord, finalizer: Finalizer | null): Prose | null {
  if (finalizer === null || !object.fate.finalized || finalizer.failure !== null || finalizer.resurrected) return null;
  return marked(STAGES[object.fate.stage].works);
}

/** "998 are freed at line 12, 2 survive": the fates of several objects, the commonest first. */
export function tally(objects: readonly ObjectRecord[], file: string): Prose {
  const fates = new Map<string, { readonly sample: ObjectRecord; n: number }>();
  for (const object of objects) {
    const key = isUndecided(object) ? 'stopped' : `${object.fate.stage} ${object.fate.at?.file ?? ''} ${object.fate.at?.line ?? 0}`;
    const entry = fates.get(key);
    if (entry === undefined) fates.set(key, { sample: object, n: 1 });
    else entry.n += 1;
  }
  const sorted = [...fates.values()].sort((a, b) => b.n - a.n);
  const parts = sorted.slice(0, NAMED_FATES).map(({ sample, n }) => {
    const subject = n < objects.length ? say`${n}` : n === 1 ? say`it` : say`all`;
    return say`${subject} ${n === 1 ? 'is' : 'are'} ${tallied(sample, file)}`;
  });
  const rest = sorted.slice(NAMED_FATES).reduce((sum, { n }) => sum + n, 0);
  return list(rest === 0 ? parts : [...parts, say`${rest} elsewhere`]);
}

function tallied(sample: ObjectRecord, file: string): Prose {
  const { stage, at: place } = sample.fate;
  if (isUndecided(sample)) return say`alive when the run was stopped`;
  if (stage === 'survives') return say`never freed (stage ${code(stage)})`;
  return place === null ? say`freed ${STAGES[stage].when}, in stage ${code(stage)}` : say`freed at ${at(place, file)} (stage ${code(stage)})`;
}
