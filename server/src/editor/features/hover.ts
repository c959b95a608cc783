/** `textDocument/hover`: what a name holds, who keeps it, and its fate. Answered at once, even while a run is in progress. */
import type { Hover } from '../../analysis/hover.ts';
import type { Check } from '../session/check.ts';
import { fileName } from '../session/document.ts';
import type { Session } from '../session/session.ts';

export async function hoverAt(session: Session, uri: string, offset: number): Promise<Hover | null> {
  const check = session.check(uri);
  switch (check?.outcome?.kind) {
    case 'analysed': {
      const reply = await check.outcome.report.hover(fileName(uri), offset);
      // The text may have changed while the answer was on its way.
      if (session.check(uri) !== check) return null;
      if (reply.kind === 'answer') return reply.hover;
      session.runAgain(uri);
      return stillRunning(check, offset);
    }
    case 'failed':
      return onName(check, offset, 'Exit Lens could not analyse this scenario.', 'The log says why.');
    case 'cancelled':
    case undefined:
      return check === null ? null : stillRunning(check, offset);
  }
}

function stillRunning(check: Check, offset: number): Hover | null {
  const count = (value: number): string => value.toLocaleString('en');
  const { stepLimit } = check.snapshot.settings;
  const detail = `The fate is known when the run ends, after ${count(stepLimit)} steps at the latest; ${count(check.steps)} so far.`;
  return onName(check, offset, 'Still running.', detail);
}

function onName({ snapshot }: Check, offset: number, headline: string, detail: string): Hover | null {
  for (const { 0: name, index } of snapshot.document.text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) {
    const end = index + name.length;
    if (index > offset) return null;
    if (offset <= end) return { markdown: `**${headline}**\n\n${detail}`, text: `${headline}\n${detail}`, start: index, end };
  }
  return null;
}
