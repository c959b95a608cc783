import type { Collector } from '../../heap/collector.ts';
import { Flag, IMMORTAL_COUNT, type Heap } from '../../heap/heap.ts';
import { payloadBytes } from '../../heap/measure.ts';
import { BOOL, EMPTY_STR, FALSE, FLOAT, INT, LATIN1_STR, SMALL_INT, SMALL_INT_MIN, STR, TRUE } from '../../heap/known.ts';
import type { FileSystem } from '../../files/filesystem.ts';
import { NULL, refColumn, type Ref, type RefColumn } from '../../heap/ref.ts';
import type { Library } from '../../library/library.ts';
import type { Activation } from '../frame.ts';
import type { Journal } from '../../journal/journal.ts';
import type { VersionProfile } from '../../versions/profile.ts';
import type { Copier } from './copying.ts';
import type { Hooks } from './hooks.ts';
import type { ModuleState } from './modulestate.ts';
import type { Suspension } from './suspend.ts';
import { isMainThread, mainThread, type ThreadState } from './threadstate.ts';
import { freshVersion, type TypeObject } from './typeobject.ts';

/** Modelled bytes of an object beside what its payload holds by size. */
const objectBytes = 64;

/** What a running interpreter asks of its surroundings. */
export interface Host {
  write(stream: 'stdout' | 'stderr', bytes: Uint8Array): void;
  readModule(name: string): { readonly path: string; readonly source: string } | null;
  listFolder(folder: string): readonly string[];
  readonly library: Library | null;
  /** The text of a source file by the name its code carries; null where there is none to show (`<string>`). */
  sourceOf(filename: string): string | null;
}

/** The run is over because something ran out or is not covered; never a Python exception. */
export class RunStopped {
  constructor(readonly reason: { readonly budget: 'steps' | 'memory' | 'deadlock' } | { readonly unsupported: string }) {}
}

/** The exception being handled in a frame or generator (_PyErr_StackItem); `exception` is owned, NULL if none. */
export interface ExcInfo {
  exception: Ref;
  previous: ExcInfo | null;
}

/**
 * The state of one interpreter that every object needs: the heap, what is being raised, what is suspended.
 * Operations on objects are functions in the files beside this one, not methods here.
 */
export class Runtime {
  /** The exception that travels while PythonError is thrown through JavaScript; owned. */
  exception: Ref = NULL;
  suspension: Suspension | null = null;
  /** What a generator returned when its resumption answered NULL; owned. */
  generatorReturn: Ref = NULL;
  /** What `sys.exc_info()` sees: the innermost item with an exception. */
  excInfo: ExcInfo = { exception: NULL, previous: null };
  /** Result of `tp_hash`: the two halves of the 64-bit hash. */
  hashLow = 0;
  hashHigh = 0;
  /** The addresses of the objects that are there from the start, by handle: see `addresses.ts`. */
  staticAddresses!: Float64Array;
  /** Interned strings by text. */
  readonly interned = new Map<string, Ref>();
  /** The modules `sys` and `builtins`, their dicts, and `sys.modules`; NULL before start-up and once they are gone. */
  sysDict = NULL;
  builtinsDict = NULL;
  modules = NULL;
  /** The program is over and the exit has begun: its threads are waited for, its callbacks called. */
  exiting = false;
  /** The exit has begun to take the runtime apart: only the thread that does it runs. */
  finalizing = false;
  /** The threads that have not ended, the oldest first, and the one that runs. */
  threads: ThreadState[] = [mainThread()];
  thread: ThreadState = this.threads[0]!;
  threadsStarted = 0;
  /** Seconds that a thread may run while another is ready. */
  switchInterval = 0.005;
  /** Depth of Python calls, against `recursionLimit`. */
  recursionLimit = 1000;
  /** Depth of built-ins within built-ins (`recursion.ts`), and how deep they may lie: set by the interpreter. */
  nesting = 0;
  nestingLimit!: () => number;
  /** Frames whose `f_locals` are being shown by `repr`. */
  readonly shownFrames = new Set<Activation>();
  /** `sys.get_int_max_str_digits()`; 0 is no limit. */
  intMaxStrDigits = 4300;
  /** What the first import of a file and the first `compile()` have set up: they cost more than later ones. */
  hasAstTypes = false;
  journal: Journal | null = null;
  /** The folder of a program whose own path does not name it, with a slash behind it: left out of file names. */
  hiddenFolder = '';
  /** The folder that was first in `sys.path` when the program began. */
  scriptFolder = '';
  /** The files of the run, all in memory. */
  files!: FileSystem;
  /** Set by the interpreter before any module is made. */
  hooks!: Hooks;
  /** Per-interpreter state of modules written in TypeScript, by name: see `modulestate.ts`. */
  readonly moduleStates = new Map<string, ModuleState>();
  /** Steps to the limit of the run when the loop was last entered. */
  stepsLeft = Infinity;
  /** Bytes of payloads when they were last measured, and all that were charged since. */
  private chargedBytes = 0;
  /** Steps charged by built-ins for work done by size; the loop adds them to its count. */
  chargedSteps = 0;

  constructor(
    readonly heap: Heap,
    readonly collector: Collector,
    readonly profile: VersionProfile,
    readonly host: Host,
    readonly memoryLimit: number,
  ) {
    heap.onDescriptorDropped = (descriptor) => this.files.drop(descriptor);
  }

  /** Takes over the interpreter's state from another runtime, whose heap this one's is a copy of; nothing may be running in it. */
  continueFrom(other: Runtime, copier: Copier): void {
    for (const [text, ref] of other.interned) this.interned.set(text, ref);
    this.sysDict = other.sysDict;
    this.builtinsDict = other.builtinsDict;
    this.modules = other.modules;
    this.recursionLimit = other.recursionLimit;
    this.switchInterval = other.switchInterval;
    this.intMaxStrDigits = other.intMaxStrDigits;
    this.hasAstTypes = other.hasAstTypes;
    this.identityHash = other.identityHash;
    this.staticAddresses = other.staticAddresses;
    this.identityCompare = other.identityCompare;
    for (const [name, state] of other.moduleStates) this.moduleStates.set(name, copier.copy(state) as ModuleState);
    for (const [name, state] of other.thread.states) this.thread.states.set(name, copier.copy(state) as ModuleState);
  }

  /** The exception being handled now, borrowed; NULL if none (_PyErr_GetTopmostException). */
  handledException(): Ref {
    for (let item: ExcInfo | null = this.excInfo; item !== null; item = item.previous) if (item.exception !== NULL) return item.exception;
    return NULL;
  }

  /** The value stack of the running thread. Frames find their locals in it from `Frame.base`. */
  stack: RefColumn = refColumn(1 << 16);
  /** The innermost activation, kept by the loop. */
  activation: Activation | null = null;

  get inMainThread(): boolean {
    return isMainThread(this.thread);
  }

  stackSlot(index: number): Ref {
    return this.stack[index]!;
  }

  takeSuspension(): Suspension {
    const suspension = this.suspension!;
    this.suspension = null;
    return suspension;
  }

  typeOf(object: Ref): TypeObject {
    return this.heap.payload[this.heap.type[object]!] as TypeObject;
  }

  typeObject(type: Ref): TypeObject {
    return this.heap.payload[type] as TypeObject;
  }

  /** Work of `amount` elementary operations or `bytes` of memory is about to be done: ends the run if it is too much. */
  charge(amount: number, bytes = 0): void {
    if (bytes > 0) this.checkMemory(bytes);
    this.chargedSteps += amount;
    if (this.chargedSteps > this.stepsLeft) throw new RunStopped({ budget: 'steps' });
  }

  /** Ends the run if there is no room for `bytes` more. What was charged may be gone again, so a doubt is settled by measuring. */
  checkMemory(bytes: number): void {
    this.chargedBytes += bytes;
    const room = this.memoryLimit - this.heap.live * objectBytes;
    if (this.chargedBytes <= room) return;
    if (bytes <= room) this.chargedBytes = payloadBytes(this.heap) + bytes;
    if (this.chargedBytes > room) throw new RunStopped({ budget: 'memory' });
  }

  /** True when equality and hash of instances of `type` are object's own. */
  comparesByIdentity(type: Ref): boolean {
    const { slots } = this.heap.payload[type] as TypeObject;
    return slots.tp_hash === this.identityHash && slots.tp_richcompare === this.identityCompare;
  }
  /** The slots of `object`, set at start-up. */
  identityHash: NonNullable<TypeObject['slots']['tp_hash']> | undefined;
  identityCompare: TypeObject['slots']['tp_richcompare'];

  newInt(value: number | bigint): Ref {
    if (typeof value === 'number' && value >= SMALL_INT_MIN && value <= this.profile.smallIntMax) return (SMALL_INT + value) as Ref;
    return this.heap.allocate(INT, value);
  }

  newFloat(value: number): Ref {
    return this.heap.allocate(FLOAT, value);
  }

  newBool(value: boolean): Ref {
    return value ? TRUE : FALSE;
  }

  newStr(text: string): Ref {
    if (text.length <= 1) {
      if (text.length === 0) return EMPTY_STR;
      const code = text.charCodeAt(0);
      if (code < 256) return (LATIN1_STR + code) as Ref;
    }
    return this.heap.allocate(STR, text);
  }

  /** The interned str of this text; a new reference. */
  intern(text: string): Ref {
    const known = this.interned.get(text);
    if (known !== undefined) {
      this.heap.refcount[known]!++;
      return known;
    }
    const made = this.profile.charactersInternedApart.includes(text) ? this.newIdentifier(text) : this.newStr(text);
    this.heap.flags[made]! |= Flag.INTERNED;
    this.interned.set(text, made);
    // The table holds its strings for the life of the interpreter.
    this.heap.refcount[made]!++;
    return made;
  }

  /** One of the names of CPython's own that are static objects. */
  private newIdentifier(text: string): Ref {
    const made = this.heap.allocate(STR, text);
    this.heap.flags[made]! |= Flag.IMMORTAL;
    this.heap.refcount[made] = IMMORTAL_COUNT;
    return made;
  }

  /** An interned str held by the table alone: a borrowed reference, for names written in this source. */
  name(text: string): Ref {
    const known = this.interned.get(text);
    if (known !== undefined) return known;
    const made = this.intern(text);
    this.heap.refcount[made]!--;
    return made;
  }

  /** Text of a str (or of an instance of a subclass). */
  text(str: Ref): string {
    return this.heap.payload[str] as string;
  }

  isExactInt(object: Ref): boolean {
    const type = this.heap.type[object];
    return type === INT || type === BOOL;
  }

  /** An attribute of a type has another value, found in the same way: what caches know of the type holds on. */
  attributeReplaced(type: Ref, name: Ref): void {
    const { lookups, subclasses } = this.typeObject(type);
    lookups.delete(name);
    for (const subclass of subclasses) this.attributeReplaced(subclass, name);
  }

  /** A type changed: forgets what was looked up in it and its subclasses (PyType_Modified). */
  typeModified(type: Ref): void {
    const object = this.typeObject(type);
    object.version = freshVersion();
    object.lookups.clear();
    for (const subclass of object.subclasses) this.typeModified(subclass);
  }
}
