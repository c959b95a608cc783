import { TextError } from './error.ts';
import type { Int } from './integer.ts';

export interface SliceIndices {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  /** How many items the slice has. */
  readonly count: number;
}

/** The indices a slice means for a sequence of `length` items. Mirrors PySlice_Unpack() and PySlice_AdjustIndices(). */
export function sliceIndices(start: Int | null, stop: Int | null, step: Int | null, length: number): SliceIndices {
  if (step === 0) throw new TextError('ValueError', 'slice step cannot be zero');
  const stride = step === null ? 1 : clamp(step, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const low = stride < 0 ? -1 : 0;
  const high = stride < 0 ? length - 1 : length;
  const first = start === null ? (stride < 0 ? high : low) : resolve(start, length, low, high);
  const last = stop === null ? (stride < 0 ? low : high) : resolve(stop, length, low, high);
  const count = Math.max(0, Math.ceil((last - first) / stride));
  return { start: first, stop: last, step: stride, count };
}

/**
 * The part of a sequence that a search with optional bounds looks at: a negative bound counts from the end.
 * A start beyond the end stays beyond it, because not even an empty string is found there.
 */
export function searchRange(start: Int | null, end: Int | null, length: number): { readonly start: number; readonly end: number } {
  return {
    start: start === null ? 0 : resolve(start, length, 0, length + 1),
    end: end === null ? length : resolve(end, length, 0, length),
  };
}

function resolve(index: Int, length: number, low: number, high: number): number {
  return index < 0 ? clamp(typeof index === 'number' ? index + length : index, low, high) : clamp(index, low, high);
}

function clamp(value: Int, low: number, high: number): number {
  return value < low ? low : value > high ? high : Number(value);
}
