import { NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { toSize } from '../../objects/arguments.ts';
import { raise } from '../../objects/core/errors.ts';
import { native, positionalNative, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { begin } from '../../objects/core/suspend.ts';
import { binaryOf } from '../../versions/binary.ts';
import { defineModule } from '../core/define.ts';
import { STRUCT_ERROR } from './error.ts';
import type { StructFormat } from './format.ts';
import { formatText, iterUnpack, pack, packInto, parsedFormat, STRUCT, unpack, unpackFrom } from './struct.ts';

const formatOf = (rt: Runtime, object: Ref): StructFormat => parsedFormat(rt, formatText(rt, object));

/** The format that comes before the values of `pack` and `pack_into`. */
function firstFormat(rt: Runtime, name: string, args: readonly Ref[]): StructFormat {
  if (args.length === 0) {
    const least = name === 'pack' ? 1 : 3;
    const counted = `${name} expected at least ${least} argument${least === 1 ? '' : 's'}, got 0`;
    raise(rt, TYPE_ERROR, binaryOf(rt.profile.version).struct.countsArguments ? counted : 'missing format argument');
  }
  return formatOf(rt, args[0]!);
}

const functions: readonly NativeFunction[] = [
  native('_clearcache', '', () => NONE),
  native('calcsize', 'format, /', (rt, _module, [format]) => rt.newInt(formatOf(rt, format!).wholeSize)),
  native('iter_unpack', 'format, buffer, /', (rt, _module, [format, buffer]) => iterUnpack(rt, NULL, formatOf(rt, format!), buffer!)),
  positionalNative('pack', (rt, _module, args) => begin(rt, pack(rt, firstFormat(rt, 'pack', args), args.slice(1)))),
  positionalNative('pack_into', (rt, _module, args) => begin(rt, packInto(rt, firstFormat(rt, 'pack_into', args), args.slice(1), false))),
  native('unpack', 'format, buffer, /', (rt, _module, [format, buffer]) => unpack(rt, formatOf(rt, format!), buffer!)),
  suspending('unpack_from', 'format, /, buffer, offset=0', function* (rt, _module, [format, buffer, offset]) {
    const parsed = formatOf(rt, format!);
    return unpackFrom(rt, parsed, buffer!, offset === NULL ? 0 : toSize(rt, yield* index(rt, offset!)));
  }),
];

defineModule({
  name: '_struct',
  functions,
  types: [STRUCT, STRUCT_ERROR],
});
