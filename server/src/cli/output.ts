/** Writes to the process's own streams, at once and completely, whatever they are connected to. */
import { writeSync } from 'node:fs';

const descriptors = { stdout: 1, stderr: 2 } as const;
const fullPipeMilliseconds = 2;
const nap = new Int32Array(new SharedArrayBuffer(4));

export type Stream = keyof typeof descriptors;

/** Whoever read our output has gone away. */
export class ReaderGone extends Error {}

export function write(stream: Stream, text: string): void {
  let rest: Uint8Array = Buffer.from(text, 'utf8');
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
  #pieces: string[] = [];
  #length = 0;

  add(stream: Stream, text: string): void {
    if (stream !== this.#stream) this.flush();
    this.#stream = stream;
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length >= 8192) this.flush();
  }

  flush(): void {
    if (this.#length === 0) return;
    const text = this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    write(this.#stream, text);
  }
}
