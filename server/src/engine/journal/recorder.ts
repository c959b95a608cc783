import { findHandler } from '../compiler/exceptiontable.ts';
import { hasNativeFinalizer } from '../objects/core/finalizer.ts';
import { Op, opcodeOf } from '../compiler/opcodes.ts';
import { Flag, TypeFlag } from '../heap/heap.ts';
import { ASYNC_GENERATOR, COROUTINE, FUNCTION, GENERATOR, KEY_ERROR, MODULE, STR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { codeOf, type CodeObject } from '../objects/code.ts';
import { getNamespaceItem, instanceDict } from '../objects/core/attributes.ts';
import { exceptionOf } from '../objects/core/errors.ts';
import { isInstance, lookupText } from '../objects/core/lookup.ts';
import { itemsOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { TypeObject } from '../objects/core/typeobject.ts';
import { isLibraryFile } from '../library/find.ts';
import { frameOf, pythonFrame } from '../objects/frame.ts';
import { FunctionObject, functionOf } from '../objects/function.ts';
import { GeneratorObject, GeneratorState } from '../objects/generator.ts';
import { tracebackEntries } from '../objects/traceback.ts';
import { repr } from '../text/repr.ts';
import { readsName } from './access.ts';
import type { Journal } from './journal.ts';
import { Signatures } from './parameters.ts';
import { nameWithin, ownFrame, placeOf } from './places.ts';
import type { ReadText } from './reading.ts';
import type { Failure, Fate, ObjectId, ObjectRecord, Place, Raised, Stage } from './record.ts';
import { Sights } from './sights.ts';
import { sizeOf } from './sizes.ts';

/** What is known of an object while the run goes on. */
export interface Life {
  readonly id: ObjectId;
  readonly kind: ObjectRecord['kind'];
  /** Of a class, function or module its own; else its type's, the last that it had. */
  name: string;
  type: string;
  readonly born: Place | null;
  /** Its handle while it lives. */
  handle: Ref;
  fate: Fate | null;
  resurrected: boolean;
  failure: Failure | null;
  /** Its finaliser is the built-in type's, not the program's. */
  readonly closesItself: boolean;
  finalizerName: string | null;
  finalizerPlace: Place | null;
  size: number;
}

const metaclassName = /^(type|ABCMeta|EnumMeta|EnumType|\w*Meta)$/;

/** Lives kept; a run that makes more still runs, and its later objects are not listed. */
const livesLimit = 200_000;

/** Collects what the run tells (see journal.ts) until it is over. */
export class Recorder implements Journal {
  readonly lives: Life[] = [];
  /** Life of each handle that carries Flag.RECORDED. */
  private readonly byHandle = new Map<Ref, Life>();
  /** Names that class statements of the program have given. */
  private readonly written = new Set<string>();
  readonly sights: Sights;
  /** The texts of the program's own files, by file name. */
  readonly texts = new Map<string, ReadText>();
  private readonly signatures = new Map<string, Signatures>();
  /** Finalisers of classes, as their methods were when the first instance was born. */
  private readonly finalizers = new Map<TypeObject, Place | null>();
  /** The exception that ended the program. */
  end: Raised | null = null;
  private readonly finalizingNow: Ref[] = [];
  private clearingNow: Ref = NULL;
  readonly collections: { stage: Stage; generation: number; collected: number }[] = [];
  current: Stage = 'line';
  /** Called when the exit begins, with everything still in place. */
  onExit: () => void = () => {};

  constructor(private readonly rt: Runtime) {
    rt.heap.onFree = (object) => this.freed(object);
    this.sights = new Sights(rt, (object) => this.byHandle.get(object)?.id ?? 0, (filename) => this.signaturesOf(filename));
  }

  born(object: Ref): void {
    const { rt } = this;
    const payload = rt.heap.payload[object];
    // The function that runs a module's body belongs to the import.
    const isModuleBody = payload instanceof FunctionObject && rt.text(payload.qualname) === '<module>';
    if (isModuleBody || this.lives.length >= livesLimit || this.isOfLibrary(object)) return;
    if (payload instanceof GeneratorObject) this.add(object, 'other', this.caller());
    else this.add(object, kindOf(rt.heap.type[object]!, payload), this.here());
  }

  /**
   * What the library's code makes for itself is none of the program's, but for the program's classes, which metaclasses
   * make that are written in Python, and for their instances.
   */
  private isOfLibrary(object: Ref): boolean {
    const { rt } = this;
    const frame = pythonFrame(rt.activation);
    if (frame === null || !isLibraryFile(frame.code.data.filename) || this.byHandle.has(rt.heap.type[object]!)) return false;
    const payload = rt.heap.payload[object];
    return !(payload instanceof TypeObject) || !this.isWritten(payload);
  }

  /** Whether a class statement of the program makes the class: both are of one module, if the class knows its own yet. */
  private isWritten(type: TypeObject): boolean {
    const { rt } = this;
    const frame = ownFrame(rt.activation);
    if (frame === null || !this.written.has(type.name)) return false;
    const module = getNamespaceItem(rt, type.dict, rt.name('__module__'));
    return module === NULL || module === getNamespaceItem(rt, functionOf(rt, frame.func).globals, rt.name('__name__'));
  }

  /** Starts a life; for containers and the like when the exit begins, without a birthplace. */
  add(object: Ref, kind: ObjectRecord['kind'], born: Place | null): Life {
    const { rt } = this;
    const type = rt.typeOf(object);
    const closesItself = (type.flags & TypeFlag.FINALIZER) !== 0 && hasNativeFinalizer(rt, object);
    const life: Life = {
      id: this.lives.length + 1,
      name: this.nameOf(object, kind, type),
      kind,
      type: type.name,
      born,
      handle: object,
      fate: null,
      resurrected: false,
      closesItself,
      failure: null,
      finalizerName: (type.flags & TypeFlag.FINALIZER) !== 0 && (type.flags & TypeFlag.HEAP) !== 0 && !closesItself ? '__del__' : null,
      finalizerPlace: this.finalizerPlace(type, rt.heap.type[object]!),
      // A class that is just being made has no size yet.
      size: kind === 'class' ? 0 : sizeOf(rt, object),
    };
    this.lives.push(life);
    this.byHandle.set(object, life);
    rt.heap.flags[object]! |= Flag.RECORDED;
    return life;
  }

  private nameOf(object: Ref, kind: ObjectRecord['kind'], type: TypeObject): string {
    const { rt } = this;
    switch (kind) {
      case 'class':
        return (rt.heap.payload[object] as TypeObject).name;
      case 'function':
        return rt.text(functionOf(rt, object).qualname);
      case 'module':
        return this.moduleName(object);
      case 'instance':
      case 'container':
      case 'other':
        return type.name;
    }
  }

  private moduleName(module: Ref): string {
    const name = getNamespaceItem(this.rt, instanceDict(this.rt, module), this.rt.name('__name__'));
    return name === NULL || typeof this.rt.heap.payload[name] !== 'string' ? '?' : this.rt.text(name);
  }

  classStatement(name: string): void {
    this.written.add(name);
  }

  retyped(object: Ref): void {
    const life = this.byHandle.get(object);
    if (life === undefined) {
      // Nobody told of a module's birth; as an instance of a class of the program's it is one of its objects.
      if (this.byHandle.has(this.rt.heap.type[object]!)) this.add(object, 'instance', this.here());
      return;
    }
    life.type = this.rt.typeOf(object).name;
    life.name = life.type;
  }

  /** Labels of all lives, which count births by name (see `ObjectRecord.label`). */
  labels(): string[] {
    const counts = new Map<string, number>();
    return this.lives.map((life) => {
      const name = this.labelStem(life);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const isAlone = name.includes(' ') && count === 1;
      return isAlone ? name : `${name}#${count}`;
    });
  }

  /** A class that no class statement names is told as an instance of its metaclass. */
  private labelStem({ kind, name, type }: Life): string {
    switch (kind) {
      case 'class':
        return metaclassName.test(type) && this.written.has(name) ? `class ${name}` : type === 'type' ? `class ${name}` : type;
      case 'function':
      case 'module':
        return `${kind} ${name}`;
      case 'instance':
      case 'container':
      case 'other':
        return type;
    }
  }

  lifeOf(object: Ref): Life | null {
    return this.byHandle.get(object) ?? null;
  }

  here(): Place | null {
    const frame = ownFrame(this.rt.activation);
    return frame === null ? null : placeOf(frame.code, frame.instruction);
  }

  /** Where the Python frame that runs was called. */
  private caller(): Place | null {
    const frame = ownFrame(pythonFrame(this.rt.activation)?.previous ?? null);
    return frame === null ? null : placeOf(frame.code, frame.instruction);
  }

  private freed(object: Ref): void {
    const life = this.byHandle.get(object);
    if (life === undefined) return;
    this.byHandle.delete(object);
    const stage = this.current;
    life.fate = {
      stage,
      at: stage === 'line' ? this.here() : null,
      freedBy: this.clearingNow === NULL ? 'reference-count' : 'collector',
      finalized: (this.rt.heap.flags[object]! & Flag.FINALIZED) !== 0 && !life.closesItself,
    };
    life.handle = NULL;
  }

  finalizing(object: Ref): void {
    this.finalizingNow.push(object);
    const life = this.byHandle.get(object);
    if (life === undefined) return;
    const type = this.rt.heap.type[object]!;
    life.finalizerName ??= this.cleansUp(object) ? 'close' : type === GENERATOR || type === COROUTINE || type === ASYNC_GENERATOR ? null : '__del__';
    life.finalizerPlace ??= this.finalizerPlace(this.rt.typeObject(type), type);
  }

  /** Where the `__del__` of a class is defined, as far as a `def` defines it. */
  private finalizerPlace(type: TypeObject, ref: Ref): Place | null {
    if ((type.flags & TypeFlag.FINALIZER) === 0 || (type.flags & TypeFlag.HEAP) === 0) return null;
    let place = this.finalizers.get(type);
    if (place === undefined) this.finalizers.set(type, (place = this.definition(lookupText(this.rt, ref, '__del__'))));
    return place;
  }

  /** The name in a function's header. */
  private definition(method: Ref): Place | null {
    const { rt } = this;
    if (method === NULL || rt.heap.type[method] !== FUNCTION) return null;
    const { name, firstLine, filename } = codeOf(rt, functionOf(rt, method).code).data;
    const source = rt.host.sourceOf(filename);
    const lines = this.texts.get(filename)?.lines;
    if (source === null || lines === undefined) return null;
    const start = lines.start(firstLine);
    return nameWithin(source, { file: filename, line: firstLine, start, end: source.length }, name, false);
  }

  /** True for a generator that is suspended where leaving it runs code: inside `try` or `with`. */
  cleansUp(object: Ref): boolean {
    const payload = this.rt.heap.payload[object];
    if (!(payload instanceof GeneratorObject) || payload.state !== GeneratorState.SUSPENDED) return false;
    const { frame } = payload;
    const { exceptionTable, instructions } = frame.code.data;
    const entry = findHandler(exceptionTable, frame.instruction);
    // Newer compilers wrap the whole body of a generator in a handler of their own.
    return entry >= 0 && opcodeOf(instructions[exceptionTable[entry + 2]!]!) !== Op.CALL_INTRINSIC_1;
  }

  finalized(): void {
    this.finalizingNow.pop();
  }

  unraisable(exception: Ref, heard: boolean): void {
    const object = this.finalizingNow.at(-1);
    const life = object === undefined ? undefined : this.byHandle.get(object);
    if (life !== undefined) life.failure = { ...this.raised(exception), stage: this.current, heard };
  }

  resurrected(object: Ref): void {
    const life = this.byHandle.get(object);
    if (life !== undefined) life.resurrected = true;
  }

  clearing(object: Ref): void {
    this.clearingNow = object;
  }

  collected(generation: number, collected: number): void {
    this.collections.push({ stage: this.current, generation, collected });
  }

  stage(stage: Stage): void {
    if (stage === 'threads') this.onExit();
    this.current = stage;
  }

  seen(code: CodeObject, next: number, object: Ref): void {
    this.sights.seen(code, next - 1, object);
  }

  answered(code: CodeObject, next: number, object: Ref): void {
    if (readsName(code, next - 1)) this.sights.seen(code, next - 1, object);
  }

  entered(code: CodeObject, base: number): void {
    this.sights.entered(code, base);
  }

  read(text: ReadText): void {
    this.texts.set(text.filename, text);
  }

  private signaturesOf(filename: string): Signatures | null {
    const text = this.texts.get(filename);
    if (text === undefined) return null;
    let signatures = this.signatures.get(filename);
    if (signatures === undefined) this.signatures.set(filename, (signatures = new Signatures(text.tree)));
    return signatures;
  }

  ended(exception: Ref): void {
    this.end = this.raised(exception);
  }

  /** Type and message, found without running code of the program, and the innermost entry of the traceback. */
  private raised(exception: Ref): Raised {
    const { rt } = this;
    const { traceback, args } = exceptionOf(rt, exception);
    const [only, ...more] = args === NULL ? [] : itemsOf(rt, args);
    const text = only === undefined || more.length !== 0 || rt.heap.type[only] !== STR ? '' : rt.text(only);
    const { name, qualname } = rt.typeOf(exception);
    const innermost = tracebackEntries(rt, traceback).at(-1);
    return {
      type: qualname === NULL ? name : rt.text(qualname),
      message: text !== '' && isInstance(rt, exception, KEY_ERROR) ? repr(text) : text,
      at: innermost === undefined ? null : placeOf(frameOf(rt, innermost.frame).code, Math.max(0, innermost.instruction)),
    };
  }
}
const kindOf = (type: Ref, payload: unknown): ObjectRecord['kind'] =>
  payload instanceof TypeObject ? 'class' : type === FUNCTION ? 'function' : type === MODULE ? 'module' : 'instance';
