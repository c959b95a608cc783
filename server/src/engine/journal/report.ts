import { Flag } from '../heap/heap.ts';
import { CELL, DICT, FROZENSET, LIST, MODULE, SET, TUPLE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getNamespaceItem } from '../objects/core/attributes.ts';
import { tableOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Registers } from '../objects/core/threadstate.ts';
import { cellOf } from '../objects/cell.ts';
import { moduleDict, ModuleObject } from '../objects/module.ts';
import { RetainingPaths, type Edge, type Root, type Step } from './paths.ts';
import type { Life, Recorder } from './recorder.ts';
import { sizeOf } from './sizes.ts';
import type { Finalizer, ObjectRecord, OwnerStep, Place, RunResult, SurvivalReason } from './record.ts';

/** Most steps of a path, and most members of a cycle, that are told. */
const longest = 32;
/** Objects whose owners are looked for; beyond that the report would be unreadable anyway. */
const explained = 5_000;

interface AtExit {
  readonly references: number;
  readonly owners: readonly OwnerStep[];
  readonly inCycle: boolean;
  readonly cycle: readonly number[];
}

/** Puts the records of a run together: what it saw on the way, when the exit began, and what is left. */
export class Report {
  private readonly atExit = new Map<Life, AtExit>();
  /** For survivors: the first of those that lead to it. */
  private readonly leaders = new Map<Life, Life>();
  /** Survivors that frames of other threads hold. */
  private readonly inThreads = new Set<Life>();

  constructor(
    private readonly rt: Runtime,
    private readonly recorder: Recorder,
    private readonly mainFile: string,
    /** Files of the scenario: their modules' namespaces are the program's globals. */
    private readonly isOwnFile: (path: string) => boolean,
  ) {
    recorder.onExit = () => this.takeStock();
  }

  /** What there is when the exit begins: containers of the program get a life, and everything alive its owners. */
  takeStock(): void {
    const { rt, recorder } = this;
    const roots = this.roots();
    this.addContainers(roots);
    const paths = new RetainingPaths(rt, roots);
    let count = 0;
    for (const life of recorder.lives) {
      if (life.handle === NULL) continue;
      life.size = sizeOf(rt, life.handle);
      const explain = count++ < explained;
      const reached = paths.reaches(life.handle);
      this.atExit.set(life, {
        references: rt.heap.refcount[life.handle]!,
        owners: explain && reached ? this.ownersOf(paths.steps(life.handle)) : [],
        inCycle: !reached,
        cycle: explain && !reached ? this.cycleOf(life, paths) : [],
      });
    }
  }

  private ownersOf(steps: readonly Step[]): OwnerStep[] {
    const shown = steps.length <= longest ? steps : [...steps.slice(0, longest / 2), ...steps.slice(-longest / 2)];
    return shown.map((step) => {
      const { text, edge, reaches } = step;
      const id = this.recorder.lifeOf(reaches)?.id ?? null;
      return { text, edge, object: id, place: this.placeOf(step, id) };
    });
  }

  /** The statement that made the reference. */
  private placeOf({ store }: Step, id: number | null): Place | null {
    const { sights } = this.recorder;
    switch (store?.kind) {
      case 'variable':
        return sights.lastBinding(store.name, store.file);
      case 'attribute':
        return id === null ? null : sights.lastAttribution(store.name, id);
      case undefined:
        return null;
    }
  }

  /** The program's namespaces first, then what the interpreter keeps. */
  private roots(): Root[] {
    const { rt } = this;
    const own: Root[] = [];
    const others: Root[] = [];
    const { keys, values } = tableOf(rt, rt.modules);
    for (let i = 0; i < keys.length; i++) {
      const module = values[i]!;
      if (keys[i] === NULL || !(rt.heap.payload[module] instanceof ModuleObject)) continue;
      const name = rt.text(keys[i]!);
      const dict = moduleDict(rt, module);
      const file = getNamespaceItem(rt, dict, rt.name('__file__'));
      // At its end `__main__` forgets its file.
      const path = name === '__main__' ? this.mainFile : file !== NULL && typeof rt.heap.payload[file] === 'string' ? rt.text(file) : null;
      const isOwn = path !== null && this.isOwnFile(path);
      const text = !isOwn ? `attribute of the module \`${name}\`` : name === '__main__' ? "this module's globals" : `globals of \`${name}\``;
      (isOwn ? own : others).push({ kind: 'namespace', ref: dict, text, file: isOwn ? path : null });
    }
    const states: Root[] = [];
    for (const [name, state] of rt.moduleStates) {
      const step: Edge = name === 'atexit'
        ? { text: 'a callback registered with `atexit`', edge: 'callback', store: null }
        : { text: `state of the module \`${name}\``, edge: 'c-root', store: null };
      state.traverse((ref) => states.push({ kind: 'reference', ref, step }));
    }
    return [...own, ...this.frameRoots(), ...states, ...others, { kind: 'namespace', ref: rt.modules, text: '`sys.modules`', file: null }];
  }

  /** What running frames hold: of other threads, and of the main one where `os._exit` is called. */
  private frameRoots(): Root[] {
    const { rt } = this;
    return rt.threads.flatMap((thread) => this.framesOf(thread.registers ?? rt, thread === rt.thread ? '' : ', in a thread'));
  }

  private framesOf({ activation: innermost, stack }: Pick<Registers, 'activation' | 'stack'>, where: string): Root[] {
    const { rt } = this;
    const roots: Root[] = [];
    for (let activation = innermost; activation !== null; activation = activation.previous) {
      if (!activation.isPython) continue;
      const { localsplusnames, name, filename } = activation.code.data;
      for (let i = activation.base; i < activation.sp; i++) {
        const slot = stack[i]!;
        const ref = slot !== NULL && rt.heap.type[slot] === CELL ? cellOf(rt, slot).contents : slot;
        const variable = localsplusnames[i - activation.base];
        const step: Edge = variable === undefined
          ? { text: `a temporary of \`${name}\`${where}`, edge: 'frame', store: null }
          : { text: `\`${variable}\` (local of \`${name}\`${where})`, edge: 'local', store: { kind: 'variable', name: variable, file: filename } };
        roots.push({ kind: 'reference', ref, step });
      }
      if (activation.locals !== NULL) roots.push({ kind: 'namespace', ref: activation.locals, text: `the body of \`${name}\``, file: filename });
      if (where !== '') roots.push({ kind: 'reference', ref: activation.func, step: { text: `\`${name}\`, called${where.slice(1)}`, edge: 'frame', store: null } });
    }
    return roots;
  }

  /** Containers and modules that the program's globals hold directly, through one another or through instances. */
  private addContainers(roots: readonly Root[]): void {
    const { rt, recorder } = this;
    const seen = new Set<Ref>([rt.builtinsDict, rt.sysDict]);
    const queue = roots.flatMap((root) => (root.kind === 'namespace' && root.file !== null ? [root.ref] : []));
    for (let i = 0; i < queue.length && queue.length < explained; i++) {
      const owner = queue[i]!;
      rt.heap.traverse(owner, (child) => {
        if (seen.has(child)) return;
        seen.add(child);
        if (recorder.lifeOf(child)?.kind === 'instance') queue.push(child);
        // An instance's own dict is part of it.
        const kind = rt.heap.attributes[owner]?.[0] === child ? null : this.containerKind(child);
        if (kind === null) return;
        if (recorder.lifeOf(child) === null && recorder.lives.length < 200_000) recorder.add(child, kind, null);
        if (kind === 'container') queue.push(child);
      });
    }
  }

  private containerKind(object: Ref): 'container' | 'module' | null {
    switch (this.rt.heap.type[object]) {
      case LIST:
      case DICT:
      case SET:
      case TUPLE:
      case FROZENSET:
        return this.rt.heap.isTracked(object) ? 'container' : null;
      case MODULE: {
        const file = getNamespaceItem(this.rt, moduleDict(this.rt, object), this.rt.name('__file__'));
        return file === NULL ? null : 'module';
      }
      default:
        return null;
    }
  }

  /** Recorded objects on a way from an unreachable object back to itself. */
  private cycleOf(life: Life, paths: RetainingPaths): number[] {
    const { rt, recorder } = this;
    const forward = new Map<Ref, Ref[]>();
    const queue: Ref[] = [life.handle];
    forward.set(life.handle, []);
    for (let i = 0; i < queue.length && queue.length < 512; i++) {
      rt.heap.traverse(queue[i]!, (child) => {
        const back = forward.get(child);
        if (back !== undefined) back.push(queue[i]!);
        else if (!paths.reaches(child)) {
          forward.set(child, [queue[i]!]);
          queue.push(child);
        }
      });
    }
    const members = new Set<Ref>();
    const pending = [...forward.get(life.handle)!];
    while (pending.length !== 0) {
      const member = pending.pop()!;
      if (members.has(member)) continue;
      members.add(member);
      pending.push(...(forward.get(member) ?? []));
    }
    return [...members].flatMap((ref) => {
      const other = recorder.lifeOf(ref);
      return other === null || other === life ? [] : [other.id];
    }).slice(0, longest);
  }

  /** The records of all objects; what is still alive survives, for `reason`. */
  objects(route: RunResult['exit']['route']): ObjectRecord[] {
    const labels = this.recorder.labels();
    const isOver = route !== 'stopped' && route !== 'os._exit';
    const keepers = isOver ? this.keepers(labels) : new Map<Life, readonly OwnerStep[]>();
    return this.recorder.lives.map((life, i) => this.record(life, labels[i]!, route, keepers.get(life) ?? null));
  }

  /**
   * What keeps each survivor after the exit: the frames of daemon threads. Where there are none, nothing is left that
   * holds the first of them but themselves or the interpreter; the others are told by their way from the first that leads
   * to them. Instances come first.
   */
  private keepers(labels: readonly string[]): Map<Life, readonly OwnerStep[]> {
    const { rt, recorder } = this;
    const survivors = recorder.lives.filter((life) => life.handle !== NULL).slice(0, explained);
    const paths = new RetainingPaths(rt, rt.threads.length > 1 ? this.frameRoots() : []);
    for (const life of survivors) if (paths.reaches(life.handle)) this.inThreads.add(life);
    const kept = new Map<Life, readonly OwnerStep[]>();
    for (const isTurn of [(life: Life) => life.kind === 'instance', (life: Life) => life.kind !== 'instance']) {
      for (const life of survivors.filter(isTurn)) {
        const frozen: Step[] = rt.collector.isFrozen(life.handle) ? [{ text: 'the frozen generation', edge: 'c-root', store: null, reaches: life.handle }] : [];
        if (paths.reaches(life.handle)) {
          const steps = paths.steps(life.handle);
          if (!this.inThreads.has(life)) this.leaders.set(life, recorder.lifeOf(steps[0]!.reaches) ?? life);
          kept.set(life, this.ownersOf([...frozen, ...steps]));
          continue;
        }
        const [name = '', serial] = labels[life.id - 1]!.split('#');
        const text = `\`${name}\`${serial === undefined ? '' : ` #${serial}`}`;
        paths.add([{ kind: 'reference', ref: life.handle, step: { text, edge: 'other', store: null } }]);
        kept.set(life, this.ownersOf(frozen));
      }
    }
    return kept;
  }

  private record(life: Life, label: string, route: RunResult['exit']['route'], keepers: readonly OwnerStep[] | null): ObjectRecord {
    const stock = this.atExit.get(life);
    return {
      id: life.id,
      label,
      kind: life.kind,
      type: life.type,
      born: life.born,
      fate: life.fate ?? { stage: 'survives', at: null, freedBy: null, finalized: life.handle !== NULL && this.wasFinalized(life) },
      finalizer: this.finalizerOf(life),
      size: life.size,
      referencesAtExit: stock?.references ?? null,
      owners: keepers ?? stock?.owners ?? [],
      inCycle: stock?.inCycle ?? false,
      cycle: stock?.cycle ?? [],
      reason: life.fate === null ? this.reasonOf(life, route) : null,
    };
  }

  private wasFinalized({ handle, closesItself }: Life): boolean {
    return (this.rt.heap.flags[handle]! & Flag.FINALIZED) !== 0 && !closesItself;
  }

  private reasonOf(life: Life, route: RunResult['exit']['route']): SurvivalReason {
    if (route === 'stopped') return 'stopped';
    if (route === 'os._exit') return 'hard-exit';
    if (this.inThreads.has(life)) return 'daemon-thread';
    if (this.rt.collector.isFrozen(life.handle)) return 'frozen-generation';
    if (life.resurrected) return 'resurrected-too-late';
    return this.leadsBack((this.leaders.get(life) ?? life).handle) ? 'uncollected-cycle' : 'leaked-reference';
  }

  /** True for an object that holds itself, by however long a way. */
  private leadsBack(object: Ref): boolean {
    const seen = new Set<Ref>();
    const queue: Ref[] = [object];
    for (let i = 0; i < queue.length && queue.length < explained && !seen.has(object); i++) {
      this.rt.heap.traverse(queue[i]!, (child) => {
        if (seen.has(child)) return;
        seen.add(child);
        queue.push(child);
      });
    }
    return seen.has(object);
  }

  private finalizerOf({ finalizerName, finalizerPlace, failure, resurrected, handle }: Life): Finalizer | null {
    const name = finalizerName ?? (handle !== NULL && this.recorder.cleansUp(handle) ? 'close' : null);
    return name === null ? null : { name, defined: finalizerPlace, failure, resurrected };
  }
}
