import { TypeFlag } from '../../heap/heap.ts';
import { arrayOf } from '../../versions/arraywords.ts';
import { CONTAINER, defineType } from '../../objects/core/define.ts';
import { newTuple } from '../../objects/core/make.ts';
import { begin } from '../../objects/core/suspend.ts';
import { bufferSlots } from '../../objects/memoryview.ts';
import { defineModule } from '../core/define.ts';
import { arrayIterator } from './iterator.ts';
import { arrayMethods } from './methods.ts';
import { arrayNew } from './new.ts';
import { ARRAY, arrayObject } from './object.ts';
import { arrayReconstructor } from './pickling.ts';
import { assignSubscript, compare, concat, contains, inplaceConcat, inplaceRepeat, item, repeatArray, show, subscript } from './sequence.ts';

defineType({
  handle: ARRAY,
  name: 'array',
  module: 'array',
  flags: CONTAINER | TypeFlag.WEAKREFS | TypeFlag.SEQUENCE,
  fromSpec: true,
  slots: {
    ...bufferSlots,
    tp_new: (rt, type, args, keywords) => begin(rt, arrayNew(rt, type, args, keywords)),
    tp_repr: (rt, self) => begin(rt, show(rt, self)),
    tp_hash: null,
    tp_richcompare: (rt, left, right, op) => begin(rt, compare(rt, left, right, op)),
    tp_iter: arrayIterator,
    mp_length: (rt, self) => rt.newInt(arrayObject(rt, self).length),
    mp_subscript: subscript,
    mp_ass_subscript: (rt, self, key, value) => begin(rt, assignSubscript(rt, self, key, value)),
    sq_length: (rt, self) => rt.newInt(arrayObject(rt, self).length),
    sq_concat: concat,
    sq_repeat: repeatArray,
    sq_item: item,
    sq_contains: contains,
    sq_inplace_concat: inplaceConcat,
    sq_inplace_repeat: inplaceRepeat,
  },
  methods: arrayMethods,
  attributes: [
    { name: 'typecode', get: (rt, self) => rt.newStr(arrayObject(rt, self).code) },
    { name: 'itemsize', get: (rt, self) => rt.newInt(arrayObject(rt, self).itemSize) },
  ],
});

defineModule({
  name: 'array',
  functions: [arrayReconstructor],
  types: [ARRAY],
  init: (rt, put) => {
    const { codes, codesAreTexts } = arrayOf(rt.profile.version);
    put('ArrayType', rt.heap.incref(ARRAY));
    put('typecodes', codesAreTexts ? newTuple(rt, codes.map((code) => rt.newStr(code))) : rt.newStr(codes.join('')));
  },
});
