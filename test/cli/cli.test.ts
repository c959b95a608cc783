/** The command line as a person or a script meets it, in a process of its own. */
import Ajv from 'ajv';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, root, userNode } from '../product.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'exit-lens-cli-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

function exitLens(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(userNode, [commandLine, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { status, stdout, stderr };
}

const harmless = 'class Point:\n    pass\n\npoint = Point()\nprint("made")\n';
const failing = 'class Conn:\n    def __del__(self):\n        import time\n\nconn = Conn()\n';

describe('exit-lens', () => {
  it('prints help on request, and on stderr when it does not know what to do', () => {
    const help = exitLens('--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toMatch(/^Usage: exit-lens COMMAND/);
    expect(exitLens()).toEqual({ status: 2, stdout: '', stderr: help.stdout });
    for (const command of ['run', 'check', 'ast', 'lsp']) {
      expect(exitLens(command, '--help').stdout).toMatch(new RegExp(`^Usage: exit-lens ${command}`));
    }
  });

  it('prints its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(exitLens('--version').stdout).toBe(`exit-lens ${version}\n`);
  });

  it.each([
    [['chekc'], /unknown command 'chekc'/],
    [['check'], /no file is named/],
    [['check', '--pyhton', '3.13', 'x.py'], /Unknown option '--pyhton'/],
    [['check', '--python', '2.7', 'x.py'], /unknown Python version '2\.7'.*3\.13/],
    [['check', '--format', 'xml', 'x.py'], /unknown format 'xml'/],
    [['check', '--step-limit', 'few', 'x.py'], /whole number, not 'few'/],
    [['check', 'missing.py'], /can't open file 'missing\.py': No such file or directory/],
    [['check', '.'], /can't open file '\.': Is a directory/],
    [['run'], /no file is named/],
    [['run', 'missing.py'], /can't open file 'missing\.py'/],
    [['run', 'a.py', 'b.py'], /one file at a time/],
    [['lsp'], /--stdio/],
  ])('refuses %j with status 2 and one line', (args, message) => {
    const { status, stdout, stderr } = exitLens(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^exit-lens: [^\n]+\n$/);
    expect(stderr).toMatch(message);
  });
});

describe('exit-lens run', () => {
  it('behaves as python would: output, errors, status', () => {
    const program = 'import sys\nprint("out")\nprint("err", file=sys.stderr)\nsys.exit(7)\n';
    expect(exitLens('run', file('streams.py', program))).toEqual({ status: 7, stdout: 'out\n', stderr: 'err\n' });
  });

  it('prints a traceback with the absolute path and ends with 1', () => {
    const { status, stderr } = exitLens('run', file('raises.py', 'def f():\n    1 / 0\nf()\n'));
    expect(status).toBe(1);
    expect(stderr).toContain(`File "${join(folder, 'raises.py')}", line 2, in f`);
    expect(stderr).toMatch(/ZeroDivisionError: division by zero\n$/);
  });

  it('imports modules beside the file', () => {
    file('beside.py', 'value = 42\n');
    expect(exitLens('run', file('imports.py', 'import beside\nprint(beside.value)\n')).stdout).toBe('42\n');
  });

  it('ends with 70 and one line when it reaches what is not covered, and only then', () => {
    const never = file('never.py', 'def f():\n    import ctypes\nprint("fine")\n');
    expect(exitLens('run', never)).toEqual({ status: 0, stdout: 'fine\n', stderr: '' });
    const reached = exitLens('run', file('reached.py', 'print("first")\nimport ctypes\n'));
    expect(reached).toMatchObject({ status: 70, stdout: 'first\n' });
    expect(reached.stderr).toMatch(/^exit-lens: [^\n]*reached\.py:2: [^\n]*ctypes[^\n]*\n$/);
  });

  it('ends with 70 on its step limit', () => {
    const { status, stderr } = exitLens('run', '--step-limit', '100000', file('endless.py', 'while True: pass\n'));
    expect({ status, stderr }).toEqual({ status: 70, stderr: 'exit-lens: stopped after 100,000 steps\n' });
  });

  it('writes all of a long output into a pipe, and stops when nobody reads', () => {
    const long = file('long.py', 'for i in range(20000):\n    print("line", i)\n');
    expect(exitLens('run', long).stdout.split('\n').length).toBe(20001);
    const head = spawnSync('sh', ['-c', `"${userNode}" "${commandLine}" run ${long} | head -1`], { cwd: folder, encoding: 'utf8' });
    expect(head).toMatchObject({ stdout: 'line 0\n', stderr: '' });
  });
});

describe('exit-lens check', () => {
  it('ends with 0 when there is nothing to warn of', () => {
    const { status, stdout, stderr } = exitLens('check', file('harmless.scenario.py', harmless));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('harmless.scenario.py');
    expect(stdout).not.toContain('\u001b[');
  });

  it('ends with 1 when there is a warning', () => {
    const { status, stdout } = exitLens('check', file('failing.scenario.py', failing));
    expect(status).toBe(1);
    expect(stdout).toContain('modules');
  });

  it('prints one JSON object for one file and an array for several', () => {
    const one = file('harmless.scenario.py', harmless);
    const two = file('failing.scenario.py', failing);
    const single = exitLens('check', '--format', 'json', '--python', '3.12', one);
    expect(JSON.parse(single.stdout)).toMatchObject({
      python: '3.12',
      file: 'harmless.scenario.py',
      exit: { status: 0 },
      stdout: 'made\n',
      stderr: '',
      diagnostics: [],
    });
    const both = exitLens('check', '--format', 'json', one, two);
    expect(both.status).toBe(1);
    expect((JSON.parse(both.stdout) as { file: string }[]).map((report) => report.file)).toEqual([one, two]);
  });

  it('prints JSON that keeps to its schema, with the fates of a program and its modules', () => {
    file('pool.py', 'class Pool:\n    pass\n\npool = Pool()\n');
    const program = 'import pool\n\nclass Conn:\n    def __del__(self):\n        print("closed")\n\nconn = Conn()\nitems = [conn]\nConn()\n';
    const { status, stdout } = exitLens('check', '--format', 'json', file('fates.scenario.py', program));
    const report: unknown = JSON.parse(stdout);
    const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(join(root, 'docs/check.schema.json'), 'utf8')) as object);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(status).toBe(0);
    const { objects } = report as { objects: { label: string; born: { file: string; line: number } | null; fate: { stage: string; line: number | null; finalized: boolean } }[] };
    const told = objects.map(({ label, born, fate }) => [label, born && `${born.file}:${born.line}`, fate.stage, fate.line, fate.finalized]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['Conn#1', 'fates.scenario.py:7', 'modules', null, true],
        ['Conn#2', 'fates.scenario.py:9', 'line', 9, true],
        ['Pool#1', 'pool.py:4', 'modules', null, false],
        ['class Conn', 'fates.scenario.py:3', 'modules', null, false],
        ['class Pool', 'pool.py:1', 'modules', null, false],
        ['list#1', null, 'modules', null, false],
        ['module pool', null, 'modules', null, false],
      ]),
    );
  });

  it('reports a syntax error as a diagnostic', () => {
    const { status, stdout } = exitLens('check', '--format', 'json', file('broken.scenario.py', 'x = (1,\n'));
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code)).toContain('syntax-error');
  });

  it('checks the examples that ship', () => {
    for (const name of ['connection', 'parent', 'hard_exit']) {
      const { status, stderr } = exitLens('check', join(root, 'examples', `${name}.scenario.py`));
      expect(stderr).toBe('');
      expect([0, 1]).toContain(status);
    }
  });
});

describe('exit-lens ast', () => {
  it('prints the tree as ast.dump does', () => {
    expect(exitLens('ast', file('one.py', 'x = 1\n'))).toEqual({
      status: 0,
      stderr: '',
      stdout:
        "Module(body=[Assign(targets=[Name(id='x', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)], " +
        'value=Constant(value=1, lineno=1, col_offset=4, end_lineno=1, end_col_offset=5), ' +
        'lineno=1, col_offset=0, end_lineno=1, end_col_offset=5)])\n',
    });
  });

  it('ends with 1 on a syntax error', () => {
    const { status, stdout, stderr } = exitLens('ast', file('broken.py', 'x = = 1\n'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('  File "broken.py", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n');
  });
});
