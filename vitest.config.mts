import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that measure how soon an editor is answered run by themselves, after the others. */
const timed = ['test/editor/server.test.ts', 'test/editor/endless.test.ts'];

export default defineConfig({
  test: {
    // One core is left idle by default, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'product',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...timed],
          sequence: { groupOrder: 0 },
          // No test here is about time: only what hangs should fail, on a busy machine too.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'timed',
          include: timed,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
