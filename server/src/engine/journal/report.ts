import { DICT, FROZENSET, LIST, MODULE, SET, TUPLE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { getNamespaceItem } from '../objects/core/attributes.ts';
import { tableOf } from '../objects/core/make.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { moduleDict, ModuleObject } from '../objects/module.ts';
import { RetainingPaths, type Root } from './paths.ts';
import type { Life, Recorder } from './recorder.ts';
import type { Finalizer, ObjectRecord, OwnerStep, RunResult, SurvivalReason } from './record.ts';

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

  constructor(
    private readonly rt: Runtime,
    private readonly recorder: Recorder,
    /** Files of the scenario: their modules' namespaces are the program's globals. */
    private readonly isOwnFile: (path: string) => boolean,
  ) {
    recorder.onExit = () => this.exitBegins();
  }

  /** Takes stock: containers of the program get a life, and everything alive its owners. */
  private exitBegins(): void {
    const { rt, recorder } = this;
    const roots = this.roots();
    this.addContainers(roots);
    const paths = new RetainingPaths(rt, roots);
    let count = 0;
    for (const life of recorder.lives) {
      if (life.handle === NULL) continue;
      const explain = count++ < explained;
      const reached = paths.reaches(life.handle);
      this.atExit.set(life, {
        references: rt.heap.refcount[life.handle]!,
        owners: explain && reached ? this.ownersOf(paths, life) : [],
        inCycle: !reached,
        cycle: explain && !reached ? this.cycleOf(life, paths) : [],
      });
    }
  }

  private ownersOf(paths: RetainingPaths, life: Life): OwnerStep[] {
    const steps = paths.steps(life.handle);
    const shown = steps.length <= longest ? steps : [...steps.slice(0, longest / 2), ...steps.slice(-longest / 2)];
    return shown.map(({ text, edge, reaches }) => {
      const reached = this.recorder.lifeOf(reaches);
      return { text, edge, object: reached?.id ?? null, place: null };
    });
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
      const isOwn = file !== NULL && typeof rt.heap.payload[file] === 'string' && this.isOwnFile(rt.text(file));
      if (isOwn) own.push({ ref: dict, kind: 'namespace', text: name === '__main__' ? "this module's globals" : `globals of \`${name}\`` });
      else others.push({ ref: dict, kind: 'namespace', text: `attribute of the module \`${name}\`` });
    }
    const states: Root[] = [];
    for (const [name, state] of rt.moduleStates) {
      (state as { traverse(visit: (ref: Ref) => void): void }).traverse((ref) => {
        states.push({ ref, kind: 'state', text: name === 'atexit' ? 'a callback registered with `atexit`' : `state of the module \`${name}\`` });
      });
    }
    return [...own, ...states, ...others, { ref: rt.modules, kind: 'namespace', text: '`sys.modules`' }];
  }

  /** Containers and modules that the program's globals hold directly or through one another. */
  private addContainers(roots: readonly Root[]): void {
    const { rt, recorder } = this;
    const seen = new Set<Ref>();
    const queue = roots.filter((root) => root.kind === 'namespace' && root.text.includes('globals')).map((root) => root.ref);
    for (let i = 0; i < queue.length && queue.length < explained; i++) {
      rt.heap.traverse(queue[i]!, (child) => {
        if (seen.has(child)) return;
        seen.add(child);
        const kind = this.containerKind(child);
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
    return this.recorder.lives.map((life) => this.record(life, route));
  }

  private record(life: Life, route: RunResult['exit']['route']): ObjectRecord {
    const stock = this.atExit.get(life);
    return {
      id: life.id,
      label: life.label,
      kind: life.kind,
      type: life.type,
      born: life.born,
      fate: life.fate ?? { stage: 'survives', at: null, freedBy: null, finalized: life.handle !== NULL && this.wasFinalized(life.handle) },
      finalizer: finalizerOf(life),
      size: life.size,
      referencesAtExit: stock?.references ?? null,
      owners: stock?.owners ?? [],
      inCycle: stock?.inCycle ?? false,
      cycle: stock?.cycle ?? [],
      reason: life.fate === null ? this.reasonOf(life, route) : null,
    };
  }

  private wasFinalized(object: Ref): boolean {
    return (this.rt.heap.flags[object]! & 1) !== 0;
  }

  private reasonOf(life: Life, route: RunResult['exit']['route']): SurvivalReason {
    if (route === 'stopped') return 'stopped';
    if (route === 'os._exit') return 'hard-exit';
    if (this.rt.collector.isFrozen(life.handle)) return 'frozen-generation';
    if (life.resurrected) return 'resurrected-too-late';
    return 'leaked-reference';
  }
}

function finalizerOf(life: Life): Finalizer | null {
  if (life.finalizerName === null) return null;
  return { name: life.finalizerName, defined: life.finalizerPlace, failure: life.failure, resurrected: life.resurrected };
}
