/**
 * Code objects as bytes: what the build ships of the standard library, and what `marshal` and `.pyc` files hold.
 * Texts are written once for a whole tree of code objects. Positions are read when somebody asks for them.
 */
import { ByteReader, ByteWriter } from './bytestream.ts';
import type { CodeData, Constant, UnsupportedConstruct } from './code.ts';

const constantTypes = ['None', 'True', 'False', 'Ellipsis', 'int', 'long', 'float', 'complex', 'str', 'bytes', 'tuple', 'frozenset', 'code', 'same'] as const;
type ConstantTag = (typeof constantTypes)[number];

const tagOf = new Map<ConstantTag, number>(constantTypes.map((type, tag) => [type, tag]));

class CodeWriter {
  readonly texts = new Map<string, number>();
  /** Constants that code objects have in common are one object, and stay one. */
  private readonly seen = new Map<Constant, number>();
  private readonly out = new ByteWriter();

  private text(text: string): void {
    let index = this.texts.get(text);
    if (index === undefined) this.texts.set(text, (index = this.texts.size));
    this.out.unsigned(index);
  }

  private list<T>(items: readonly T[], write: (item: T) => void): void {
    this.out.unsigned(items.length);
    for (const item of items) write(item);
  }

  code(code: CodeData): void {
    const { out } = this;
    for (const text of [code.name, code.qualname, code.filename]) this.text(text);
    const { firstLine, flags, argcount, posonlyargcount, kwonlyargcount, stacksize } = code;
    for (const number of [firstLine, flags, argcount, posonlyargcount, kwonlyargcount, stacksize]) out.unsigned(number);
    this.list(code.localsplusnames, (name) => this.text(name));
    out.raw(code.localspluskinds);
    this.list(code.names, (name) => this.text(name));
    out.unsigned(code.instructions.length);
    for (const instruction of code.instructions) out.unsigned(instruction >>> 0);
    out.block(packPositions(code.positions));
    out.unsigned(code.exceptionTable.length);
    for (const number of code.exceptionTable) out.signed(number);
    this.list(code.unsupported, ({ feature, start, end }) => {
      this.text(feature);
      out.unsigned(start);
      out.unsigned(end - start);
    });
    this.list(code.constants, (constant) => this.constant(constant));
  }

  private tag(tag: ConstantTag): void {
    this.out.byte(tagOf.get(tag)!);
  }

  constant(constant: Constant): void {
    const known = this.seen.get(constant);
    if (known === undefined) {
      this.value(constant);
      if (constant.type !== 'code') this.seen.set(constant, this.seen.size);
    } else {
      this.tag('same');
      this.out.unsigned(known);
    }
  }

  private value(constant: Constant): void {
    const { out } = this;
    if (constant.type === 'int' && typeof constant.value === 'bigint') {
      this.tag('long');
      out.text(constant.value.toString(36));
      return;
    }
    this.tag(constant.type);
    switch (constant.type) {
      case 'int':
        out.signed(Number(constant.value));
        break;
      case 'float':
        out.double(constant.value);
        break;
      case 'complex':
        out.double(constant.real);
        out.double(constant.imag);
        break;
      case 'str':
        this.text(constant.value);
        break;
      case 'bytes':
        out.block(constant.value);
        break;
      case 'tuple':
      case 'frozenset':
        this.list(constant.items, (item) => this.constant(item));
        break;
      case 'code':
        this.code(constant.code);
        break;
      default:
        // The others say all by their tag.
        break;
    }
  }

  finish(): Uint8Array {
    return this.out.finish();
  }
}

/** Differences from the instruction before; an instruction without a place has a zero only. */
function packPositions(positions: Int32Array): Uint8Array {
  const out = new ByteWriter();
  let line = 0;
  let start = 0;
  for (let i = 0; i < positions.length; i += 4) {
    const [first, last, from, to] = positions.subarray(i, i + 4) as unknown as [number, number, number, number];
    const same = i > 0 && positions.subarray(i, i + 4).every((value, k) => value === positions[i - 4 + k]);
    if (same) {
      out.unsigned(0);
      continue;
    }
    out.unsigned(1 + 2 * Math.abs(first - line) + (first < line ? 1 : 0));
    out.signed(last - first);
    out.signed(from - start);
    out.signed(to - from);
    line = first;
    start = from;
  }
  return out.finish();
}

function unpackPositions(bytes: Uint8Array, count: number): Int32Array {
  const input = new ByteReader(bytes);
  const positions = new Int32Array(count * 4);
  let line = 0;
  let start = 0;
  for (let i = 0; i < positions.length; i += 4) {
    const head = input.unsigned();
    if (head === 0) {
      positions.copyWithin(i, i - 4, i);
      continue;
    }
    const distance = (head - 1) >> 1;
    line += ((head - 1) & 1) === 1 ? -distance : distance;
    positions[i] = line;
    positions[i + 1] = line + input.signed();
    start += input.signed();
    positions[i + 2] = start;
    positions[i + 3] = start + input.signed();
  }
  return positions;
}

/** A constant with all that is in it. */
export function packConstant(constant: Constant): Uint8Array {
  const body = new CodeWriter();
  body.constant(constant);
  const out = new ByteWriter();
  out.unsigned(body.texts.size);
  for (const text of body.texts.keys()) out.text(text);
  out.raw(body.finish());
  return out.finish();
}

/** Code that was read from bytes. */
class PackedCode implements CodeData {
  private unpacked: Int32Array | null = null;

  constructor(
    readonly name: string,
    readonly qualname: string,
    readonly filename: string,
    readonly firstLine: number,
    readonly flags: number,
    readonly argcount: number,
    readonly posonlyargcount: number,
    readonly kwonlyargcount: number,
    readonly stacksize: number,
    readonly localsplusnames: readonly string[],
    readonly localspluskinds: Uint8Array,
    readonly names: readonly string[],
    readonly instructions: Int32Array,
    private readonly packedPositions: Uint8Array,
    readonly exceptionTable: Int32Array,
    readonly unsupported: readonly UnsupportedConstruct[],
    readonly constants: readonly Constant[],
  ) {}

  get positions(): Int32Array {
    return (this.unpacked ??= unpackPositions(this.packedPositions, this.instructions.length));
  }
}

class CodeReader {
  private readonly input: ByteReader;
  private readonly texts: string[];
  private readonly seen: Constant[] = [];

  /** Code objects carry `filename` where one is given, and not the name under which they were compiled. */
  constructor(
    bytes: Uint8Array,
    private readonly filename: string | null,
  ) {
    this.input = new ByteReader(bytes);
    this.texts = this.list(() => this.input.text());
  }

  private text(): string {
    return this.texts[this.input.unsigned()]!;
  }

  private list<T>(read: () => T): T[] {
    const count = this.input.unsigned();
    const items: T[] = [];
    for (let i = 0; i < count; i++) items.push(read());
    return items;
  }

  private code(): CodeData {
    const { input } = this;
    const name = this.text();
    const qualname = this.text();
    const filename = this.text();
    const [firstLine, flags, argcount, posonlyargcount, kwonlyargcount, stacksize] = [0, 0, 0, 0, 0, 0].map(() => input.unsigned()) as [number, number, number, number, number, number];
    const localsplusnames = this.list(() => this.text());
    const localspluskinds = input.raw(localsplusnames.length);
    const names = this.list(() => this.text());
    const instructions = new Int32Array(input.unsigned());
    for (let i = 0; i < instructions.length; i++) instructions[i] = input.unsigned();
    const positions = input.block();
    const exceptionTable = new Int32Array(input.unsigned());
    for (let i = 0; i < exceptionTable.length; i++) exceptionTable[i] = input.signed();
    const unsupported = this.list(() => {
      const feature = this.text();
      const start = input.unsigned();
      return { feature, start, end: start + input.unsigned() };
    });
    return new PackedCode(
      name,
      qualname,
      this.filename ?? filename,
      firstLine,
      flags,
      argcount,
      posonlyargcount,
      kwonlyargcount,
      stacksize,
      localsplusnames,
      localspluskinds,
      names,
      instructions,
      positions,
      exceptionTable,
      unsupported,
      this.list(() => this.constant()),
    );
  }

  constant(): Constant {
    const type = constantTypes[this.input.byte()]!;
    if (type === 'same') return this.seen[this.input.unsigned()]!;
    const constant = this.value(type);
    if (type !== 'code') this.seen.push(constant);
    return constant;
  }

  private value(type: Exclude<ConstantTag, 'same'>): Constant {
    const { input } = this;
    switch (type) {
      case 'None':
      case 'True':
      case 'False':
      case 'Ellipsis':
        return { type };
      case 'int':
        return { type, value: input.signed() };
      case 'long':
        return { type: 'int', value: bigintOf(input.text()) };
      case 'float':
        return { type, value: input.double() };
      case 'complex':
        return { type, real: input.double(), imag: input.double() };
      case 'str':
        return { type, value: this.text() };
      case 'bytes':
        return { type, value: input.block() };
      case 'tuple':
      case 'frozenset':
        return { type, items: this.list(() => this.constant()) };
      case 'code':
        return { type, code: this.code() };
    }
  }
}

function bigintOf(digits: string): bigint {
  let value = 0n;
  for (const digit of digits.replace('-', '')) value = value * 36n + BigInt(parseInt(digit, 36));
  return digits.startsWith('-') ? -value : value;
}

export const unpackConstant = (bytes: Uint8Array, filename: string | null = null): Constant => new CodeReader(bytes, filename).constant();

export const packCode = (code: CodeData): Uint8Array => packConstant({ type: 'code', code });

export function unpackCode(bytes: Uint8Array, filename: string | null = null): CodeData {
  const constant = unpackConstant(bytes, filename);
  if (constant.type !== 'code') throw new Error('these bytes hold no code');
  return constant.code;
}
