/** Addresses become `0xADDR` and absolute paths their last part: the same rules as `normalise` in record/record.py. */
export function normalise(text: string): string {
  return text.replace(/0x[0-9a-fA-F]+/g, '0xADDR').replace(/(?<![\w./-])\/(?:[\w.+@~-]+\/)+([\w.+@~-]+)/g, '$1');
}

/** The library's sources are of another patch release here than the recorded interpreters': its lines are not compared. */
export function withoutLibraryLines(text: string, ownFiles: readonly string[]): string {
  return text.replace(/"([\w.]+\.py)", line \d+/g, (whole, file: string) => (ownFiles.includes(file) ? whole : `"${file}", line N`));
}
