/** The invariants of docs/architecture.md on who may import whom. `npm run lint` checks them. */

const engine = '^server/src/engine/';

/** The engine's layers, lowest first: none imports one that comes after it. */
const layers = ['heap', 'objects', 'interpreter', 'modules', 'errors', 'lifecycle'];

const upwards = layers.slice(0, -1).map((layer, index) => ({
  name: `${layer}-never-looks-up`,
  comment: layers.join(' ← '),
  severity: 'error',
  from: { path: `${engine}${layer}/` },
  to: { path: `${engine}(${layers.slice(index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'engine-stands-alone',
      comment: 'The engine imports nothing outside itself: no Node, no DOM, no package.',
      severity: 'error',
      from: { path: engine },
      to: { pathNot: engine, couldNotResolve: false },
    },
    {
      name: 'syntax-comes-first',
      comment: 'syntax ← compiler ← interpreter',
      severity: 'error',
      from: { path: `${engine}syntax/` },
      to: { path: `${engine}(compiler|${layers.join('|')})/` },
    },
    {
      name: 'compiler-knows-no-heap',
      comment: 'syntax ← compiler ← interpreter',
      severity: 'error',
      from: { path: `${engine}compiler/` },
      to: { path: `${engine}(${layers.join('|')})/` },
    },
    ...upwards,
    {
      name: 'heap-knows-nobody',
      comment: 'The heap holds handles and payloads, and does not know what they mean.',
      severity: 'error',
      from: { path: `${engine}heap/` },
      to: { pathNot: `${engine}heap/` },
    },
    {
      name: 'text-is-pure',
      comment: 'Algorithms on characters, bytes and numbers need no heap.',
      severity: 'error',
      from: { path: `${engine}text/` },
      to: { pathNot: `${engine}text/` },
    },
    {
      name: 'files-are-pure',
      comment: 'Files and descriptors are data and algorithms on bytes: no heap, no handles.',
      severity: 'error',
      from: { path: `${engine}files/` },
      to: { pathNot: `${engine}(files|text)/` },
    },
    {
      name: 'versions-are-data',
      comment: 'Everybody may ask a version profile, so a profile asks nobody.',
      severity: 'error',
      from: { path: `${engine}versions/` },
      to: { pathNot: [`${engine}(versions|text)/`, `${engine}journal/record\\.ts$`] },
    },
    {
      name: 'journal-only-watches',
      comment: 'The recorder reads the heap; it neither runs the machine nor knows its modules.',
      severity: 'error',
      from: { path: `${engine}journal/` },
      to: { path: `${engine}(${layers.slice(2).join('|')})/` },
    },
    {
      name: 'recorder-behind-its-interface',
      comment: 'The machine reports to the interface and never to the recorder, so that it runs the same unobserved.',
      severity: 'error',
      from: { path: `${engine}[^/]+/`, pathNot: `${engine}journal/` },
      to: { path: `${engine}journal/`, pathNot: `${engine}journal/(journal|record)\\.ts$` },
    },
    {
      name: 'analysis-sees-plain-data',
      comment: 'The analysis reads the journal and never steps the interpreter.',
      severity: 'error',
      from: { path: '^server/src/analysis/' },
      to: { pathNot: ['^server/src/analysis/', `${engine}journal/`] },
    },
    {
      name: 'engine-by-its-entry',
      comment: 'Everybody else reaches the engine through its one entry and its record of a run.',
      severity: 'error',
      from: { path: '^(server|client)/src/', pathNot: [engine, '^server/src/analysis/', '^server/src/cli/ast\\.ts$'] },
      to: { path: engine, pathNot: [`${engine}engine\\.ts$`, `${engine}journal/record\\.ts$`] },
    },
    {
      name: 'trees-for-the-ast-command',
      comment: 'Printing a tree needs no run: that command asks the parser.',
      severity: 'error',
      from: { path: '^server/src/cli/ast\\.ts$' },
      to: { path: engine, pathNot: `${engine}syntax/` },
    },
    {
      name: 'protocol-only-in-lsp',
      comment: 'Nothing but editor/lsp imports the protocol\'s library.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/editor/lsp/' },
      to: { path: 'vscode-languageserver' },
    },
    {
      name: 'vscode-only-in-client',
      comment: 'Nothing but the client imports VS Code.',
      severity: 'error',
      from: { pathNot: '^client/src/' },
      to: { path: ['^vscode$', 'vscode-languageclient', '@types/vscode'] },
    },
    {
      name: 'client-knows-no-server',
      comment: 'The client talks to the server through the protocol alone.',
      severity: 'error',
      from: { path: '^client/src/' },
      to: { path: '^server/' },
    },
    {
      name: 'node-in-few-places',
      comment: 'Only files named node.ts and the command line import Node\'s own modules.',
      severity: 'error',
      from: { pathNot: ['/node\\.ts$', '^server/src/cli/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'A rule cannot judge an import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'node', 'browser', 'import', 'default'] },
  },
};
