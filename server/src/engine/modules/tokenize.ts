import { TypeFlag } from '../heap/heap.ts';
import { BYTES, STOP_ITERATION, STR, TYPE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { raiseSyntax } from '../interpreter/compilation.ts';
import { defineType, moduleTypeHandle } from '../objects/core/define.ts';
import { raise } from '../objects/core/errors.ts';
import { newInstance } from '../objects/core/instance.ts';
import { newTuple } from '../objects/core/make.ts';
import { truth } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import { bind } from '../objects/core/signature.ts';
import { begin, call, type Steps } from '../objects/core/suspend.ts';
import { unsupported } from '../objects/core/unsupported.ts';
import { untilRaised } from '../objects/iterators.ts';
import { listTokens, type ListedToken, type ListingEnd } from '../syntax/listing.ts';
import { tokenize } from '../syntax/tokenizer.ts';
import { tokenNumbers } from '../versions/tokens.ts';
import { defineModule } from './core/define.ts';
import { fieldsLayout } from './itertools/iterator.ts';

const TOKENIZER_ITER = moduleTypeHandle();

/** Every line is read when the first token is asked for. */
class TokenizerIter {
  source = '';
  listed: readonly ListedToken[] | null = null;
  end: ListingEnd = { kind: 'end' };
  at = 0;

  constructor(
    public readline: Ref,
    readonly isEncoded: boolean,
  ) {}
}

function* newTokenizerIter(rt: Runtime, type: Ref, args: readonly Ref[], keywords: Ref): Steps<Ref> {
  const [readline, extra, encoding = NULL] = bind(rt, 'tokenizeriter', 'readline, /, *, extra_tokens, encoding=', args, keywords);
  if (!(yield* truth(rt, extra!))) unsupported('tokens without extra_tokens');
  if (encoding !== NULL && !/^utf-?8$/i.test(rt.text(encoding))) unsupported(`tokens of a text in ${rt.text(encoding)}`);
  return newInstance(rt, type, new TokenizerIter(rt.heap.incref(readline!), encoding !== NULL));
}

/** The lines up to an empty one or StopIteration (tok_readline_string). */
function* readLines(rt: Runtime, state: TokenizerIter): Steps<string> {
  const { heap } = rt;
  const decoder = new TextDecoder();
  for (let text = ''; ; ) {
    const line = yield* untilRaised(rt, () => begin(rt, call(state.readline, [])), [STOP_ITERATION]);
    if (line === NULL) return text;
    if (heap.type[line] !== (state.isEncoded ? BYTES : STR)) {
      heap.decref(line);
      raise(rt, TYPE_ERROR, `readline() returned a non-${state.isEncoded ? 'bytes' : 'string'} object`);
    }
    const read = state.isEncoded ? decoder.decode(heap.payload[line] as Uint8Array) : rt.text(line);
    heap.decref(line);
    if (read === '') return text;
    rt.charge(read.length);
    text += read;
  }
}

/** Mirrors tokenizeriter_next(): kind, text, start, end, line. */
function* nextToken(rt: Runtime, self: Ref): Steps<Ref> {
  const state = rt.heap.payload[self] as TokenizerIter;
  if (state.listed === null) {
    const text = yield* readLines(rt, state);
    const added = text !== '' && !/[\r\n]$/.test(text);
    state.source = added ? `${text}\n` : text;
    const { listed, end } = listTokens(tokenize(state.source, rt.profile.version), added);
    state.listed = listed;
    state.end = end;
  }
  const token = state.listed[state.at];
  if (token === undefined) {
    switch (state.end.kind) {
      case 'end':
        return NULL;
      case 'problem':
        return raiseSyntax(rt, state.end.problem, state.source, '<string>');
      case 'unlisted':
        return unsupported(`the tokens of ${state.end.what}`);
    }
  }
  state.at++;
  const place = ([line, column]: readonly [number, number]): Ref => newTuple(rt, [rt.newInt(line), rt.newInt(column)]);
  return newTuple(rt, [rt.newInt(numberOf(rt, token.kind)), rt.newStr(token.text), place(token.start), place(token.end), rt.newStr(token.line)]);
}

const sameNumbers = { endmarker: 0, name: 1, number: 2, string: 3, newline: 4, indent: 5, dedent: 6, op: 55 };

function numberOf(rt: Runtime, kind: ListedToken['kind']): number {
  return kind === 'comment' || kind === 'nl' ? tokenNumbers(rt.profile.version)[kind] : sameNumbers[kind];
}

defineType({
  handle: TOKENIZER_ITER,
  name: 'TokenizerIter',
  module: '_tokenize',
  flags: TypeFlag.IMMUTABLE,
  layout: fieldsLayout(['readline']),
  slots: {
    tp_new: (rt, type, args, keywords) => begin(rt, newTokenizerIter(rt, type, args, keywords)),
    tp_iter: (rt, self) => rt.heap.incref(self),
    tp_iternext: (rt, self) => begin(rt, nextToken(rt, self)),
  },
});

defineModule({ name: '_tokenize', types: [TOKENIZER_ITER] });
