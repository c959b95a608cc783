import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dump } from '../../server/src/engine/syntax/dump.ts';
import { parse } from '../../server/src/engine/syntax/parse.ts';
import { VERSIONS, findInterpreter } from '../interpreters.mjs';

/** The files looked at here; `npm run test:trees` looks at every one. */
const EVERY = 47;

const oracle = fileURLToPath(new URL('stdlib_trees.py', import.meta.url));

describe('trees of the standard library', () => {
  for (const version of VERSIONS) {
    const python = findInterpreter(version);
    it.skipIf(python === null)(`are those of ast.dump in ${version}`, { timeout: 120_000 }, () => {
      const { stdout, status } = spawnSync(python!, [oracle, '--every', String(EVERY)], { encoding: 'utf8', maxBuffer: 2 ** 30 });
      expect(status).toBe(0);
      const [said, ...lines] = stdout.trimEnd().split('\n');
      expect(JSON.parse(said!)).toBe(version);
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) {
        const [path, encoding, expected] = JSON.parse(line) as [string, string, string];
        const decoder = new TextDecoder(encoding === 'utf-8-sig' ? 'utf-8' : encoding);
        const { tree, errors, lines: index } = parse(decoder.decode(readFileSync(path)), version);
        expect(errors, path).toEqual([]);
        expect(dump(tree, index, version) === expected, path).toBe(true);
      }
    });
  }
});
