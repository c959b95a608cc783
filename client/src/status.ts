/** The language status of scenarios: in the status bar's `{}` menu, busy while a run is in progress. */
import * as vscode from 'vscode';
import { language } from './activate.ts';

/** The notification `exitLens/status`. */
export interface Status {
  readonly uri: string;
  readonly busy: boolean;
  readonly severity: 'error' | 'warning' | 'information';
  readonly text: string;
  readonly detail: string;
}

const severities = {
  error: vscode.LanguageStatusSeverity.Error,
  warning: vscode.LanguageStatusSeverity.Warning,
  information: vscode.LanguageStatusSeverity.Information,
} as const;

export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('exitLens', { language });
  readonly #onEditor: vscode.Disposable;
  readonly #last = new Map<string, Status>();

  constructor() {
    this.#item.name = 'Exit Lens';
    this.#item.text = 'Exit Lens';
    this.#item.command = { command: 'exitLens.showOutput', title: 'Show output' };
    this.#onEditor = vscode.window.onDidChangeActiveTextEditor(() => this.#update());
  }

  show(status: Status): void {
    this.#last.set(status.uri, status);
    this.#update();
  }

  dispose(): void {
    this.#onEditor.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.#last.get(uri);
    if (status === undefined) return;
    this.#item.busy = status.busy;
    this.#item.text = `Exit Lens: ${status.text}`;
    this.#item.detail = status.detail;
    this.#item.severity = severities[status.severity];
  }
}
