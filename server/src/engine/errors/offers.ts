import { LocalKind } from '../compiler/code.ts';
import { TypeFlag } from '../heap/heap.ts';
import { ATTRIBUTE_ERROR, IMPORT_ERROR, MODULE_NOT_FOUND_ERROR, NAME_ERROR, NONE, STR, TRACEBACK } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { isStandardModule, standardFiles } from '../versions/stdlib.ts';
import { getAttrOrNull, getNamespaceItem } from '../objects/core/attributes.ts';
import { caught, ExceptionField, exceptionOf } from '../objects/core/errors.ts';
import { callSpecial, isInstance, lookupText } from '../objects/core/lookup.ts';
import { tableOf } from '../objects/core/make.ts';
import { collect } from '../objects/core/protocol.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { errorsProfile, fieldOf } from '../objects/exceptions-base.ts';
import { NAME_FROM } from '../objects/exceptions-import.ts';
import { frameOf, localsSnapshot, type Frame } from '../objects/frame.ts';
import { tracebackEntries } from '../objects/traceback.ts';
import { ascii } from '../text/repr.ts';
import { hintFor } from './hints.ts';
import { nestedAttribute } from './nested.ts';
import { nearestName } from '../text/suggestions.ts';

/**
 * What is offered behind the message of a NameError, AttributeError or ImportError: a text such as
 * `. Did you mean: 'x'?`, empty where nothing is. Errors of the program's own code meanwhile are swallowed.
 */
export function* offer(rt: Runtime, exception: Ref): Steps<string> {
  const { uncaught } = errorsProfile(rt).printing;
  const type = rt.heap.type[exception]!;
  // The printer in C looks at the types themselves only, traceback.py at their subclasses too.
  const is = (wanted: Ref): boolean => (uncaught === 'c' ? type === wanted : isInstance(rt, exception, wanted));
  try {
    if (is(IMPORT_ERROR) && fieldOf(rt, exception, NAME_FROM) !== NULL) return yield* offerImportedName(rt, exception);
    if (is(MODULE_NOT_FOUND_ERROR) && errorsProfile(rt).printing.suggestions.ofNestedAttributes) return offerModule(rt, exception);
    if (is(ATTRIBUTE_ERROR)) return yield* offerAttribute(rt, exception);
    if (is(NAME_ERROR)) return yield* offerName(rt, exception);
    return '';
  } catch (error) {
    rt.heap.decref(caught(rt, error));
    return '';
  }
}

const textField = (rt: Runtime, exception: Ref, index: number): string | null => {
  const value = fieldOf(rt, exception, index);
  return value !== NULL && rt.heap.type[value] === STR ? rt.text(value) : null;
};

/** A suggestion in quotes, with its escapes where it is not ASCII (3.15). */
const quoted = (rt: Runtime, name: string): string =>
  errorsProfile(rt).printing.suggestions.ofNestedAttributes && !isAscii(name) ? `'${name}' (${ascii(name)})` : `'${name}'`;

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

const isHidden = (name: string): boolean => name.startsWith('_');

/** The frame in which the error arose; null without a traceback. */
function lastFrame(rt: Runtime, exception: Ref): Frame | null {
  const { traceback } = exceptionOf(rt, exception);
  if (traceback === NULL || rt.heap.type[traceback] !== TRACEBACK) return null;
  return frameOf(rt, tracebackEntries(rt, traceback).at(-1)!.frame);
}

const textKeys = (rt: Runtime, dict: Ref): string[] =>
  dict === NULL ? [] : tableOf(rt, dict).keys.filter((key) => key !== NULL && rt.heap.type[key] === STR).map((key) => rt.text(key));

/** The value that a frame's local has; a new reference or NULL. */
function localValue(rt: Runtime, frame: Frame, name: string): Ref {
  const locals = localsSnapshot(rt, frame);
  const value = getNamespaceItem(rt, locals, rt.name(name));
  if (value !== NULL) rt.heap.incref(value);
  rt.heap.decref(locals);
  return value;
}

function* offerName(rt: Runtime, exception: Ref): Steps<string> {
  const wrong = textField(rt, exception, ExceptionField.NAME_NAME);
  if (wrong === null) return '';
  const profile = errorsProfile(rt).printing.suggestions;
  const near = yield* nearName(rt, exception, wrong);
  const isModule = profile.ofModules && isStandardModule(wrong, rt.profile.version);
  if (near === null) return isModule ? `. Did you forget to import '${wrong}'?` : '';
  return `. Did you mean: ${quoted(rt, near)}?${isModule ? ` Or did you forget to import '${wrong}'?` : ''}`;
}

/** The name as identifiers are compared; null where it is its own (3.15). */
function normalized(rt: Runtime, name: string): string | null {
  if (!errorsProfile(rt).printing.suggestions.ofNestedAttributes || isAscii(name)) return null;
  const normal = name.normalize('NFKC');
  return normal === name ? null : normal;
}

function* nearName(rt: Runtime, exception: Ref, given: string): Steps<string | null> {
  const frame = lastFrame(rt, exception);
  if (frame === null) return null;
  const profile = errorsProfile(rt).printing.suggestions;
  const scopes = [localNames(rt, frame), textKeys(rt, frame.globals), textKeys(rt, frame.builtins)];
  const normal = normalized(rt, given);
  if (normal !== null && scopes.flat().includes(normal)) return normal;
  const wrong = normal ?? given;
  const self = profile.ofSelf ? localValue(rt, frame, 'self') : NULL;
  if (self !== NULL) {
    const value = yield* attributeOf(rt, self, wrong);
    rt.heap.decref(self);
    if (value) return `self.${wrong}`;
  }
  for (const names of profile.namesSearchedTogether ? [scopes.flat()] : scopes) {
    const near = nearestName(names, wrong);
    if (near !== null) return near;
  }
  return null;
}

/** True if the object has the attribute; an error of its own says no. */
function* attributeOf(rt: Runtime, object: Ref, name: string): Steps<boolean> {
  try {
    const value = yield* getAttrOrNull(rt, object, rt.name(name));
    rt.heap.xdecref(value);
    return value !== NULL;
  } catch (error) {
    rt.heap.decref(caught(rt, error));
    return false;
  }
}

/** The printer in C takes a function's local variables, set or not (co_varnames); traceback.py those that have a value. */
function localNames(rt: Runtime, frame: Frame): string[] {
  if (errorsProfile(rt).printing.uncaught === 'c') {
    const { localsplusnames, localspluskinds } = frame.code.data;
    return localsplusnames.filter((_, i) => (localspluskinds[i]! & LocalKind.LOCAL) !== 0);
  }
  const locals = localsSnapshot(rt, frame);
  const names = textKeys(rt, locals);
  rt.heap.decref(locals);
  return names;
}

function* offerAttribute(rt: Runtime, exception: Ref): Steps<string> {
  const wrong = textField(rt, exception, ExceptionField.ATTRIBUTE_NAME);
  const object = fieldOf(rt, exception, ExceptionField.ATTRIBUTE_OBJECT);
  const { printing } = errorsProfile(rt);
  if (wrong === null || (object === NULL && printing.uncaught === 'c')) return '';
  const profile = printing.suggestions;
  const target = object === NULL ? NONE : object;
  if (profile.ofNestedAttributes) {
    const hint = hintFor(rt, target, wrong);
    if (hint !== null) return `. ${hint}`;
  }
  const near = yield* nearAttribute(rt, exception, target, wrong);
  if (near === null) return '';
  if (!profile.ofNestedAttributes || isAscii(near)) return profile.attribute(near, wrong);
  return `. Did you mean '.${near}' (${ascii(near)}) instead of '.${wrong}' (${ascii(wrong)})?`;
}

function* nearAttribute(rt: Runtime, exception: Ref, object: Ref, given: string): Steps<string | null> {
  const profile = errorsProfile(rt).printing.suggestions;
  const normal = normalized(rt, given);
  const wrong = normal ?? given;
  const all = yield* attributeNames(rt, object, profile.hidesUnderscored && !isHidden(wrong) && !isSelf(rt, exception, object));
  if (all === null) return null;
  if (normal !== null && all.includes(normal)) return normal;
  const near = nearestName(all, wrong);
  if (near !== null || !profile.ofNestedAttributes || wrong.length > 40 || all.length > 750) return near;
  return yield* nestedAttribute(rt, object, wrong, all);
}

/** Whether the object is the `self` of the frame that asked it for the attribute: then its private names are no secret. */
function isSelf(rt: Runtime, exception: Ref, object: Ref): boolean {
  const frame = lastFrame(rt, exception);
  if (frame === null) return false;
  const self = localValue(rt, frame, 'self');
  rt.heap.xdecref(self);
  return self === object;
}

/** The names that `dir()` gives, sorted; null where it fails. `hiding` leaves out those with a leading underscore. */
function* attributeNames(rt: Runtime, object: Ref, hiding: boolean): Steps<string[] | null> {
  const { heap } = rt;
  const method = lookupText(rt, heap.type[object]!, '__dir__');
  if (method === NULL) return null;
  const listed = yield* callSpecial(rt, object, method, []);
  const items = yield* collect(rt, listed);
  heap.decref(listed);
  const texts = items.filter((item) => (rt.typeOf(item).flags & TypeFlag.STR_SUBCLASS) !== 0).map((item) => rt.text(item));
  const areAllText = texts.length === items.length;
  for (const item of items) heap.decref(item);
  if (!areAllText && !errorsProfile(rt).printing.suggestions.ofOddDir) return null;
  texts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return hiding ? texts.filter((name) => !isHidden(name)) : texts;
}

/** Mirrors the part for ImportError of _compute_suggestion_error(). */
function* offerImportedName(rt: Runtime, exception: Ref): Steps<string> {
  const { printing } = errorsProfile(rt);
  const wrong = textField(rt, exception, NAME_FROM);
  const name = textField(rt, exception, ExceptionField.IMPORT_NAME);
  if (!printing.suggestions.ofImportedNames || wrong === null || name === null || rt.modules === NULL) return '';
  // traceback.py imports the module again, which for a dotted name gives the outermost package.
  const module = getNamespaceItem(rt, rt.modules, rt.name(printing.uncaught === 'c' ? name : name.replace(/\..*/s, '')));
  if (module === NULL) return '';
  const names = yield* attributeNames(rt, module, printing.suggestions.hidesUnderscored && !isHidden(wrong));
  const near = names === null ? null : nearestName(names, wrong);
  return near === null ? '' : `. Did you mean: ${quoted(rt, near)}?`;
}

/** For a module that was not found (3.15): one of the standard library's. */
function offerModule(rt: Runtime, exception: Ref): string {
  const wrong = textField(rt, exception, ExceptionField.IMPORT_NAME);
  const near = wrong === null || wrong.includes('.') ? null : nearestName(standardFiles(rt.profile.version), wrong);
  return near === null ? '' : `. Did you mean: '${near}'?`;
}
