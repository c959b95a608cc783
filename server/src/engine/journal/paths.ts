import { CELL, DICT, FRAME, GENERATOR, METHOD, TRACEBACK, TUPLE, TYPE } from '../heap/known.ts';
import { TypeFlag } from '../heap/heap.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { tableOf, itemsOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { TypeObject } from '../objects/core/typeobject.ts';
import { ExceptionObject } from '../objects/core/errors.ts';
import { FunctionObject } from '../objects/function.ts';
import { GeneratorObject } from '../objects/generator.ts';
import { reprOfValue } from './values.ts';
import type { OwnerStep } from './record.ts';

/** A place from which objects are kept: a module's namespace, or state of the interpreter. */
export interface Root {
  readonly ref: Ref;
  /** How the first step reads: a namespace's names become "`name` (text)", other roots are a step of their own. */
  readonly text: string;
  readonly kind: 'namespace' | 'state';
}

type Edge = Pick<OwnerStep, 'text' | 'edge'>;

/** Shortest ways from the roots to every object, found breadth first when the exit begins. */
export class RetainingPaths {
  /** The owner through which each object was first reached; 0 = not reached, its own handle = a root. */
  private readonly parents = new Map<Ref, Ref>();
  private readonly rootOf = new Map<Ref, Root>();

  constructor(
    private readonly rt: Runtime,
    roots: readonly Root[],
  ) {
    const queue: Ref[] = [];
    for (const root of roots) {
      if (root.ref === NULL || this.parents.has(root.ref)) continue;
      this.parents.set(root.ref, root.ref);
      this.rootOf.set(root.ref, root);
      queue.push(root.ref);
    }
    for (let i = 0; i < queue.length; i++) {
      const owner = queue[i]!;
      rt.heap.traverse(owner, (child) => {
        if (this.parents.has(child)) return;
        this.parents.set(child, owner);
        queue.push(child);
      });
    }
  }

  reaches(object: Ref): boolean {
    return this.parents.has(object);
  }

  /** Objects from the root's namespace to `object`, both included; empty if nothing reaches it. */
  private chain(object: Ref): Ref[] {
    const chain: Ref[] = [];
    for (let current: Ref | undefined = object; current !== undefined; ) {
      chain.unshift(current);
      const parent: Ref | undefined = this.parents.get(current);
      if (parent === current) return chain;
      current = parent;
    }
    return [];
  }

  /** The steps from the owner to `object`, with the object that each reaches. Internal containers are passed over. */
  steps(object: Ref): (Edge & { readonly reaches: Ref })[] {
    const chain = this.chain(object);
    const steps: (Edge & { readonly reaches: Ref })[] = [];
    const [first] = chain;
    if (first === undefined) return [];
    const root = this.rootOf.get(first)!;
    if (root.kind === 'state') steps.push({ text: root.text, edge: 'c-root', reaches: first });
    for (let i = 1; i < chain.length; i++) {
      const owner = chain[i - 1]!;
      const target = chain[i]!;
      const edge = i === 1 && root.kind === 'namespace' ? this.namespaceEdge(owner, target, root) : this.edge(owner, target, chain[i - 2] ?? NULL);
      if (edge !== null) steps.push({ ...edge, reaches: target });
    }
    return steps;
  }

  private namespaceEdge(namespace: Ref, target: Ref, root: Root): Edge {
    const name = this.keyOf(namespace, target);
    return { text: `\`${name ?? '?'}\` (${root.text})`, edge: 'global' };
  }

  /** The str key under which a dict holds a value; null if there is none. */
  private keyOf(dict: Ref, value: Ref): string | null {
    const { keys, values } = tableOf(this.rt, dict);
    const at = values.indexOf(value);
    return at < 0 ? null : typeof this.rt.heap.payload[keys[at]!] === 'string' ? (this.rt.heap.payload[keys[at]!] as string) : null;
  }

  /** How `owner` holds `target`; null where the step is the interpreter's own business and the next one says it all. */
  private edge(owner: Ref, target: Ref, above: Ref): Edge | null {
    const { heap } = this.rt;
    const type = heap.type[owner]!;
    const payload = heap.payload[owner];
    if (target === type) return { text: 'its class', edge: 'class' };
    const attributes = heap.attributes[owner];
    if (attributes !== undefined) {
      if (attributes[0] === target) return null;
      const at = attributes.indexOf(target);
      if (at > 0) return { text: `\`.${this.attributeName(owner, at)}\``, edge: 'attribute' };
    }
    switch (type) {
      case DICT:
        return this.dictEdge(owner, target, above);
      case TUPLE:
        if (above !== NULL && (payload as Ref[]).includes(target) && this.isInternalTuple(above, owner)) return null;
        return { text: `\`[${(payload as Ref[]).indexOf(target)}]\``, edge: 'item' };
      case CELL:
        return above === NULL ? { text: 'a closure', edge: 'cell' } : { text: `${this.closureName(above, owner)}`, edge: 'cell' };
      case METHOD:
        return { text: 'the object of a bound method', edge: 'bound-self' };
      case TRACEBACK:
        return { text: 'its traceback', edge: 'exception' };
      case FRAME:
      case GENERATOR:
        return { text: 'a local variable of a suspended frame', edge: 'frame' };
      default:
        break;
    }
    if (payload instanceof FunctionObject) return this.functionEdge(payload, target);
    if (payload instanceof ExceptionObject) return { text: 'the exception', edge: 'exception' };
    if (payload instanceof GeneratorObject) return { text: 'a local variable of the generator', edge: 'frame' };
    if ((this.rt.typeObject(type).flags & TypeFlag.TYPE_SUBCLASS) !== 0) return (payload as TypeObject).dict === target ? null : { text: 'a class', edge: 'class' };
    if (Array.isArray(payload)) return { text: `\`[${payload.indexOf(target)}]\``, edge: 'item' };
    return { text: `a ${this.rt.typeObject(type).name}`, edge: 'other' };
  }

  private dictEdge(owner: Ref, target: Ref, above: Ref): Edge {
    const { heap } = this.rt;
    const key = this.keyOf(owner, target);
    const isNamespace = above !== NULL && (heap.attributes[above]?.[0] === owner || (heap.type[above] === TYPE && (heap.payload[above] as TypeObject).dict === owner));
    if (isNamespace && key !== null) return { text: `\`.${key}\``, edge: 'attribute' };
    const { keys, values } = tableOf(this.rt, owner);
    const at = values.indexOf(target);
    if (at < 0) return { text: 'a key of a dict', edge: 'key' };
    const value = heap.payload[keys[at]!];
    const shown = typeof value === 'string' || typeof value === 'number' ? reprOfValue(typeof value === 'string' ? 'str' : 'int', value) : '…';
    return { text: `\`[${shown}]\``, edge: 'item' };
  }

  private isInternalTuple(above: Ref, tuple: Ref): boolean {
    const payload = this.rt.heap.payload[above];
    return payload instanceof FunctionObject && (payload.closure === tuple || payload.defaults === tuple);
  }

  private closureName(tuple: Ref, cell: Ref): string {
    return `a variable of a closure (cell ${itemsOf(this.rt, tuple).indexOf(cell)})`;
  }

  private functionEdge(f: FunctionObject, target: Ref): Edge | null {
    const { rt } = this;
    const name = f.qualname === NULL ? '?' : rt.text(f.qualname);
    switch (target) {
      case f.closure:
      case f.defaults:
        return null;
      case f.kwdefaults:
        return { text: `a default of \`${name}\``, edge: 'default' };
      case f.globals:
        return { text: `the globals of \`${name}\``, edge: 'global' };
      default:
        return { text: `the function \`${name}\``, edge: 'other' };
    }
  }

  private attributeName(owner: Ref, at: number): string {
    const type = this.rt.typeOf(owner);
    const name = type.sharedKeys?.names[at - type.valuesStart];
    if (name !== undefined) return this.rt.text(name);
    for (const ancestor of type.linearization) {
      const { keys, values } = tableOf(this.rt, this.rt.typeObject(ancestor).dict);
      for (let i = 0; i < keys.length; i++) {
        const member = this.rt.heap.payload[values[i]!] as { index?: number; name?: string } | undefined;
        if (member?.index === at && member.name !== undefined) return member.name;
      }
    }
    return '?';
  }
}
