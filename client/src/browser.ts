/** The extension in a browser: the server is a web worker. */
import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** The one global of the browser that is in use. */
declare const Worker: new (script: string) => Port & { terminate(): void };

let client: { stop(): Promise<void> } | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'server/dist/server-browser.js').toString(true);
  let worker: InstanceType<typeof Worker> | undefined;
  // A restart of the client asks again, and gets a new worker.
  const connect = async (): Promise<{ reader: BrowserMessageReader; writer: BrowserMessageWriter }> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  client = await activateWith(context, (id, name, options) => new LanguageClient(id, name, connect, options));
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
