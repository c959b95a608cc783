/** A small editor: speaks the protocol with the built server over stdio. */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type MarkupContent,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { root, commandLine, userNode } from '../product.ts';

/** VS Code's way: the editor asks for diagnostics. */
export const pulling: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: true, relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
  window: { workDoneProgress: true },
};

/** The older way: the server publishes them. */
export const pushing: ClientCapabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true }, hover: { contentFormat: ['plaintext'] } },
};

/** The time within which 95 of 100 answers came: the machine may be busy with other things for a moment. */
function most(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * 0.95)] ?? 0;
}

/** Puts down how long hovers took while a run was under way, for reading: `test-results/hover-latency.jsonl`. */
export function noteLatency(what: string, times: readonly number[]): void {
  const folder = join(root, 'test-results');
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, 'hover-latency.jsonl'), `${JSON.stringify({ what, hovers: times.length, milliseconds95: Math.round(most(times)) })}\n`);
}

export class Editor {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly events: string[] = [];
  initialized!: InitializeResult;
  readonly #exited: Promise<number | null>;
  #waiting: { readonly seen: () => boolean; readonly resolve: () => void }[] = [];

  private constructor(args: readonly string[]) {
    const child = spawn(userNode, [commandLine, 'lsp', '--stdio', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#exited = new Promise((resolve) => child.once('exit', resolve));
    this.connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.#wake();
    });
    this.connection.onRequest(RegistrationRequest.type, () => this.#event('register'));
    this.connection.onRequest(DiagnosticRefreshRequest.type, () => this.#event('refresh'));
    this.connection.onRequest(WorkDoneProgressCreateRequest.type, () => this.#event('progress'));
    this.connection.listen();
  }

  static async start(capabilities: ClientCapabilities, args: readonly string[] = [], options: object = {}): Promise<Editor> {
    const editor = new Editor(args);
    editor.initialized = await editor.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
      initializationOptions: options,
    });
    await editor.connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  open(uri: string, text: string, languageId = 'python-scenario'): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  change(uri: string, version: number, text: string): Promise<void> {
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return (report as FullDocumentDiagnosticReport).items;
  }

  /** Waits for diagnostics of one version of a document. */
  async publishedFor(uri: string, version: number): Promise<Diagnostic[]> {
    const last = (): PublishDiagnosticsParams | undefined =>
      this.published.findLast((params) => params.uri === uri && params.version === version);
    await this.until(() => last() !== undefined);
    return last()?.diagnostics ?? [];
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character } });
  }

  async hoverText(uri: string, line: number, character: number): Promise<string | null> {
    const answer = await this.hover(uri, line, character);
    return answer === null ? null : (answer.contents as MarkupContent).value;
  }

  until(seen: () => boolean): Promise<void> {
    return seen() ? Promise.resolve() : new Promise((resolve) => this.#waiting.push({ seen, resolve }));
  }

  /** Ends the server as an editor does; answers its exit status. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const status = await this.#exited;
    this.connection.dispose();
    return status;
  }

  #event(name: string): void {
    this.events.push(name);
    this.#wake();
  }

  #wake(): void {
    for (const { seen, resolve } of this.#waiting) if (seen()) resolve();
    this.#waiting = this.#waiting.filter(({ seen }) => !seen());
  }
}
