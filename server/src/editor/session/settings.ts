/** The settings of the section `exitLens`, checked: whatever a client sends, these are usable. */
import { defaultStepLimit, defaultVersion, isPythonVersion } from '../../defaults.ts';
import type { PythonVersion } from '../../engine/journal/record.ts';

export interface Settings {
  readonly version: PythonVersion;
  readonly stepLimit: number;
}

export const defaultSettings: Settings = { version: defaultVersion, stepLimit: defaultStepLimit };

/** Reads `{ python: { version }, stepLimit }`; a value that is missing or makes no sense becomes the default. */
export function readSettings(section: unknown): Settings {
  const version = field(field(section, 'python'), 'version');
  const stepLimit = field(section, 'stepLimit');
  return {
    version: isPythonVersion(version) ? version : defaultSettings.version,
    stepLimit: typeof stepLimit === 'number' && stepLimit >= 1 ? Math.floor(stepLimit) : defaultSettings.stepLimit,
  };
}

export function sameSettings(a: Settings, b: Settings): boolean {
  return a.version === b.version && a.stepLimit === b.stepLimit;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
