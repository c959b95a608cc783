/** What `# fate: …` comments expect, beside the objects they speak about. */
import type { ObjectRecord, Place, Stage } from '../engine/journal/record.ts';
import type { Facts } from './facts.ts';
import { scan } from './tokens.ts';
import { isStage } from './words/stages.ts';

export interface Expected {
  readonly stage: Stage;
  readonly line: number | null;
}

export interface Expectation {
  /** The comment. */
  readonly place: Place;
  readonly expected: readonly Expected[];
  /** The first word that is no fate. */
  readonly unknown: string | null;
  /** The instances born on the line, or else whatever is. */
  readonly objects: readonly ObjectRecord[];
}

const COMMENT = /^#\s*fate:\s*(.*?)\s*$/;
const FATE = /^([a-z-]+)(?:\s+(\d+))?$/;

export function expectations(facts: Facts): readonly Expectation[] {
  if (facts.result.syntaxErrors.length > 0) return [];
  return [...facts.sources].flatMap(([file, source]) => {
    if (!source.includes('fate:')) return [];
    return scan(source).flatMap((token): Expectation[] => {
      const wish = token.kind === 'comment' ? COMMENT.exec(token.text)?.[1] : undefined;
      if (wish === undefined) return [];
      const place: Place = { file, line: token.line, start: token.start, end: token.end };
      return [{ place, ...parse(wish), objects: bornBeside(facts, place) }];
    });
  });
}

function parse(wish: string): Pick<Expectation, 'expected' | 'unknown'> {
  const expected: Expected[] = [];
  for (const word of wish.split(',')) {
    const [, stage = '', line] = FATE.exec(word.trim()) ?? [];
    if (!isStage(stage) || (line !== undefined && stage !== 'line')) return { expected, unknown: word.trim() };
    expected.push({ stage, line: line === undefined ? null : Number(line) });
  }
  return { expected, unknown: null };
}

function bornBeside(facts: Facts, comment: Place): readonly ObjectRecord[] {
  const born = facts.bornOn.get(`${comment.file}:${comment.line}`) ?? [];
  const instances = born.filter((object) => object.kind === 'instance');
  return instances.length > 0 ? instances : born;
}
