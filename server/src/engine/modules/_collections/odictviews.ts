import { TypeFlag } from '../../heap/heap.ts';
import { DICT_ITEMS, DICT_KEYS, DICT_VALUES } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { native, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { newDictView, type DictView } from '../../objects/dictviews.ts';
import { newOrderedIterator, type Shown } from './odictiterator.ts';

/** The views of an `OrderedDict`: those of a dict, iterated in the order of the list. */

function defineView(shown: Shown, base: Ref): Ref {
  const handle = moduleTypeHandle();
  const iterate = (rt: Runtime, self: Ref, reversed: boolean): Ref =>
    newOrderedIterator(rt, (rt.heap.payload[self] as DictView).dict, shown, reversed);
  defineType({
    handle,
    name: `odict_${shown}`,
    base,
    flags: TypeFlag.GC | TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
    slots: { tp_iter: (rt, self) => iterate(rt, self, false) },
    methods: [native('__reversed__', '', (rt, self) => iterate(rt, self, true))],
  });
  return handle;
}

const view = (shown: Shown, base: Ref): NativeFunction => {
  const handle = defineView(shown, base);
  return native(shown, '', (rt, self) => newDictView(rt, handle, self));
};

export const viewMethods: readonly NativeFunction[] = [view('keys', DICT_KEYS), view('values', DICT_VALUES), view('items', DICT_ITEMS)];
