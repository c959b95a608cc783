import { NULL, type Ref } from '../../heap/ref.ts';
import { moduleTypeHandle } from '../../objects/core/define.ts';
import { moduleState, type ModuleState } from '../../objects/core/modulestate.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

export const AST = moduleTypeHandle();

/** The classes of syntax trees, which are made when first needed (`struct ast_state`). All references are owned. */
class AstState implements ModuleState {
  readonly types = new Map<string, Ref>();
  /** The one instance of each operator and context that trees of the parser share. */
  readonly singletons = new Map<string, Ref>();

  traverse(visit: (ref: Ref) => void): void {
    for (const refs of [this.types, this.singletons]) for (const ref of refs.values()) visit(ref);
  }
}

export const astState = (rt: Runtime): AstState => moduleState(rt, '_ast', () => new AstState());

/** A class by its name, borrowed; they have to have been made. */
export const nodeType = (rt: Runtime, name: string): Ref => astState(rt).types.get(name) ?? NULL;

/** Mirrors _PyAST_Fini(). */
export function releaseAst(rt: Runtime): void {
  const { types, singletons } = astState(rt);
  const held = [...singletons.values(), ...types.values()];
  types.clear();
  singletons.clear();
  rt.heap.deaths.drop(held);
}
