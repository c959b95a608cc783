/**
 * The program uses what Exit Lens does not model yet. It is refused at its place and never approximated: where the
 * run reaches it, the run ends there.
 *
 *     log = open("log.txt")      # unsupported-feature, for example
 *     import socket              # unsupported-module
 *
 * Instead: leave it out of the scenario, or stand in for it with a small class of your own.
 */
import type { Unsupported } from '../../engine/journal/record.ts';
import type { Facts } from '../facts.ts';
import { code, marked, say } from '../words/prose.ts';
import { diagnose, type Diagnostic } from './diagnostic.ts';

export function unsupportedFeature(facts: Facts): readonly Diagnostic[] {
  return unsupported(facts).filter((met) => !isModule(met)).map((met) => report('unsupported-feature', met));
}

export function unsupportedModule(facts: Facts): readonly Diagnostic[] {
  return unsupported(facts).filter((met) => isModule(met)).map((met) => report('unsupported-module', met));
}

function report(kind: 'unsupported-feature' | 'unsupported-module', { feature, neededBy, place, reached }: Unsupported): Diagnostic {
  const consequence = reached ? 'The run ends here; what follows is unknown.' : 'This run does not come here.';
  const missing = feature.replace(/^the module /, '');
  const what =
    neededBy === null ? say`Exit Lens does not model ${marked(feature)} yet.` : say`${code(neededBy)} needs ${code(missing)}, which Exit Lens does not model yet.`;
  return diagnose(kind, place, say`${what} ${consequence}`, [], !reached);
}

/** Everything met, each place once: what ended the run may also have been seen in the text. */
function unsupported({ result }: Facts): readonly Unsupported[] {
  const ended = result.stopped?.budget === 'unsupported' ? [result.stopped.unsupported] : [];
  const byPlace = new Map<string, Unsupported>();
  for (const met of [...result.unsupported, ...ended]) {
    const key = `${met.place.file}:${met.place.start}:${met.place.end}:${met.feature}`;
    if (met.reached || !byPlace.has(key)) byPlace.set(key, met);
  }
  return [...byPlace.values()];
}

/** True when it is a module that cannot be imported. */
function isModule({ feature }: Unsupported): boolean {
  return /^(the )?module\b/.test(feature);
}
