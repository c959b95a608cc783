import { IMPORT_ERROR, NONE, RUNTIME_ERROR } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import { frozenModule, loadFrozen, type FrozenModule } from '../../interpreter/frozen.ts';
import { replayAllocations } from '../../interpreter/allocations.ts';
import { raiseImport } from '../../interpreter/imports.ts';
import { codeOf } from '../../objects/code.ts';
import { getAttr, getNamespaceItem } from '../../objects/core/attributes.ts';
import { raise } from '../../objects/core/errors.ts';
import { newList, newTuple } from '../../objects/core/make.ts';
import { moduleState } from '../../objects/core/modulestate.ts';
import { native, suspending } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { settle, type Steps } from '../../objects/core/suspend.ts';
import { unsupported } from '../../objects/core/unsupported.ts';
import { hasStandIn } from '../../versions/extensions.ts';
import { Kind, tupleKind } from '../../versions/freelists.ts';
import { importSystemOf } from '../../versions/importsystem.ts';
import { moduleCosts } from '../../versions/modulecosts.ts';
import { modulesOf } from '../../versions/modules.ts';
import { createModule, defineModule, isNativeModule, isSinglePhase, prepareModule, typesOf } from '../core/define.ts';
import { holdSinglePhase } from '../core/singlephase.ts';

/** The import lock, which one thread at a time holds, as often as it likes. */
const lockOf = (rt: Runtime): { depth: number; traverse(): void } => moduleState(rt, '_imp', () => ({ depth: 0, traverse: () => {} }));

/** Whether `name` is one of the interpreter's own modules: −1 for those that cannot be made twice. */
function isBuiltin(rt: Runtime, name: string): number {
  if (name === 'sys' || name === 'builtins') return -1;
  if (!modulesOf(rt.profile.version).sys.builtinModules.split(' ').includes(name)) return 0;
  return isNativeModule(name) || !hasStandIn(name) ? 1 : 0;
}

function* nameOfSpec(rt: Runtime, spec: Ref): Steps<string> {
  const name = yield* settle(rt, getAttr(rt, spec, rt.name('name')));
  const text = rt.text(name);
  rt.heap.decref(name);
  return text;
}

/** A module written in C by its spec; `sys` and `builtins` are there already. */
function* create(rt: Runtime, spec: Ref): Steps<Ref> {
  const name = yield* nameOfSpec(rt, spec);
  if (name === 'sys' || name === 'builtins') return rt.heap.incref(getNamespaceItem(rt, rt.modules, rt.name(name)));
  if (!isNativeModule(name)) unsupported(`the module ${name}`);
  yield* prepareModule(rt, name);
  const module = createModule(rt, name);
  if (isSinglePhase(rt, name)) holdSinglePhase(rt, module);
  yield* replayAllocations(rt, unmadeObjects(rt, name));
  return module;
}

/** Kinds of what CPython makes with a module beside what is made here: each of its types has two tuples, of bases and of the mro. */
function unmadeObjects(rt: Runtime, name: string): number[] {
  const cost = moduleCosts(rt.profile.version).get(name) ?? 0;
  const tuples = Array.from({ length: Math.min(typesOf(name), cost >> 1) }, () => [tupleKind(1), tupleKind(2)]).flat();
  return [...tuples, ...Array<number>(Math.abs(cost - tuples.length)).fill(cost < 0 ? ~Kind.OTHER : Kind.OTHER)];
}

function frozen(rt: Runtime, name: Ref): FrozenModule {
  const text = rt.text(name);
  return frozenModule(rt, text) ?? raiseImport(rt, IMPORT_ERROR, `No such frozen object named '${text}'`, text);
}

function* initFrozen(rt: Runtime, name: Ref): Steps<Ref> {
  if (frozenModule(rt, rt.text(name)) === null) return NONE;
  return unsupported('_imp.init_frozen');
}

defineModule({
  name: '_imp',
  functions: [
    native('extension_suffixes', '', (rt) => newList(rt, importSystemOf(rt.profile.version).extensionSuffixes.map((suffix) => rt.newStr(suffix)))),
    native('lock_held', '', (rt) => rt.newBool(lockOf(rt).depth > 0)),
    native('acquire_lock', '', (rt) => {
      lockOf(rt).depth++;
      return NONE;
    }),
    native('release_lock', '', (rt) => {
      const lock = lockOf(rt);
      if (lock.depth === 0) raise(rt, RUNTIME_ERROR, 'not holding the import lock');
      lock.depth--;
      return NONE;
    }),
    native('find_frozen', 'name, /, *, withdata=False', (rt, _module, [name]) => {
      const found = frozenModule(rt, rt.text(name!));
      return found === null ? NONE : newTuple(rt, [NONE, rt.newBool(found.isPackage), rt.newStr(found.origin)]);
    }),
    suspending('get_frozen_object', 'name, data=None, /', (rt, _module, [name]) => loadFrozen(rt, frozen(rt, name!))),
    native('is_frozen_package', 'name, /', (rt, _module, [name]) => rt.newBool(frozen(rt, name!).isPackage)),
    suspending('create_builtin', 'spec, /', (rt, _module, [spec]) => create(rt, spec!)),
    suspending('init_frozen', 'name, /', (rt, _module, [name]) => initFrozen(rt, name!)),
    native('is_builtin', 'name, /', (rt, _module, [name]) => rt.newInt(isBuiltin(rt, rt.text(name!)))),
    native('is_frozen', 'name, /', (rt, _module, [name]) => rt.newBool(frozenModule(rt, rt.text(name!)) !== null)),
    native('_frozen_module_names', '', (rt) => newList(rt, [...importSystemOf(rt.profile.version).frozen.keys()].map((name) => rt.newStr(name)))),
    suspending('create_dynamic', 'spec, file=<unrepresentable>, /', (rt, _module, [spec]) => create(rt, spec!)),
    native('exec_dynamic', 'mod, /', (rt) => rt.newInt(0)),
    native('exec_builtin', 'mod, /', (rt) => rt.newInt(0)),
    native('_fix_co_filename', 'code, path, /', (rt, _module, [code, path]) => {
      // Code of the library carries the name of its place already.
      return codeOf(rt, code!).data.filename === rt.text(path!) ? NONE : unsupported('_imp._fix_co_filename');
    }),
    native('_set_lazy_attributes', 'modobj, name, /', () => NONE),
    native('_override_frozen_modules_for_tests', 'override, /', () => NONE),
    native('_override_multi_interp_extensions_check', 'override, /', (rt) => rt.newInt(0)),
  ],
  init: (rt, put) => {
    const { magicToken } = importSystemOf(rt.profile.version);
    put('check_hash_based_pycs', rt.intern('default'));
    put('pyc_magic_number_token', rt.newInt(magicToken));
  },
});

