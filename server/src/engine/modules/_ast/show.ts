import { TypeFlag } from '../../heap/heap.ts';
import type { Ref } from '../../heap/ref.ts';
import { getAttr } from '../../objects/core/attributes.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { collect, enterRepr, leaveRepr, repr } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { reprText } from '../../objects/dict.ts';
import { AST } from './state.ts';

/** Nodes deeper than this are shown by their name alone. */
const depthShown = 3;

/** Mirrors ast_repr(), 3.14 and later. */
export function* showNode(rt: Runtime, self: Ref): Steps<Ref> {
  return rt.newStr(yield* nodeText(rt, self, depthShown));
}

/** Mirrors ast_repr_max_depth(). */
function* nodeText(rt: Runtime, node: Ref, depth: number): Steps<string> {
  const { heap } = rt;
  const name = typeName(rt, node);
  if (depth <= 0 || !enterRepr(rt, node)) return `${name}(...)`;
  try {
    const fields = yield* settle(rt, getAttr(rt, heap.type[node]!, rt.name('_fields')));
    let names: Ref[];
    try {
      names = yield* collect(rt, fields);
    } finally {
      heap.decref(fields);
    }
    try {
      const shown: string[] = [];
      for (const field of names) {
        const value = yield* settle(rt, getAttr(rt, node, rt.name(rt.text(field))));
        try {
          shown.push(`${rt.text(field)}=${yield* valueText(rt, value, depth - 1)}`);
        } finally {
          heap.decref(value);
        }
      }
      return `${name}(${shown.join(', ')})`;
    } finally {
      for (const field of names) heap.decref(field);
    }
  } finally {
    leaveRepr(rt, node);
  }
}

function* valueText(rt: Runtime, value: Ref, depth: number): Steps<string> {
  const { flags } = rt.typeOf(value);
  if ((flags & TypeFlag.LIST_SUBCLASS) !== 0) return yield* itemsText(rt, value, '[', ']', depth);
  if ((flags & TypeFlag.TUPLE_SUBCLASS) !== 0) return yield* itemsText(rt, value, '(', ')', depth);
  return yield* itemText(rt, value, depth);
}

const itemText = (rt: Runtime, item: Ref, depth: number): Steps<string> => (isInstance(rt, item, AST) ? nodeText(rt, item, depth) : reprText(rt, item));

/** Mirrors ast_repr_list(): the first item and the last. */
function* itemsText(rt: Runtime, sequence: Ref, open: string, close: string, depth: number): Steps<string> {
  const { heap } = rt;
  const { length } = itemsOf(rt, sequence);
  if (length === 0) {
    const empty = yield* settle(rt, repr(rt, sequence));
    const text = rt.text(empty);
    heap.decref(empty);
    return text;
  }
  const ends = (length === 1 ? [0] : [0, length - 1]).map((at) => heap.incref(itemsOf(rt, sequence)[at]!));
  try {
    const shown: string[] = [];
    for (const item of ends) shown.push(yield* itemText(rt, item, depth));
    if (length > 2) shown.splice(1, 0, '...');
    return `${open}${shown.join(', ')}${close}`;
  } finally {
    for (const item of ends) heap.decref(item);
  }
}
