/** The command behind fuzz.mjs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { loadEngine } from '../engine.ts';
import { generate, textOf } from './generate.ts';
import { generateGraph } from './graphs.ts';
import { findPythons } from './interpreters.ts';
import { Judge, type Trial, type Verdict } from './judge.ts';
import { type Statement } from './program.ts';
import { shrink } from './shrink.ts';

/** Answers the exit status: 1 when a program differed. */
export async function fuzz(root: string, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      pythons: { type: 'string' },
      version: { type: 'string', multiple: true, default: ['3.11', '3.12', '3.13'] },
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '100' },
      show: { type: 'boolean', default: false },
      automatic: { type: 'boolean', default: false },
      out: { type: 'string' },
      whole: { type: 'boolean', default: false },
      graphs: { type: 'boolean', default: false },
      fates: { type: 'string' },
      most: { type: 'string', default: '20' },
    },
  });
  const first = Number(values.seed);
  const make = values.graphs ? generateGraph : generate;
  const text = (program: readonly Statement[]): string => textOf(program, values.automatic || values.graphs);
  if (values.show) {
    process.stdout.write(text(make(first)));
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'exit-lens-fuzz-'));
  const pythons = findPythons(values.version as PythonVersion[], values.pythons, folder);
  const versions = [...pythons.keys()];
  if (versions.length === 0) throw new Error('no interpreter was found: give --pythons DIR, with DIR/3.13/bin/python3');
  const judge = new Judge(root, await loadEngine(root), folder, pythons, values.fates ?? null);
  const counts = { agrees: 0, unjudged: 0, refused: 0, differs: 0 };
  const perVersion = new Map<PythonVersion, number>();
  const refusals = new Map<string, number>();
  const seen = new Set<string>();
  try {
    const end = first + Number(values.count);
    const begin = (seed: number): Begun => {
      const [program, version] = [make(seed), versions[seed % versions.length]!];
      return { seed, version, program, trial: judge.begin(text(program), version) };
    };
    const begun: Begun[] = [];
    for (let next = first; counts.differs < Number(values.most); ) {
      while (next < end && begun.length < 12) begun.push(begin(next++));
      const item = begun.shift();
      if (item === undefined) break;
      const { seed, version, program } = item;
      const verdict = await judge.judge(item.trial, judge.tellsFates || observed(seed));
      counts[verdict.kind]++;
      perVersion.set(version, (perVersion.get(version) ?? 0) + 1);
      if (verdict.kind === 'unjudged') process.stdout.write(`seed ${seed}, ${version}: not judged\n`);
      if (verdict.kind === 'refused') refusals.set(verdict.feature.replace(/ \(.*/, ''), (refusals.get(verdict.feature.replace(/ \(.*/, '')) ?? 0) + 1);
      if (verdict.kind !== 'differs') continue;
      if (values.whole) process.stdout.write(`\nseed ${seed}, ${version}:\n${firstDifference(verdict.expected, verdict.actual)}\n`);
      else await report({ judge, text, out: values.out, seen }, seed, version, program, verdict);
    }
  } finally {
    judge.end();
    rmSync(folder, { recursive: true });
  }
  for (const [feature, count] of [...refusals].sort((a, b) => b[1] - a[1])) process.stdout.write(`refused ${count} times: ${feature}\n`);
  process.stdout.write(`${[...perVersion].sort().map(([version, count]) => `${count} on ${version}`).join(', ')}: `);
  process.stdout.write(`${counts.agrees} agree, ${counts.differs} differ, ${counts.refused} refused, ${counts.unjudged} not judged\n`);
  return counts.differs === 0 ? 0 : 1;
}

interface Begun {
  readonly seed: number;
  readonly version: PythonVersion;
  readonly program: readonly Statement[];
  readonly trial: Trial;
}

/** A quarter of the runs is observed, as the editor's are; with every version, since seeds take turns at them. */
const observed = (seed: number): boolean => Math.floor(seed / 16) % 4 === 0;

interface Search {
  readonly judge: Judge;
  readonly text: (program: readonly Statement[]) => string;
  readonly out: string | undefined;
  /** Differences that were met before. */
  readonly seen: Set<string>;
}

/** Shrinks a program that differs and prints what is left of it. */
async function report({ judge, text, out, seen }: Search, seed: number, version: PythonVersion, program: readonly Statement[], verdict: Verdict & { kind: 'differs' }): Promise<void> {
  let last = verdict;
  const small = await shrink(program, async (candidate) => {
    const found = await judge.judge(judge.begin(text(candidate), version), judge.tellsFates || observed(seed), 1);
    if (found.kind !== 'differs') return false;
    last = found;
    return true;
  });
  const source = text(small);
  const difference = firstDifference(last.expected, last.actual);
  const again = seen.has(difference);
  seen.add(difference);
  process.stdout.write(`\nseed ${seed}, ${version}${again ? ' (as before)' : ''}:\n${source.replace(/^/gm, '    ')}\n${difference}\n`);
  if (out === undefined || again) return;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `seed${seed}.py`), `# ${version}\n${source}`);
}

function firstDifference(expected: string, actual: string): string {
  const [want, got] = [expected.split('\n'), actual.split('\n')];
  const at = want.findIndex((line, i) => line !== got[i]);
  if (actual.startsWith('the engine threw')) return got.slice(0, 6).join('\n');
  return `  - ${want[at] ?? '(nothing)'}\n  + ${got[at] ?? '(nothing)'}`;
}
