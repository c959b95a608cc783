import type { PythonVersion } from '../journal/record.ts';
import { members } from './members-data.ts';

/** What a type or module has, in the order of its dict, each with its `__text_signature__`, null where that is None. */
type Members = ReadonlyMap<string, string | null>;

const known = new Map<PythonVersion, ReadonlyMap<string, Members>>();

function membersOf(owner: string, version: PythonVersion): Members | undefined {
  let made = known.get(version);
  if (made === undefined) known.set(version, (made = read(Number(version.slice(2)))));
  return made.get(owner);
}

/** A type as the table calls it: those of several modules share a name. */
interface NamedType {
  readonly name: string;
  readonly module: string;
}

const ofType = ({ name, module }: NamedType, version: PythonVersion): Members | undefined =>
  membersOf(module === 'builtins' ? name : `${module}.${name}`, version);

/** The names in the dict of a type, in order; none where nothing is known of it. */
export const dictOrder = (type: NamedType, version: PythonVersion): readonly string[] => [...(ofType(type, version)?.keys() ?? [])].filter((name) => name !== '=');

/** The signature that the documentation of a type's method begins with; undefined where the type has no such method. */
export const methodSignature = (type: NamedType, name: string, version: PythonVersion): string | null | undefined => ofType(type, version)?.get(name);

/** The same for the call of a type. */
export const typeSignature = (type: NamedType, version: PythonVersion): string | null => ofType(type, version)?.get('=') ?? null;

/** The same for methods that stand for a slot, which all types share. */
export const slotSignature = (name: string, version: PythonVersion): string | null => membersOf('slots', version)?.get(name) ?? null;

/** The same for a module's function. */
export const functionSignature = (module: string, name: string, version: PythonVersion): string | null => membersOf(`module:${module}`, version)?.get(name) ?? null;

/**
 * A block for each owner, `list = append(object, /) ; …` or `_io.FileIO = …`; `name(a)` stands for `($self, a)`, `name!($type, a)` for the text
 * as it is, `name` has no signature, `=` is the owner's own. `name:12-` is there since 3.12, `list@11 =` the block of 3.11.
 */
function read(minor: number): ReadonlyMap<string, Members> {
  const found = new Map<string, Members>();
  for (const block of members.trim().split(/\n(?! )/)) {
    const end = block.indexOf(' =');
    const [owner = '', only] = block.slice(0, end).split('@');
    if (only !== undefined && Number(only) !== minor) continue;
    const entries = new Map<string, string | null>();
    for (const entry of block.slice(end + 3).trim().split(/\s;\s+/)) {
      const [, name = '', whole, shown, first = '', last = ''] = /^(=|\w+)(!?)(\(.*\))?(?::(\d*)-(\d*))?$/.exec(entry) ?? [];
      if ((first !== '' && minor < Number(first)) || (last !== '' && minor > Number(last))) continue;
      entries.set(name, shown === undefined ? null : whole === '' ? withSelf(shown) : shown.replaceAll('⏎', '\n'));
    }
    if (entries.size > 0) found.set(owner, entries);
  }
  return found;
}

const withSelf = (shown: string): string => (shown === '()' ? '($self, /)' : `($self, ${shown.slice(1).replaceAll('⏎', '\n')}`);
