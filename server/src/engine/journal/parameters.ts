import type { CodeObject } from '../objects/code.ts';
import type { Arg, Arguments, Mod, Span } from '../syntax/tree.ts';

/** A function or lambda of a text, and where its parameters stand, in the order of the code's first locals. */
interface Signature extends Span {
  readonly name: string;
  readonly parameters: readonly Arg[];
}

/** The signatures of one text, to be found by the code objects that were compiled from it. */
export class Signatures {
  private readonly all: Signature[] = [];

  constructor(tree: Mod) {
    this.collect(tree);
  }

  private collect(node: unknown): void {
    if (Array.isArray(node)) for (const item of node) this.collect(item);
    if (typeof node !== 'object' || node === null) return;
    const { kind } = node as { readonly kind?: string };
    if (kind === 'FunctionDef' || kind === 'AsyncFunctionDef' || kind === 'Lambda') {
      const { start, end, args, name = '<lambda>' } = node as Span & { readonly args: Arguments; readonly name?: string };
      this.all.push({ start, end, name, parameters: inCodeOrder(args) });
    }
    for (const child of Object.values(node)) if (typeof child === 'object') this.collect(child);
  }

  /** The innermost function of the code's name and shape around its first instruction that has a place; null for others. */
  of(code: CodeObject): readonly Arg[] | null {
    const { positions, name } = code.data;
    let at = 0;
    while (at < positions.length && positions[at + 2] === positions[at + 3]) at += 4;
    const offset = positions[at + 2] ?? 0;
    let best: Signature | null = null;
    for (const signature of this.all) {
      const fits = signature.start <= offset && offset < signature.end && signature.name === name && signature.parameters.length === code.parameterCount;
      if (fits && (best === null || signature.start >= best.start)) best = signature;
    }
    return best === null ? null : best.parameters;
  }
}

/** Positional, keyword-only, `*args`, `**kwargs`. */
function inCodeOrder({ posonlyargs, args, kwonlyargs, vararg, kwarg }: Arguments): readonly Arg[] {
  return [...posonlyargs, ...args, ...kwonlyargs, ...(vararg === null ? [] : [vararg]), ...(kwarg === null ? [] : [kwarg])];
}
