/**
 * An object is never freed: after the exit its memory is still there, and the operating system takes the page back.
 *
 * Why it matters: what it stood for (a connection, a lock, a buffer) is never given back by its own code, and in a
 * process that starts and ends interpreters, or in a leak checker, it is a leak.
 *
 *     import gc
 *     class Node: pass
 *     node = Node(); node.me = node
 *     del node
 *     gc.freeze()                # the collector never looks at the cycle again
 *
 * Instead: break the cycle, or call `gc.unfreeze()` before the end; join threads; leave with `sys.exit`.
 */
import { type Facts } from '../facts.ts';
import type { Leader } from '../survivors.ts';
import { why } from '../words/explain.ts';
import { crowd } from '../words/names.ts';
import { count, type Prose, say } from '../words/prose.ts';
import { byBirthLine, diagnose, type Diagnostic, keepersOf, placeOf } from './diagnostic.ts';

export function survivesExit(facts: Facts): readonly Diagnostic[] {
  return facts.groups.flatMap(({ leaders }) => {
    const followers = new Map(leaders.map(({ object, followers: n }) => [object.id, n]));
    const hard = facts.result.exit.route === 'os._exit';
    const shown = leaders.filter(({ object }: Leader) => !hard || object.kind === 'instance').map(({ object }) => object);
    return byBirthLine(facts, shown).map((objects) => {
      const [first] = objects;
      const through = objects.reduce((sum, object) => sum + (followers.get(object.id) ?? 0), 0);
      const message = say`${crowd(facts, objects)} ${objects.length === 1 ? 'is' : 'are'} never freed. ${why(facts, first)}${more(through)}`;
      return diagnose('survives-exit', placeOf(facts, first), message, keepersOf(facts, first), hard);
    });
  });
}

function more(followers: number): Prose {
  if (followers === 0) return say``;
  return say` ${count(followers, 'more object')} ${followers === 1 ? 'stays' : 'stay'} with it.`;
}
