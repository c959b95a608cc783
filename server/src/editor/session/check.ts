/** One document's text under one choice of settings, and what the engine says of it. */
import type { Outcome } from './job.ts';
import type { OpenDocument } from './document.ts';
import type { Settings } from './settings.ts';

export interface Snapshot {
  readonly document: OpenDocument;
  readonly settings: Settings;
}

export class Check {
  readonly serial: number;
  readonly snapshot: Snapshot;
  readonly abort = new AbortController();
  /** Settles with `cancelled` as soon as the snapshot is out of date, whatever the engine does. */
  readonly settled: Promise<Outcome>;
  /** The outcome, once there is one. */
  outcome: Outcome | null = null;
  /** Steps executed so far. */
  steps = 0;

  constructor(serial: number, snapshot: Snapshot, run: (check: Check) => Promise<Outcome>) {
    this.serial = serial;
    this.snapshot = snapshot;
    const outdated = new Promise<Outcome>((resolve) => {
      this.abort.signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
    });
    this.settled = Promise.race([run(this), outdated]).then((outcome) => (this.outcome = outcome));
  }

  /** True when the same text was analysed with the same settings, so that the verdict must be the same. */
  covers(snapshot: Snapshot): boolean {
    return (
      this.outcome?.kind === 'analysed' &&
      this.snapshot.document.text === snapshot.document.text &&
      this.snapshot.settings.version === snapshot.settings.version &&
      this.snapshot.settings.stepLimit === snapshot.settings.stepLimit
    );
  }
}
