import { concat } from './bytes.ts';
import { decode, incompleteTail } from './codec.ts';

/** What a program writes to a stream, as text: bytes that are not UTF-8 are shown by their numbers. */
export class OutputText {
  private text = '';
  /** The beginning of a character of which the rest may come. */
  private waiting: Uint8Array = new Uint8Array(0);

  add(bytes: Uint8Array): void {
    const all = this.waiting.length === 0 ? bytes : concat(this.waiting, bytes);
    const end = all.length - incompleteTail(all, 'utf-8');
    this.text += decode(all.subarray(0, end), 'utf-8', 'backslashreplace');
    this.waiting = all.slice(end);
  }

  /** All of it, when no more comes. */
  end(): string {
    return this.text + decode(this.waiting, 'utf-8', 'backslashreplace');
  }
}
