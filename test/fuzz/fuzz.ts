/** The command behind fuzz.mjs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PythonVersion } from '../../server/src/engine/journal/record.ts';
import { loadEngine } from '../engine.ts';
import { generate, textOf } from './generate.ts';
import { findPythons } from './interpreters.ts';
import { Judge, type Verdict } from './judge.ts';
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
      most: { type: 'string', default: '20' },
    },
  });
  const first = Number(values.seed);
  const text = (program: readonly Statement[]): string => textOf(program, values.automatic);
  if (values.show) {
    process.stdout.write(text(generate(first)));
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'exit-lens-fuzz-'));
  const pythons = findPythons(values.version as PythonVersion[], values.pythons, folder);
  const versions = [...pythons.keys()];
  if (versions.length === 0) throw new Error('no interpreter was found: give --pythons DIR, with DIR/3.13/bin/python3');
  const judge = new Judge(await loadEngine(root), folder, pythons);
  const counts = { agrees: 0, unjudged: 0, refused: 0, differs: 0 };
  const refusals = new Map<string, number>();
  const seen = new Set<string>();
  try {
    for (let seed = first; seed < first + Number(values.count) && counts.differs < Number(values.most); seed++) {
      const program = generate(seed);
      const version = versions[seed % versions.length]!;
      const verdict = await judge.judge(text(program), version);
      counts[verdict.kind]++;
      if (verdict.kind === 'refused') refusals.set(verdict.feature.replace(/ \(.*/, ''), (refusals.get(verdict.feature.replace(/ \(.*/, '')) ?? 0) + 1);
      if (verdict.kind !== 'differs') continue;
      await report({ judge, text, out: values.out, seen }, seed, version, program, verdict);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const [feature, count] of [...refusals].sort((a, b) => b[1] - a[1])) process.stdout.write(`refused ${count} times: ${feature}\n`);
  process.stdout.write(`${counts.agrees} agree, ${counts.differs} differ, ${counts.refused} refused, ${counts.unjudged} not judged\n`);
  return counts.differs === 0 ? 0 : 1;
}

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
    const found = await judge.judge(text(candidate), version);
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
