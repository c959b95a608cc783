#!/usr/bin/env node
/** The command line: picks a command and turns its answer into an exit status. */
import { version } from '../version.ts';
import { ast } from './ast.ts';
import { check } from './check.ts';
import { lsp } from './lsp.ts';
import { UsageError } from './options.ts';
import { ReaderGone, write } from './output.ts';
import { run } from './run.ts';
import { usage } from './usage.ts';

const couldNotWork = 2;

/** Answers the exit status, or null when the process lives on. */
async function main(args: readonly string[]): Promise<number | null> {
  const [command, ...rest] = args;
  switch (command) {
    case 'run':
      return run(rest);
    case 'check':
      return check(rest);
    case 'ast':
      return ast(rest);
    case 'lsp':
      return lsp(rest);
    case '--version':
      write('stdout', `exit-lens ${version}\n`);
      return 0;
    case '-h':
    case '--help':
    case 'help':
      write('stdout', usage.main);
      return 0;
    case undefined:
      write('stderr', usage.main);
      return couldNotWork;
    default:
      throw new UsageError(`unknown command '${command}'; "exit-lens --help" lists them`);
  }
}

try {
  const status = await main(process.argv.slice(2));
  if (status !== null) process.exitCode = status;
} catch (error) {
  process.exitCode = couldNotWork;
  if (error instanceof UsageError) write('stderr', `exit-lens: ${error.message}\n`);
  else if (!(error instanceof ReaderGone)) write('stderr', `exit-lens: internal error: ${String((error as Error).stack)}\n`);
}
