/** Numbers and text as bytes, for code that is kept in files. */

export class ByteWriter {
  private bytes = new Uint8Array(1 << 12);
  private length = 0;

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const wide = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    wide.set(this.bytes.subarray(0, this.length));
    this.bytes = wide;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** A whole number from 0 on, seven bits a byte. */
  unsigned(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.byte((rest % 0x80) | 0x80);
    this.byte(rest);
  }

  signed(value: number): void {
    this.unsigned(value < 0 ? -value * 2 - 1 : value * 2);
  }

  double(value: number): void {
    this.raw(new Uint8Array(new Float64Array([value]).buffer));
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  block(bytes: Uint8Array): void {
    this.unsigned(bytes.length);
    this.raw(bytes);
  }

  /** UTF-16 units as numbers, since text in Python can hold surrogates. */
  text(text: string): void {
    this.unsigned(text.length);
    for (let i = 0; i < text.length; i++) this.unsigned(text.charCodeAt(i));
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

export class ByteReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    return this.bytes[this.at++]!;
  }

  unsigned(): number {
    let byte = this.bytes[this.at++]!;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let scale = 0x80; ; scale *= 0x80) {
      byte = this.bytes[this.at++]!;
      if (byte < 0x80) return value + byte * scale;
      value += (byte & 0x7f) * scale;
    }
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  double(): number {
    const { buffer, byteOffset } = this.raw(8);
    return new DataView(buffer, byteOffset, 8).getFloat64(0, true);
  }

  raw(count: number): Uint8Array {
    return this.bytes.subarray(this.at, (this.at += count));
  }

  block(): Uint8Array {
    return this.raw(this.unsigned());
  }

  text(): string {
    const length = this.unsigned();
    let text = '';
    for (let done = 0; done < length; ) {
      const units: number[] = [];
      for (; done < length && units.length < 4096; done++) units.push(this.unsigned());
      text += String.fromCharCode(...units);
    }
    return text;
  }
}
