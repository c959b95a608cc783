/** The known differences: programs under `differences/`, each with its cause and both outputs in its first comment. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenario } from './scenarios.ts';

export interface Difference {
  readonly scenario: Scenario;
  readonly program: string;
  readonly title: string;
  readonly cause: string;
  readonly workaround: string;
  /** Lines of stdout and stderr; the engine's last line may be why it gave up. */
  readonly cpython: readonly string[];
  readonly exitLens: readonly string[];
}

const suffix = '.scenario.py';

/** Those under the folder `test`, in the order of the names. */
export function readDifferences(test: string): Difference[] {
  const folder = join(test, 'differences');
  const names = readdirSync(folder).filter((file) => file.endsWith(suffix));
  return names.sort().map((file) => readDifference(join(folder, file), file.slice(0, -suffix.length)));
}

function readDifference(path: string, name: string): Difference {
  const source = readFileSync(path, 'utf8');
  const [header = ''] = /^(?:#.*\n)*/.exec(source) ?? [];
  const [title = '', ...fields] = header.trimEnd().split('\n').map((line) => line.slice(2));
  const all = (field: string): string[] => fields.filter((line) => line.startsWith(`${field}: `)).map((line) => line.slice(field.length + 2));
  const one = (field: string): string => {
    const [value, ...more] = all(field);
    if (value === undefined || more.length > 0) throw new Error(`${path}: one line "# ${field}: …" is wanted`);
    return value;
  };
  return {
    scenario: { name: `differences/${name}`, path, source, modules: new Map(), truth: new Map(), current: true },
    program: source.slice(header.length),
    title,
    cause: one('Cause'),
    workaround: one('Workaround'),
    cpython: all('CPython'),
    exitLens: all('Exit Lens'),
  };
}

/** How a run that ended before its program did is written in `# Exit Lens:`. */
export function reasonLine(stopped: string | null): string[] {
  if (stopped === null) return [];
  const [, feature] = /^unsupported: (.*) \(.*\)$/.exec(stopped) ?? [];
  return [feature === undefined ? 'stopped: its budget is spent' : `refused: ${feature}`];
}

const isRefused = ({ exitLens }: Difference): boolean => exitLens.at(-1)?.startsWith('refused: ') === true;

/** The text of `docs/differences.md`. */
export function differencesPage(differences: readonly Difference[]): string {
  return `# Known differences

What a program does here and what CPython does are meant to be the same to the byte.
Where they are known not to be, a small program shows it: \`test/differences/\` holds them, a test runs each, and \`node scripts/differences.mjs\` makes this page of them.
Both outputs are those of 3.13.

## What works differently

${differences.filter((difference) => !isRefused(difference)).map(section).join('\n')}
## What is refused

The run ends where it reaches one of these, and says so; it is never approximated in silence.

${differences.filter(isRefused).map(section).join('\n')}`;
}

function section({ title, cause, workaround, program, cpython, exitLens }: Difference): string {
  return `### ${title.replace(/\.$/, '')}

\`\`\`python
${program.trim()}
\`\`\`

- CPython: ${shown(cpython)}
- Exit Lens: ${shown(exitLens)}
- Cause: ${cause}
- Workaround: ${workaround}
`;
}

const shown = (lines: readonly string[]): string => (lines.length === 0 ? 'nothing' : lines.map((line) => `\`${line.trim()}\``).join(', '));
