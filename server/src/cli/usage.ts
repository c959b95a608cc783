/** What `--help` prints. */
import { defaultStepLimit, defaultVersion, pythonVersions } from '../defaults.ts';

const versions = pythonVersions.join(', ');
const steps = defaultStepLimit.toLocaleString('en');

export const usage = {
  main: `Usage: exit-lens COMMAND [OPTION…] [FILE…]

Tells what becomes of every Python object when the interpreter exits.
Your program is run on a model of CPython: none of its code touches this machine.

Commands:
  check FILE…    print the fate of every object, and what is wrong with it
  run FILE       behave as "python FILE" would
  ast FILE       print the syntax tree as ast.dump() does
  lsp --stdio    be a language server for any editor

Options:
  -h, --help     print this help, or with a command that command's
  --version      print the version
`,
  check: `Usage: exit-lens check [OPTION…] FILE…

Prints the fate of every object of each program, and what is wrong with it.

Options:
  --python VERSION     the CPython to be: ${versions} (default ${defaultVersion})
  --format text|json   text for people, or JSON as docs/check.schema.json describes it:
                       one object for one file, an array for several (default text)
  --step-limit N       stop a program after N instructions (default ${steps})
  --no-color           never colour the text; so does the variable NO_COLOR
  -h, --help           print this help

Exit status: 0 nothing to warn of, 1 a warning or an error, 2 the tool could not work.
`,
  run: `Usage: exit-lens run [OPTION…] FILE

Behaves as "python FILE" would: the same output, the same exit status.
When the program reaches what the model does not cover, one line on stderr says so
and the exit status is 70.

Options:
  --python VERSION     the CPython to be: ${versions} (default ${defaultVersion})
  --step-limit N       stop the program after N instructions (default: none)
  -h, --help           print this help
`,
  ast: `Usage: exit-lens ast [OPTION…] FILE

Prints the syntax tree as ast.dump(ast.parse(source), include_attributes=True) does.

Options:
  --python VERSION     the grammar to use: ${versions} (default ${defaultVersion})
  -h, --help           print this help

Exit status: 0 a tree, 1 a syntax error, 2 the tool could not work.
`,
  lsp: `Usage: exit-lens lsp --stdio [OPTION…]

Speaks the Language Server Protocol on stdin and stdout.

Options:
  --in-process         run programs in slices in the server's own thread, as a browser does
  -h, --help           print this help
`,
} as const;
