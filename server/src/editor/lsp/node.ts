/** The language server under Node: over stdio for any editor, over Node's own channel for VS Code. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../version.ts';
import { folderOf, nodeSlices, workerRunner } from '../session/node.ts';
import { InProcessRunner } from '../session/slices.ts';
import { startServer } from './server.ts';

const inProcess = process.argv.includes('--in-process');

startServer(createConnection(ProposedFeatures.all), {
  version,
  runner: inProcess ? new InProcessRunner(nodeSlices) : workerRunner(new URL('./worker.js', import.meta.url)),
  folderOf,
});
