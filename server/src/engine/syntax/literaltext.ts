/**
 * The text of a literal. Two escapes can write a high and a low surrogate side by side, which are two characters to
 * Python and one in a JavaScript string: `splits` has the offset between the two of each such pair.
 */
export interface LiteralText {
  readonly value: string;
  readonly splits?: readonly number[];
}

/** The code unit at `at` is the first, or the last, of a surrogate pair. */
const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** Whether two characters would become one if `after` followed `before`. */
export const wouldPair = (before: string, after: string): boolean => isHigh(before, before.length - 1) && isLow(after, 0);

export function joinTexts(before: LiteralText, after: LiteralText): LiteralText {
  const value = before.value + after.value;
  const { length } = before.value;
  const splits = [...(before.splits ?? [])];
  if (wouldPair(before.value, after.value)) splits.push(length);
  for (const split of after.splits ?? []) splits.push(split + length);
  return splits.length === 0 ? { value } : { value, splits };
}

/** The characters as Python counts them. */
export function* charactersOf({ value, splits = [] }: LiteralText): Generator<string> {
  let start = 0;
  for (const split of [...splits, value.length]) {
    yield* value.slice(start, split);
    start = split;
  }
}
