/**
 * Copies payloads for a heap that goes on from the state of another (`lifecycle/checkpoint.ts`). Payloads hold handles
 * and plain data: arrays, maps, sets, typed arrays, and objects of the engine's own classes, all of which are copied.
 * What belongs to no run is shared: functions, and objects that hold functions, as definitions do.
 */

/** A payload that knows better how it is copied: the frequent ones do, for speed. */
export interface SelfCopying {
  copied(): unknown;
}

const isSelfCopying = (value: object): value is SelfCopying => typeof (value as Partial<SelfCopying>).copied === 'function';

/** Payloads that nothing changes once they are made. */
export interface Unchanging {
  readonly unchanging: true;
}

const isUnchanging = (value: object): boolean => (value as Partial<Unchanging>).unchanging === true;

export class Copier {
  /** Objects within payloads, which several of them can have in common. */
  private readonly inner = new Map<object, unknown>();

  /** A copy of what only its holder has. */
  copy(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return this.array(value);
    if (isUnchanging(value)) return value;
    if (isSelfCopying(value)) return value.copied();
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, this.within(item)]));
    if (value instanceof Set) return new Set(value);
    if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
    return this.fields(value);
  }

  private array(items: readonly unknown[]): unknown[] {
    const copy = items.slice();
    for (let i = 0; i < copy.length; i++) if (typeof copy[i] === 'object' && copy[i] !== null) copy[i] = this.within(copy[i]);
    return copy;
  }

  private fields(value: object): object {
    const copy = Object.create(Object.getPrototypeOf(value) as object) as Record<string, unknown>;
    for (const [key, field] of Object.entries(value)) copy[key] = typeof field === 'object' && field !== null ? this.within(field) : field;
    return copy;
  }

  private within(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (isDefinition(value)) return value;
    let copy = this.inner.get(value);
    if (copy === undefined) this.inner.set(value, (copy = this.copy(value)));
    return copy;
  }
}

/** A plain object with a function in it is a definition of the engine's. */
const isDefinition = (value: object): boolean =>
  Object.isFrozen(value) || (Object.getPrototypeOf(value) === Object.prototype && Object.values(value).some((field) => typeof field === 'function'));
