import { LocalKind, type CodeData } from '../compiler/code.ts';
import { TypeFlag } from '../heap/heap.ts';
import { CODE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { badArgument } from './arguments.ts';
import { CodeObject } from './code.ts';
import { raise } from './core/errors.ts';
import { copyRefs, itemsOf } from './core/make.ts';
import { index } from './core/protocol.ts';
import type { Runtime } from './core/runtime.ts';
import type { Steps } from './core/suspend.ts';
import { unsupported } from './core/unsupported.ts';

/** Fields of the data that are numbers, by the names of the arguments. */
const numbers = {
  co_argcount: 'argcount',
  co_posonlyargcount: 'posonlyargcount',
  co_kwonlyargcount: 'kwonlyargcount',
  co_stacksize: 'stacksize',
  co_flags: 'flags',
  co_firstlineno: 'firstLine',
} as const;

const texts = ['co_filename', 'co_name', 'co_qualname'];
const tuples = ['co_consts', 'co_names', 'co_varnames', 'co_freevars', 'co_cellvars'];
/** What would need CPython's own bytecode. */
const encoded = ['co_code', 'co_linetable', 'co_exceptiontable'];

const known = [...Object.keys(numbers), 'co_nlocals', ...texts, ...tuples, ...encoded];

/** Mirrors code_replace(): a new code object, like this one but for what is given by name. */
export function* replaceCode(rt: Runtime, code: CodeObject, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const names = keywords === NULL ? [] : itemsOf(rt, keywords).map((name) => rt.text(name));
  if (args.length > names.length) raise(rt, TYPE_ERROR, 'replace() takes no positional arguments');
  const given = new Map<string, Ref>();
  for (const [i, name] of names.entries()) {
    if (!known.includes(name)) raise(rt, TYPE_ERROR, rt.profile.words.unexpectedKeyword('replace', name, known));
    given.set(name, args[i]!);
  }
  const changed: Partial<Record<(typeof numbers)[keyof typeof numbers], number>> = {};
  for (const [name, field] of Object.entries(numbers)) {
    const value = given.get(name);
    if (value !== undefined) changed[field] = Number(yield* index(rt, value));
  }
  if (Object.values(changed).some((value) => value < 0)) raise(rt, VALUE_ERROR, 'code: argcount must not be negative');
  for (const name of encoded) if (given.has(name)) unsupported(`code.replace(${name}=…)`);
  for (const [name, value] of given) checkType(rt, name, value);
  return build(rt, code, changed, given);
}

function checkType(rt: Runtime, name: string, value: Ref): void {
  const { flags } = rt.typeOf(value);
  if (texts.includes(name) && (flags & TypeFlag.STR_SUBCLASS) === 0) badArgument(rt, 'replace', `argument '${name}'`, 'str', value);
  if (tuples.includes(name) && (flags & TypeFlag.TUPLE_SUBCLASS) === 0) badArgument(rt, 'replace', `argument '${name}'`, 'tuple', value);
}

function build(rt: Runtime, code: CodeObject, changed: Partial<CodeData>, given: ReadonlyMap<string, Ref>): Ref {
  const { heap } = rt;
  const list = (name: string, own: readonly Ref[]): Ref[] => {
    const tuple = given.get(name);
    return copyRefs(rt, tuple === undefined ? own : itemsOf(rt, tuple));
  };
  const one = (name: string, own: Ref): Ref => heap.incref(given.get(name) ?? own);
  const localNames = replaceLocals(rt, code, given);
  const nameRef = one('co_name', code.nameRef);
  const qualnameRef = one('co_qualname', code.qualnameRef);
  const filename = given.get('co_filename');
  const names = list('co_names', code.names);
  const { firstLine, positions } = code.data;
  const moved = changed.firstLine === undefined ? 0 : changed.firstLine - firstLine;
  const data: CodeData = {
    ...code.data,
    ...changed,
    name: rt.text(nameRef),
    qualname: rt.text(qualnameRef),
    filename: filename === undefined ? code.data.filename : rt.text(filename),
    names: names.map((name) => rt.text(name)),
    localsplusnames: localNames.map((name) => rt.text(name)),
    positions: moved === 0 ? positions : positions.map((value, i) => ((i & 3) < 2 && value !== 0 ? value + moved : value)),
  };
  return heap.allocate(CODE, new CodeObject(data, list('co_consts', code.constants), names, localNames, nameRef, qualnameRef));
}

/** The names of locals, cells and free variables: as many as there were, since the instructions count them. */
function replaceLocals(rt: Runtime, code: CodeObject, given: ReadonlyMap<string, Ref>): Ref[] {
  const result = copyRefs(rt, code.localNames);
  for (const [argument, kind] of [['co_varnames', LocalKind.LOCAL], ['co_cellvars', LocalKind.CELL], ['co_freevars', LocalKind.FREE]] as const) {
    const tuple = given.get(argument);
    if (tuple === undefined) continue;
    const places = [...code.data.localspluskinds.keys()].filter((i) => (code.data.localspluskinds[i]! & kind) !== 0);
    const names = itemsOf(rt, tuple);
    if (names.length !== places.length) unsupported(`code.replace(${argument}=…) with another number of names`);
    places.forEach((place, i) => {
      const old = result[place]!;
      result[place] = rt.heap.incref(names[i]!);
      rt.heap.decref(old);
    });
  }
  return result;
}
