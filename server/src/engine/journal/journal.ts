import type { Ref } from '../heap/ref.ts';
import type { Stage } from './record.ts';
import type { CodeObject } from '../objects/code.ts';

/** What the engine reports while a run is observed. The collecting side is `recorder.ts`. */
export interface Journal {
  /** An object of a class, a class, a function or a module was made. */
  born(object: Ref): void;
  /** The instruction before `next` of `code` put `object` into a name or read it from one. */
  seen(code: CodeObject, next: number, object: Ref): void;
  /** The finaliser of this object is about to be called; `finalized` follows when it is over. */
  finalizing(object: Ref): void;
  finalized(): void;
  /** It was reachable again after its finaliser ran. */
  resurrected(object: Ref): void;
  /** The collector clears this object; NULL when it is done. */
  clearing(object: Ref): void;
  /** The exit enters a stage. */
  stage(stage: Stage): void;
  collected(generation: number, count: number): void;
}
