/** `$/progress`: shown only for a run that takes longer than a person waits without wondering. */
import type { Check } from '../session/check.ts';
import { fileName } from '../session/document.ts';

/** A progress that the editor shows. */
export interface ProgressBar {
  report(message: string): void;
  done(): void;
}

const patienceMilliseconds = 500;
const reportMilliseconds = 250;

export function showProgress(check: Check, begin: (title: string) => Promise<ProgressBar>): void {
  const timer = setTimeout(async () => {
    const bar = await begin(`Running ${fileName(check.snapshot.document.uri)}`);
    const ticker = setInterval(() => bar.report(`${check.steps.toLocaleString('en')} steps`), reportMilliseconds);
    await check.settled;
    clearInterval(ticker);
    bar.done();
  }, patienceMilliseconds);
  void check.settled.then(() => clearTimeout(timer));
}
