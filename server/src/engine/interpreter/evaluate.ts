import { BinaryOp, Op } from '../compiler/opcodes.ts';
import { TypeFlag } from '../heap/heap.ts';
import { BUILTIN, DICT, FALSE, FLOAT, FUNCTION, GENERATOR, INDEX_ERROR, INT, KEY_ERROR, LIST, LIST_ITERATOR, METHOD, METHOD_DESCRIPTOR, NONE, RANGE_ITERATOR, STR, TRUE, TUPLE, TUPLE_ITERATOR, TYPE } from '../heap/known.ts';
import { NULL, SUSPENDED, type Eventual, type Ref } from '../heap/ref.ts';
import { cellOf, newCell } from '../objects/cell.ts';
import { codeOf } from '../objects/code.ts';
import { binary, unary } from '../objects/core/arithmetic.ts';
import { delItem, getItem, iter, next, richCompare, setItem, truthNow } from '../objects/core/protocol.ts';
import { genericGetAttr, genericSetAttr, getAttr, setAttr, setInstanceValue, storeInline } from '../objects/core/attributes.ts';
import { MISSING } from '../objects/core/dicttable.ts';
import { newException } from '../objects/core/errors.ts';
import { lookup } from '../objects/core/lookup.ts';
import { newDict, newList, newTuple, tableOf } from '../objects/core/make.ts';
import { copySlots, emptySlots, releaseSlots, releaseSlotsBackwards, spreadReversed } from '../objects/core/stackslots.ts';
import type { TypeObject } from '../objects/core/typeobject.ts';
import { callBuiltinAt, callMethodAt, SlotMember } from '../objects/descriptors.ts';
import { storeAt } from '../objects/dictsearch.ts';
import { Resume, type Frame } from '../objects/frame.ts';
import { functionOf, methodOf } from '../objects/function.ts';
import { generatorOf, GeneratorState } from '../objects/generator.ts';
import type { SequenceIterator } from '../objects/iterators.ts';
import { nextOfRange } from '../objects/range-iterator.ts';
import { newSlice } from '../objects/slice.ts';
import { concat } from '../objects/str.ts';
import { loadGlobal, plainInit, specializesCall } from './caches.ts';
import { finishContains } from './instructions/building.ts';
import { execute } from './instructions/execute.ts';
import { raiseUnbound } from './instructions/names.ts';
import type { Interpreter } from './interpreter.ts';
import { intOperation, numbersCompare } from './numbers.ts';

/** In the cache of a call: it has called a native function before. */
const CALLED = -1;

/**
 * The evaluation loop (_PyEval_EvalFrameDefault). Runs the Python frame on top and those it calls, until a built-in
 * is on top, the root is over, or the step budget is.
 *
 * Instructions that are frequent are written out here on local copies of the frame's state; all others are functions
 * in instructions.ts. `pc` and `sp` are written back to the frame before anything that could look at them.
 */
export function evaluate(vm: Interpreter): void {
  const { rt } = vm;
  const { heap } = rt;
  const { deaths } = heap;
  let { journal } = rt;
  const releasesRightFirst = rt.profile.releasesRightOperandFirst === true;
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
        switch (instruction & 0xff) {
          case Op.NOP:
            break;

          case Op.LOAD_FAST: {
            const value = stack[base + (instruction >>> 8)]!;
            heap.refcount[value]!++;
            stack[sp++] = value;
            if (journal !== null) journal.seen(code, pc, value);
            break;
          }
          case Op.LOAD_FAST_CHECK: {
            const value = stack[base + (instruction >>> 8)]!;
            if (value === NULL) raiseUnbound(rt, frame, instruction >>> 8);
            heap.refcount[value]!++;
            stack[sp++] = value;
            if (journal !== null) journal.seen(code, pc, value);
            break;
          }
          case Op.LOAD_CONST: {
            const value = code.constants[instruction >>> 8]!;
            heap.refcount[value]!++;
            stack[sp++] = value;
            break;
          }
          case Op.STORE_FAST: {
            const slot = base + (instruction >>> 8);
            const old = stack[slot]!;
            const value = stack[--sp]!;
            stack[slot] = value;
            if (journal !== null) journal.seen(code, pc, value);
            if (old !== NULL && --heap.refcount[old]! === 0) deaths.begin(old);
            break;
          }
          case Op.POP_TOP: {
            const value = stack[--sp]!;
            if (--heap.refcount[value]! === 0) deaths.begin(value);
            break;
          }
          case Op.PUSH_NULL:
            stack[sp++] = NULL;
            break;
          case Op.COPY: {
            const value = stack[sp - (instruction >>> 8)]!;
            if (value !== NULL) heap.refcount[value]!++;
            stack[sp++] = value;
            break;
          }
          case Op.SWAP: {
            const at = sp - (instruction >>> 8);
            const value = stack[at]!;
            stack[at] = stack[sp - 1]!;
            stack[sp - 1] = value;
            break;
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
              frame.sp = sp;
              sp = -1;
              execute(vm, frame, instruction);
              if (rt.activation !== frame || frame.resume !== Resume.FINISH || rt.stack !== stack) continue entry;
              pc = frame.pc;
              sp = frame.sp;
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
            break;
          }
          case Op.LOAD_DEREF: {
            const value = cellOf(rt, stack[base + (instruction >>> 8)]!).contents;
            if (value === NULL) raiseUnbound(rt, frame, instruction >>> 8);
            heap.refcount[value]!++;
            stack[sp++] = value;
            if (journal !== null) journal.seen(code, pc, value);
            break;
          }
          case Op.STORE_DEREF: {
            const cell = cellOf(rt, stack[base + (instruction >>> 8)]!);
            const old = cell.contents;
            cell.contents = stack[--sp]!;
            if (journal !== null) journal.seen(code, pc, cell.contents);
            heap.xdecref(old);
            break;
          }
          case Op.LOAD_CLOSURE: {
            const value = stack[base + (instruction >>> 8)]!;
            heap.refcount[value]!++;
            stack[sp++] = value;
            break;
          }
          case Op.MAKE_CELL: {
            const slot = base + (instruction >>> 8);
            stack[slot] = newCell(rt, stack[slot]!);
            break;
          }

          case Op.LOAD_ATTR: {
            const owner = stack[sp - 1]!;
            const type = heap.payload[heap.type[owner]!] as TypeObject;
            let result: Eventual;
            const second = pc + instructions.length;
            const at = type.version === cacheKeys[pc] ? cacheValues[pc]! : type.version === cacheKeys[second] ? cacheValues[second]! : -1;
            if (at >= 0) {
              const attributes = heap.attributes[owner];
              const value = attributes === undefined || attributes[0] ? NULL : attributes[at];
              if (value) {
                heap.refcount[value]!++;
                stack[sp - 1] = value;
                if (journal !== null) journal.seen(code, pc, value);
                if (--heap.refcount[owner]! === 0) deaths.begin(owner);
                break;
              }
              result = getAttr(rt, owner, code.names[instruction >>> 8]!);
            } else {
              const name = code.names[instruction >>> 8]!;
              result = getAttr(rt, owner, name);
              if (type.slots.tp_getattro === genericGetAttr) {
                const found = lookup(rt, heap.type[owner]!, name);
                const index = found === NULL ? type.sharedKeys?.index.get(name) : undefined;
                const member = found === NULL ? undefined : heap.payload[found];
                const place = index !== undefined ? type.valuesStart + index : member instanceof SlotMember ? member.index : -1;
                if (place >= 0) {
                  const entry = cacheKeys[pc] === 0 ? pc : second;
                  cacheKeys[entry] = type.version;
                  cacheValues[entry] = place;
                }
              }
            }
            if (result === SUSPENDED) {
              frame.sp = sp;
              frame.popCount = 1;
              vm.suspend(frame);
              continue entry;
            }
            stack[sp - 1] = result;
            if (journal !== null) journal.seen(code, pc, result);
            if (--heap.refcount[owner]! === 0) deaths.begin(owner);
            break;
          }
          case Op.LOAD_METHOD: {
            const owner = stack[sp - 1]!;
            const typeRef = heap.type[owner]!;
            const type = heap.payload[typeRef] as TypeObject;
            const second = pc + instructions.length;
            const cached = type.version === cacheKeys[pc] ? (cacheValues[pc] as Ref) : type.version === cacheKeys[second] ? (cacheValues[second] as Ref) : NULL;
            if (cached !== NULL) {
              const attributes = heap.attributes[owner];
              if (attributes === undefined || !attributes[0]) {
                const method = cached;
                heap.refcount[method]!++;
                stack[sp - 1] = method;
                stack[sp++] = owner;
                if (journal !== null) journal.seen(code, pc, method);
                break;
              }
            }
            const name = code.names[instruction >>> 8]!;
            if (type.slots.tp_getattro === genericGetAttr) {
              const method = lookup(rt, typeRef, name);
              const kind = method === NULL ? NULL : heap.type[method]!;
              if (kind === FUNCTION || kind === METHOD_DESCRIPTOR) {
                const attributes = heap.attributes[owner];
                if (!type.sharedKeys?.index.has(name) && (attributes === undefined || !attributes[0])) {
                  const entry = cacheKeys[pc] === 0 ? pc : second;
                  cacheKeys[entry] = type.version;
                  cacheValues[entry] = method;
                  heap.refcount[method]!++;
                  stack[sp - 1] = method;
                  stack[sp++] = owner;
                  if (journal !== null) journal.seen(code, pc, method);
                  break;
                }
              }
            }
            const result = getAttr(rt, owner, name);
            if (result === SUSPENDED) {
              frame.sp = sp;
              frame.popCount = 1;
              frame.resume = Resume.METHOD;
              vm.suspend(frame);
              continue entry;
            }
            stack[sp - 1] = result;
            stack[sp++] = NULL;
            if (journal !== null) journal.seen(code, pc, result);
            if (--heap.refcount[owner]! === 0) deaths.begin(owner);
            break;
          }
          case Op.STORE_ATTR: {
            const owner = stack[sp - 1]!;
            const value = stack[sp - 2]!;
            const type = heap.payload[heap.type[owner]!] as TypeObject;
            const second = pc + instructions.length;
            const at = type.version === cacheKeys[pc] ? cacheValues[pc]! : type.version === cacheKeys[second] ? cacheValues[second]! : -1;
            if (at >= 0) {
              const attributes = heap.attributes[owner];
              if (attributes !== undefined && !attributes[0]) {
                const old = attributes[at];
                sp -= 2;
                if (old) attributes[at] = value;
                else storeInline(rt, owner, attributes, type, at - type.valuesStart, value);
                if (journal !== null) journal.seen(code, pc, value);
                if (old && --heap.refcount[old]! === 0) deaths.begin(old);
                if (--heap.refcount[owner]! === 0) deaths.begin(owner);
                break;
              }
            }
            const name = code.names[instruction >>> 8]!;
            let result: Eventual;
            if (type.slots.tp_setattro === genericSetAttr && (type.flags & TypeFlag.MANAGED_DICT) !== 0 && lookup(rt, heap.type[owner]!, name) === NULL) {
              setInstanceValue(rt, owner, name, value, type);
              const index = type.sharedKeys?.index.get(name);
              if (index !== undefined) {
                const entry = cacheKeys[pc] === 0 ? pc : second;
                cacheKeys[entry] = type.version;
                cacheValues[entry] = type.valuesStart + index;
              }
              result = NULL;
            } else result = setAttr(rt, owner, name, value);
            if (journal !== null) journal.seen(code, pc, value);
            if (result === SUSPENDED) {
              frame.sp = sp;
              frame.popCount = 2;
              vm.suspend(frame);
              continue entry;
            }
            sp -= 2;
            if (--heap.refcount[value]! === 0) deaths.begin(value);
            if (--heap.refcount[owner]! === 0) deaths.begin(owner);
            break;
          }

          case Op.BINARY_OP: {
            const right = stack[sp - 1]!;
            const left = stack[sp - 2]!;
            const tl = heap.type[left];
            const tr = heap.type[right];
            const op = instruction >>> 8;
            let result: Eventual = NULL;
            if (tl === INT && tr === INT) {
              const a = heap.payload[left];
              const b = heap.payload[right];
              if (typeof a === 'number' && typeof b === 'number') {
                result = intOperation(rt, op, a, b, heap.refcount[left] === 1 ? left : heap.refcount[right] === 1 ? right : NULL);
                if (result !== NULL) {
                  stack[--sp - 1] = result;
                  if (result !== left && --heap.refcount[left]! === 0) heap.free(left);
                  if (result !== right && --heap.refcount[right]! === 0) heap.free(right);
                  break;
                }
              }
            } else if (tl === FLOAT && tr === FLOAT) {
              const a = heap.payload[left] as number;
              const b = heap.payload[right] as number;
              switch (op >= BinaryOp.INPLACE ? op - BinaryOp.INPLACE : op) {
                case BinaryOp.ADD:
                  result = heap.allocate(FLOAT, a + b);
                  break;
                case BinaryOp.SUBTRACT:
                  result = heap.allocate(FLOAT, a - b);
                  break;
                case BinaryOp.MULTIPLY:
                  result = heap.allocate(FLOAT, a * b);
                  break;
                case BinaryOp.TRUE_DIVIDE:
                  if (b !== 0) result = heap.allocate(FLOAT, a / b);
                  break;
              }
            } else if (tl === STR && tr === STR && (op === BinaryOp.ADD || op === BinaryOp.ADD + BinaryOp.INPLACE)) {
              result = concat(rt, left, right);
            }
            if (result === NULL) {
              result = binary(rt, op, left, right);
              if (result === SUSPENDED) {
                frame.sp = sp;
                frame.popCount = 2;
                vm.suspend(frame);
                continue entry;
              }
            }
            stack[sp - 2] = result;
            sp--;
            if (releasesRightFirst) {
              if (--heap.refcount[right]! === 0) deaths.begin(right);
              if (--heap.refcount[left]! === 0) deaths.begin(left);
            } else {
              if (--heap.refcount[left]! === 0) deaths.begin(left);
              if (--heap.refcount[right]! === 0) deaths.begin(right);
            }
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
                break;
              }
            }
            const result = richCompare(rt, left, right, op);
            if (result === SUSPENDED) {
              frame.sp = sp;
              frame.popCount = 2;
              vm.suspend(frame);
              continue entry;
            }
            stack[sp - 2] = result;
            sp--;
            if (--heap.refcount[left]! === 0) deaths.begin(left);
            if (--heap.refcount[right]! === 0) deaths.begin(right);
            break;
          }
          case Op.CONTAINS_OP: {
            const container = stack[sp - 1]!;
            const item = stack[sp - 2]!;
            const slot = (heap.payload[heap.type[container]!] as TypeObject).slots.sq_contains;
            const answer = slot === undefined ? SUSPENDED : slot(rt, container, item);
            if (answer === SUSPENDED) {
              frame.sp = sp;
              sp = -1;
              finishContains(vm, frame, container, item, slot !== undefined, instruction >>> 8 !== 0);
              continue entry;
            }
            stack[sp - 2] = (answer === TRUE) === (instruction >>> 8 === 0) ? TRUE : FALSE;
            sp--;
            if (--heap.refcount[item]! === 0) deaths.begin(item);
            if (--heap.refcount[container]! === 0) deaths.begin(container);
            break;
          }
          case Op.IS_OP: {
            const right = stack[--sp]!;
            const left = stack[sp - 1]!;
            stack[sp - 1] = (left === right) === (instruction >>> 8 === 0) ? TRUE : FALSE;
            if (--heap.refcount[left]! === 0) deaths.begin(left);
            if (--heap.refcount[right]! === 0) deaths.begin(right);
            break;
          }
          case Op.UNARY_NOT: {
            const value = stack[sp - 1]!;
            const known = value === TRUE ? true : value === FALSE ? false : truthNow(rt, value);
            if (known === undefined) {
              frame.sp = sp;
              vm.testTruth(frame);
              continue entry;
            }
            stack[sp - 1] = known ? FALSE : TRUE;
            if (--heap.refcount[value]! === 0) deaths.begin(value);
            break;
          }

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
            break;
          }
          case Op.POP_JUMP_IF_NONE:
          case Op.POP_JUMP_IF_NOT_NONE: {
            const value = stack[--sp]!;
            if ((value === NONE) === ((instruction & 0xff) === Op.POP_JUMP_IF_NONE)) pc = instruction >>> 8;
            if (--heap.refcount[value]! === 0) deaths.begin(value);
            break;
          }
          case Op.JUMP:
            pc = instruction >>> 8;
            break;
          case Op.JUMP_BACKWARD:
            pc = instruction >>> 8;
            if (vm.needsCheck()) {
              const jump = frame.pc - 1;
              frame.pc = pc;
              frame.sp = sp;
              vm.check(jump);
              continue entry;
            }
            break;
          case Op.RESUME:
            if (journal !== null && instruction >>> 8 === 0) journal.entered(code, base);
            if (vm.needsCheck()) {
              frame.sp = sp;
              vm.check();
              continue entry;
            }
            break;

          case Op.GET_ITER: {
            const iterable = stack[sp - 1]!;
            const result = heap.type[iterable] === GENERATOR ? heap.incref(iterable) : iter(rt, iterable);
            if (result === SUSPENDED) {
              frame.sp = sp;
              frame.popCount = 1;
              vm.suspend(frame);
              continue entry;
            }
            stack[sp - 1] = result;
            if (--heap.refcount[iterable]! === 0) deaths.begin(iterable);
            break;
          }
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
                break;
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
                  break;
                }
              } else {
                const item = nextOfRange(rt, iterator);
                if (item !== NULL) {
                  stack[sp++] = item;
                  break;
                }
              }
            } else if (type === GENERATOR && generatorOf(rt, iterator).state <= GeneratorState.SUSPENDED) {
              frame.sp = sp;
              frame.resume = Resume.FOR_ITER;
              vm.resumeGenerator(iterator, NONE, false, frame);
              continue entry;
            }
            const result = type === RANGE_ITERATOR ? NULL : next(rt, iterator);
            if (result === SUSPENDED) {
              frame.sp = sp;
              frame.resume = Resume.FOR_ITER;
              vm.suspend(frame);
              continue entry;
            }
            if (result !== NULL) stack[sp++] = result;
            else {
              pc = instruction >>> 8;
              sp--;
              if (--heap.refcount[iterator]! === 0) deaths.begin(iterator);
            }
            break;
          }

          case Op.BINARY_SUBSCR: {
            const key = stack[sp - 1]!;
            const container = stack[sp - 2]!;
            const type = heap.type[container];
            let result: Eventual = NULL;
            if ((type === LIST || type === TUPLE) && heap.type[key] === INT) {
              const items = heap.payload[container] as Ref[];
              let at = heap.payload[key] as number;
              if (at < 0) at += items.length;
              const item = items[at];
              if (item !== undefined) result = heap.incref(item);
              else if (typeof at === 'number') {
                frame.sp = sp;
                vm.raiseNow(newException(rt, INDEX_ERROR, [rt.newStr(type === LIST ? 'list index out of range' : 'tuple index out of range')]));
                continue entry;
              }
            } else if (type === DICT && (heap.payload[key] !== undefined || heap.type[key] === STR)) {
              const table = tableOf(rt, container);
              const at = table.findExact(rt, key);
              if (at >= 0) result = heap.incref(table.values[at]!);
              else if (at === MISSING) {
                frame.sp = sp;
                vm.raiseNow(newException(rt, KEY_ERROR, [heap.incref(key)]));
                continue entry;
              }
            }
            if (result === NULL) {
              result = getItem(rt, container, key);
              if (result === SUSPENDED) {
                frame.sp = sp;
                frame.popCount = 2;
                vm.suspend(frame);
                continue entry;
              }
            }
            stack[sp - 2] = result;
            sp--;
            if (journal !== null) journal.seen(code, pc, result);
            if (--heap.refcount[container]! === 0) deaths.begin(container);
            if (--heap.refcount[key]! === 0) deaths.begin(key);
            break;
          }
          case Op.STORE_SUBSCR: {
            const key = stack[sp - 1]!;
            const container = stack[sp - 2]!;
            const value = stack[sp - 3]!;
            const type = heap.type[container];
            let result: Eventual = SUSPENDED;
            if (type === LIST && heap.type[key] === INT) {
              const items = heap.payload[container] as Ref[];
              let at = heap.payload[key] as number;
              if (at < 0) at += items.length;
              const old = items[at];
              if (old !== undefined) {
                items[at] = value;
                heap.refcount[value]!++;
                if (--heap.refcount[old]! === 0) deaths.begin(old);
                result = NULL;
              }
            } else if (type === DICT) {
              const table = tableOf(rt, container);
              const at = table.findExact(rt, key);
              if (at >= -1) {
                storeAt(rt, container, table, at, key, value);
                result = NULL;
              }
            }
            if (result === SUSPENDED) {
              result = setItem(rt, container, key, value);
              if (result === SUSPENDED) {
                frame.sp = sp;
                frame.popCount = 3;
                vm.suspend(frame);
                continue entry;
              }
            }
            sp -= 3;
            if (--heap.refcount[value]! === 0) deaths.begin(value);
            if (--heap.refcount[container]! === 0) deaths.begin(container);
            if (--heap.refcount[key]! === 0) deaths.begin(key);
            break;
          }
          case Op.DELETE_SUBSCR: {
            const result = delItem(rt, stack[sp - 2]!, stack[sp - 1]!);
            if (result === SUSPENDED) {
              frame.sp = sp;
              frame.popCount = 2;
              vm.suspend(frame);
              continue entry;
            }
            sp -= 2;
            heap.decref(stack[sp]!);
            heap.decref(stack[sp + 1]!);
            break;
          }

          case Op.BUILD_TUPLE: {
            const count = instruction >>> 8;
            sp -= count;
            const made = newTuple(rt, copySlots(stack, sp, count));
            stack[sp++] = made;
            break;
          }
          case Op.BUILD_LIST: {
            const count = instruction >>> 8;
            sp -= count;
            const made = newList(rt, copySlots(stack, sp, count));
            stack[sp++] = made;
            break;
          }
          case Op.LIST_APPEND: {
            const item = stack[--sp]!;
            (heap.payload[stack[sp - (instruction >>> 8)]!] as Ref[]).push(item);
            break;
          }
          case Op.BUILD_SLICE: {
            const step = instruction >>> 8 === 3 ? stack[--sp]! : NONE;
            const stop = stack[--sp]!;
            const start = stack[sp - 1]!;
            stack[sp - 1] = newSlice(rt, start, stop, step);
            break;
          }
          case Op.UNPACK_SEQUENCE: {
            const sequence = stack[sp - 1]!;
            const count = instruction >>> 8;
            const type = heap.type[sequence];
            if ((type === TUPLE || type === LIST) && (heap.payload[sequence] as Ref[]).length === count) {
              spreadReversed(heap, stack, sp - 1, heap.payload[sequence] as Ref[]);
              sp += count - 1;
              if (--heap.refcount[sequence]! === 0) deaths.begin(sequence);
              break;
            }
            frame.sp = sp;
            sp = -1;
            execute(vm, frame, instruction);
            continue entry;
          }

          case Op.CALL: {
            const count = instruction >>> 8;
            const at = sp - count - 2;
            const callable = stack[at]!;
            const first = stack[at + 1] === NULL ? at + 2 : at + 1;
            const type = heap.type[callable];
            if (type === FUNCTION) {
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
              vm.callFunction(callable, first, given, NULL);
              continue entry;
            }
            if (type === TYPE) {
              const { version } = heap.payload[callable] as TypeObject;
              if (cacheKeys[pc] !== version) {
                cacheKeys[pc] = version;
                cacheValues[pc] = plainInit(rt, callable);
              }
              const init = cacheValues[pc] as Ref;
              if (init !== NULL && vm.depth < rt.recursionLimit) {
                const callee = codeOf(rt, functionOf(rt, init).code);
                if (callee.simple && callee.argumentCount === sp - first + 1) {
                  frame.sp = sp;
                  sp = -1;
                  vm.instantiate(frame, callable, init, first);
                  continue entry;
                }
              }
            }
            if (type === METHOD) {
              const { func, self } = methodOf(rt, callable);
              if (stack[at + 1] === NULL) {
                stack[at] = heap.incref(func);
                stack[at + 1] = heap.incref(self);
                heap.decref(callable);
                pc--;
                break;
              }
            }
            frame.sp = sp;
            const isRepeated = cacheKeys[pc] === CALLED;
            cacheKeys[pc] = CALLED;
            vm.steps += noted - budget;
            noted = budget;
            let result: Eventual;
            if (type === METHOD_DESCRIPTOR && first < sp) result = callMethodAt(rt, callable, first, sp - first - 1);
            else if (type === BUILTIN) result = callBuiltinAt(rt, callable, first, sp - first);
            else result = vm.callObject(callable, copySlots(stack, first, sp - first), NULL);
            if (result === SUSPENDED) {
              frame.popCount = count + 2;
              vm.suspend(frame);
              continue entry;
            }
            if (first < sp) releaseSlots(heap, stack, first, sp);
            if (--heap.refcount[callable]! === 0) deaths.begin(callable);
            stack[at] = result;
            sp = at + 1;
            if (vm.needsCheck() && !(isRepeated && specializesCall(rt, callable))) {
              frame.sp = sp;
              vm.check();
              continue entry;
            }
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
            vm.parkGenerator(frame);
            if (caller.isPython && (caller.resume === Resume.FOR_ITER || caller.resume === Resume.SEND)) {
              caller.resume = Resume.FINISH;
              stack[caller.sp++] = value;
            } else vm.deliver(value);
            continue entry;
          }

          case Op.SEND: {
            const receiver = stack[sp - 2]!;
            const value = stack[sp - 1]!;
            if (heap.type[receiver] === GENERATOR && generatorOf(rt, receiver).state === GeneratorState.SUSPENDED) {
              frame.sp = sp - 1;
              frame.resume = Resume.SEND;
              vm.resumeGenerator(receiver, value, false, frame);
              continue entry;
            }
            frame.sp = sp;
            sp = -1;
            execute(vm, frame, instruction);
            continue entry;
          }

          case Op.UNARY_NEGATIVE: {
            const value = stack[sp - 1]!;
            const result = unary(rt, 'nb_negative', value);
            if (result === SUSPENDED) {
              frame.sp = sp;
              frame.popCount = 1;
              vm.suspend(frame);
              continue entry;
            }
            stack[sp - 1] = result;
            if (--heap.refcount[value]! === 0) deaths.begin(value);
            break;
          }

          case Op.BUILD_MAP: {
            if (instruction >>> 8 === 0) {
              stack[sp++] = newDict(rt);
              break;
            }
            frame.sp = sp;
            sp = -1;
            execute(vm, frame, instruction);
            continue entry;
          }

          case Op.FAST_FAST: {
            const first = stack[base + (instruction >>> 8)]!;
            heap.refcount[first]!++;
            stack[sp++] = first;
            if (journal !== null) {
              journal.seen(code, pc, first);
              break;
            }
            const second = stack[base + (instructions[pc++]! >>> 8)]!;
            budget--;
            heap.refcount[second]!++;
            stack[sp++] = second;
            break;
          }
          case Op.FAST_CONST: {
            const first = stack[base + (instruction >>> 8)]!;
            heap.refcount[first]!++;
            stack[sp++] = first;
            if (journal !== null) {
              journal.seen(code, pc, first);
              break;
            }
            const second = code.constants[instructions[pc++]! >>> 8]!;
            budget--;
            heap.refcount[second]!++;
            stack[sp++] = second;
            break;
          }
          case Op.STORE_LOAD_FAST: {
            const slot = base + (instruction >>> 8);
            const old = stack[slot]!;
            const value = stack[sp - 1]!;
            stack[slot] = value;
            if (old !== NULL && --heap.refcount[old]! === 0) {
              sp--;
              deaths.begin(old);
              break;
            }
            if (journal !== null) {
              sp--;
              journal.seen(code, pc, value);
              break;
            }
            const loaded = stack[base + (instructions[pc++]! >>> 8)]!;
            budget--;
            heap.refcount[loaded]!++;
            stack[sp - 1] = loaded;
            break;
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
                break;
              }
            }
            heap.refcount[owner]!++;
            stack[sp++] = owner;
            if (journal !== null) journal.seen(code, pc, owner);
            break;
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
                break;
              }
            }
            heap.refcount[owner]!++;
            stack[sp++] = owner;
            if (journal !== null) journal.seen(code, pc, owner);
            break;
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
                break;
              }
            }
            stack[sp++] = owner;
            if (journal !== null) journal.seen(code, pc, owner);
            break;
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
                  break;
                }
              }
            }
            heap.refcount[left]!++;
            stack[sp++] = left;
            if (journal !== null) journal.seen(code, pc, left);
            break;
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
                  break;
                }
              }
            }
            heap.refcount[right]!++;
            stack[sp++] = right;
            if (journal !== null && (instruction & 0xff) === Op.FAST_BINARY) journal.seen(code, pc, right);
            break;
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
                break;
              }
            }
            heap.refcount[left]!++;
            stack[sp++] = left;
            if (journal !== null) journal.seen(code, pc, left);
            break;
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
                break;
              }
            }
            heap.refcount[right]!++;
            stack[sp++] = right;
            if (journal !== null && (instruction & 0xff) === Op.FAST_COMPARE) journal.seen(code, pc, right);
            break;
          }

          default:
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
      if (sp >= 0) frame.sp = sp;
      vm.propagate();
    }
  }
}
