import { LIST, TYPE_ERROR, UNICODE_ENCODE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import type { Int } from '../text/integer.ts';
import { badArgument, isInt, isStr, isTuple, profileOf, toSize } from './arguments.ts';
import { raise, raiseWith } from './core/errors.ts';
import { isSubtype } from './core/lookup.ts';
import { itemsOf } from './core/make.ts';
import type { Runtime } from './core/runtime.ts';
import { isByteFormat, itemSizeOf } from './memoryview-format.ts';
import { contiguousStrides, isContiguous, itemCount, type Shape } from './memoryview-object.ts';

const mostDimensions = 64;

/** What `cast()` makes of the items of a view. Mirrors memory_cast(): 1 what can be cast; 2 to one dimension; 3 to the shape. */
export function castItems(rt: Runtime, items: Shape, format: Ref, shape: Ref): Shape {
  // 1
  if (!isContiguous(items, 'C')) raise(rt, TYPE_ERROR, 'memoryview: casts are restricted to C-contiguous views');
  if ((shape !== NULL || items.shape.length !== 1) && items.shape.includes(0)) raise(rt, TYPE_ERROR, 'memoryview: cannot cast view with zeros in shape or strides');
  const dimensions = shape === NULL ? null : shapeItems(rt, shape);
  if (dimensions !== null && items.shape.length !== 1 && dimensions.length !== 1) raise(rt, TYPE_ERROR, 'memoryview: cast must be 1D -> ND or ND -> 1D');
  // 2
  const text = asciiFormat(rt, format);
  const itemSize = itemSizeOf(rt, text);
  if (itemSize === undefined) raise(rt, VALUE_ERROR, profileOf(rt).castFormatWanted);
  if (!isByteFormat(items.format) && !isByteFormat(text)) raise(rt, TYPE_ERROR, 'memoryview: cannot cast between two non-byte formats');
  const size = itemCount(items) * items.itemSize;
  if (size % itemSize !== 0) raise(rt, TYPE_ERROR, 'memoryview: length is not a multiple of itemsize');
  const flat = { start: items.start, shape: [size / itemSize], strides: [itemSize], readonly: items.readonly, format: text, itemSize };
  if (dimensions === null) return flat;
  // 3
  const lengths = dimensionLengths(rt, dimensions, itemSize);
  const shaped = { ...flat, shape: lengths, strides: contiguousStrides(lengths, itemSize) };
  if (itemCount(shaped) * itemSize !== size) raise(rt, TYPE_ERROR, 'memoryview: product(shape) * itemsize != buffer size');
  return shaped;
}

export function checkFormatArgument(rt: Runtime, format: Ref): void {
  if (!isStr(rt, format)) badArgument(rt, 'cast', "argument 'format'", 'str', format);
}

function shapeItems(rt: Runtime, shape: Ref): readonly Ref[] {
  if (!isTuple(rt, shape) && !isSubtype(rt, rt.heap.type[shape]!, LIST)) raise(rt, TYPE_ERROR, 'shape must be a list or a tuple');
  const items = itemsOf(rt, shape);
  if (items.length > mostDimensions) raise(rt, VALUE_ERROR, `memoryview: number of dimensions must not exceed ${mostDimensions}`);
  return items;
}

function asciiFormat(rt: Runtime, format: Ref): string {
  const text = rt.text(format);
  const at = text.search(/[^\0-\x7f]/);
  if (at < 0) return text;
  return raiseWith(rt, UNICODE_ENCODE_ERROR, rt.newStr('ascii'), rt.heap.incref(format), rt.newInt(at), rt.newInt(at + 1), rt.newStr('ordinal not in range(128)'));
}

/** Mirrors copy_shape(). */
function dimensionLengths(rt: Runtime, dimensions: readonly Ref[], itemSize: number): number[] {
  let size = itemSize;
  return dimensions.map((given) => {
    if (!isInt(rt, given)) raise(rt, TYPE_ERROR, 'memoryview.cast(): elements of shape must be integers');
    const count = toSize(rt, rt.heap.payload[given] as Int);
    if (count <= 0) raise(rt, VALUE_ERROR, 'memoryview.cast(): elements of shape must be integers > 0');
    size *= count;
    if (size >= 2 ** 63) raise(rt, VALUE_ERROR, 'memoryview.cast(): product(shape) > SSIZE_MAX');
    return count;
  });
}
