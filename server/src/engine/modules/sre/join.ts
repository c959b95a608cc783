import { BYTES, EMPTY_BYTES, EMPTY_STR, TYPE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { bytesLikeNow } from '../../objects/bytes-like.ts';
import { raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes } from '../../objects/core/make.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { unchangedOr, chargeText } from '../../objects/text-results.ts';
import { concat } from '../../text/bytes.ts';

/** The parts of a result as one str or bytes; borrowed. Mirrors PyUnicode_Join() and PyBytes_Join(). */
export function joinParts(rt: Runtime, parts: readonly Ref[], isBytes: boolean): Ref {
  if (parts.length === 0) return isBytes ? EMPTY_BYTES : EMPTY_STR;
  rt.charge(parts.length >> 2);
  return isBytes ? joinBytes(rt, parts) : joinText(rt, parts);
}

function joinText(rt: Runtime, parts: readonly Ref[]): Ref {
  let size = 0;
  const texts = parts.map((part, i) => {
    if (!isStr(rt, part)) raise(rt, TYPE_ERROR, `sequence item ${i}: expected str instance, ${typeName(rt, part)} found`);
    size += rt.text(part).length;
    return rt.text(part);
  });
  if (parts.length === 1) return unchangedOr(rt, parts[0]!, texts[0]!);
  chargeText(rt, size);
  return rt.newStr(texts.join(''));
}

function joinBytes(rt: Runtime, parts: readonly Ref[]): Ref {
  if (parts.length === 1 && rt.heap.type[parts[0]!] === BYTES) return rt.heap.incref(parts[0]!);
  let size = 0;
  const pieces = parts.map((part, i) => {
    const bytes = bytesLikeNow(rt, part);
    if (bytes === undefined) raise(rt, TYPE_ERROR, `sequence item ${i}: expected a bytes-like object, ${typeName(rt, part)} found`);
    size += bytes.length;
    return bytes;
  });
  chargeText(rt, size);
  return newBytes(rt, concat(...pieces));
}
