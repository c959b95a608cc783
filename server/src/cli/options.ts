/** The arguments of a command, checked. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { defaultVersion, isPythonVersion, pythonVersions } from '../defaults.ts';
import type { PythonVersion } from '../engine/journal/record.ts';

/** The tool was asked for something it cannot do: a line on stderr and exit status 2. */
export class UsageError extends Error {}

export interface Arguments {
  readonly files: readonly string[];
  readonly help: boolean;
  readonly text: (name: string) => string | null;
  readonly flag: (name: string) => boolean;
}

export function readArguments(args: readonly string[], options: ParseArgsOptionsConfig): Arguments {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
    const values: Readonly<Record<string, unknown>> = parsed.values;
    return {
      files: parsed.positionals,
      help: values['help'] === true,
      text: (name) => {
        const value = values[name];
        return typeof value === 'string' ? value : null;
      },
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new UsageError(String((error as Error).message).replace(/\. To specify a positional.*/s, ''));
  }
}

export function pythonVersion(args: Arguments): PythonVersion {
  const version = args.text('python') ?? defaultVersion;
  if (!isPythonVersion(version)) {
    throw new UsageError(`unknown Python version '${version}': choose one of ${pythonVersions.join(', ')}`);
  }
  return version;
}

export function stepLimit(args: Arguments, otherwise: number): number {
  const text = args.text('step-limit');
  if (text === null) return otherwise;
  const limit = Number(text.replaceAll('_', ''));
  if (!Number.isSafeInteger(limit) || limit < 1) throw new UsageError(`--step-limit wants a whole number, not '${text}'`);
  return limit;
}

export function onlyFile(args: Arguments): string {
  const [file, more] = args.files;
  if (file === undefined) throw new UsageError('no file is named');
  if (more !== undefined) throw new UsageError(`one file at a time, please: '${more}' is one too many`);
  return file;
}
