/** `exit-lens lsp`: the language server, which is a bundle of its own because no other command needs it. */
import { readArguments, UsageError } from './options.ts';
import { write } from './output.ts';
import { usage } from './usage.ts';

/** Answers null once the server runs: it ends the process itself. */
export async function lsp(args: readonly string[]): Promise<number | null> {
  const options = readArguments(args, { stdio: { type: 'boolean' }, 'in-process': { type: 'boolean' } });
  if (options.help) {
    write('stdout', usage.lsp);
    return 0;
  }
  if (!options.flag('stdio')) throw new UsageError('say --stdio: it is the one way to talk to the server');
  await import('../editor/lsp/node.ts');
  return null;
}
