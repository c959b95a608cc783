/** Addresses become `0xADDR` and absolute paths their last part: the same rules as `normalise` in record/record.py. */
export function normalise(text: string): string {
  return text.replace(/0x[0-9a-fA-F]+/g, '0xADDR').replace(/(?<![\w./-])\/(?:[\w.+@~-]+\/)+([\w.+@~-]+)/g, '$1');
}
