import { DICT, LIST, NONE, OVERFLOW_ERROR, RUNTIME_ERROR, TUPLE, TYPE_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { badArgument, cInt, withCInt, toSize } from '../../objects/arguments.ts';
import { raise } from '../../objects/core/errors.ts';
import { isInstance } from '../../objects/core/lookup.ts';
import { itemsOf, tableOf } from '../../objects/core/make.ts';
import { native, suspending, type NativeFunction } from '../../objects/core/native.ts';
import { index, indexNow } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { regexOf } from '../../versions/regex.ts';
import { defineModule } from '../core/define.ts';
import { isAsciiCased, isUnicodeCased, lowerAscii, lowerUnicode } from './characters.ts';
import './match.ts';
import { MAX_GROUPS, MAX_REPEAT } from './opcodes.ts';
import './pattern.ts';
import { PATTERN, PatternObject, subjectOf } from './pattern-object.ts';
import { Program } from './program.ts';
import './scanner.ts';
import { template } from './template.ts';
import { isValid } from './validate.ts';

function codeOf(rt: Runtime, items: readonly Ref[]): Uint32Array {
  rt.charge(items.length >> 2, items.length * 4);
  return Uint32Array.from(items, (item) => {
    const word = indexNow(rt, item);
    if (word === undefined) raise(rt, TYPE_ERROR, 'an integer is required');
    if (word < 0) raise(rt, OVERFLOW_ERROR, "can't convert negative value to unsigned int");
    if (word >= 2 ** 64) raise(rt, OVERFLOW_ERROR, 'Python int too large to convert to C unsigned long');
    if (word > MAX_REPEAT) raise(rt, OVERFLOW_ERROR, 'regular expression code size limit exceeded');
    return Number(word);
  });
}

function checkType(rt: Runtime, name: string, object: Ref, type: Ref): void {
  if (!isInstance(rt, object, type)) badArgument(rt, 'compile', `argument '${name}'`, rt.typeObject(type).name, object);
}

/** Mirrors _sre_compile_impl(). */
function* compile(rt: Runtime, [pattern, flags, code, groups, groupindex, indexgroup]: readonly Ref[]): Steps<Ref> {
  const { heap } = rt;
  const flagBits = yield* cInt(rt, flags!);
  checkType(rt, 'code', code!, LIST);
  const groupCount = toSize(rt, yield* index(rt, groups!));
  checkType(rt, 'groupindex', groupindex!, DICT);
  checkType(rt, 'indexgroup', indexgroup!, TUPLE);
  const object = new PatternObject(new Program(codeOf(rt, itemsOf(rt, code!)), regexOf(rt.profile.version).emptyHasNonBoundary));
  if (pattern !== NONE) object.isBytes = subjectOf(rt, pattern!).isBytes;
  object.flags = flagBits;
  object.groups = groupCount;
  if (!isValid(object.program.code, groupCount)) raise(rt, RUNTIME_ERROR, 'invalid SRE code');
  object.pattern = heap.incref(pattern!);
  if (tableOf(rt, groupindex!).used > 0) {
    object.groupindex = heap.incref(groupindex!);
    if (itemsOf(rt, indexgroup!).length > 0) object.indexgroup = heap.incref(indexgroup!);
  }
  return heap.allocateTracked(PATTERN, object);
}

/** A function of one character, given as a C int. */
const ofCharacter = (name: string, answer: (rt: Runtime, character: number) => Ref): NativeFunction =>
  native(name, 'character, /', (rt, _module, [character]) => withCInt(rt, character!, (value) => answer(rt, value)));

const functions: readonly NativeFunction[] = [
  native('getcodesize', '', (rt) => rt.newInt(4)),
  ofCharacter('ascii_iscased', (rt, character) => rt.newBool(isAsciiCased(character))),
  ofCharacter('unicode_iscased', (rt, character) => rt.newBool(character >= 0 && isUnicodeCased(character))),
  ofCharacter('ascii_tolower', (rt, character) => rt.newInt(lowerAscii(character))),
  ofCharacter('unicode_tolower', (rt, character) => rt.newInt(character < 0 ? character : lowerUnicode(character))),
  suspending('compile', 'pattern, flags, code, groups, groupindex, indexgroup', (rt, _module, args) => compile(rt, args)),
  template,
];

defineModule({
  name: '_sre',
  functions,
  init: (rt, put) => {
    put('MAGIC', rt.newInt(regexOf(rt.profile.version).magic));
    put('CODESIZE', rt.newInt(4));
    put('MAXREPEAT', rt.newInt(MAX_REPEAT));
    put('MAXGROUPS', rt.newInt(MAX_GROUPS));
    put('copyright', rt.newStr(' SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB '));
  },
});
