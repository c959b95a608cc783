import { NULL, type Ref } from '../../heap/ref.ts';
import { itemsOf } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

/** The arguments of a call as given: by position, and by name in order. All borrowed. */
export interface GivenArguments {
  readonly positional: readonly Ref[];
  readonly named: ReadonlyMap<string, Ref>;
}

const noNames: ReadonlyMap<string, Ref> = new Map();

export function givenArguments(rt: Runtime, args: readonly Ref[], keywords: Ref): GivenArguments {
  if (keywords === NULL) return { positional: args, named: noNames };
  const names = itemsOf(rt, keywords);
  const count = args.length - names.length;
  return { positional: args.slice(0, count), named: new Map(names.map((name, i) => [rt.text(name), args[count + i]!])) };
}
