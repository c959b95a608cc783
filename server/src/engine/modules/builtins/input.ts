import { EOF_ERROR, NONE, RUNTIME_ERROR, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { isBytes } from '../../objects/bytes-like.ts';
import { getNamespaceItem } from '../../objects/core/attributes.ts';
import { caught, raise } from '../../objects/core/errors.ts';
import { typeName } from '../../objects/core/lookup.ts';
import { newBytes } from '../../objects/core/make.ts';
import { suspending, type NativeFunction } from '../../objects/core/native.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import type { Steps } from '../../objects/core/suspend.ts';
import { modulesOf } from '../../versions/modules.ts';
import { callMethod, doMethod } from '../io/calls.ts';
import { writeObject } from './text.ts';

/** A standard stream that there must be; owned. */
function stream(rt: Runtime, name: 'stdin' | 'stdout' | 'stderr'): Ref {
  const found = rt.sysDict === NULL ? NULL : getNamespaceItem(rt, rt.sysDict, rt.name(name));
  if (found === NULL || found === NONE) raise(rt, RUNTIME_ERROR, modulesOf(rt.profile.version).streams.lostStream(name));
  return rt.heap.incref(found);
}

function* quietly(rt: Runtime, steps: Steps<void>): Steps<void> {
  try {
    yield* steps;
  } catch (error) {
    rt.heap.decref(caught(rt, error));
  }
}

/**
 * Mirrors builtin_input_impl() where neither stream is a terminal: 1 the streams; 2 stderr is flushed; 3 who asks for a
 * descriptor hears that it is no terminal's; 4 the prompt; 5 the line.
 */
function* input(rt: Runtime, prompt: Ref): Steps<Ref> {
  const { heap } = rt;
  // 1
  const held: Ref[] = [];
  const take = (name: 'stdin' | 'stdout' | 'stderr'): Ref => {
    const found = stream(rt, name);
    held.push(found);
    return found;
  };
  try {
    const stdin = take('stdin');
    const stdout = take('stdout');
    const stderr = take('stderr');
    // 2
    yield* quietly(rt, doMethod(rt, stderr, 'flush'));
    // 3
    yield* quietly(rt, doMethod(rt, stdin, 'fileno'));
    // 4
    if (prompt !== NULL) yield* writeObject(rt, stdout, prompt);
    yield* quietly(rt, doMethod(rt, stdout, 'flush'));
    // 5
    return yield* getLine(rt, stdin);
  } finally {
    for (const object of held) heap.decref(object);
  }
}

/** Mirrors PyFile_GetLine() for one line without its end. */
function* getLine(rt: Runtime, file: Ref): Steps<Ref> {
  const line = yield* callMethod(rt, file, 'readline');
  if (isStr(rt, line)) {
    const text = rt.text(line);
    if (text === '') endOfFile(rt, line);
    if (!text.endsWith('\n')) return line;
    rt.heap.decref(line);
    return rt.newStr(text.slice(0, -1));
  }
  if (isBytes(rt, line)) {
    const bytes = rt.heap.payload[line] as Uint8Array;
    if (bytes.length === 0) endOfFile(rt, line);
    if (bytes[bytes.length - 1] !== 10) return line;
    rt.heap.decref(line);
    return newBytes(rt, bytes.slice(0, -1));
  }
  const type = typeName(rt, line);
  rt.heap.decref(line);
  return raise(rt, TYPE_ERROR, modulesOf(rt.profile.version).streams.lineWanted(typeName(rt, file), type));
}

function endOfFile(rt: Runtime, line: Ref): never {
  rt.heap.decref(line);
  raise(rt, EOF_ERROR, 'EOF when reading a line');
}

export const inputFunction: NativeFunction = suspending('input', 'prompt=, /', (rt, _module, [prompt]) => input(rt, prompt!));
