/** Python files on disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeSource, type DecodedSource, type SourceFile } from '../engine/engine.ts';
import { UsageError } from './options.ts';

export function readSource(file: string): string {
  const decoded = decodeFile(file);
  if ('fault' in decoded) throw new UsageError(`can't read file '${file}': ${decoded.fault}`);
  return decoded.text;
}

/** The text of a Python file by its own declaration of its encoding. */
export function decodeFile(file: string): DecodedSource {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new UsageError(`can't open file '${file}': ${reason(error)}`);
  }
  return decodeSource(bytes, decodeForeign);
}

function decodeForeign(encoding: string, bytes: Uint8Array): string | null {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    return null;
  }
  return decoder.decode(bytes);
}

/** Looks for the modules of a program in its folder; `shownIn` is what the folder is called in its paths. */
export function modulesBeside(folder: string, shownIn: string): (name: string) => SourceFile | null {
  return (name) => {
    if (!/^[\p{L}\p{N}_/]+$/u.test(name)) return null;
    try {
      return { path: join(shownIn, `${name}.py`), source: readFileSync(join(folder, `${name}.py`), 'utf8') };
    } catch {
      return null;
    }
  };
}

/** What is in the folder of a program, or in a folder in it; folders have a slash behind their name. */
export function listBeside(folder: string): (below: string) => readonly string[] {
  return (below) => {
    try {
      return readdirSync(join(folder, below), { withFileTypes: true }).map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    } catch {
      return [];
    }
  };
}

function reason(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  switch (code) {
    case 'ENOENT':
      return 'No such file or directory';
    case 'EISDIR':
      return 'Is a directory';
    case 'EACCES':
      return 'Permission denied';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
