/** What the thing under the cursor becomes: the answer first, then why, then what would change it, numbers last. */
import type { ObjectRecord, Observation } from '../engine/journal/record.ts';
import type { Analysis } from './analyze.ts';
import { isOwn, lineKey } from './facts.ts';
import { births, finalisedBy, headline, instancesOf, numbers, reasons } from './hover/object.ts';
import { importAt } from './hover/imports.ts';
import { type NameAt, nameAt } from './hover/names.ts';
import { tally } from './words/explain.ts';
import { code, markdown, plain, type Prose, say, sentence, strong } from './words/prose.ts';

export interface Hover {
  readonly markdown: string;
  /** The same for a client that shows no Markdown. */
  readonly text: string;
  /** The range it speaks about, as UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** The engine lists at most this many distinct objects of one place. */
const OBSERVED = 64;

export function hover(analysis: Analysis, file: string, offset: number): Hover | null {
  const source = analysis.sources.get(file);
  if (source === undefined) return null;
  // Right behind a name its own hover is still wanted, unless another thing begins there.
  const own = ofNameAt(analysis, file, source, offset) ?? ofBirth(analysis, file, offset) ?? ofNameAt(analysis, file, source, offset - 1);
  const imported = importAt(analysis, file, source, offset);
  if (imported === null) return own;
  const about = answer(imported.lines, imported.start, imported.end);
  return own === null ? about : { ...own, markdown: `${own.markdown}\n\n${about.markdown}`, text: `${own.text}\n${about.text}` };
}

function ofNameAt(analysis: Analysis, file: string, source: string, offset: number): Hover | null {
  const name = nameAt(source, offset);
  const seen = observed(analysis, file, offset);
  if (seen !== null) return answer(ofObservation(analysis, seen, name), seen.place.start, seen.place.end);
  const prose = name === null ? null : ofName(analysis, file, name);
  return name === null || prose === null ? null : answer(prose, name.token.start, name.token.end);
}

function answer(lines: readonly Prose[], start: number, end: number): Hover {
  return { markdown: lines.map(markdown).join('\n\n'), text: lines.map(plain).join('\n'), start, end };
}

/** The narrowest observation at an offset; of two at one place the later, which is the store of `x += 1`. */
function observed({ result }: Analysis, file: string, offset: number): Observation | null {
  let best: Observation | null = null;
  for (const seen of result.observations) {
    const { place } = seen;
    if (place.file !== file || offset < place.start || offset >= place.end) continue;
    if (best === null || place.end - place.start <= best.place.end - best.place.start) best = seen;
  }
  return best;
}

function ofObservation(analysis: Analysis, seen: Observation, name: NameAt | null): readonly Prose[] {
  const object = seen.object === null ? undefined : analysis.byId.get(seen.object);
  if (object === undefined) return ofValue(seen);
  return [
    ...ofMany(analysis, seen),
    headline(analysis, seen.name, object),
    ...(seen.access === 'delete' ? [deletion(seen)] : []),
    ...(object.kind === 'class' ? [instancesOf(analysis, object), ...bornAt(analysis, seen)] : []),
    ...ofFinalizer(analysis, name),
    ...reasons(analysis, object),
    seen.immortal ? say`Immortal: its reference count never changes.` : numbers(object, seen.references),
  ];
}

function deletion({ name, references }: Observation): Prose {
  const left = references === 0 ? 'no reference is' : references === 1 ? '1 reference is' : `${references} references are`;
  return say`${code(name)} is deleted here, and ${left} left.`;
}

/** On the class's name in a call that is executed many times: the objects that the call makes. */
function bornAt(analysis: Analysis, { place }: Observation): readonly Prose[] {
  const born = (analysis.bornOn.get(lineKey(place)) ?? []).filter(
    (object) => isOwn(object) && object.born !== null && object.born.start <= place.start && place.end <= object.born.end,
  );
  const line = births(analysis, born);
  return line === null ? [] : [line];
}

/** A value that is not followed: a number, a text, a built-in. */
function ofValue(seen: Observation): readonly Prose[] {
  const what = seen.value === seen.type ? say`${article(seen.type)} ${code(seen.type)}` : say`${code(seen.value)} (${code(seen.type)})`;
  const value = say`${code(seen.name)} → ${what}`;
  const times = seen.times > 1 ? say`The last of ${seen.times} times that this was executed.` : say``;
  const references = seen.immortal ? say`Immortal: it is never freed, and its reference count never changes.` : say`References here ${seen.references}.`;
  return [strong(value), times, references].filter((line) => line.length > 0);
}

function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? 'an' : 'a';
}

/** In a loop: how many objects the name has held here, and their fates summed up. */
function ofMany(analysis: Analysis, seen: Observation): readonly Prose[] {
  if (seen.objects.length < 2) return [];
  const objects = seen.objects.flatMap((id) => analysis.byId.get(id) ?? []);
  const [first] = objects;
  // Beyond the engine's limit the birth line knows the true number.
  const place = first?.born ?? null;
  const born = place === null ? [] : (analysis.bornOn.get(lineKey(place)) ?? []).filter(({ type }) => type === first?.type);
  const all = objects.length < OBSERVED || born.length < objects.length ? objects : born;
  const known = all === born || objects.length < OBSERVED;
  const same = all.every(({ type }) => type === first?.type);
  const what = same ? say`${all.length} ${code(first?.type ?? 'object')}s` : say`${all.length} objects`;
  return [
    say`${strong(say`${code(seen.name)} held ${known ? '' : 'at least '}${what} here, one after the other.`)} ${sentence(tally(all, analysis.result.file))}.`,
    say`The last one:`,
  ];
}

/** A name that no value was recorded for: a header, or a place that the run did not come to. */
function ofName(analysis: Analysis, file: string, name: NameAt): readonly Prose[] | null {
  const { token, role } = name;
  switch (role) {
    case 'class':
    case 'function': {
      const object = headed(analysis, file, token.line, role);
      if (object === undefined) return unreached(analysis, file, token.line, token.text);
      const about = role === 'class' ? [instancesOf(analysis, object)] : ofFinalizer(analysis, name);
      return [headline(analysis, token.text, object), ...about, ...reasons(analysis, object), numbers(object, null)];
    }
    case 'bare':
      return null;
    case 'use':
      return unreached(analysis, file, token.line, token.text);
  }
}

/** The class or function that a header makes: born on its line, or on its decorator's. */
function headed(analysis: Analysis, file: string, line: number, kind: 'class' | 'function'): ObjectRecord | undefined {
  return (analysis.bornOn.get(`${file}:${line}`) ?? []).find((object) => object.kind === kind);
}

function ofFinalizer(analysis: Analysis, name: NameAt | null): readonly Prose[] {
  if (name === null || name.role !== 'function') return [];
  const { line: at, start, end } = name.token;
  const line = finalisedBy(analysis, ({ finalizer }) => {
    const defined = finalizer?.defined ?? null;
    return defined !== null && defined.line === at && defined.start <= end && start <= defined.end;
  });
  return line === null ? [] : [line];
}

/** Says that the run did not come here, where that is certain: nothing else on the line was executed either. */
function unreached(analysis: Analysis, file: string, line: number, name: string): readonly Prose[] | null {
  const { observations, syntaxErrors } = analysis.result;
  const ran = observations.some(({ place }) => place.file === file);
  const executed =
    observations.some(({ place }) => place.file === file && place.line === line) || analysis.bornOn.has(`${file}:${line}`);
  if (!ran || executed || syntaxErrors.length > 0) return null;
  const { stopped } = analysis.result;
  const why = stopped === null ? say`This run never comes to line ${String(line)}.` : say`The run was stopped before it came to line ${String(line)}.`;
  return [strong(say`${code(name)} holds nothing here.`), why];
}

/** Between names, on the brackets of a call for one: the objects born there. */
function ofBirth(analysis: Analysis, file: string, offset: number): Hover | null {
  const here = analysis.listed.filter(({ born }) => {
    return born !== null && born.file === file && born.start <= offset && offset < born.end;
  });
  const narrowest = here.reduce<ObjectRecord | null>((best, object) => (width(object) < width(best) ? object : best), null);
  if (narrowest === null || narrowest.born === null || !isOwn(narrowest)) return null;
  const { start, end } = narrowest.born;
  const born = here.filter((object) => object.born?.start === start && object.born.end === end);
  const many = births(analysis, born);
  const lines = many === null ? [headline(analysis, narrowest.label, narrowest), ...reasons(analysis, narrowest), numbers(narrowest, null)] : [many];
  return answer(lines, start, end);
}

function width(object: ObjectRecord | null): number {
  const place = object?.born ?? null;
  return place === null ? Infinity : place.end - place.start;
}
