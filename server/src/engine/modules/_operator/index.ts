import { defineModule } from '../core/define.ts';
import { ATTR_GETTER } from './attrgetter.ts';
import { operatorFunctions } from './functions.ts';
import { ITEM_GETTER } from './itemgetter.ts';
import { METHOD_CALLER } from './methodcaller.ts';

defineModule({
  name: '_operator',
  functions: operatorFunctions,
  types: [ATTR_GETTER, ITEM_GETTER, METHOD_CALLER],
});
