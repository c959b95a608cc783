/** Runs of this length are sorted by insertion before they are merged. */
const runLength = 16;

/** Sorts positions by the numbers at them, equal ones in the order in which they stand. No number is NaN. */
export function sortByNumber(values: Float64Array, order: number[]): void {
  const { length } = order;
  let from = Int32Array.from(order);
  let to = new Int32Array(length);
  for (let start = 0; start < length; start += runLength) insertionSort(values, from, start, Math.min(start + runLength, length));
  for (let width = runLength; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      merge(values, from, to, start, Math.min(start + width, length), Math.min(start + 2 * width, length));
    }
    [from, to] = [to, from];
  }
  for (let i = 0; i < length; i++) order[i] = from[i]!;
}

function insertionSort(values: Float64Array, order: Int32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const position = order[i]!;
    const value = values[position]!;
    let at = i;
    while (at > start && values[order[at - 1]!]! > value) {
      order[at] = order[at - 1]!;
      at--;
    }
    order[at] = position;
  }
}

/** Merges the sorted ranges from `start` and from `middle` on. */
function merge(values: Float64Array, from: Int32Array, to: Int32Array, start: number, middle: number, end: number): void {
  let left = start;
  let right = middle;
  for (let i = start; i < end; i++) {
    const takesLeft = left < middle && (right >= end || values[from[left]!]! <= values[from[right]!]!);
    to[i] = takesLeft ? from[left++]! : from[right++]!;
  }
}
