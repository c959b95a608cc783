/** The session without a protocol and without an engine: what is run, what is dropped, what is remembered. */
import { describe, expect, it, vi } from 'vitest';
import { hoverAt } from '../../server/src/editor/features/hover.ts';
import type { Check } from '../../server/src/editor/session/check.ts';
import type { Findings, Job, Outcome, Runner } from '../../server/src/editor/session/job.ts';
import { EngineQueue } from '../../server/src/editor/session/queue.ts';
import { Session } from '../../server/src/editor/session/session.ts';
import { defaultSettings } from '../../server/src/editor/session/settings.ts';
import {
  WorkerRunner,
  type EngineThread,
  type ThreadEvents,
} from '../../server/src/editor/session/worker/runner.ts';
import type { ToWorker } from '../../server/src/editor/session/worker/wire.ts';

const nothingFound: Findings = { diagnostics: [], sources: new Map(), modules: [] };
const noProgress = (): void => {};
const turn = (milliseconds = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function job(path: string): Job {
  return {
    main: { path, source: '' },
    version: '3.13',
    stepLimit: 1,
    memoryLimit: 1,
    openModules: new Map(),
    folder: null,
  };
}

/** Settles a job when it is told to. */
class ManualRunner implements Runner {
  readonly started: Job[] = [];
  modules: readonly string[] = [];
  finish: () => void = noProgress;

  run(job: Job, signal: AbortSignal): Promise<Outcome> {
    this.started.push(job);
    return new Promise((resolve) => {
      this.finish = () =>
        resolve({
          kind: 'analysed',
          report: { ...nothingFound, modules: this.modules, hover: async () => ({ kind: 'forgotten' }) },
        });
      signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
    });
  }

  dispose(): void {}
}

describe('the queue', () => {
  it('runs one job at a time, the latest first, and never one that is out of date', async () => {
    const runner = new ManualRunner();
    const queue = new EngineQueue(runner);
    const old = new AbortController();
    const first = queue.run(job('first'), new AbortController().signal, noProgress);
    await turn();
    const second = queue.run(job('second'), new AbortController().signal, noProgress);
    const outdated = queue.run(job('outdated'), old.signal, noProgress);
    const third = queue.run(job('third'), new AbortController().signal, noProgress);
    old.abort();
    for (const outcome of [first, third, second]) {
      await turn();
      runner.finish();
      expect((await outcome).kind).toBe('analysed');
    }
    expect((await outdated).kind).toBe('cancelled');
    expect(runner.started.map(({ main }) => main.path)).toEqual(['first', 'third', 'second']);
  });
});

describe('the session', () => {
  const uri = 'file:///work/a.scenario.py';

  function start(): { session: Session; runner: ManualRunner; settled: Check[]; outdated: () => number } {
    const runner = new ManualRunner();
    const settled: Check[] = [];
    let outdated = 0;
    const session = new Session(runner, () => null, {
      started: () => {},
      settled: (check) => settled.push(check),
      outdated: () => void outdated++,
    });
    return { session, runner, settled, outdated: () => outdated };
  }

  function edit(session: Session, version: number, text: string, of = uri): void {
    session.update({ uri: of, languageId: 'python', version, text });
  }

  it('runs only the last of several edits, and tells of no other', async () => {
    const { session, runner, settled } = start();
    edit(session, 1, 'one');
    const first = session.check(uri);
    edit(session, 2, 'two');
    edit(session, 3, 'three');
    await turn();
    runner.finish();
    await turn();
    expect(runner.started.map(({ main }) => main.source)).toEqual(['three']);
    expect(settled.map(({ snapshot }) => snapshot.document.version)).toEqual([3]);
    expect((await first?.settled)?.kind).toBe('cancelled');
  });

  it('remembers a verdict for the same text, so that an undo runs nothing', async () => {
    const { session, runner } = start();
    for (const [version, text] of [[1, 'one'], [2, 'two'], [3, 'one']] as const) {
      edit(session, version, text);
      await turn();
      runner.finish();
      await turn();
    }
    expect(runner.started.map(({ main }) => main.source)).toEqual(['one', 'two']);
    expect(session.check(uri)?.snapshot.document.version).toBe(3);
    expect(session.check(uri)?.outcome?.kind).toBe('analysed');
  });

  it('runs once more when a hover finds the verdict forgotten', async () => {
    const { session, runner } = start();
    edit(session, 1, 'name = 1');
    await turn();
    runner.finish();
    await turn();
    expect(await hoverAt(session, uri, 2)).toMatchObject({ text: expect.stringContaining('Still running.'), start: 0, end: 4 });
    await turn();
    expect(runner.started.map(({ main }) => main.source)).toEqual(['name = 1', 'name = 1']);
  });

  it('forgets it when the settings change', async () => {
    const { session, runner, outdated } = start();
    edit(session, 1, 'one');
    await turn();
    runner.finish();
    await turn();
    session.configure(defaultSettings);
    expect(outdated()).toBe(0);
    session.configure({ ...defaultSettings, version: '3.11' });
    await turn();
    expect(outdated()).toBe(1);
    expect(runner.started.map(({ version }) => version)).toEqual(['3.13', '3.11']);
  });

  it('runs a scenario again when a module changes that it looked for, and no other', async () => {
    const { session, runner, outdated } = start();
    runner.modules = ['helper'];
    edit(session, 1, 'import helper');
    await turn();
    runner.finish();
    await turn();
    session.moduleChanged('file:///work/unrelated.py');
    session.moduleChanged('file:///elsewhere/helper.py');
    session.moduleChanged('file:///work/helper.txt');
    expect(outdated()).toBe(0);
    edit(session, 1, 'limit = 1', 'file:///work/helper.py');
    await turn();
    expect(outdated()).toBe(1);
    expect(runner.started.at(-1)?.openModules.get('helper')).toEqual({ path: 'helper.py', source: 'limit = 1' });
  });

  it('knows no check of a closed document or of plain Python', async () => {
    const { session, runner, settled } = start();
    edit(session, 1, 'one', 'file:///work/plain.py');
    expect(session.check('file:///work/plain.py')).toBeNull();
    edit(session, 1, 'one');
    session.close(uri);
    await turn();
    expect(session.check(uri)).toBeNull();
    expect({ started: runner.started, settled }).toEqual({ started: [], settled: [] });
  });
});

describe('the worker', () => {
  const patience = { graceMilliseconds: 20, silenceMilliseconds: 60 };

  function start(): { runner: WorkerRunner; threads: { sent: ToWorker[]; events: ThreadEvents; ended: boolean }[] } {
    const threads: { sent: ToWorker[]; events: ThreadEvents; ended: boolean }[] = [];
    const runner = new WorkerRunner((events): EngineThread => {
      const thread = { sent: [] as ToWorker[], events, ended: false };
      threads.push(thread);
      return { post: (message) => void thread.sent.push(message), terminate: () => (thread.ended = true) };
    }, patience);
    return { runner, threads };
  }

  it('posts a job, passes on its progress and its outcome', async () => {
    const { runner, threads } = start();
    const progress = vi.fn();
    const outcome = runner.run(job('a'), new AbortController().signal, progress);
    const id = threads[0]?.sent[0]?.id ?? 0;
    threads[0]?.events.message({ type: 'progress', id, steps: 7 });
    threads[0]?.events.message({ type: 'settled', id, result: { kind: 'cancelled' } });
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(progress.mock.calls).toEqual([[7]]);
  });

  it('keeps a thread that answers a cancellation, and replaces one that does not', async () => {
    const { runner, threads } = start();
    const obeying = new AbortController();
    const first = runner.run(job('a'), obeying.signal, noProgress);
    obeying.abort();
    expect(threads[0]?.sent.map(({ type }) => type)).toEqual(['run', 'cancel']);
    threads[0]?.events.message({ type: 'settled', id: threads[0].sent[0]?.id ?? 0, result: { kind: 'cancelled' } });
    await first;

    const deaf = new AbortController();
    const second = runner.run(job('b'), deaf.signal, noProgress);
    deaf.abort();
    expect((await second).kind).toBe('cancelled');
    expect(threads.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('replaces a thread that falls silent', async () => {
    const { runner, threads } = start();
    expect(await runner.run(job('a'), new AbortController().signal, noProgress)).toMatchObject({ kind: 'failed' });
    expect(threads.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('reports a thread that dies, starts another for the next job, and does not listen to the dead', async () => {
    const { runner, threads } = start();
    const first = runner.run(job('a'), new AbortController().signal, noProgress);
    threads[0]?.events.failed('out of memory');
    expect(await first).toEqual({ kind: 'failed', message: 'out of memory' });
    const second = runner.run(job('b'), new AbortController().signal, noProgress);
    const id = threads[1]?.sent[0]?.id ?? 0;
    threads[0]?.events.message({ type: 'settled', id, result: { kind: 'failed', message: 'from the grave' } });
    threads[1]?.events.message({ type: 'settled', id, result: { kind: 'cancelled' } });
    expect(await second).toEqual({ kind: 'cancelled' });
  });

  it('answers hovers from the thread that knows, and says when nobody does', async () => {
    const { runner, threads } = start();
    const running = runner.run(job('a'), new AbortController().signal, noProgress);
    const report = threads[0]?.sent[0]?.id ?? 0;
    threads[0]?.events.message({ type: 'settled', id: report, result: { kind: 'analysed', findings: nothingFound } });
    const outcome = await running;
    if (outcome.kind !== 'analysed') throw new Error(outcome.kind);

    const first = outcome.report.hover('a', 3);
    const asked = threads[0]?.sent.at(-1);
    expect(asked).toMatchObject({ type: 'hover', report, file: 'a', offset: 3 });
    threads[0]?.events.message({ type: 'hover', id: asked?.id ?? 0, reply: { kind: 'answer', hover: null } });
    expect(await first).toEqual({ kind: 'answer', hover: null });

    const second = outcome.report.hover('a', 3);
    threads[0]?.events.failed('out of memory');
    expect(await second).toEqual({ kind: 'forgotten' });
    expect(await outcome.report.hover('a', 3)).toEqual({ kind: 'forgotten' });
  });
});
