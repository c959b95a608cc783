import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { selectTextVersion, type TextVersion } from '../../server/src/engine/text/profile.ts';
import { answer, type Json } from './answers.ts';

/** A question and, by the versions that give it, each answer; compare.mjs --record writes them. */
type Recorded = readonly [name: string, given: readonly Json[], answers: Readonly<Record<string, Json>>];

const recorded = readFileSync(new URL('recorded.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

const functions = new Map<string, Recorded[]>();
for (const question of recorded) functions.set(question[0], [...(functions.get(question[0]) ?? []), question]);
const versions: readonly TextVersion[] = ['3.11', '3.12', '3.13', '3.14', '3.15'];

describe.each(versions)('Python %s', (version) => {
  test.each([...functions])('%s', (_, questions) => {
    selectTextVersion(version);
    for (const [name, given, answers] of questions) {
      const found = Object.entries(answers).find(([those]) => those.split(' ').includes(version));
      if (found === undefined) continue;
      expect(answer([name, given, found[1]]), JSON.stringify(given)).toEqual(found[1]);
    }
  });
});
