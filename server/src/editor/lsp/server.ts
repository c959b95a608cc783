/** Wires the protocol to the session. Everything that does not care whether it runs in Node or in a browser. */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type CancellationToken,
  type Connection,
  type Diagnostic as LspDiagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { problemsOf } from '../features/diagnostics.ts';
import { hoverAt } from '../features/hover.ts';
import { showProgress } from '../features/progress.ts';
import { statusOf } from '../features/status.ts';
import type { Check } from '../session/check.ts';
import type { Outcome, Runner } from '../session/job.ts';
import { Session } from '../session/session.ts';
import { readSettings } from '../session/settings.ts';
import { abilitiesOf, serverCapabilities, type ClientAbilities } from './capabilities.ts';
import { Locator, toDiagnostic, toHover } from './convert.ts';

export interface ServerHost {
  readonly version: string;
  readonly runner: Runner;
  /** The folder on disk of a document; null where there is none. */
  readonly folderOf: (uri: string) => string | null;
  /** Hears at which address the client has found the server's files, where the server cannot know. */
  readonly filesLieAt?: (folder: string) => void;
}

const section = 'exitLens';

export function startServer(connection: Connection, host: ServerHost): void {
  const documents = new TextDocuments(TextDocument);
  let abilities: ClientAbilities;

  const session = new Session(host.runner, host.folderOf, {
    started: (check) => {
      if (abilities.status) void connection.sendNotification('exitLens/status', statusOf(check, null));
      if (abilities.progress) showProgress(check, beginProgress);
    },
    settled: (check, outcome) => {
      if (outcome.kind === 'failed') connection.console.error(outcome.message);
      if (abilities.status) void connection.sendNotification('exitLens/status', statusOf(check, outcome));
      if (!abilities.pullsDiagnostics) publish(check, outcome);
    },
    outdated: () => {
      if (abilities.refreshesDiagnostics) void connection.languages.diagnostics.refresh();
    },
  });

  async function beginProgress(title: string): Promise<{ report(message: string): void; done(): void }> {
    const bar = await connection.window.createWorkDoneProgress();
    bar.begin(title);
    return bar;
  }

  async function configure(sent: unknown): Promise<void> {
    const settings = abilities.configuration
      ? await connection.workspace.getConfiguration(section)
      : (sent as Record<string, unknown> | null | undefined)?.[section];
    session.configure(readSettings(settings));
  }

  function diagnosticsOf(check: Check, outcome: Outcome): LspDiagnostic[] {
    const document = documents.get(check.snapshot.document.uri);
    if (document === undefined) return [];
    const sources = outcome.kind === 'analysed' ? outcome.report.sources : new Map<string, string>();
    const locator = new Locator(document, sources);
    return problemsOf(check, outcome).map((problem) => toDiagnostic(problem, locator, abilities));
  }

  function publish(check: Check, outcome: Outcome): void {
    const { uri, version } = check.snapshot.document;
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(check, outcome) });
  }

  connection.onInitialize((params) => {
    abilities = abilitiesOf(params);
    const folder = (params.initializationOptions as { serverFiles?: unknown } | undefined)?.serverFiles;
    if (typeof folder === 'string') host.filesLieAt?.(folder);
    session.configure(readSettings(params.initializationOptions));
    return { capabilities: serverCapabilities(abilities), serverInfo: { name: 'Exit Lens', version: host.version } };
  });

  connection.onInitialized(async () => {
    if (abilities.watchesFiles) {
      const watchers = [{ globPattern: '**/*.py' }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (abilities.watchesConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
    if (abilities.configuration) await configure(undefined);
  });

  connection.onDidChangeConfiguration(({ settings }) => configure(settings));

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      if (session.document(uri) === null) session.moduleChanged(uri);
    }
  });

  documents.onDidChangeContent(({ document }) => {
    const { uri, languageId, version } = document;
    session.update({ uri, languageId, version, text: document.getText() });
  });

  documents.onDidClose(({ document }) => {
    session.close(document.uri);
    if (!abilities.pullsDiagnostics) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
    const check = session.check(textDocument.uri);
    if (check === null) return { kind: 'full', items: [] };
    const resultId = String(check.serial);
    if (previousResultId === resultId) return { kind: 'unchanged', resultId };
    const outcome = await Promise.race([check.settled, cancelled(token)]);
    if (outcome.kind === 'cancelled') {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'the text has changed', { retriggerRequest: true });
    }
    return { kind: 'full', resultId, items: diagnosticsOf(check, outcome) };
  });

  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    const answer = await hoverAt(session, document.uri, document.offsetAt(position));
    return answer === null ? null : toHover(answer, document, abilities);
  });

  connection.onShutdown(() => session.dispose());

  documents.listen(connection);
  connection.listen();
}

function cancelled(token: CancellationToken): Promise<Outcome> {
  return new Promise((resolve) => token.onCancellationRequested(() => resolve({ kind: 'cancelled' })));
}
