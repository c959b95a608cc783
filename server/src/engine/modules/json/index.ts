import { TYPE_ERROR } from '../../heap/known.ts';
import { NULL } from '../../heap/ref.ts';
import { toSize } from '../../objects/arguments.ts';
import { raise } from '../../objects/core/errors.ts';
import { newTuple } from '../../objects/core/make.ts';
import { native, rawNative, type NativeFunction } from '../../objects/core/native.ts';
import { index, truth } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { bind } from '../../objects/core/signature.ts';
import { begin, type Steps } from '../../objects/core/suspend.ts';
import { chargeText } from '../../objects/text-results.ts';
import type { Ref } from '../../heap/ref.ts';
import { jsonOf } from '../../versions/jsonwords.ts';
import { defineModule } from '../core/define.ts';
import { ENCODER } from './encoder.ts';
import { SCANNER } from './scanner.ts';
import { Document, quote, quoteAscii, scanString, strArgument } from './strings.ts';

const quoting = (name: string, quoted: (text: string) => string): NativeFunction =>
  native(name, 'string, /', (rt, _module, [string]) => {
    const text = strArgument(rt, name, 'argument', string!);
    chargeText(rt, text.length);
    return rt.newStr(quoted(text));
  });

function* scan(rt: Runtime, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  if (keywords === NULL && args.length < 2 && !jsonOf(rt.profile.version).usesConverters) {
    raise(rt, TYPE_ERROR, `scanstring() takes at least 2 arguments (${args.length} given)`);
  }
  const [string, end, strict] = bind(rt, '_json.scanstring', 'string, end, strict=True, /', args, keywords);
  const start = toSize(rt, yield* index(rt, end!));
  const isStrict = strict === NULL || strict === undefined || (yield* truth(rt, strict));
  const scanned = yield* scanString(rt, new Document(string!, strArgument(rt, 'scanstring', 'argument 1', string!)), start, isStrict);
  return newTuple(rt, [rt.newStr(scanned.text), rt.newInt(scanned.end)]);
}

defineModule({
  name: '_json',
  functions: [
    quoting('encode_basestring_ascii', quoteAscii),
    quoting('encode_basestring', quote),
    rawNative('scanstring', (rt, _module, args, keywords) => begin(rt, scan(rt, args, keywords))),
  ],
  init: (rt, put) => {
    put('make_scanner', rt.heap.incref(SCANNER));
    put('make_encoder', rt.heap.incref(ENCODER));
  },
});
