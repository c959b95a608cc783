import { LOOKUP_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { handleDecoding, handleEncoding, type Replacement, type UnicodeProblem } from '../../text/codec.ts';
import { TextError } from '../../text/error.ts';
import { escape } from '../../text/repr.ts';
import { codePoints } from '../../text/str.ts';
import { unicodeDatabase } from '../../text/unicode-database.ts';
import { raise, throwException } from '../core/errors.ts';
import { typeName } from '../core/lookup.ts';
import { newBytes, newTuple } from '../core/make.ts';
import { native, type NativeFunction } from '../core/native.ts';
import type { Runtime } from '../core/runtime.ts';
import { newBuiltinFunction } from '../descriptors.ts';
import { isException } from '../exceptions-base.ts';
import { unicodeFailure } from '../exceptions-unicode.ts';
import { codecRegistry } from './registry.ts';

/** The handlers that encoders and decoders apply themselves, whatever is registered under their names. */
const builtIn: ReadonlyMap<string, string> = new Map([
  ['strict', 'strict_errors'],
  ['ignore', 'ignore_errors'],
  ['replace', 'replace_errors'],
  ['xmlcharrefreplace', 'xmlcharrefreplace_errors'],
  ['backslashreplace', 'backslashreplace_errors'],
  ['namereplace', 'namereplace_errors'],
  ['surrogatepass', 'surrogatepass'],
  ['surrogateescape', 'surrogateescape'],
]);

export const isBuiltInHandler = (name: string): boolean => builtIn.has(name);

/** Mirrors PyCodec_NameReplaceErrors(): a character without a name is escaped by its number. */
function namedReplacement({ object, start, end }: UnicodeProblem): Replacement {
  const text = codePoints(String(object))
    .slice(start, end)
    .map((point) => {
      const name = unicodeDatabase().name(point);
      return name === null ? escape(point) : `\\N{${name}}`;
    });
  return { text: text.join(''), position: end };
}

/** What a built-in handler makes of a problem; throws TextError where it does not handle it. */
export function handleProblem(problem: UnicodeProblem, errors: string): Replacement {
  if (typeof problem.object === 'string') return errors === 'namereplace' ? namedReplacement(problem) : handleEncoding(problem, errors);
  // A reference to a character cannot stand for bytes.
  if (errors === 'xmlcharrefreplace' || errors === 'namereplace') throw new TextError('TypeError', "don't know how to handle UnicodeDecodeError in error callback");
  return handleDecoding(problem, errors);
}

/** How a translation's handlers differ: there is nothing to encode. */
function handleTranslation(object: string, start: number, end: number, errors: string): Replacement | null {
  const size = end - start;
  if (errors === 'ignore') return { text: '', position: end };
  if (errors === 'replace') return { text: '\ufffd'.repeat(Math.max(size, 0)), position: end };
  if (errors === 'backslashreplace') return handleEncoding({ encoding: '', object, start, end, reason: '' }, errors);
  return null;
}

/** A handler as the registry has it: a function of the exception that answers a replacement and where to go on. */
function handle(rt: Runtime, exception: Ref, errors: string): Ref {
  const refuse = (): never => raise(rt, TYPE_ERROR, `don't know how to handle ${typeName(rt, exception)} in error callback`);
  if (errors === 'strict') {
    if (!isException(rt, exception)) raise(rt, TYPE_ERROR, 'codec must pass exception instance');
    throwException(rt, rt.heap.incref(exception));
  }
  const failure = unicodeFailure(rt, exception);
  if (failure === null) return refuse();
  const { kind, encoding, object, start, end } = failure;
  if (kind === 'decode' && (errors === 'xmlcharrefreplace' || errors === 'namereplace')) return refuse();
  let replacement: Replacement | null;
  try {
    replacement = kind === 'translate' ? handleTranslation(String(object), start, end, errors) : handleProblem({ encoding, object, start, end, reason: '' }, errors);
  } catch (error) {
    if (error instanceof TextError) throwException(rt, rt.heap.incref(exception));
    throw error;
  }
  if (replacement === null) return refuse();
  const { text, position } = replacement;
  return newTuple(rt, [typeof text === 'string' ? rt.newStr(text) : newBytes(rt, text), rt.newInt(position)]);
}

const definitions: ReadonlyMap<string, NativeFunction> = new Map(
  [...builtIn].map(([errors, name]) => [errors, native(name, 'exception, /', (rt, _module, [exception]) => handle(rt, exception!, errors))]),
);

/** Mirrors PyCodec_LookupError(): borrowed. */
export function lookupHandler(rt: Runtime, name: string): Ref {
  const { handlers } = codecRegistry(rt);
  const known = handlers.get(name);
  if (known !== undefined) return known;
  const definition = definitions.get(name);
  if (definition === undefined) raise(rt, LOOKUP_ERROR, `unknown error handler name '${name}'`);
  const made = newBuiltinFunction(rt, definition, NULL, definition.name);
  handlers.set(name, made);
  return made;
}

/** Number of characters of a text, as positions count them. */
export const lengthOf = (text: string): number => codePoints(text).length;
