/** The programs of the tests below, each with the run that CPython 3.13 makes of it. */
import { failure, finalizer, Scenario, step } from './fixture.ts';

/** A global whose finaliser imports: freed while the modules are removed, and fails. */
export function importInDel(): Scenario {
  const s = new Scenario('class Conn:\n    def __del__(self):\n        import json\n        json.dumps("bye")\n\nconn = Conn()\n');
  const type = s.object('class Conn', 'modules', { born: s.place('class Conn'), owners: [step('`Conn` (this module\'s globals)', 'global')] });
  const raised = failure('ImportError', 'sys.meta_path is None, Python is likely shutting down', 'modules', { at: s.place('import json') });
  const conn = s.object('Conn#1', 'modules', {
    born: s.place('Conn()'),
    fate: { finalized: true },
    finalizer: finalizer({ defined: s.place('def __del__'), failure: raised }),
    owners: [step('`conn` (this module\'s globals)', 'global', { object: 2, place: s.place('conn =') })],
  });
  s.seen('Conn', 1, 'store', [type]);
  s.seen('Conn', 2, 'load', [type], { references: 3 });
  s.seen('conn', 1, 'store', [conn]);
  return s;
}

/** A class, a function and a global: nothing worth a word. */
export function benign(): Scenario {
  const s = new Scenario('class Point:\n    pass\n\ndef move(p):\n    p.x = 1\n\nif False:\n    never = 1\np = Point()\nmove(p)\n');
  s.object('class Point', 'modules', { born: s.place('class Point'), fate: { freedBy: 'collector' } });
  s.object('function move', 'modules', { born: s.place('def move'), fate: { freedBy: 'collector' } });
  const p = s.object('Point#1', 'modules', {
    born: s.place('Point()'),
    fate: { freedBy: 'collector' },
    owners: [step('`p` (this module\'s globals)', 'global')],
  });
  s.seen('p', s.source.slice(0, s.offset('p = Point')).split('p').length, 'store', [p]);
  return s;
}

/** A cycle that `gc.freeze()` hides from the collector. */
export function frozen(): Scenario {
  const s = new Scenario(
    'import gc\n\nclass Node:\n    def __init__(self):\n        self.me = self\n    def __del__(self):\n        print("freed")\n\nnode = Node()\ndel node\ngc.freeze()\n',
  );
  s.object('class Node', 'survives', { born: s.place('class Node'), reason: 'frozen-generation', owners: [step('the frozen generation', 'c-root'), step('`node`', 'other', { object: 2 })] });
  const node = s.object('Node#1', 'survives', {
    born: s.place('Node()'),
    finalizer: finalizer({ defined: s.place('def __del__') }),
    reason: 'frozen-generation',
    inCycle: true,
    owners: [step('the frozen generation', 'c-root', { object: 2 })],
  });
  s.seen('node', 1, 'store', [node]);
  s.seen('node', 2, 'delete', [node]);
  return s;
}

/** A hundred nodes from one line: ninety-eight die with the loop, two stay in a list. */
export function loop(): Scenario {
  const s = new Scenario('class Node:\n    pass\n\nkept = []\nfor i in range(100):\n    node = Node()\n    if i in (0, 99):\n        kept.append(node)\n');
  const nodes = Array.from({ length: 100 }, (_, i) => {
    const stays = i === 0 || i === 99;
    return s.object(`Node#${i + 1}`, stays ? 'modules' : 'line', {
      born: s.place('Node()'),
      fate: { at: stays ? null : s.place('node = Node()') },
      owners: stays ? [step('`kept` (this module\'s globals)', 'global'), step(`\`[${i === 0 ? 0 : 1}]\``, 'item')] : [],
    });
  });
  s.seen('node', 1, 'store', nodes, { times: 100 });
  s.seen('i', 1, 'store', [], { times: 100, value: '99', type: 'int', immortal: true });
  return s;
}
