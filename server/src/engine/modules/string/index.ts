import { TypeFlag } from '../../heap/heap.ts';
import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise, textErrors } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newTuple } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { chargeScan } from '../../objects/text-results.ts';
import { TextError } from '../../text/error.ts';
import { fieldSteps, formatPieces, splitFieldName, type FieldStep, type FormatPiece } from '../../text/strformat.ts';
import { defineModule } from '../core/define.ts';

/** Payload of both iterators: what is found in the text, and the error that ends it, if one does. */
class ParsedIterator<T> {
  readonly items: T[] = [];
  error: TextError | null = null;
  at = 0;
  constructor(
    public source: Ref,
    found: Iterable<T>,
  ) {
    try {
      for (const item of found) this.items.push(item);
    } catch (error) {
      if (!(error instanceof TextError)) throw error;
      this.error = error;
    }
  }
}

/** The text of the argument; a str. */
function textOf(rt: Runtime, object: Ref): string {
  if (!isStr(rt, object)) raise(rt, TYPE_ERROR, `expected str, got ${typeName(rt, object)}`);
  const text = rt.text(object);
  chargeScan(rt, text.length * 8);
  return text;
}

function defineIterator<T>(name: string, show: (rt: Runtime, item: T) => Ref): Ref {
  const type = moduleTypeHandle();
  defineType({
    handle: type,
    name,
    flags: TypeFlag.IMMUTABLE | TypeFlag.DISALLOW_INSTANTIATION,
    layout: {
      traverse(payload, visit) {
        const { source } = payload as ParsedIterator<T>;
        if (source !== NULL) visit(source);
      },
      clear(payload, released) {
        const iterator = payload as ParsedIterator<T>;
        if (iterator.source !== NULL) released.push(iterator.source);
        iterator.source = NULL;
      },
    },
    slots: {
      tp_iter: (rt, self) => rt.heap.incref(self),
      tp_iternext: (rt, self) => {
        const iterator = rt.heap.payload[self] as ParsedIterator<T>;
        const item = iterator.items[iterator.at];
        if (item !== undefined) {
          iterator.at++;
          return show(rt, item);
        }
        const { error } = iterator;
        iterator.error = null;
        if (error !== null) {
          textErrors(rt, () => {
            throw error;
          });
        }
        return NULL;
      },
    },
  });
  return type;
}

const textOrNone = (rt: Runtime, text: string | null | undefined): Ref => (text === null || text === undefined ? NONE : rt.newStr(text));

const FORMATTER = defineIterator<FormatPiece>('formatteriterator', (rt, { literal, field }) =>
  newTuple(rt, [rt.newStr(literal), textOrNone(rt, field?.name), textOrNone(rt, field?.spec), textOrNone(rt, field?.conversion)]),
);

const FIELD_NAME = defineIterator<FieldStep>('fieldnameiterator', (rt, step) => {
  const isAttribute = step.kind === 'attribute';
  const key = isAttribute ? step.name : step.key;
  return newTuple(rt, [rt.newBool(isAttribute), typeof key === 'string' ? rt.newStr(key) : rt.newInt(key)]);
});

defineModule({
  name: '_string',
  functions: [
    native('formatter_parser', 'object, /', (rt, _module, [object]) => {
      const text = textOf(rt, object!);
      return rt.heap.allocate(FORMATTER, new ParsedIterator(rt.heap.incref(object!), formatPieces(text)));
    }),
    native('formatter_field_name_split', 'object, /', (rt, _module, [object]) => {
      const text = textOf(rt, object!);
      const { first, rest } = textErrors(rt, () => splitFieldName(text));
      const iterator = rt.heap.allocate(FIELD_NAME, new ParsedIterator(rt.heap.incref(object!), fieldSteps(rest)));
      return newTuple(rt, [typeof first === 'string' ? rt.newStr(first) : rt.newInt(first), iterator]);
    }),
  ],
});
