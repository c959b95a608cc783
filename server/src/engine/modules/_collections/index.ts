import { defineModule } from '../core/define.ts';
import { countElements } from './countelements.ts';
import { DEFAULT_DICT } from './defaultdict.ts';
import { DEQUE, DEQUE_ITERATOR, DEQUE_REVERSE_ITERATOR } from './dequeiterators.ts';
import './deque.ts';
import { ORDERED_DICT } from './ordereddict.ts';
import { TUPLE_GETTER } from './tuplegetter.ts';

defineModule({
  name: '_collections',
  functions: [countElements],
  types: [DEQUE, DEFAULT_DICT, DEQUE_ITERATOR, DEQUE_REVERSE_ITERATOR, TUPLE_GETTER, ORDERED_DICT],
});
