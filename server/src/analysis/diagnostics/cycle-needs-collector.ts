/**
 * Objects hold each other, so reference counting cannot free them: they wait for the collector.
 *
 * Why it matters: they live until a collection happens to run, in the worst case until the exit, and the order of
 * their finalisers is not the one in which they were dropped.
 *
 *     class Node: pass
 *     parent, child = Node(), Node()
 *     parent.child, child.parent = child, parent
 *     del parent, child
 *
 * Instead: make the reference upwards weak (`weakref.ref(parent)`), or cut it before dropping the last name.
 */
import type { ObjectRecord } from '../../engine/journal/record.ts';
import { failureOf, type Facts, isOwn } from '../facts.ts';
import { at, called, crowd } from '../words/names.ts';
import { code, count, list, type Prose, say } from '../words/prose.ts';
import { isAtExit } from '../words/stages.ts';
import { byBirthLine, diagnose, type Diagnostic, keepersOf, placeOf } from './diagnostic.ts';

export function cycleNeedsCollector(facts: Facts): readonly Diagnostic[] {
  return byBirthLine(facts, facts.listed.filter((object) => isOwn(object) && isFirst(facts, object))).map((objects) => {
    const [first] = objects;
    const benign = first.fate.stage === 'line' || !objects.some((object) => hasFinalizer(facts, object));
    return diagnose('cycle-needs-collector', placeOf(facts, first), messageOf(facts, objects), keepersOf(facts, first), benign);
  });
}

/** The eldest of a cycle's own objects speaks for all of them. */
function isFirst(facts: Facts, object: ObjectRecord): boolean {
  if (!waitsForTheCollector(object)) return false;
  return object.cycle.every((id) => {
    const other = facts.byId.get(id);
    return other === undefined || !isOwn(other) || object.id < id;
  });
}

function waitsForTheCollector(object: ObjectRecord): boolean {
  const { fate, inCycle } = object;
  if (fate.freedBy !== 'collector' || failureOf(object) !== null) return false;
  return fate.stage === 'line' || (inCycle && isAtExit(fate.stage));
}

function hasFinalizer(facts: Facts, object: ObjectRecord): boolean {
  return object.finalizer !== null || othersOf(facts, object).some((other) => other.finalizer !== null);
}

function messageOf(facts: Facts, objects: readonly [ObjectRecord, ...ObjectRecord[]]): Prose {
  const [first] = objects;
  const { stage, at: place } = first.fate;
  const file = facts.result.file;
  const when = stage !== 'line' ? say`at exit, in stage ${code(stage)}` : place === null ? say`during the run` : say`at ${at(place, file)}`;
  const what = plural(facts, objects) ? 'them' : 'it';
  return say`${cycleOf(facts, objects)}; only the collector frees ${what}, ${when}. A weak reference inside the cycle would let go at once.`;
}

/** "`parent` and `child` hold each other", "`node` is held by a reference cycle". */
function cycleOf(facts: Facts, objects: readonly [ObjectRecord, ...ObjectRecord[]]): Prose {
  if (objects.length > 1) return say`${crowd(facts, objects)} are held by reference cycles`;
  const others = othersOf(facts, objects[0]);
  if (others.length === 0) return say`${crowd(facts, objects)} is held by a reference cycle`;
  if (others.length > MEMBERS) return say`${crowd(facts, objects)} and ${count(others.length, 'other object')} hold each other`;
  return say`${list([objects[0], ...others].map((object) => called(facts, object)))} hold each other`;
}

function plural(facts: Facts, objects: readonly [ObjectRecord, ...ObjectRecord[]]): boolean {
  return objects.length > 1 || othersOf(facts, objects[0]).length > 0;
}

function othersOf(facts: Facts, object: ObjectRecord): readonly ObjectRecord[] {
  return object.cycle.flatMap((id) => facts.byId.get(id) ?? []).filter(isOwn);
}

const MEMBERS = 3;
