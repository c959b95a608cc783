import type { Ref } from '../heap/ref.ts';
import type { Stage } from './record.ts';
import type { CodeObject } from '../objects/code.ts';
import type { ReadText } from './reading.ts';

/** What the engine reports while a run is observed. The collecting side is `recorder.ts`. */
export interface Journal {
  /** An object of a class, a class, a function or a module was made. */
  born(object: Ref): void;
  /** A class statement makes a class of this name. */
  classStatement(name: string): void;
  /** Its `__class__` was set. */
  retyped(object: Ref): void;
  /** The instruction before `next` of `code` put `object` into a name or read it from one. */
  seen(code: CodeObject, next: number, object: Ref): void;
  /** The instruction before `next` ran code of the program, and `object` is its result. */
  answered(code: CodeObject, next: number, object: Ref): void;
  /** A function begins, its arguments in the value stack from `base`. */
  entered(code: CodeObject, base: number): void;
  /** A text of the program was read, and is about to run if nothing is wrong with it. */
  read(text: ReadText): void;
  /** An exception that nobody caught ends the program. */
  ended(exception: Ref): void;
  /** An exception that nobody can catch was shown, or not where it was not `heard`. */
  unraisable(exception: Ref, heard: boolean): void;
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
