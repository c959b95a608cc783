import { BUFFER_ERROR } from '../heap/known.ts';
import { CountingExporter } from './buffer-exporter.ts';
import { raise } from './core/errors.ts';
import type { Runtime } from './core/runtime.ts';

/** Payload of a bytearray. */
export class ByteArrayObject extends CountingExporter {
  private storage: Uint8Array;
  private size: number;
  /** What CPython would have allocated (ob_alloc), and how far its bytes begin into that (ob_start). */
  allocated: number;
  private offset = 0;

  /** Takes over `bytes`. `terminated`: a zero byte follows the bytes, as up to 3.14. */
  constructor(
    bytes: Uint8Array,
    private readonly terminated: boolean,
  ) {
    super();
    this.storage = bytes;
    this.size = bytes.length;
    this.allocated = bytes.length === 0 ? 0 : bytes.length + this.ending;
  }

  private get ending(): number {
    return this.terminated ? 1 : 0;
  }

  get length(): number {
    return this.size;
  }

  /** The bytes as they are now: a view, which a change of the length leaves behind. */
  get bytes(): Uint8Array {
    return this.storage.subarray(0, this.size);
  }

  exported(): Uint8Array {
    return this.bytes;
  }

  /** Mirrors _canresize(). */
  checkResizable(rt: Runtime): void {
    if (this.exports > 0) raise(rt, BUFFER_ERROR, 'Existing exports of data: object cannot be re-sized');
  }

  /** Replaces the bytes from `start` to `stop`. Mirrors bytearray_setslice_linear(). */
  splice(rt: Runtime, start: number, stop: number, bytes: Uint8Array): void {
    const growth = bytes.length - (stop - start);
    if (growth !== 0) this.checkResizable(rt);
    const tail = this.storage.subarray(stop, this.size).slice();
    if (growth < 0 && start === 0) this.offset -= growth;
    this.resize(rt, this.size + growth);
    this.storage.set(bytes, start);
    this.storage.set(tail, start + bytes.length);
  }

  /** Mirrors PyByteArray_Resize(); new bytes are zero. */
  resize(rt: Runtime, size: number): void {
    if (size === this.size) return;
    this.checkResizable(rt);
    this.account(size);
    if (size > this.storage.length) {
      const wide = new Uint8Array(Math.max(size, Math.min(this.storage.length * 2, this.storage.length + (1 << 20))));
      wide.set(this.bytes);
      this.storage = wide;
    } else if (size < this.size) this.storage.fill(0, size, this.size);
    this.size = size;
  }

  private account(size: number): void {
    if (size + this.offset + this.ending <= this.allocated) {
      if (size >= this.allocated / 2) return;
      this.allocated = size + this.ending;
    } else if (size <= this.allocated * 1.125) this.allocated = size + (size >> 3) + (size < 9 ? 3 : 6);
    else this.allocated = size + this.ending;
    this.offset = 0;
  }

  clear(rt: Runtime): void {
    this.resize(rt, 0);
  }
}
