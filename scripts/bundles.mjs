/** What esbuild makes of the sources. Syntax is minified everywhere, so that constant enums are inlined; names are kept. */
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

const common = {
  absWorkingDir: root,
  bundle: true,
  minifySyntax: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
};

const node = { platform: 'node', target: 'node20' };
const browser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** The protocol's library is CommonJS and requires Node's own modules. */
const requireInModules = "import { createRequire as exitLensRequire } from 'node:module';\nconst require = exitLensRequire(import.meta.url);";

export const bundles = [
  // The engine alone, for tests and measurements.
  {
    ...common,
    platform: 'neutral',
    target: 'node20',
    format: 'esm',
    entryPoints: { engine: 'server/src/engine/engine.ts' },
    outdir: 'server/dist',
  },
  // The command line, the language server and its worker share their common part.
  {
    ...common,
    ...node,
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    banner: { js: requireInModules },
    entryPoints: {
      'exit-lens': 'server/src/cli/main.ts',
      'server-node': 'server/src/editor/lsp/node.ts',
      worker: 'server/src/editor/session/worker/node.ts',
    },
    outdir: 'server/dist',
  },
  {
    ...common,
    ...browser,
    format: 'iife',
    entryPoints: { 'server-browser': 'server/src/editor/lsp/browser.ts' },
    outdir: 'server/dist',
  },
  // Extension hosts load CommonJS; the one in the browser insists on the ending .js.
  {
    ...common,
    ...node,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: { node: 'client/src/node.ts' },
    outExtension: { '.js': '.cjs' },
    outdir: 'client/dist',
  },
  {
    ...common,
    ...browser,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: { browser: 'client/src/browser.ts' },
    outdir: 'client/dist',
  },
];
