import type { CodeData, Constant } from '../compiler/code.ts';
import { unpackCode } from '../compiler/marshal.ts';
import type { Ref } from '../heap/ref.ts';
import { newCode } from '../objects/code.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { tupleKind } from '../versions/freelists.ts';
import { replayAllocations } from './allocations.ts';

/** Makes the objects of code that was kept in the engine's form: owned. What CPython allocates for it counts. */
export function* loadCode(rt: Runtime, packed: Uint8Array, filename: string | null = null): Steps<Ref> {
  rt.charge(packed.length >> 4);
  const data = unpackCode(packed, filename);
  const code = rt.collector.uncounted(() => newCode(rt, data, true));
  yield* replayAllocations(rt, tuplesOf(data).map(tupleKind));
  return code;
}

/** Lengths of the tuples that r_object() makes of a code object, those in it before its own; equal ones are one. */
function tuplesOf(code: CodeData): number[] {
  const lengths: number[] = [];
  const seen = new Set<string>();
  const add = (length: number, key: string): void => {
    if (length === 0 || seen.has(key)) return;
    seen.add(key);
    lengths.push(length);
  };
  const visitConstant = (constant: Constant): void => {
    if (constant.type === 'code') visit(constant.code);
    else if (constant.type === 'tuple' || constant.type === 'frozenset') {
      constant.items.forEach(visitConstant);
      if (constant.type === 'tuple') add(constant.items.length, JSON.stringify(constant, plain));
    }
  };
  const visit = ({ constants, names, localsplusnames, qualname }: CodeData): void => {
    constants.forEach(visitConstant);
    add(constants.length, constants.some(({ type }) => type === 'code') ? `code of ${qualname}` : JSON.stringify(constants, plain));
    for (const texts of [names, localsplusnames]) add(texts.length, JSON.stringify(texts.map((value) => ({ type: 'str', value }))));
  };
  visit(code);
  return lengths;
}

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value instanceof Uint8Array ? [...value] : Object.is(value, -0) ? '-0' : value);
