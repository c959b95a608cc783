/** The one place where the product's own data becomes the protocol's. */
import { DiagnosticSeverity, MarkupKind, type Diagnostic as LspDiagnostic, type Hover, type Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Hover as Answer } from '../../analysis/hover.ts';
import type { Place } from '../../engine/journal/record.ts';
import type { Problem } from '../features/diagnostics.ts';
import { fileName, folderUri } from '../session/document.ts';
import type { ClientAbilities } from './capabilities.ts';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

export function toHover(answer: Answer, document: TextDocument, abilities: ClientAbilities): Hover {
  return {
    contents: abilities.markdownHover
      ? { kind: MarkupKind.Markdown, value: answer.markdown }
      : { kind: MarkupKind.PlainText, value: answer.text },
    range: { start: document.positionAt(answer.start), end: document.positionAt(answer.end) },
  };
}

/** Turns places, which are offsets in files beside the scenario, into the protocol's locations. */
export class Locator {
  readonly #documents = new Map<string, TextDocument>();
  readonly #folder: string;

  constructor(scenario: TextDocument, sources: ReadonlyMap<string, string>) {
    this.#folder = folderUri(scenario.uri);
    for (const [path, source] of sources) {
      this.#documents.set(path, TextDocument.create(this.#folder + encodeURIComponent(path), scenario.languageId, 0, source));
    }
    this.#documents.set(fileName(scenario.uri), scenario);
  }

  locate(place: Place): Location {
    const document = this.#documents.get(place.file);
    if (document === undefined) {
      const start = { line: Math.max(0, place.line - 1), character: 0 };
      return { uri: this.#folder + encodeURIComponent(place.file), range: { start, end: start } };
    }
    return { uri: document.uri, range: { start: document.positionAt(place.start), end: document.positionAt(place.end) } };
  }
}

export function toDiagnostic(problem: Problem, locator: Locator, abilities: ClientAbilities): LspDiagnostic {
  return {
    source: 'Exit Lens',
    code: problem.code,
    severity: severities[problem.severity],
    message: problem.message,
    range: locator.locate(problem.place).range,
    ...(abilities.relatedInformation && {
      relatedInformation: problem.related.map(({ message, place }) => ({ message, location: locator.locate(place) })),
    }),
  };
}
