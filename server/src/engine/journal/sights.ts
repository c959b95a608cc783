import { Flag } from '../heap/heap.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { cellOf } from '../objects/cell.ts';
import type { CodeObject } from '../objects/code.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { TypeObject } from '../objects/core/typeobject.ts';
import { CELL } from '../heap/known.ts';
import { describeAccess } from './access.ts';
import type { Signatures } from './parameters.ts';
import { nameWithin, placeOf } from './places.ts';
import type { ObjectId, Observation, Place } from './record.ts';
import { reprOfValue } from './values.ts';

/** What one place of the source did with a name, over all its executions. */
interface Sight {
  times: number;
  /** When it was last executed: later sights have greater numbers. */
  last: number;
  id: ObjectId;
  ids: Set<ObjectId> | null;
  type: string;
  value: string | number | bigint | null;
  references: number;
  immortal: boolean;
}

/** The sights of one code object. */
interface CodeSights {
  readonly instructions: (Sight | undefined)[];
  readonly parameters: (Sight | undefined)[];
}

/** An instruction that put objects under a name. */
interface Store {
  readonly code: CodeObject;
  readonly instruction: number;
  readonly isAttribute: boolean;
  readonly sight: Sight;
}

const distinctLimit = 64;

/** What names held at the places where the run came by. */
export class Sights {
  private readonly byCode = new Map<CodeObject, CodeSights>();
  private clock = 0;
  /** The stores by name, as they were when the clock stood at `storesClock`. */
  private readonly stores = new Map<string, Store[]>();
  private storesClock = -1;

  constructor(
    private readonly rt: Runtime,
    /** The serial of a recorded object, else 0. */
    private readonly idOf: (object: Ref) => ObjectId,
    /** The signatures of a text of the program; null for other texts. */
    private readonly signaturesOf: (filename: string) => Signatures | null,
  ) {}

  /** An instruction put `object` into a name or read it from one. */
  seen(code: CodeObject, instruction: number, object: Ref): void {
    // An inlined comprehension puts a name back that was not bound before.
    if (object !== NULL) this.add(this.of(code).instructions, instruction, object);
  }

  /** A function begins, its arguments in the stack from `base`. */
  entered(code: CodeObject, base: number): void {
    const { heap, stack } = this.rt;
    const { parameters } = this.of(code);
    for (let i = 0; i < code.parameterCount; i++) {
      const slot = stack[base + i]!;
      const value = heap.type[slot] === CELL ? cellOf(this.rt, slot).contents : slot;
      if (value !== NULL) this.add(parameters, i, value);
    }
  }

  private of(code: CodeObject): CodeSights {
    let sights = this.byCode.get(code);
    if (sights === undefined) this.byCode.set(code, (sights = { instructions: [], parameters: [] }));
    return sights;
  }

  private add(sights: (Sight | undefined)[], index: number, object: Ref): void {
    const { heap } = this.rt;
    const id = (heap.flags[object]! & Flag.RECORDED) === 0 ? 0 : this.idOf(object);
    const payload = heap.payload[object];
    const sight = (sights[index] ??= { times: 0, last: 0, id: 0, ids: null, type: '', value: null, references: 0, immortal: false });
    sight.times++;
    sight.last = ++this.clock;
    sight.id = id;
    sight.type = (heap.payload[heap.type[object]!] as TypeObject).name;
    sight.value = typeof payload === 'string' || typeof payload === 'number' || typeof payload === 'bigint' ? payload : null;
    sight.references = heap.refcount[object]!;
    sight.immortal = (heap.flags[object]! & Flag.IMMORTAL) !== 0;
    if (id === 0) return;
    if (sight.ids === null) sight.ids = new Set([id]);
    else if (sight.ids.size < distinctLimit) sight.ids.add(id);
  }

  observations(): Observation[] {
    const found: Observation[] = [];
    for (const [code, { instructions, parameters }] of this.byCode) {
      const { filename } = code.data;
      const source = this.rt.host.sourceOf(filename);
      if (source === null) continue;
      instructions.forEach((sight, instruction) => {
        if (sight === undefined) return;
        const { access, name, isAttribute, temporary } = describeAccess(code, instruction);
        const place = name === '[]' ? placeOf(code, instruction) : nameWithin(source, placeOf(code, instruction), name, isAttribute);
        if (place !== null) found.push(observation(place, name, access, sight, temporary));
      });
      const signature = parameters.length === 0 ? null : (this.signaturesOf(filename)?.of(code) ?? null);
      signature?.forEach(({ arg, start }, i) => {
        const sight = parameters[i];
        const place = { file: filename, line: lineOf(source, code, start), start, end: start + arg.length };
        if (sight !== undefined) found.push(observation(place, arg, 'parameter', sight, 0));
      });
    }
    return found;
  }

  /** The last statement that bound a name, in the text `filename`, to any object. */
  lastBinding(name: string, filename: string): Place | null {
    return this.latest(name, false, ({ code }) => code.data.filename === filename);
  }

  /** The last statement that made an object an attribute of this name, or bound the name to it in a class body. */
  lastAttribution(name: string, id: ObjectId): Place | null {
    const ofObject = ({ sight }: Store): boolean => sight.ids?.has(id) === true;
    return this.latest(name, true, ofObject) ?? this.latest(name, false, ofObject);
  }

  private latest(name: string, wantsAttribute: boolean, accepts: (store: Store) => boolean): Place | null {
    for (const store of this.storesOf(name)) {
      if (store.isAttribute !== wantsAttribute || !accepts(store)) continue;
      const source = this.rt.host.sourceOf(store.code.data.filename);
      const place = source === null ? null : nameWithin(source, placeOf(store.code, store.instruction), name, wantsAttribute);
      if (place !== null) return place;
    }
    return null;
  }

  /** What stored under a name, the latest first; put together anew when something was seen since. */
  private storesOf(name: string): readonly Store[] {
    if (this.storesClock !== this.clock) {
      this.storesClock = this.clock;
      this.stores.clear();
      for (const [code, { instructions }] of this.byCode) {
        instructions.forEach((sight, instruction) => {
          if (sight === undefined) return;
          const { access, name: bound, isAttribute } = describeAccess(code, instruction);
          if (access !== 'store') return;
          const list = this.stores.get(bound);
          const store = { code, instruction, isAttribute, sight };
          if (list === undefined) this.stores.set(bound, [store]);
          else list.push(store);
        });
      }
      for (const list of this.stores.values()) list.sort((a, b) => b.sight.last - a.sight.last);
    }
    return this.stores.get(name) ?? [];
  }
}

/** The line of an offset at or behind the start of a code object. */
function lineOf(source: string, code: CodeObject, offset: number): number {
  const before = source.slice(0, offset).match(/\r\n|\r|\n/g);
  return Math.max(code.data.firstLine, before === null ? 1 : before.length + 1);
}

function observation(place: Place, name: string, access: Observation['access'], sight: Sight, temporary: number): Observation {
  return {
    place,
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
