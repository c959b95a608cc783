import type { Ref } from '../heap/ref.ts';
import type { CallRequest, Steps } from '../objects/core/suspend.ts';
import { NativeFrame } from '../objects/frame.ts';

/** What happens to the activation below when an interlude (finalisers, a collection) is over. */
export type After =
  | { readonly then: 'resume' }
  | { readonly then: 'deliver'; readonly value: Ref }
  | { readonly then: 'raise'; readonly exception: Ref; readonly unwinding: Unwinding | null }
  | { readonly then: 'perform'; readonly request: CallRequest };

/** The search for a handler that was interrupted: the frame on top has its traceback entry already. */
export interface Unwinding {
  readonly instruction: number;
}

/** A built-in activation that the loop put in between; its own result is dropped. */
export class Interlude extends NativeFrame {
  constructor(
    steps: Steps<Ref>,
    previous: NativeFrame['previous'],
    sp: number,
    readonly after: After,
  ) {
    super(steps, previous, sp, null);
  }
}
