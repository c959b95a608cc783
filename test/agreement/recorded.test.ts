/** The record is of the scenarios as they stand. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readScenarios } from '../scenarios.ts';

test.each(readScenarios(fileURLToPath(new URL('..', import.meta.url))))('$name', ({ current }) => {
  expect(current, 'record it again: test/record/record.py').toBe(true);
});
