/** The exit report for a terminal: how the program ended, what each stage freed, every object's fate, what to look at. */
import type { ObjectRecord, RunResult, Stage } from '../../engine/journal/record.ts';
import type { Analysis, Diagnostic, Severity } from '../analyze.ts';
import { failureOf, groupBy, isUndecided, neverFinalized, survives } from '../facts.ts';
import { path } from '../words/explain.ts';
import { at, display } from '../words/names.ts';
import { bare, count, list, marked, say } from '../words/prose.ts';
import { isAtExit, STAGE_ORDER, STAGES } from '../words/stages.ts';
import { columns, type Paint, painter, type Style } from './terminal.ts';

const NONE = '–';
/** Objects named one by one in the row of a stage. */
const NAMED = 3;

export function renderCheckText(analysis: Analysis, { color }: { readonly color: boolean }): string {
  const paint = painter(color);
  const ran = analysis.result.exit.route !== 'syntax-error';
  const sections = [
    [paint('bold', heading(analysis.result))],
    ...(ran ? [stages(analysis), kept(analysis, paint), fates(analysis, paint)] : []),
    analysis.diagnostics.flatMap((found) => problem(analysis, found, paint)),
    [...(ran ? verdict(analysis) : []), closing(analysis, paint)],
  ];
  return `${sections.filter((section) => section.length > 0).map((section) => section.join('\n')).join('\n\n')}\n`;
}

function heading(result: RunResult): string {
  const { file, version, exit } = result;
  const where = exit.at === null ? '' : ` at ${bare(at(exit.at, file))}`;
  const under = `${file} under CPython ${version}`;
  switch (exit.route) {
    case 'end-of-file':
      return `${under}, ended by reaching the last line, exit status ${exit.status}`;
    case 'uncaught-exception':
      return `${under}, ended by an uncaught exception${where}, exit status ${exit.status}`;
    case 'sys.exit':
    case 'os._exit':
      return `${under}, ended by ${exit.route}${where}, exit status ${exit.status}`;
    case 'stopped':
      return `${under}, stopped${where} before its end`;
    case 'syntax-error':
      return `${under}, not run: the text is not Python, exit status ${exit.status}`;
  }
}

/** One row a stage. */
function stages(analysis: Analysis): readonly string[] {
  const byStage = groupBy(analysis.listed.filter((object) => !isUndecided(object)), ({ fate }) => fate.stage);
  const rows = STAGE_ORDER.filter((stage) => stage !== 'end' || byStage.has(stage)).map((stage) => {
    const objects = byStage.get(stage) ?? [];
    return [STAGES[stage].title, stageSummary(analysis, stage, objects)];
  });
  const undecided = analysis.listed.filter(isUndecided).length;
  return columns([...rows, ...(undecided === 0 ? [] : [['unknown', `${count(undecided, 'object')} alive when the run was stopped`]])]);
}

function stageSummary(analysis: Analysis, stage: Stage, objects: readonly ObjectRecord[]): string {
  const owners = analysis.groups.length;
  const collections = analysis.result.collections.filter((collection) => collection.stage === stage).length;
  const finalized = objects.filter(({ fate }) => fate.finalized).length;
  const failed = objects.filter((object) => failureOf(object) !== null).length;
  const parts = [
    objects.length === 0 ? '' : stage === 'line' ? `${count(objects.length, 'object')} freed` : named(objects),
    stage === 'line' && collections > 0 ? count(collections, 'collection') : '',
    stage === 'survives' && objects.length > 0 && owners > 0 ? `held by ${count(owners, 'owner')}` : '',
    finalized === 0 || stage === 'survives' ? '' : `${count(finalized, 'finaliser')} run`,
    failed === 0 ? '' : `${failed} failed`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? NONE : parts.join(', ');
}

/** "2 objects: Node #3, Node #4", or only their number for a crowd. */
function named(objects: readonly ObjectRecord[]): string {
  const total = count(objects.length, 'object');
  return objects.length > NAMED ? total : `${total}: ${objects.map((object) => bare(display(object))).join(', ')}`;
}

/** The survivors under their owners: leaders named, the rest counted. */
function kept(analysis: Analysis, paint: Paint): readonly string[] {
  if (analysis.groups.length === 0) return [];
  const rows = analysis.groups.flatMap(({ owner, leaders, members }) => {
    const shown = leaders.slice(0, NAMED);
    const rest = members.length - shown.length;
    const names = bare(list(shown.map(({ object }) => display(object))));
    return [[bare(marked(owner)), `${names}${rest === 0 ? '' : ` and ${count(rest, 'more object')}`}`]];
  });
  return [paint('bold', 'Never freed, by what keeps it'), ...columns(rows)];
}

/** Every object; those born on one line that share a fate share a row. */
function fates(analysis: Analysis, paint: Paint): readonly string[] {
  const { file } = analysis.result;
  const groups = groupBy(analysis.listed, (object) => {
    const { born, fate, finalizer, owners, kind, type, label } = object;
    const what = kind === 'instance' ? type : label;
    const last = owners.at(-1);
    const held = [owners[0]?.text, last?.edge === 'item' || last?.edge === 'key' ? last.edge : last?.text].join();
    return [what, born?.file, born?.line, fate.stage, fate.at?.file, fate.at?.line, fate.finalized, finalizer?.failure?.type, held].join('\u0000');
  });
  if (groups.size === 0) return [];
  const samples = [...groups.values()].flatMap(([first, ...more]) => (first === undefined ? [] : [{ first, more: more.length }]));
  const rows = samples.map(({ first, more }) => [
    more === 0 ? bare(display(first)) : `${bare(display(first))} and ${count(more, 'more', 'more')}`,
    first.born === null ? '' : bare(at(first.born, file)),
    isUndecided(first) ? 'unknown' : first.fate.at === null ? first.fate.stage : bare(at(first.fate.at, file)),
    finaliser(first),
    bare(path(first)),
  ]);
  const [header = '', ...lines] = columns([['object', 'born', 'fate', 'finaliser', 'kept by'], ...rows]);
  return [paint('bold', header), ...lines.map((line, i) => paint(styleOf(samples[i]?.first), line))];
}

function styleOf(object: ObjectRecord | undefined): Style {
  if (object === undefined) return 'plain';
  if (survives(object)) return 'red';
  return failureOf(object) === null ? 'plain' : 'yellow';
}

function finaliser(object: ObjectRecord): string {
  const { finalizer, fate } = object;
  if (finalizer === null) return '';
  if (!fate.finalized) return isUndecided(object) ? 'not yet' : 'never runs';
  if (finalizer.failure !== null) return finalizer.failure.heard ? 'fails' : 'fails unheard';
  return finalizer.resurrected ? 'runs, revives' : 'runs';
}

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' };

function problem(analysis: Analysis, { code, severity, message, place, related }: Diagnostic, paint: Paint): readonly string[] {
  const source = analysis.sources.get(place.file) ?? '';
  const column = place.start - (source.lastIndexOf('\n', place.start - 1) + 1) + 1;
  const { file } = analysis.result;
  return [
    `${paint('bold', `${place.file}:${place.line}:${column}`)} ${paint(SEVERITY_STYLES[severity], severity)} ${message} ${paint('dim', `[${code}]`)}`,
    ...related.map((step) => paint('dim', `    ${bare(at(step.place, file))}: ${step.message}`)),
  ];
}

/** The answer people hope for, where it is the answer. */
function verdict(analysis: Analysis): readonly string[] {
  const { listed, result } = analysis;
  if (result.stopped !== null || listed.some(survives)) return [];
  const freed = listed.filter(({ fate }) => fate.stage !== 'survives');
  const atExit = freed.filter(({ fate }) => isAtExit(fate.stage)).length;
  const sum = freed.length === 1 ? '1 object was freed' : `${count(freed.length, 'object')} were freed`;
  const split = say`: ${freed.length - atExit} during the run, ${atExit} at exit`;
  return [`Nothing of this scenario survives the exit. ${sum}${freed.length === 0 ? '' : bare(split)}.`];
}

/** The last line, for scripts: always of this shape. */
function closing({ listed, diagnostics }: Analysis, paint: Paint): string {
  const alive = listed.filter(survives).length;
  const never = listed.filter(neverFinalized).length;
  const failing = listed.filter((object) => failureOf(object) !== null).length;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const line = [
    `${count(alive, 'object')} ${alive === 1 ? 'survives' : 'survive'}`,
    `${count(never, 'finaliser')} never ${never === 1 ? 'runs' : 'run'}`,
    `${failing} ${failing === 1 ? 'fails' : 'fail'} (${errors === 0 ? '' : `${count(errors, 'error')}, `}${count(warnings, 'warning')})`,
  ].join(', ');
  return paint(errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green', line);
}
