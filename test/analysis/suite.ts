/** The Markdown suites: a scenario under each heading, then tables of the diagnostics and hovers it must give. */

export interface ExpectedDiagnostic {
  readonly line: number;
  /** "warning survives-exit". */
  readonly what: string;
  readonly says: readonly string[];
}

export interface ExpectedHover {
  readonly name: string;
  readonly line: number;
  readonly says: readonly string[];
}

export interface SuiteCase {
  readonly title: string;
  readonly source: string;
  readonly diagnostics: readonly ExpectedDiagnostic[];
  readonly hovers: readonly ExpectedHover[];
}

export function parseSuite(text: string): readonly SuiteCase[] {
  return text.split(/^## /m).slice(1).map((section) => {
    const [title = ''] = section.split('\n');
    const source = /^```python\n(.*?)^```/ms.exec(section)?.[1];
    if (source === undefined) throw new Error(`no scenario under '${title}'`);
    const diagnostics: ExpectedDiagnostic[] = [];
    const hovers: ExpectedHover[] = [];
    for (const row of section.replace(source, '').matchAll(/^\| (.+) \|$/gm)) {
      const cells = (row[1] ?? '').split(' | ');
      const says = (cells.at(-1) ?? '').split(' … ');
      const [, name, line] = /^`(\w+)` (\d+)$/.exec(cells[0] ?? '') ?? [];
      if (name !== undefined) hovers.push({ name, line: Number(line), says });
      else if (/^\d+$/.test(cells[0] ?? '')) diagnostics.push({ line: Number(cells[0]), what: cells[1] ?? '', says });
    }
    return { title, source, diagnostics, hovers };
  });
}
