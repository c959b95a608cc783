import type { Alias, Import, ImportFrom } from '../syntax/tree.ts';
import { NOWHERE } from './assembler.ts';
import type { Compiler } from './compiler.ts';
import { Op } from './opcodes.ts';

export function importStatement(c: Compiler, s: Import): void {
  if (s.is_lazy) {
    for (const { name, asname } of s.names) {
      const isSubmodule = asname !== null && name.includes('.');
      bindLazily(c, s, 0, isSubmodule ? [] : null, name, asname ?? name.split('.', 1)[0]!);
    }
    return;
  }
  for (const alias of s.names) {
    c.constant({ type: 'int', value: 0 }, s);
    c.none(s);
    c.emitPlainName(Op.IMPORT_NAME, alias.name, s);
    checkName(c, s, alias);
    if (alias.asname !== null) importAs(c, s, alias, alias.asname);
    else c.store(alias.name.split('.', 1)[0]!, s);
  }
}

/** Each name has a promise of its own: see `importLazily` for `wanted`. */
function bindLazily(c: Compiler, s: Import | ImportFrom, level: number, wanted: readonly string[] | null, module: string, name: string): void {
  c.constant({ type: 'int', value: level }, s);
  if (wanted === null) c.none(s);
  else c.constant(c.pool.strings(wanted), s);
  c.emitPlainName(Op.IMPORT_LAZILY, module, s);
  c.store(name, s);
}

/** `import a.b.c as d` walks down to the submodule. */
function importAs(c: Compiler, s: Import, alias: Alias, name: string): void {
  const [, ...submodules] = alias.name.split('.');
  submodules.forEach((submodule, i) => {
    c.emitPlainName(Op.IMPORT_FROM, submodule, s);
    if (i === submodules.length - 1) return;
    c.emit(Op.SWAP, 2, s);
    c.emit(Op.POP_TOP, 0, s);
  });
  c.store(name, s);
  if (submodules.length > 0) c.emit(Op.POP_TOP, 0, s);
}

export function importFrom(c: Compiler, s: ImportFrom): void {
  if (s.is_lazy) {
    for (const { name, asname } of s.names) bindLazily(c, s, s.level, [name], s.module ?? '', asname ?? name);
    return;
  }
  c.constant({ type: 'int', value: s.level }, s);
  c.constant(c.pool.strings(s.names.map((alias) => alias.name)), s);
  c.emitPlainName(Op.IMPORT_NAME, s.module ?? '', s);
  for (const alias of s.names) {
    if (alias.name === '*') {
      c.emit(Op.IMPORT_STAR, 0, s);
      return;
    }
    c.emitPlainName(Op.IMPORT_FROM, alias.name, s);
    checkName(c, s, alias);
    c.store(alias.asname ?? alias.name, s);
  }
  c.emit(Op.POP_TOP, 0, NOWHERE);
}

function checkName(c: Compiler, s: Import | ImportFrom, alias: Alias): void {
  if ((alias.asname ?? alias.name) === '__debug__') c.error('cannot assign to __debug__', c.dialect.aliasPositions ? alias : s);
}
