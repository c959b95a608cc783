import { decode, encode, incompleteTail, type Codec } from '../../text/codec.ts';
import { concat } from '../../text/bytes.ts';

/** Encodings that mark their byte order at the start of a stream. */
const marked = (codec: Codec): boolean => codec === 'utf-16' || codec === 'utf-32';

/** Encodes a stream piece by piece (the incremental encoders of `encodings`). */
export class StreamEncoder {
  /** Nothing was written yet: what marks the byte order is still to come. */
  atStart = true;
  constructor(
    readonly codec: Codec,
    readonly errors: string,
  ) {}

  encode(text: string): Uint8Array {
    const { codec } = this;
    const start = this.atStart;
    this.atStart = false;
    return encode(text, marked(codec) && !start ? (`${codec}-le` as Codec) : codec, this.errors);
  }

  /** Text of which every piece is encoded like the whole: only ASCII is sure of that, in the encodings that contain it. */
  takesPlain(text: string): boolean {
    return !this.codec.startsWith('utf-16') && !this.codec.startsWith('utf-32') && /^[\0-\x7f]*$/.test(text);
  }
}

const nothing = new Uint8Array(0);

/** Decodes a stream piece by piece: what does not end a character waits (the incremental decoders of `encodings`). */
export class StreamDecoder {
  private waiting: Uint8Array = nothing;
  /** The byte order that the mark has told; null before it. */
  private order: Codec | null;
  constructor(
    readonly codec: Codec,
    readonly errors: string,
  ) {
    this.order = marked(codec) ? null : codec;
  }

  decode(input: Uint8Array, final: boolean): string {
    let bytes = this.waiting.length === 0 ? input : concat(this.waiting, input);
    if (this.order === null) {
      const size = this.codec === 'utf-16' ? 2 : 4;
      if (bytes.length < size && !final) {
        this.waiting = bytes.slice();
        return '';
      }
      const [first, second] = [bytes[0], bytes[1]];
      const big = size === 2 ? first === 0xfe && second === 0xff : first === 0 && second === 0 && bytes[2] === 0xfe && bytes[3] === 0xff;
      const little = first === 0xff && second === 0xfe && (size === 2 || (bytes[2] === 0 && bytes[3] === 0));
      if (bytes.length > 0) this.order = `${this.codec}-${big ? 'be' : 'le'}` as Codec;
      if (big || little) bytes = bytes.subarray(size);
    }
    const order = this.order ?? this.codec;
    const tail = final ? 0 : incompleteTail(bytes, order);
    this.waiting = nothing;
    const text = decode(tail === 0 ? bytes : bytes.subarray(0, bytes.length - tail), order, this.errors);
    this.waiting = tail === 0 ? nothing : bytes.slice(bytes.length - tail);
    return text;
  }

  reset(): void {
    this.waiting = nothing;
    this.order = marked(this.codec) ? null : this.codec;
  }

  getState(): DecoderState {
    const flags = !marked(this.codec) ? 0n : this.order === null ? 2n : this.order.endsWith('be') ? 1n : 0n;
    return { waiting: this.waiting, flags };
  }

  setState({ waiting, flags }: DecoderState): void {
    this.waiting = waiting;
    if (marked(this.codec)) this.order = flags === 2n ? null : (`${this.codec}-${flags === 1n ? 'be' : 'le'}` as Codec);
  }
}

export interface DecoderState {
  readonly waiting: Uint8Array;
  readonly flags: bigint;
}
