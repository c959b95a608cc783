import { CELL, DICT, FRAME, GENERATOR, METHOD, TRACEBACK, TUPLE, TYPE } from '../heap/known.ts';
import { TypeFlag } from '../heap/heap.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { tableOf, itemsOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { TypeObject } from '../objects/core/typeobject.ts';
import { codeOf } from '../objects/code.ts';
import { ExceptionObject } from '../objects/core/errors.ts';
import { FunctionObject } from '../objects/function.ts';
import { GeneratorObject } from '../objects/generator.ts';
import { reprOfValue } from './values.ts';
import type { OwnerStep } from './record.ts';

/** How one object holds another, and the kind of statement that would have made it so. */
export interface Edge extends Pick<OwnerStep, 'text' | 'edge'> {
  readonly store: { readonly kind: 'variable'; readonly name: string; readonly file: string } | { readonly kind: 'attribute'; readonly name: string } | null;
}

/** A step of a path, and what it leads to. */
export interface Step extends Edge {
  readonly reaches: Ref;
}

/** A place from which objects are kept: the names of a namespace, or a single reference, which is a step of its own. */
export type Root =
  | {
      readonly kind: 'namespace';
      readonly ref: Ref;
      /** Completes "`name` (…)". */
      readonly text: string;
      /** The file of the program whose globals these are. */
      readonly file: string | null;
    }
  | { readonly kind: 'reference'; readonly ref: Ref; readonly step: Edge };

/** Shortest ways from the roots to every object, found breadth first. */
export class RetainingPaths {
  /** The owner through which each object was first reached; 0 = not reached, its own handle = a root. */
  private readonly parents = new Map<Ref, Ref>();
  private readonly rootOf = new Map<Ref, Root>();

  constructor(
    private readonly rt: Runtime,
    roots: readonly Root[],
  ) {
    this.add(roots);
  }

  /** Finds what these roots reach and none did before. */
  add(roots: readonly Root[]): void {
    const { rt } = this;
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
  steps(object: Ref): Step[] {
    const chain = this.chain(object);
    const steps: Step[] = [];
    const [first] = chain;
    if (first === undefined) return [];
    const root = this.rootOf.get(first)!;
    if (root.kind === 'reference') steps.push({ ...root.step, reaches: first });
    for (let i = 1; i < chain.length; i++) {
      const owner = chain[i - 1]!;
      const target = chain[i]!;
      const edge = i === 1 && root.kind === 'namespace' ? this.namespaceEdge(owner, target, root) : this.edge(owner, target, chain[i - 2] ?? NULL);
      if (edge !== null) steps.push({ ...edge, reaches: target });
    }
    return steps;
  }

  private namespaceEdge(namespace: Ref, target: Ref, root: Extract<Root, { kind: 'namespace' }>): Edge {
    const name = this.keyOf(namespace, target) ?? '?';
    return { text: `\`${name}\` (${root.text})`, edge: 'global', store: root.file === null ? null : { kind: 'variable', name, file: root.file } };
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
    if (target === type) return plain('its class', 'class');
    const attributes = heap.attributes[owner];
    if (attributes !== undefined) {
      if (attributes[0] === target) return null;
      const at = attributes.indexOf(target);
      if (at > 0) return attribute(this.attributeName(owner, at));
    }
    switch (type) {
      case DICT:
        return this.dictEdge(owner, target, above);
      case TUPLE:
        if (above !== NULL && (payload as Ref[]).includes(target) && this.isInternalTuple(above, owner)) return null;
        return plain(`\`[${(payload as Ref[]).indexOf(target)}]\``, 'item');
      case CELL:
        return this.cellEdge(owner, above);
      case METHOD:
        return plain('the object of a bound method', 'bound-self');
      case TRACEBACK:
        return plain('its traceback', 'exception');
      case FRAME:
      case GENERATOR:
        return plain('a local variable of a suspended frame', 'frame');
      default:
        break;
    }
    if (payload instanceof FunctionObject) return this.functionEdge(payload, target);
    if (payload instanceof ExceptionObject) return plain('the exception', 'exception');
    if (payload instanceof GeneratorObject) return plain('a local variable of the generator', 'frame');
    if ((this.rt.typeObject(type).flags & TypeFlag.TYPE_SUBCLASS) !== 0) return (payload as TypeObject).dict === target ? null : plain('a class', 'class');
    if (Array.isArray(payload)) return plain(`\`[${payload.indexOf(target)}]\``, 'item');
    return plain(`a ${this.rt.typeObject(type).name}`, 'other');
  }

  private dictEdge(owner: Ref, target: Ref, above: Ref): Edge {
    const { heap } = this.rt;
    const key = this.keyOf(owner, target);
    const isNamespace = above !== NULL && (heap.attributes[above]?.[0] === owner || (heap.type[above] === TYPE && (heap.payload[above] as TypeObject).dict === owner));
    if (isNamespace && key !== null) return attribute(key);
    const { keys, values } = tableOf(this.rt, owner);
    const at = values.indexOf(target);
    if (at < 0) return plain('a key of a dict', 'key');
    const value = heap.payload[keys[at]!];
    const shown = typeof value === 'string' || typeof value === 'number' ? reprOfValue(typeof value === 'string' ? 'str' : 'int', value) : '…';
    return plain(`\`[${shown}]\``, 'item');
  }

  private isInternalTuple(above: Ref, tuple: Ref): boolean {
    const payload = this.rt.heap.payload[above];
    return payload instanceof FunctionObject && (payload.closure === tuple || payload.defaults === tuple);
  }

  /** A variable of a closure: the cells in a function's tuple are the last of its code's locals. */
  private cellEdge(cell: Ref, tuple: Ref): Edge {
    const { rt } = this;
    const func = rt.heap.payload[this.parents.get(tuple) ?? NULL];
    if (!(func instanceof FunctionObject) || func.closure !== tuple) return plain('a variable of a closure', 'cell');
    const { localsplusnames, name, filename } = codeOf(rt, func.code).data;
    const cells = itemsOf(rt, tuple);
    const variable = localsplusnames[localsplusnames.length - cells.length + cells.indexOf(cell)]!;
    return { text: `\`${variable}\` (closure of \`${name}\`)`, edge: 'cell', store: { kind: 'variable', name: variable, file: filename } };
  }

  private functionEdge(f: FunctionObject, target: Ref): Edge | null {
    const { rt } = this;
    const name = f.qualname === NULL ? '?' : rt.text(f.qualname);
    switch (target) {
      case f.closure:
      case f.defaults:
        return null;
      case f.kwdefaults:
        return plain(`a default of \`${name}\``, 'default');
      case f.globals:
        return plain(`the globals of \`${name}\``, 'global');
      default:
        return plain(`the function \`${name}\``, 'other');
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

const plain = (text: string, edge: OwnerStep['edge']): Edge => ({ text, edge, store: null });
const attribute = (name: string): Edge => ({ text: `\`.${name}\``, edge: 'attribute', store: { kind: 'attribute', name } });
