import { Flag, TypeFlag } from '../heap/heap.ts';
import { FUNCTION, MODULE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { codeOf, type CodeObject } from '../objects/code.ts';
import { getNamespaceItem, instanceDict } from '../objects/core/attributes.ts';
import { lookupText } from '../objects/core/lookup.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { instanceSize } from '../objects/core/sizes.ts';
import { TypeObject } from '../objects/core/typeobject.ts';
import { pythonFrame } from '../objects/frame.ts';
import { functionOf } from '../objects/function.ts';
import { describeAccess } from './access.ts';
import { reprOfValue } from './values.ts';
import type { Journal } from './journal.ts';
import type { Failure, Fate, ObjectId, ObjectRecord, Observation, Place, Stage } from './record.ts';

/** What is known of an object while the run goes on. */
export interface Life {
  readonly id: ObjectId;
  readonly label: string;
  readonly kind: ObjectRecord['kind'];
  readonly type: string;
  readonly born: Place | null;
  /** Its handle while it lives. */
  handle: Ref;
  fate: Fate | null;
  resurrected: boolean;
  failure: Failure | null;
  finalizerName: string | null;
  finalizerPlace: Place | null;
  size: number;
}

/** What one instruction did with a name, over all its executions. */
interface Sight {
  times: number;
  id: ObjectId;
  ids: Set<ObjectId> | null;
  type: string;
  value: string | number | bigint | null;
  references: number;
  immortal: boolean;
}

const distinctLimit = 64;
/** Lives kept; a run that makes more still runs, and its later objects are not listed. */
const livesLimit = 200_000;

/** Collects what the run tells (see journal.ts) until it is over. */
export class Recorder implements Journal {
  readonly lives: Life[] = [];
  /** Life of each handle that carries Flag.RECORDED. */
  private readonly byHandle = new Map<Ref, Life>();
  private readonly counts = new Map<string, number>();
  private readonly sights = new Map<CodeObject, (Sight | undefined)[]>();
  private readonly finalizingNow: Ref[] = [];
  private clearingNow: Ref = NULL;
  readonly collections: { stage: Stage; generation: number; collected: number }[] = [];
  current: Stage = 'line';
  /** Called when the exit begins, with everything still in place. */
  onExit: () => void = () => {};

  constructor(private readonly rt: Runtime) {
    rt.heap.onFree = (object) => this.freed(object);
    rt.onUnraisable = (type, message, heard) => this.unraisable(type, message, heard);
  }

  born(object: Ref): void {
    const { rt } = this;
    if (this.lives.length >= livesLimit) return;
    const payload = rt.heap.payload[object];
    const kind = payload instanceof TypeObject ? 'class' : rt.heap.type[object] === FUNCTION ? 'function' : rt.heap.type[object] === MODULE ? 'module' : 'instance';
    this.add(object, kind, this.here());
  }

  /** Starts a life; for containers and the like when the exit begins, without a birthplace. */
  add(object: Ref, kind: ObjectRecord['kind'], born: Place | null): Life {
    const { rt } = this;
    const type = rt.typeOf(object);
    const life: Life = {
      id: this.lives.length + 1,
      label: this.labelFor(object, kind, type),
      kind,
      type: type.name,
      born,
      handle: object,
      fate: null,
      resurrected: false,
      failure: null,
      finalizerName: (type.flags & TypeFlag.FINALIZER) === 0 ? null : (type.flags & TypeFlag.HEAP) !== 0 ? '__del__' : 'close',
      finalizerPlace: null,
      size: instanceSize(rt, rt.heap.type[object]!).basic,
    };
    this.lives.push(life);
    this.byHandle.set(object, life);
    rt.heap.flags[object]! |= Flag.RECORDED;
    return life;
  }

  private labelFor(object: Ref, kind: ObjectRecord['kind'], type: TypeObject): string {
    const { rt } = this;
    switch (kind) {
      case 'class': {
        const name = `class ${(rt.heap.payload[object] as TypeObject).name}`;
        const count = this.count(name);
        return count === 1 ? name : `${name}#${count}`;
      }
      case 'function': {
        const name = `function ${rt.text(functionOf(rt, object).qualname)}`;
        const count = this.count(name);
        return count === 1 ? name : `${name}#${count}`;
      }
      case 'module':
        return `module ${this.moduleName(object)}`;
      case 'instance':
      case 'container':
      case 'other':
        return `${type.name}#${this.count(type.name)}`;
    }
  }

  private moduleName(module: Ref): string {
    const name = getNamespaceItem(this.rt, instanceDict(this.rt, module), this.rt.name('__name__'));
    return name === NULL || typeof this.rt.heap.payload[name] !== 'string' ? '?' : this.rt.text(name);
  }

  private count(name: string): number {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return count;
  }

  lifeOf(object: Ref): Life | null {
    return this.byHandle.get(object) ?? null;
  }

  here(): Place | null {
    const frame = pythonFrame(this.rt.activation);
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
      finalized: (this.rt.heap.flags[object]! & Flag.FINALIZED) !== 0,
    };
    life.handle = NULL;
  }

  finalizing(object: Ref): void {
    this.finalizingNow.push(object);
    const life = this.byHandle.get(object);
    if (life !== undefined) life.finalizerPlace ??= finalizerPlace(this.rt, this.rt.heap.type[object]!);
  }

  finalized(): void {
    this.finalizingNow.pop();
  }

  private unraisable(type: string, message: string, heard: boolean): void {
    const object = this.finalizingNow.at(-1);
    const life = object === undefined ? undefined : this.byHandle.get(object);
    if (life !== undefined) life.failure = { type, message, at: null, stage: this.current, heard };
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
    // An inlined comprehension puts a name back that was not bound before.
    if (object === NULL) return;
    let sights = this.sights.get(code);
    if (sights === undefined) this.sights.set(code, (sights = []));
    const { heap } = this.rt;
    const life = (heap.flags[object]! & Flag.RECORDED) === 0 ? undefined : this.byHandle.get(object);
    const id = life === undefined ? 0 : life.id;
    const payload = heap.payload[object];
    const value = typeof payload === 'string' || typeof payload === 'number' || typeof payload === 'bigint' ? payload : null;
    const type = (heap.payload[heap.type[object]!] as TypeObject).name;
    const sight = sights[next - 1];
    if (sight === undefined) {
      sights[next - 1] = {
        times: 1,
        id,
        ids: id === 0 ? null : new Set([id]),
        type,
        value,
        references: heap.refcount[object]!,
        immortal: (heap.flags[object]! & Flag.IMMORTAL) !== 0,
      };
      return;
    }
    sight.times++;
    sight.id = id;
    sight.type = type;
    sight.value = value;
    sight.references = heap.refcount[object]!;
    sight.immortal = (heap.flags[object]! & Flag.IMMORTAL) !== 0;
    if (id !== 0) {
      if (sight.ids === null) sight.ids = new Set([id]);
      else if (sight.ids.size < distinctLimit) sight.ids.add(id);
    }
  }

  observations(): Observation[] {
    const found: Observation[] = [];
    for (const [code, sights] of this.sights) {
      sights.forEach((sight, instruction) => {
        if (sight !== undefined) found.push(observation(code, instruction, sight));
      });
    }
    return found;
  }
}

/** The source range of an instruction. */
export function placeOf(code: CodeObject, instruction: number): Place {
  const { positions, filename } = code.data;
  // Instructions without a line belong to the statement before them.
  let at = instruction * 4;
  while (at > 0 && positions[at] === 0) at -= 4;
  return { file: filename, line: positions[at]!, start: positions[at + 2]!, end: positions[at + 3]! };
}

function observation(code: CodeObject, instruction: number, sight: Sight): Observation {
  const { access, name, temporary } = describeAccess(code, instruction);
  return {
    place: placeOf(code, instruction),
    name,
    access,
    times: sight.times,
    object: sight.id === 0 ? null : sight.id,
    objects: sight.ids === null ? [] : [...sight.ids],
    value: reprOfValue(sight.type, sight.value),
    type: sight.type,
    references: sight.references - temporary,
    immortal: sight.immortal,
  };
}

/** Where a class's `__del__` is defined, and what it is called. */
function finalizerPlace(rt: Runtime, type: Ref): Life['finalizerPlace'] {
  const method = lookupText(rt, type, '__del__');
  if (method === NULL || rt.heap.type[method] !== FUNCTION) return null;
  const code = codeOf(rt, functionOf(rt, method).code);
  const { firstLine, filename } = code.data;
  const place = placeOf(code, 0);
  return { file: filename, line: firstLine, start: place.start, end: place.end };
}
