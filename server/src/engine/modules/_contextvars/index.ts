import { defineModule } from '../core/define.ts';
import { copyCurrent } from './context.ts';
import { CONTEXT, CONTEXT_VAR, TOKEN } from './state.ts';
import './token.ts';
import './var.ts';

defineModule({ name: '_contextvars', functions: [copyCurrent], types: [CONTEXT, CONTEXT_VAR, TOKEN] });
