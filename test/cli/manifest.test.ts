/** The extension manifest and the code agree, and the package holds what it needs and nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultStepLimit, defaultVersion, pythonVersions } from '../../server/src/defaults.ts';
import { readSettings } from '../../server/src/editor/session/settings.ts';
import { scenarioLanguage } from '../../server/src/editor/session/document.ts';
import { root } from '../product.ts';

interface Property {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly scope?: string;
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { id: string; extensions: readonly string[]; configuration: string }[];
    readonly grammars: readonly { language: string; scopeName: string; path: string }[];
    readonly configuration: readonly { properties: Readonly<Record<string, Property>> }[];
  };
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const properties = Object.assign({}, ...manifest.contributes.configuration.map((section) => section.properties)) as Record<
  string,
  Property
>;

describe('settings', () => {
  it('have the defaults that the server has', () => {
    expect(properties['exitLens.python.version']).toMatchObject({ default: defaultVersion, enum: pythonVersions });
    expect(properties['exitLens.stepLimit']?.default).toBe(defaultStepLimit);
  });

  it('are described and scoped, each one', () => {
    for (const property of Object.values(properties)) {
      expect(property.markdownDescription).toBeTruthy();
      expect(property.scope).toBeTruthy();
    }
  });

  it.each([undefined, null, 3, 'text', {}, { python: 5 }, { python: { version: '2.7' }, stepLimit: 'many' }, { stepLimit: -1 }])(
    'become the defaults when a client sends %j',
    (sent) => expect(readSettings(sent)).toEqual({ version: defaultVersion, stepLimit: defaultStepLimit }),
  );

  it('are read', () => {
    expect(readSettings({ python: { version: '3.11' }, stepLimit: 5000 })).toEqual({ version: '3.11', stepLimit: 5000 });
  });
});

describe('the language', () => {
  it('claims the double extension, and starts the extension', () => {
    const [language] = manifest.contributes.languages;
    expect(language).toMatchObject({ id: scenarioLanguage, extensions: ['.scenario.py'] });
    expect(manifest.activationEvents).toEqual([`onLanguage:${scenarioLanguage}`]);
  });
});

describe('the package', () => {
  const allowed = read('.vscodeignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));

  it('is an allow list', () => {
    expect(read('.vscodeignore').split('\n')).toContain('**');
  });

  it('names files that the build makes, among them what the manifest points to', () => {
    for (const name of allowed.filter((path) => !path.includes('*'))) expect(existsSync(join(root, name)), name).toBe(true);
    const [language] = manifest.contributes.languages;
    const [grammar] = manifest.contributes.grammars;
    for (const path of [manifest.main, manifest.browser, language?.configuration, grammar?.path]) {
      expect(allowed).toContain(path?.replace('./', ''));
    }
  });
});
