/** How objects, places and finalisers are called in a sentence. */
import type { Finalizer, ObjectRecord, Place } from '../../engine/journal/record.ts';
import { type Facts, lineKey } from '../facts.ts';
import { code, count, list, type Prose, say } from './prose.ts';

/** "`Node` #3", "class `Node`", "function `Repo.tree`". */
export function display(object: ObjectRecord): Prose {
  const [, kind, name = object.label, serial] = /^(?:(class|function|module) )?(.+?)(?:#(\d+))?$/.exec(object.label) ?? [];
  const head = kind === undefined ? code(name) : say`${kind} ${code(name)}`;
  return serial === undefined ? head : say`${head} #${serial}`;
}

/** The variable that the birth line binds it to, else its label. */
export function called(facts: Facts, object: ObjectRecord): Prose {
  return variable(facts, object) ?? display(object);
}

function variable(facts: Facts, object: ObjectRecord): Prose | null {
  if (object.born === null || object.kind === 'class') return null;
  const stores = facts.storedOn.get(lineKey(object.born)) ?? [];
  const store = stores.find((seen) => seen.objects.length === 1 && seen.objects[0] === object.id);
  return store === undefined ? null : code(store.name);
}

/** One object by its name, up to three by theirs, a crowd by its number: "1,000 `Node`s", "7 objects". */
export function crowd(facts: Facts, objects: readonly ObjectRecord[]): Prose {
  if (objects.length <= 3) return list(objects.map((object) => called(facts, object)));
  const type = objects[0]?.type ?? 'object';
  return objects.every((object) => object.type === type) ? say`${objects.length} ${code(type)}s` : say`${count(objects.length, 'object')}`;
}

/** "line 3", or "line 3 of `helper.py`" for another file than the one spoken about. */
export function at(place: Place, file: string): Prose {
  return place.file === file ? say`line ${String(place.line)}` : say`line ${String(place.line)} of ${code(place.file)}`;
}

/** "`Conn.__del__`", or what a generator's close is called. */
export function finalizerName(object: ObjectRecord, finalizer: Finalizer): Prose {
  return code(finalizer.name.includes('.') ? finalizer.name : `${object.type}.${finalizer.name}`);
}
