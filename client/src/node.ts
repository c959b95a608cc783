/** The extension where Node is: the server is a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate.ts';

let client: { stop(): Promise<void> } | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('server/dist/server-node.js');
  const server = { module, transport: TransportKind.ipc };
  client = await activateWith(context, (id, name, options) => new LanguageClient(id, name, server, options));
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
