/**
 * Addresses become `0xADDR` and absolute paths their last part, and in a traceback or a warning the number of a line of
 * the standard library N, since the library's sources here are another patch release than the recorded interpreter's:
 * the same rules as `normalise` in record/record.py.
 */
export function normalise(text: string): string {
  return text
    .replace(/(\/lib\/python3\.\d+\/[\w./-]+\.py(?:", line |:))\d+/g, '$1N')
    .replace(/0x[0-9a-fA-F]+/g, '0xADDR')
    .replace(/(?<![\w./-])\/(?:[\w.+@~-]+\/)+([\w.+@~-]+)/g, '$1');
}
