/**
 * An exception that nobody catches ends the program; the exit follows all the same.
 *
 * Why it matters: `sys.last_value` keeps the exception, its traceback and the frames in it, with all their locals,
 * until the modules go. It may be meant so.
 *
 *     def connect(host):
 *         raise ConnectionError(host)
 *     connect("database")
 *
 * Instead: catch it where something can be done about it.
 */
import { type Facts, startOf } from '../facts.ts';
import { errorOf } from '../words/explain.ts';
import { code, say } from '../words/prose.ts';
import { diagnose, type Diagnostic } from './diagnostic.ts';

export function uncaughtException({ result }: Facts): readonly Diagnostic[] {
  const { error } = result.exit;
  if (error === null) return [];
  return [diagnose('uncaught-exception', error.at ?? startOf(result.file), say`${code(errorOf(error))} is raised here and ends the program: nobody catches it.`)];
}
