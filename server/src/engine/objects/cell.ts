import { type Compare } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { CELL, NOT_IMPLEMENTED, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { addressOf } from './core/addresses.ts';
import { defineType } from './core/define.ts';
import { raise } from './core/errors.ts';
import { typeName } from './core/lookup.ts';
import { richCompare } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import { bind } from './core/signature.ts';

/** Payload of a cell; `contents` is owned, NULL while empty. */
export class Cell {
  constructor(public contents: Ref) {}
}

export const cellOf = (rt: Runtime, cell: Ref): Cell => rt.heap.payload[cell] as Cell;

/** A cell that takes over `contents`. */
export const newCell = (rt: Runtime, contents: Ref): Ref => rt.heap.allocateTracked(CELL, new Cell(contents));

defineType({
  handle: CELL,
  name: 'cell',
  flags: TypeFlag.GC | TypeFlag.IMMUTABLE,
  layout: {
    traverse: (payload, visit) => {
      const { contents } = payload as Cell;
      if (contents !== NULL) visit(contents);
    },
    clear: (payload, released) => {
      const cell = payload as Cell;
      if (cell.contents !== NULL) released.push(cell.contents);
      cell.contents = NULL;
    },
  },
  slots: {
    tp_new: (rt, _type, args, keywords) => {
      const [contents] = bind(rt, 'cell', 'contents=, /', args, keywords);
      return newCell(rt, contents === undefined || contents === NULL ? NULL : rt.heap.incref(contents));
    },
    tp_hash: null,
    tp_repr: (rt, self) => {
      const { contents } = cellOf(rt, self);
      const at = `at 0x${addressOf(rt, self).toString(16)}`;
      return rt.newStr(contents === NULL ? `<cell ${at}: empty>` : `<cell ${at}: ${typeName(rt, contents)} object at 0x${addressOf(rt, contents).toString(16)}>`);
    },
    tp_richcompare: (rt, left, right, op) => {
      if (rt.heap.type[right] !== CELL) return NOT_IMPLEMENTED;
      const a = cellOf(rt, left).contents;
      const b = cellOf(rt, right).contents;
      if (a !== NULL && b !== NULL) return richCompare(rt, a, b, op);
      const order = Number(a !== NULL) - Number(b !== NULL);
      const results = [order < 0, order <= 0, order === 0, order !== 0, order > 0, order >= 0];
      return rt.newBool(results[op as Compare]!);
    },
  },
  attributes: [
    {
      name: 'cell_contents',
      get: (rt, self) => {
        const { contents } = cellOf(rt, self);
        if (contents === NULL) raise(rt, VALUE_ERROR, 'Cell is empty');
        return rt.heap.incref(contents);
      },
      set: (rt, self, value) => {
        const cell = cellOf(rt, self);
        const old = cell.contents;
        cell.contents = value === NULL ? NULL : rt.heap.incref(value);
        rt.heap.xdecref(old);
        return NULL;
      },
    },
  ],
});
