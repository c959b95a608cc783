/** A text that the editor has open, at one version. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

export const scenarioLanguage = 'python-scenario';

/**
 * Editors without the language open a scenario as plain Python, so its name counts too. Other Python files are
 * only modules that a scenario may import.
 */
export function isScenario(document: OpenDocument): boolean {
  return document.languageId === scenarioLanguage || fileName(document.uri).endsWith('.scenario.py');
}

export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Two documents whose URIs begin alike lie in one folder. */
export function folderUri(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

/** The name under which a Python file beside a scenario is imported; null for other files. */
export function moduleName(uri: string): string | null {
  return /^([^.]+)\.py$/.exec(fileName(uri))?.[1] ?? null;
}
