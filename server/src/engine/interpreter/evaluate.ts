import { Op } from '../compiler/opcodes.ts';
import { FALSE, FLOAT, FUNCTION, INT, LIST_ITERATOR, NONE, RANGE_ITERATOR, TRUE, TUPLE_ITERATOR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { cellOf, newCell } from '../objects/cell.ts';
import { codeOf } from '../objects/code.ts';
import { storeInline } from '../objects/core/attributes.ts';
import { newDict, tableOf } from '../objects/core/make.ts';
import { truthNow } from '../objects/core/protocol.ts';
import { emptySlots, releaseSlots, releaseSlotsBackwards } from '../objects/core/stackslots.ts';
import { noArguments } from '../objects/core/suspend.ts';
import type { TypeObject } from '../objects/core/typeobject.ts';
import { Resume, type Frame } from '../objects/frame.ts';
import { functionOf } from '../objects/function.ts';
import type { SequenceIterator } from '../objects/iterators.ts';
import { nextOfRange } from '../objects/range-iterator.ts';
import { loadGlobal } from './caches.ts';
import { execute } from './instructions/execute.ts';
import { raiseUnbound } from './instructions/names.ts';
import type { Interpreter } from './interpreter.ts';
import { releasePair } from './operands.ts';
import { intOperation, numbersCompare } from './numbers.ts';
import { binaryOp, compareOp, containsOp, unaryNegative, unaryNot } from './operations/arithmetic.ts';
import { loadAttr, loadMethod, storeAttr } from './operations/attributes.ts';
import { call } from './operations/calls.ts';
import { binarySubscr, buildList, buildSlice, buildTuple, deleteSubscr, storeSubscr, unpackSequence } from './operations/items.ts';
import { forIter, getIter, send } from './operations/iteration.ts';
import { Otherwise } from './operations/operation.ts';

/**
 * The evaluation loop (_PyEval_EvalFrameDefault). Runs the Python frame on top and those it calls, until a built-in
 * is on top, the root is over, or the step budget is.
 *
 * Instructions that are frequent and short are written out here on local copies of the frame's state. What else is
 * frequent is in operations/, all others are in instructions/. `pc` and `sp` are written back to the frame before anything that could look at them.
 */
export function evaluate(vm: Interpreter): void {
  const { rt } = vm;
  const { heap } = rt;
  const { deaths } = heap;
  let { journal } = rt;
  let frame = rt.activation as Frame;
  // −1 while an instruction works on `frame.sp` itself.
  let sp = 0;
  // Instructions until the budget is over, and what that was when `vm.steps` was last brought up to date.
  let budget = 0;
  let noted = 0;
  entry: for (;;) {
    vm.steps += noted - budget;
    budget = noted = vm.until - vm.steps;
    const top = rt.activation;
    if (budget <= 0 || top === null) return;
    if (top.isPython === false) {
      vm.stepNative();
      // Start-up is nobody's business: what runs it lets the journal listen only afterwards.
      journal = rt.journal;
      continue;
    }
    frame = top;
    const { code, base } = frame;
    const { instructions, cacheKeys, cacheValues } = code;
    const { stack } = rt;
    let { pc } = frame;
    sp = frame.sp;
    try {
      for (;;) {
        if (heap.attention !== 0) {
          frame.sp = sp;
          if (frame.pc !== pc) frame.executed = frame.pc - 1;
          frame.pc = pc;
          vm.steps += noted - budget;
          noted = budget;
          vm.attend();
          continue entry;
        }
        if (--budget <= 0) {
          frame.sp = sp;
          frame.pc = pc;
          continue entry;
        }
        const instruction = instructions[pc++]!;
        frame.pc = pc;
        let next: number;
        switch (instruction & 0xff) {
          case Op.NOP:
            continue;

          case Op.LOAD_FAST: {
            const value = stack[base + (instruction >>> 8)]!;
            heap.refcount[value]!++;
            stack[sp++] = value;
            if (journal !== null) journal.seen(code, pc, value);
            continue;
          }
          case Op.LOAD_FAST_CHECK: {
            const value = stack[base + (instruction >>> 8)]!;
            if (value === NULL) raiseUnbound(rt, frame, instruction >>> 8);
            heap.refcount[value]!++;
            stack[sp++] = value;
            if (journal !== null) journal.seen(code, pc, value);
            continue;
          }
          case Op.LOAD_CONST: {
            const value = code.constants[instruction >>> 8]!;
            heap.refcount[value]!++;
            stack[sp++] = value;
            continue;
          }
          case Op.STORE_FAST: {
            const slot = base + (instruction >>> 8);
            const old = stack[slot]!;
            const value = stack[--sp]!;
            stack[slot] = value;
            if (journal !== null) journal.seen(code, pc, value);
            if (old !== NULL && --heap.refcount[old]! === 0) deaths.begin(old);
            continue;
          }
          case Op.POP_TOP: {
            const value = stack[--sp]!;
            if (--heap.refcount[value]! === 0) deaths.begin(value);
            continue;
          }
          case Op.PUSH_NULL:
            stack[sp++] = NULL;
            continue;
          case Op.COPY: {
            const value = stack[sp - (instruction >>> 8)]!;
            if (value !== NULL) heap.refcount[value]!++;
            stack[sp++] = value;
            continue;
          }
          case Op.SWAP: {
            const at = sp - (instruction >>> 8);
            const value = stack[at]!;
            stack[at] = stack[sp - 1]!;
            stack[sp - 1] = value;
            continue;
          }

          case Op.LOAD_GLOBAL: {
            const name = code.names[instruction >>> 8]!;
            const globals = tableOf(rt, frame.globals);
            const at = cacheValues[pc]!;
            let value: Ref;
            if (cacheKeys[pc] !== globals.version) value = loadGlobal(rt, frame, name, pc);
            else if (at >= 0) value = globals.values[at]!;
            else {
              const builtins = tableOf(rt, frame.builtins);
              value = builtins.version === code.builtinsVersion ? builtins.values[~at]! : loadGlobal(rt, frame, name, pc);
            }
            if (value === NULL) {
              next = Otherwise.EXECUTE;
              break;
            }
            heap.refcount[value]!++;
            stack[sp++] = value;
            if (journal !== null) journal.seen(code, pc, value);
            else if (instructions[pc] === Op.PUSH_NULL) {
              stack[sp++] = NULL;
              pc++;
              budget--;
            }
            continue;
          }
          case Op.LOAD_DEREF: {
            const value = cellOf(rt, stack[base + (instruction >>> 8)]!).contents;
            if (value === NULL) raiseUnbound(rt, frame, instruction >>> 8);
            heap.refcount[value]!++;
            stack[sp++] = value;
            if (journal !== null) journal.seen(code, pc, value);
            continue;
          }
          case Op.STORE_DEREF: {
            const cell = cellOf(rt, stack[base + (instruction >>> 8)]!);
            const old = cell.contents;
            cell.contents = stack[--sp]!;
            if (journal !== null) journal.seen(code, pc, cell.contents);
            heap.xdecref(old);
            continue;
          }
          case Op.LOAD_CLOSURE: {
            const value = stack[base + (instruction >>> 8)]!;
            heap.refcount[value]!++;
            stack[sp++] = value;
            continue;
          }
          case Op.MAKE_CELL: {
            const slot = base + (instruction >>> 8);
            stack[slot] = newCell(rt, stack[slot]!);
            continue;
          }

          case Op.LOAD_ATTR: {
            const owner = stack[sp - 1]!;
            if ((heap.payload[heap.type[owner]!] as TypeObject).version === cacheKeys[pc]) {
              const attributes = heap.attributes[owner];
              const value = attributes === undefined || attributes[0] ? NULL : attributes[cacheValues[pc]!];
              if (value) {
                heap.refcount[value]!++;
                stack[sp - 1] = value;
                if (journal !== null) journal.seen(code, pc, value);
                if (--heap.refcount[owner]! === 0) deaths.begin(owner);
                continue;
              }
            }
            next = loadAttr(vm, frame, sp, instruction);
            break;
          }
          case Op.LOAD_METHOD: {
            const owner = stack[sp - 1]!;
            if ((heap.payload[heap.type[owner]!] as TypeObject).version === cacheKeys[pc]) {
              const attributes = heap.attributes[owner];
              if (attributes === undefined || !attributes[0]) {
                const method = cacheValues[pc] as Ref;
                heap.refcount[method]!++;
                stack[sp - 1] = method;
                stack[sp++] = owner;
                if (journal !== null) journal.seen(code, pc, method);
                continue;
              }
            }
            next = loadMethod(vm, frame, sp, instruction);
            break;
          }
          case Op.STORE_ATTR:
            next = storeAttr(vm, frame, sp, instruction);
            break;

          case Op.BINARY_OP: {
            const right = stack[sp - 1]!;
            const left = stack[sp - 2]!;
            if (heap.type[left] === INT && heap.type[right] === INT) {
              const a = heap.payload[left];
              const b = heap.payload[right];
              if (typeof a === 'number' && typeof b === 'number') {
                const result = intOperation(rt, instruction >>> 8, a, b, heap.refcount[left] === 1 ? left : heap.refcount[right] === 1 ? right : NULL);
                if (result !== NULL) {
                  stack[--sp - 1] = result;
                  if (result !== left && --heap.refcount[left]! === 0) heap.free(left);
                  if (result !== right && --heap.refcount[right]! === 0) heap.free(right);
                  continue;
                }
              }
            }
            next = binaryOp(vm, frame, sp, instruction);
            break;
          }
          case Op.COMPARE_OP: {
            const right = stack[sp - 1]!;
            const left = stack[sp - 2]!;
            const op = instruction >>> 8;
            const tl = heap.type[left];
            if (tl === heap.type[right] && (tl === INT || tl === FLOAT)) {
              const a = heap.payload[left];
              const b = heap.payload[right];
              if (typeof a === 'number' && typeof b === 'number') {
                const holds = numbersCompare(op, a, b);
                if (--heap.refcount[left]! === 0) deaths.begin(left);
                if (--heap.refcount[right]! === 0) deaths.begin(right);
                // Numbers have no finaliser, so a jump on the result follows with nothing in between.
                const jump = instructions[pc]!;
                if ((jump & 0xff) === Op.POP_JUMP_IF_FALSE) {
                  budget--;
                  sp -= 2;
                  pc = holds ? pc + 1 : jump >>> 8;
                } else stack[--sp - 1] = holds ? TRUE : FALSE;
                continue;
              }
            }
            next = compareOp(vm, frame, sp, instruction);
            break;
          }
          case Op.CONTAINS_OP:
            next = containsOp(vm, frame, sp, instruction);
            break;
          case Op.IS_OP: {
            const right = stack[--sp]!;
            const left = stack[sp - 1]!;
            stack[sp - 1] = (left === right) === (instruction >>> 8 === 0) ? TRUE : FALSE;
            releasePair(rt, left, right);
            continue;
          }
          case Op.UNARY_NOT:
            next = unaryNot(vm, frame, sp, instruction);
            break;

          case Op.POP_JUMP_IF_FALSE:
          case Op.POP_JUMP_IF_TRUE: {
            const value = stack[sp - 1]!;
            const known = value === TRUE ? true : value === FALSE ? false : truthNow(rt, value);
            if (known === undefined) {
              frame.sp = sp;
              vm.testTruth(frame);
              continue entry;
            }
            sp--;
            if (known === ((instruction & 0xff) === Op.POP_JUMP_IF_TRUE)) pc = instruction >>> 8;
            if (--heap.refcount[value]! === 0) deaths.begin(value);
            continue;
          }
          case Op.POP_JUMP_IF_NONE:
          case Op.POP_JUMP_IF_NOT_NONE: {
            const value = stack[--sp]!;
            if ((value === NONE) === ((instruction & 0xff) === Op.POP_JUMP_IF_NONE)) pc = instruction >>> 8;
            if (--heap.refcount[value]! === 0) deaths.begin(value);
            continue;
          }
          case Op.JUMP:
            pc = instruction >>> 8;
            continue;
          case Op.JUMP_BACKWARD:
            pc = instruction >>> 8;
            if (vm.needsCheck()) {
              const jump = frame.pc - 1;
              frame.pc = pc;
              frame.sp = sp;
              vm.check(jump);
              continue entry;
            }
            continue;
          case Op.RESUME:
            if (journal !== null && instruction >>> 8 === 0) journal.entered(code, base);
            if (vm.needsCheck()) {
              frame.sp = sp;
              vm.check();
              continue entry;
            }
            continue;

          case Op.GET_ITER:
            next = getIter(vm, frame, sp, instruction);
            break;
          case Op.FOR_ITER: {
            const iterator = stack[sp - 1]!;
            const type = heap.type[iterator];
            if (type === LIST_ITERATOR || type === TUPLE_ITERATOR) {
              const state = heap.payload[iterator] as SequenceIterator;
              const item = state.sequence === NULL ? undefined : (heap.payload[state.sequence] as Ref[])[state.index];
              if (item !== undefined) {
                state.index++;
                heap.refcount[item]!++;
                stack[sp++] = item;
                continue;
              }
            } else if (type === RANGE_ITERATOR) {
              const store = instructions[pc]!;
              if (journal === null && ((store & 0xff) === Op.STORE_FAST || (store & 0xff) === Op.STORE_LOAD_FAST)) {
                const slot = base + (store >>> 8);
                const old = stack[slot]!;
                const item = nextOfRange(rt, iterator, heap.refcount[old] === 1 && heap.type[old] === INT ? old : NULL);
                if (item !== NULL) {
                  budget--;
                  frame.pc = ++pc;
                  stack[slot] = item;
                  if (old !== NULL && old !== item && --heap.refcount[old]! === 0) deaths.begin(old);
                  continue;
                }
              } else {
                const item = nextOfRange(rt, iterator);
                if (item !== NULL) {
                  stack[sp++] = item;
                  continue;
                }
              }
            }
            next = type === RANGE_ITERATOR ? Otherwise.END_LOOP : forIter(vm, frame, sp, instruction);
            break;
          }

          case Op.BINARY_SUBSCR:
            next = binarySubscr(vm, frame, sp, instruction);
            break;
          case Op.STORE_SUBSCR:
            next = storeSubscr(vm, frame, sp, instruction);
            break;
          case Op.DELETE_SUBSCR:
            next = deleteSubscr(vm, frame, sp, instruction);
            break;

          case Op.BUILD_TUPLE:
            next = buildTuple(vm, frame, sp, instruction);
            break;
          case Op.BUILD_LIST:
            next = buildList(vm, frame, sp, instruction);
            break;
          case Op.LIST_APPEND: {
            const item = stack[--sp]!;
            (heap.payload[stack[sp - (instruction >>> 8)]!] as Ref[]).push(item);
            continue;
          }
          case Op.BUILD_SLICE:
            next = buildSlice(vm, frame, sp, instruction);
            break;
          case Op.UNPACK_SEQUENCE:
            next = unpackSequence(vm, frame, sp, instruction);
            break;

          case Op.CALL: {
            const count = instruction >>> 8;
            const at = sp - count - 2;
            const callable = stack[at]!;
            const first = stack[at + 1] === NULL ? at + 2 : at + 1;
            if (heap.type[callable] === FUNCTION) {
              const f = functionOf(rt, callable);
              const callee = codeOf(rt, f.code);
              const given = sp - first;
              const end = first + callee.localsCount;
              frame.sp = at;
              if (callee.simple && given === callee.argumentCount && vm.depth < rt.recursionLimit) {
                if (sp < end) emptySlots(stack, sp, end);
                vm.newFrame(callable, first);
                continue entry;
              }
              sp = -1;
              vm.callFunction(callable, first, given, noArguments);
              continue entry;
            }
            vm.steps += noted - budget;
            noted = budget;
            next = call(vm, frame, sp, instruction);
            break;
          }

          case Op.RETURN_VALUE:
          case Op.RETURN_CONST: {
            const value = (instruction & 0xff) === Op.RETURN_VALUE ? stack[--sp]! : heap.incref(code.constants[instruction >>> 8]!);
            if (frame.generator !== NULL) {
              frame.sp = sp;
              vm.leaveFrame(frame);
              vm.deliverReturn(value);
              continue entry;
            }
            const caller = frame.previous;
            if (frame.object === NULL && frame.locals === NULL) {
              rt.activation = caller;
              vm.depth--;
              const end = base + code.localsCount;
              if (frame.clearsBackwards) releaseSlotsBackwards(heap, stack, base, end);
              else releaseSlots(heap, stack, base, end);
              const { func, codeRef } = frame;
              frame.func = NULL;
              if (--heap.refcount[func]! === 0) deaths.begin(func);
              if (--heap.refcount[codeRef]! === 0) deaths.begin(codeRef);
            } else {
              frame.sp = sp;
              vm.leaveFrame(frame);
            }
            if (caller !== null && caller.isPython && caller.resume === Resume.FINISH && caller.popCount === 0) stack[caller.sp++] = value;
            else vm.deliver(value);
            continue entry;
          }

          case Op.YIELD_VALUE: {
            const value = stack[--sp]!;
            frame.sp = sp;
            const caller = frame.previous!;
            if (!caller.isPython && caller.request?.resume?.take?.(value) === true) {
              stack[sp++] = heap.incref(NONE);
              continue;
            }
            vm.parkGenerator(frame);
            if (caller.isPython && (caller.resume === Resume.FOR_ITER || caller.resume === Resume.SEND)) {
              caller.resume = Resume.FINISH;
              stack[caller.sp++] = value;
            } else vm.deliver(value);
            continue entry;
          }

          case Op.SEND:
            next = send(vm, frame, sp, instruction);
            break;

          case Op.UNARY_NEGATIVE:
            next = unaryNegative(vm, frame, sp, instruction);
            break;

          case Op.BUILD_MAP:
            if (instruction >>> 8 === 0) {
              stack[sp++] = newDict(rt);
              continue;
            }
            next = Otherwise.EXECUTE;
            break;

          case Op.FAST_FAST: {
            const first = stack[base + (instruction >>> 8)]!;
            heap.refcount[first]!++;
            stack[sp++] = first;
            if (journal !== null) {
              journal.seen(code, pc, first);
              continue;
            }
            const second = stack[base + (instructions[pc++]! >>> 8)]!;
            budget--;
            heap.refcount[second]!++;
            stack[sp++] = second;
            continue;
          }
          case Op.FAST_CONST: {
            const first = stack[base + (instruction >>> 8)]!;
            heap.refcount[first]!++;
            stack[sp++] = first;
            if (journal !== null) {
              journal.seen(code, pc, first);
              continue;
            }
            const second = code.constants[instructions[pc++]! >>> 8]!;
            budget--;
            heap.refcount[second]!++;
            stack[sp++] = second;
            continue;
          }
          case Op.STORE_LOAD_FAST: {
            const slot = base + (instruction >>> 8);
            const old = stack[slot]!;
            const value = stack[sp - 1]!;
            stack[slot] = value;
            if (old !== NULL && --heap.refcount[old]! === 0) {
              sp--;
              deaths.begin(old);
              continue;
            }
            if (journal !== null) {
              sp--;
              journal.seen(code, pc, value);
              continue;
            }
            const loaded = stack[base + (instructions[pc++]! >>> 8)]!;
            budget--;
            heap.refcount[loaded]!++;
            stack[sp - 1] = loaded;
            continue;
          }
          case Op.FAST_ATTR: {
            const owner = stack[base + (instruction >>> 8)]!;
            if (journal === null && (heap.payload[heap.type[owner]!] as TypeObject).version === cacheKeys[pc + 1]) {
              const attributes = heap.attributes[owner];
              const value = attributes === undefined || attributes[0] ? NULL : attributes[cacheValues[pc + 1]!];
              if (value) {
                heap.refcount[value]!++;
                stack[sp++] = value;
                pc++;
                budget--;
                continue;
              }
            }
            heap.refcount[owner]!++;
            stack[sp++] = owner;
            if (journal !== null) journal.seen(code, pc, owner);
            continue;
          }
          case Op.FAST_STORE_ATTR: {
            const owner = stack[base + (instruction >>> 8)]!;
            const type = heap.payload[heap.type[owner]!] as TypeObject;
            if (journal === null && type.version === cacheKeys[pc + 1]) {
              const attributes = heap.attributes[owner];
              if (attributes !== undefined && !attributes[0]) {
                const value = stack[--sp]!;
                const at = cacheValues[pc + 1]!;
                const old = attributes[at];
                frame.pc = ++pc;
                budget--;
                if (old) {
                  attributes[at] = value;
                  if (--heap.refcount[old]! === 0) deaths.begin(old);
                } else storeInline(rt, owner, attributes, type, at - type.valuesStart, value);
                continue;
              }
            }
            heap.refcount[owner]!++;
            stack[sp++] = owner;
            if (journal !== null) journal.seen(code, pc, owner);
            continue;
          }
          case Op.FAST_METHOD: {
            const owner = stack[base + (instruction >>> 8)]!;
            heap.refcount[owner]!++;
            if (journal === null && (heap.payload[heap.type[owner]!] as TypeObject).version === cacheKeys[pc + 1]) {
              const attributes = heap.attributes[owner];
              if (attributes === undefined || !attributes[0]) {
                const method = cacheValues[pc + 1] as Ref;
                heap.refcount[method]!++;
                stack[sp] = method;
                stack[sp + 1] = owner;
                sp += 2;
                pc++;
                budget--;
                continue;
              }
            }
            stack[sp++] = owner;
            if (journal !== null) journal.seen(code, pc, owner);
            continue;
          }
          case Op.FAST_FAST_BINARY:
          case Op.FAST_CONST_BINARY: {
            const next = instructions[pc]!;
            const left = stack[base + (instruction >>> 8)]!;
            if (journal === null && heap.type[left] === INT) {
              const right = (instruction & 0xff) === Op.FAST_FAST_BINARY ? stack[base + (next >>> 8)]! : code.constants[next >>> 8]!;
              const a = heap.payload[left];
              const b = heap.payload[right];
              if (typeof a === 'number' && typeof b === 'number' && heap.type[right] === INT) {
                const result = intOperation(rt, instructions[pc + 1]! >>> 8, a, b, NULL);
                if (result !== NULL) {
                  stack[sp++] = result;
                  pc += 2;
                  budget -= 2;
                  continue;
                }
              }
            }
            heap.refcount[left]!++;
            stack[sp++] = left;
            if (journal !== null) journal.seen(code, pc, left);
            continue;
          }
          case Op.FAST_BINARY:
          case Op.CONST_BINARY: {
            const right = (instruction & 0xff) === Op.FAST_BINARY ? stack[base + (instruction >>> 8)]! : code.constants[instruction >>> 8]!;
            const left = stack[sp - 1]!;
            if (journal === null && heap.type[left] === INT && heap.type[right] === INT) {
              const a = heap.payload[left];
              const b = heap.payload[right];
              if (typeof a === 'number' && typeof b === 'number') {
                const result = intOperation(rt, instructions[pc]! >>> 8, a, b, heap.refcount[left] === 1 ? left : NULL);
                if (result !== NULL) {
                  stack[sp - 1] = result;
                  pc++;
                  budget--;
                  if (result !== left && --heap.refcount[left]! === 0) heap.free(left);
                  continue;
                }
              }
            }
            heap.refcount[right]!++;
            stack[sp++] = right;
            if (journal !== null && (instruction & 0xff) === Op.FAST_BINARY) journal.seen(code, pc, right);
            continue;
          }
          case Op.FAST_FAST_COMPARE:
          case Op.FAST_CONST_COMPARE: {
            const next = instructions[pc]!;
            const left = stack[base + (instruction >>> 8)]!;
            if (journal === null && heap.type[left] === INT) {
              const right = (instruction & 0xff) === Op.FAST_FAST_COMPARE ? stack[base + (next >>> 8)]! : code.constants[next >>> 8]!;
              const a = heap.payload[left];
              const b = heap.payload[right];
              if (typeof a === 'number' && typeof b === 'number' && heap.type[right] === INT) {
                const holds = numbersCompare(instructions[pc + 1]! >>> 8, a, b);
                const jump = instructions[pc + 2]!;
                pc += 2;
                budget -= 2;
                if ((jump & 0xff) === Op.POP_JUMP_IF_FALSE) {
                  budget--;
                  pc = holds ? pc + 1 : jump >>> 8;
                } else stack[sp++] = holds ? TRUE : FALSE;
                continue;
              }
            }
            heap.refcount[left]!++;
            stack[sp++] = left;
            if (journal !== null) journal.seen(code, pc, left);
            continue;
          }
          case Op.FAST_COMPARE:
          case Op.CONST_COMPARE: {
            const right = (instruction & 0xff) === Op.FAST_COMPARE ? stack[base + (instruction >>> 8)]! : code.constants[instruction >>> 8]!;
            const left = stack[sp - 1]!;
            if (journal === null && heap.type[left] === INT && heap.type[right] === INT) {
              const a = heap.payload[left];
              const b = heap.payload[right];
              if (typeof a === 'number' && typeof b === 'number') {
                const holds = numbersCompare(instructions[pc]! >>> 8, a, b);
                const jump = instructions[pc + 1]!;
                pc++;
                budget--;
                if (--heap.refcount[left]! === 0) deaths.begin(left);
                if ((jump & 0xff) === Op.POP_JUMP_IF_FALSE) {
                  budget--;
                  sp--;
                  pc = holds ? pc + 1 : jump >>> 8;
                } else stack[sp - 1] = holds ? TRUE : FALSE;
                continue;
              }
            }
            heap.refcount[right]!++;
            stack[sp++] = right;
            if (journal !== null && (instruction & 0xff) === Op.FAST_COMPARE) journal.seen(code, pc, right);
            continue;
          }

          default:
            next = Otherwise.EXECUTE;
        }
        if (next >= 0) {
          sp = next;
          continue;
        }
        switch (next as Otherwise) {
          case Otherwise.REENTER:
            continue entry;
          case Otherwise.AGAIN:
            pc--;
            continue;
          case Otherwise.END_LOOP: {
            const iterator = stack[--sp]!;
            pc = instruction >>> 8;
            if (--heap.refcount[iterator]! === 0) deaths.begin(iterator);
            continue;
          }
          case Otherwise.EXECUTE:
            frame.sp = sp;
            sp = -1;
            execute(vm, frame, instruction);
            if (rt.activation !== frame || frame.resume !== Resume.FINISH || rt.stack !== stack) continue entry;
            pc = frame.pc;
            sp = frame.sp;
        }
      }
    } catch (error) {
      vm.requireRaised(error);
      if (sp >= 0) {
        frame.sp = sp;
        vm.noteOperands(frame);
      }
      vm.propagate();
    }
  }
}
