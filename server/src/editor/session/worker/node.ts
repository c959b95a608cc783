/** The entry of the worker thread under Node. */
import { parentPort } from 'node:worker_threads';
import { nodeSlices } from '../node.ts';
import type { ToWorker } from './wire.ts';
import { serveJobs } from './serve.ts';

if (parentPort === null) throw new Error('worker.js is started by the language server, not by hand');
const port = parentPort;
const receive = serveJobs(nodeSlices, (message) => port.postMessage(message));
port.on('message', (message: ToWorker) => receive(message));
