/** The stages in words; `docs/exit.md` explains each at length. */
import type { Stage } from '../../engine/journal/record.ts';

export interface StageWords {
  /** Its row in the exit report. */
  readonly title: string;
  /** Completes "… is freed". */
  readonly when: string;
  /** What a finaliser that runs in it can do: a whole sentence. */
  readonly works: string;
}

export const STAGES: Readonly<Record<Stage, StageWords>> = {
  line: { title: 'during the run', when: 'by the program', works: 'Everything works there.' },
  end: { title: 'after the last line', when: 'after the last statement', works: 'Everything still works there.' },
  threads: { title: '1 threads', when: 'at exit', works: 'Everything still works there.' },
  atexit: { title: '2 atexit', when: 'at exit', works: 'Everything still works there.' },
  'final-collection': { title: '3 final collection', when: 'at exit', works: 'Everything still works there.' },
  modules: {
    title: '4 modules',
    when: 'at exit',
    works: 'By then globals and `print` still work, `import` and `open` do not.',
  },
  'cleared-globals': {
    title: '5 cleared globals',
    when: 'at exit',
    works: 'By then every global of a cleared module is `None`; only builtins are left.',
  },
  interpreter: {
    title: '6 interpreter',
    when: 'at exit',
    works: 'By then next to nothing works, and errors mostly go unheard.',
  },
  survives: { title: 'never freed', when: 'never', works: 'It never runs.' },
};

/** In the order in which a program meets them. */
export const STAGE_ORDER = Object.keys(STAGES).filter(isStage);

export function isStage(word: string): word is Stage {
  return word in STAGES;
}

/** True from the moment the exit begins; `survives` is not a moment. */
export function isAtExit(stage: Stage): boolean {
  return stage !== 'line' && stage !== 'end' && stage !== 'survives';
}
