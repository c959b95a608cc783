/** Writes to the process's own streams, at once and completely, whatever they are connected to. */
import { writeSync } from 'node:fs';

const descriptors = { stdout: 1, stderr: 2 } as const;
const fullPipeMilliseconds = 2;
const nap = new Int32Array(new SharedArrayBuffer(4));

export type Stream = keyof typeof descriptors;

/** Whoever read our output has gone away. */
export class ReaderGone extends Error {}

export const write = (stream: Stream, text: string): void => writeBytes(stream, Buffer.from(text, 'utf8'));

function writeBytes(stream: Stream, bytes: Uint8Array): void {
  let rest = bytes;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptors[stream], rest));
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (code === 'EPIPE') throw new ReaderGone();
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(nap, 0, 0, fullPipeMilliseconds);
    }
  }
}

/** Gathers small pieces of output into few writes, in the order in which they came. */
export class OutputBuffer {
  #stream: Stream = 'stdout';
  #pieces: Uint8Array[] = [];
  #length = 0;

  add(stream: Stream, bytes: Uint8Array): void {
    if (stream !== this.#stream) this.flush();
    this.#stream = stream;
    this.#pieces.push(bytes);
    this.#length += bytes.length;
    if (this.#length >= 8192) this.flush();
  }

  flush(): void {
    if (this.#length === 0) return;
    const bytes = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#length = 0;
    writeBytes(this.#stream, bytes);
  }
}
