import type { Random } from './random.ts';

/** What the generator believes a value to be; the program may know better. */
export type Kind = 'int' | 'float' | 'bool' | 'str' | 'bytes' | 'list' | 'tuple' | 'dict' | 'set' | 'none' | 'range' | 'iterator' | 'object';

export const kinds: readonly Kind[] = ['int', 'float', 'bool', 'str', 'bytes', 'list', 'tuple', 'dict', 'set', 'none', 'range', 'iterator', 'object'];

export interface FunctionShape {
  readonly name: string;
  readonly positionalOnly: readonly string[];
  readonly positional: readonly string[];
  /** How many of the positional parameters, from the last, have defaults. */
  readonly defaults: number;
  readonly keywordOnly: readonly string[];
  readonly rest: boolean;
  readonly keywords: boolean;
  readonly returns: Kind;
}

export interface ClassShape {
  readonly name: string;
  readonly parameters: number;
  /** Methods that take one argument. */
  readonly methods: readonly string[];
  readonly attributes: readonly string[];
  readonly special: ReadonlySet<string>;
}

/** Names that can be used at a place in the program. */
export class Scope {
  readonly variables = new Map<string, Kind>();
  readonly functions: FunctionShape[];
  readonly generators: string[];
  readonly classes: ClassShape[];
  loopDepth = 0;
  depth = 0;
  private names = 0;

  constructor(
    readonly random: Random,
    readonly outer: Scope | null = null,
  ) {
    this.functions = outer === null ? [] : [...outer.functions];
    this.generators = outer === null ? [] : [...outer.generators];
    this.classes = outer === null ? [] : [...outer.classes];
  }


  /** A name that no other place of the program has. */
  fresh(prefix: string): string {
    if (this.outer !== null) return this.outer.fresh(prefix);
    return `${prefix}${this.names++}`;
  }

  /** A visible variable of this kind; undefined where there is none. */
  variable(kind: Kind): string | undefined {
    const found = this.visible(kind);
    return found.length === 0 ? undefined : this.random.pick(found);
  }

  private visible(kind: Kind): readonly string[] {
    const own = [...this.variables].filter(([, has]) => has === kind).map(([name]) => name);
    return this.outer === null ? own : [...own, ...this.outer.visible(kind)];
  }

  own(): readonly string[] {
    return [...this.variables.keys()];
  }
}
