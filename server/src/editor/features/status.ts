/** `exitLens/status`: one line about a scenario for a client that has a place for it. */
import type { Check } from '../session/check.ts';
import type { Outcome } from '../session/job.ts';

export interface Status {
  readonly uri: string;
  readonly busy: boolean;
  readonly severity: 'error' | 'warning' | 'information';
  readonly text: string;
  readonly detail: string;
}

export function statusOf(check: Check, outcome: Outcome | null): Status {
  const { document, settings } = check.snapshot;
  const detail = `CPython ${settings.version}`;
  switch (outcome?.kind) {
    case 'analysed': {
      const { diagnostics } = outcome.report;
      const count = diagnostics.filter(({ severity }) => severity === 'warning' || severity === 'error').length;
      const text = count === 0 ? 'nothing to report' : count === 1 ? '1 problem' : `${count} problems`;
      const severity = diagnostics.some((problem) => problem.severity === 'error') ? 'error' : count > 0 ? 'warning' : 'information';
      return { uri: document.uri, busy: false, severity, text, detail };
    }
    case 'failed':
      return { uri: document.uri, busy: false, severity: 'error', text: 'could not analyse', detail: outcome.message };
    case 'cancelled':
    case undefined:
      return { uri: document.uri, busy: true, severity: 'information', text: 'running', detail };
  }
}
