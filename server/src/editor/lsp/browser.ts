/** The language server in a web worker. There is no disk: modules are found among the open documents. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { libraryFetcher, type Fetch } from '../../library/fetch.ts';
import { version } from '../../version.ts';
import { InProcessRunner } from '../session/slices.ts';
import { startServer } from './server.ts';

type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0];

const scope = globalThis as unknown as WorkerScope;
const { fetch } = globalThis as unknown as { readonly fetch: Fetch };

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
}
const turn = new MessageChannel() as unknown as { readonly port1: Port; readonly port2: Port };

/** A turn of the event loop; a timer would wait four milliseconds here. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    turn.port2.onmessage = () => resolve();
    turn.port1.postMessage(null);
  });
}

const library = libraryFetcher(fetch);

startServer(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  version,
  runner: new InProcessRunner({ pause, readBeside: () => null, listBeside: () => [], library: library.of }),
  filesLieAt: library.lieAt,
  folderOf: () => null,
});
