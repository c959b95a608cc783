/** Everything the extension does that does not care where it runs. */
import * as vscode from 'vscode';
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { StatusItem } from './status.ts';

export const language = 'python-scenario';

export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export async function activateWith(context: vscode.ExtensionContext, createClient: CreateClient): Promise<BaseLanguageClient> {
  const output = vscode.window.createOutputChannel('Exit Lens', { log: true });
  const status = new StatusItem();
  const client = createClient('exitLens', 'Exit Lens', {
    // Plain Python files are sent too: a scenario may import one that is open and not saved.
    documentSelector: [{ language }, { language: 'python' }],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { status: true, serverFiles: vscode.Uri.joinPath(context.extensionUri, 'server/dist/').toString(true) },
    diagnosticPullOptions: { onChange: true, onTabs: false, onFocus: false },
  });

  context.subscriptions.push(
    output,
    status,
    client.onNotification('exitLens/status', (message) => status.show(message)),
    vscode.commands.registerCommand('exitLens.restartServer', async () => {
      await client.stop();
      await client.start();
    }),
    vscode.commands.registerCommand('exitLens.showOutput', () => output.show()),
  );
  await client.start();
  return client;
}
