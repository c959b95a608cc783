import { holdAgainstRecord } from './hold.ts';

await holdAgainstRecord('3.12');
