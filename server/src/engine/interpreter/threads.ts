import { FALSE } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { monotonicNow, nanosecondsPerStep, sleep } from '../objects/core/clock.ts';
import { RunStopped, type Runtime } from '../objects/core/runtime.ts';
import type { Steps, WaitRequest } from '../objects/core/suspend.ts';
import { freshRegisters, isMainThread, type Registers, type Released, type ThreadState } from '../objects/core/threadstate.ts';
import { NativeFrame } from '../objects/frame.ts';

/** The part of the machine that a change of threads exchanges. */
export interface Machine {
  readonly rt: Runtime;
  readonly steps: number;
  until: number;
  registers: Registers;
  deliver(value: Ref): void;
}

/**
 * Whose turn it is (the global interpreter lock). A thread runs until it waits, ends, or, while another is ready, has
 * had its time; then the one that has been ready longest goes on. Where all wait, time passes to the first deadline.
 */
export class Threads {
  private readonly ready: ThreadState[] = [];
  private readonly released: Released[] = [];
  /** The count of steps at which the running thread has had its time; Infinity while no other is ready. */
  private turnEnds = Infinity;
  /** The running thread gives way where the loop next looks for interruptions. */
  givesWay = false;

  constructor(private readonly vm: Machine) {}

  /** Makes a thread that begins with these steps, in its turn. */
  start(thread: ThreadState, steps: Steps<Ref>): void {
    const registers = freshRegisters();
    registers.activation = new NativeFrame(steps, null, 0, null);
    thread.registers = registers;
    this.vm.rt.threads.push(thread);
    this.makeReady(thread);
  }

  /** The running thread waits; another goes on. */
  wait({ queue, timeout }: WaitRequest): void {
    const { rt } = this.vm;
    const { thread } = rt;
    thread.wait = { queue, deadline: timeout === Infinity ? null : monotonicNow(rt) + BigInt(Math.ceil(timeout)) };
    queue?.push(thread.ident);
    this.proceed();
  }

  /** A waiting thread is given what it waited for. */
  wake(ident: number, answer: Ref): void {
    const thread = this.vm.rt.threads.find((other) => other.ident === ident);
    if (thread !== undefined && thread.wait !== null) this.endWait(thread, answer);
  }

  /** Others wait for what the running thread has let go. */
  release(lock: Released): void {
    this.released.push(lock);
    this.limitTurn();
  }

  /** The running thread is over. */
  ended(): void {
    const { rt } = this.vm;
    rt.threads.splice(rt.threads.indexOf(rt.thread), 1);
    this.proceed();
  }

  /** The step at which the loop has to look here again. */
  nextLook(): number {
    const { rt, steps } = this.vm;
    if (rt.threads.length === 1) return Infinity;
    const deadline = this.firstDeadline();
    if (deadline === null || this.givesWay) return this.turnEnds;
    const now = monotonicNow(rt);
    return Math.min(this.turnEnds, deadline <= now ? steps : steps + Math.ceil(Number(deadline - now) / nanosecondsPerStep));
  }

  /** Time has passed: who waited long enough is ready, and the running thread may have had its turn. */
  look(): void {
    this.wakeExpired();
    if (this.vm.steps < this.turnEnds) return;
    this.turnEnds = Infinity;
    this.handOver();
    this.givesWay = this.ready.length !== 0;
  }

  /** The running thread gives way to the one that has been ready longest (gil_drop_request). */
  giveWay(): void {
    this.givesWay = false;
    this.makeReady(this.vm.rt.thread);
    this.proceed();
  }

  private makeReady(thread: ThreadState): void {
    this.ready.push(thread);
    if (thread !== this.vm.rt.thread) this.limitTurn();
  }

  private limitTurn(): void {
    const { vm } = this;
    if (this.turnEnds === Infinity) this.turnEnds = vm.steps + Math.ceil((vm.rt.switchInterval * 1e9) / nanosecondsPerStep);
    vm.until = Math.min(vm.until, this.turnEnds);
  }

  private endWait(thread: ThreadState, answer: Ref): void {
    const { queue } = thread.wait!;
    if (queue?.includes(thread.ident) === true) queue.splice(queue.indexOf(thread.ident), 1);
    thread.wait = null;
    thread.answer = answer;
    this.makeReady(thread);
  }

  private handOver(): void {
    for (const lock of this.released.splice(0)) lock.handOver();
  }

  /** During the exit's last stages other threads that want their turn never get it. */
  private takesPart(thread: ThreadState): boolean {
    return !this.vm.rt.finalizing || isMainThread(thread);
  }

  private waiting(): ThreadState[] {
    return this.vm.rt.threads.filter((thread) => thread.wait !== null && thread.wait.deadline !== null && this.takesPart(thread));
  }

  private firstDeadline(): bigint | null {
    let first: bigint | null = null;
    for (const { wait } of this.waiting()) if (first === null || wait!.deadline! < first) first = wait!.deadline;
    return first;
  }

  private wakeExpired(): void {
    const expired = this.waiting();
    if (expired.length === 0) return;
    const now = monotonicNow(this.vm.rt);
    const order = expired.filter(({ wait }) => wait!.deadline! <= now).sort((a, b) => Number(a.wait!.deadline! - b.wait!.deadline!));
    for (const thread of order) this.endWait(thread, FALSE);
  }

  /** The thread whose turn it is; where nobody will ever have one, the run is over. */
  private next(): ThreadState {
    this.handOver();
    for (;;) {
      this.wakeExpired();
      const at = this.ready.findIndex((thread) => this.takesPart(thread));
      if (at >= 0) return this.ready.splice(at, 1)[0]!;
      const deadline = this.firstDeadline();
      if (deadline === null) throw new RunStopped({ budget: 'deadlock' });
      sleep(this.vm.rt, deadline - monotonicNow(this.vm.rt));
    }
  }

  private proceed(): void {
    const { vm } = this;
    const { rt } = vm;
    const from = rt.thread;
    const to = this.next();
    this.turnEnds = Infinity;
    this.givesWay = false;
    if (to !== from) {
      from.registers = vm.registers;
      vm.registers = to.registers!;
      to.registers = null;
      rt.thread = to;
    }
    if (this.ready.some((thread) => this.takesPart(thread))) this.limitTurn();
    vm.until = Math.min(vm.until, this.nextLook());
    const { answer } = to;
    to.answer = NULL;
    if (answer !== NULL) vm.deliver(answer);
  }
}
