import { defineModule } from './core/define.ts';

defineModule({ name: '_statistics' });
