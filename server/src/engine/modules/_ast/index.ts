import { astOf } from '../../versions/astnodes.ts';
import { defineModule } from '../core/define.ts';
import { ALLOW_TOP_LEVEL_AWAIT, ONLY_AST, OPTIMIZED_AST, TYPE_COMMENTS } from './flags.ts';
import { isAbstractFunction } from './node.ts';
import { AST, astState } from './state.ts';
import { makeAstTypes } from './types.ts';

defineModule({
  name: '_ast',
  types: [AST],
  functions: [isAbstractFunction],
  prepare: makeAstTypes,
  init: (rt, put) => {
    put('PyCF_ONLY_AST', rt.newInt(ONLY_AST));
    put('PyCF_TYPE_COMMENTS', rt.newInt(TYPE_COMMENTS));
    put('PyCF_ALLOW_TOP_LEVEL_AWAIT', rt.newInt(ALLOW_TOP_LEVEL_AWAIT));
    if (astOf(rt.profile.version).hasOptimizedTrees) put('PyCF_OPTIMIZED_AST', rt.newInt(OPTIMIZED_AST));
    for (const [name, type] of astState(rt).types) put(name, rt.heap.incref(type));
  },
});
