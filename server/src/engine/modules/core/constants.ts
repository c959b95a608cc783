import type { Ref } from '../../heap/ref.ts';
import type { Runtime } from '../../objects/core/runtime.ts';

/** Puts numbers into a module that is being made. */
export function putNumbers(rt: Runtime, put: (name: string, value: Ref) => void, numbers: readonly (readonly [name: string, value: number])[]): void {
  for (const [name, value] of numbers) put(name, rt.newInt(value));
}
