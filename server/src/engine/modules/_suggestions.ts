import { NONE, TYPE_ERROR } from '../heap/known.ts';
import type { Ref } from '../heap/ref.ts';
import { isStr, textArgument } from '../objects/arguments.ts';
import { raise } from '../objects/core/errors.ts';
import { itemsOf } from '../objects/core/make.ts';
import { native } from '../objects/core/native.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { isList } from '../objects/sequence.ts';
import { nearestName } from '../text/suggestions.ts';
import { defineModule } from './core/define.ts';

function suggest(rt: Runtime, candidates: Ref, item: Ref): Ref {
  const wrong = textArgument(rt, '_generate_suggestions', 'argument 2', item);
  if (!isList(rt, candidates)) raise(rt, TYPE_ERROR, 'candidates must be a list');
  const names = itemsOf(rt, candidates).map((candidate) => {
    if (!isStr(rt, candidate)) raise(rt, TYPE_ERROR, "all elements in 'candidates' must be strings");
    return rt.text(candidate);
  });
  rt.charge(names.length * 10);
  const nearest = nearestName(names, wrong);
  return nearest === null ? NONE : rt.newStr(nearest);
}

/** 3.13 and later. */
defineModule({
  name: '_suggestions',
  functions: [native('_generate_suggestions', 'candidates, item, /', (rt, _module, [candidates, item]) => suggest(rt, candidates!, item!))],
});
