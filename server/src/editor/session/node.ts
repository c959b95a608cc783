/** What the session needs of Node: files beside a scenario, turns of the event loop, worker threads. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SourceFile } from '../../engine/engine.ts';
import { libraryOf } from '../../library/node.ts';
import type { SliceHost } from './slices.ts';
import { WorkerRunner, type Patience } from './worker/runner.ts';
import type { FromWorker } from './worker/wire.ts';

/** The folder of a file on disk; null for a document that is somewhere else. */
export function folderOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return dirname(fileURLToPath(uri));
  } catch {
    return null;
  }
}

export function readBeside(folder: string, name: string): SourceFile | null {
  if (!/^[\p{L}\p{N}_/]+$/u.test(name)) return null;
  const path = `${name}.py`;
  try {
    return { path, source: readFileSync(join(folder, path), 'utf8') };
  } catch {
    return null;
  }
}

function listBeside(folder: string, below: string): readonly string[] {
  try {
    return readdirSync(join(folder, below), { withFileTypes: true }).map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  } catch {
    return [];
  }
}

export const nodeSlices: SliceHost = {
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  readBeside,
  listBeside,
  library: libraryOf,
};

const patience: Patience = { graceMilliseconds: 250, silenceMilliseconds: 15_000 };

/** `worker.js` lies beside the bundle that this is part of. */
export function workerRunner(entry: URL): WorkerRunner {
  return new WorkerRunner((events) => {
    const worker = new Worker(entry);
    worker.unref();
    worker.on('message', (message: FromWorker) => events.message(message));
    worker.on('error', (error: Error) => events.failed(error.message));
    worker.on('exit', () => events.failed('the engine ended unexpectedly'));
    return {
      post: (message) => worker.postMessage(message),
      terminate: () => void worker.terminate(),
    };
  }, patience);
}
