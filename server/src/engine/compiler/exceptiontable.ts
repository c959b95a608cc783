/**
 * The innermost entry of an exception table that covers an instruction: an index into the table, −1 if none.
 * Later entries of the same range are outer ones, so the first that fits is the innermost (get_exception_handler).
 */
export function findHandler(table: Int32Array, instruction: number): number {
  for (let i = 0; i < table.length; i += 5) if (table[i]! <= instruction && instruction < table[i + 1]!) return i;
  return -1;
}
