import { INDEX_ERROR, LIST, NONE, TYPE_ERROR } from '../../heap/known.ts';
import { NULL, type Ref } from '../../heap/ref.ts';
import { isStr } from '../../objects/arguments.ts';
import { isBytes } from '../../objects/bytes-like.ts';
import { defineType, moduleTypeHandle } from '../../objects/core/define.ts';
import { raise } from '../../objects/core/errors.ts';
import { isInstance, typeName } from '../../objects/core/lookup.ts';
import { itemsOf } from '../../objects/core/make.ts';
import { native } from '../../objects/core/native.ts';
import { indexNow } from '../../objects/core/protocol.ts';
import type { Runtime } from '../../objects/core/runtime.ts';
import { toSize } from '../../objects/arguments.ts';
import { joinParts } from './join.ts';
import { groupAt, groupCount } from './match-object.ts';
import { patternFlags } from './pattern-object.ts';

export const TEMPLATE = moduleTypeHandle();

/** Payload of a compiled replacement: a literal, then groups, each with a literal behind it (NULL if that is empty). */
export class TemplateObject {
  literal: Ref = NULL;
  readonly groups: number[] = [];
  readonly literals: Ref[] = [];
}

export const templateOf = (rt: Runtime, template: Ref): TemplateObject => rt.heap.payload[template] as TemplateObject;

const isEmpty = (rt: Runtime, literal: Ref): boolean =>
  (isStr(rt, literal) && rt.text(literal) === '') || (isBytes(rt, literal) && (rt.heap.payload[literal] as Uint8Array).length === 0);

/** Mirrors _sre_template_impl(). */
function newTemplate(rt: Runtime, parts: Ref): Ref {
  const { heap } = rt;
  if (!isInstance(rt, parts, LIST)) raise(rt, TYPE_ERROR, `template() argument 2 must be list, not ${parts === NONE ? 'None' : typeName(rt, parts)}`);
  const items = itemsOf(rt, parts);
  if (items.length % 2 === 0) raise(rt, TYPE_ERROR, 'invalid template');
  const numbers = items.filter((_, i) => i % 2 === 1).map((item) => {
    const number = indexNow(rt, item);
    if (number === undefined) raise(rt, TYPE_ERROR, 'an integer is required');
    const group = toSize(rt, number);
    if (group < 0) raise(rt, TYPE_ERROR, 'invalid template');
    return group;
  });
  const template = new TemplateObject();
  template.literal = heap.incref(items[0]!);
  for (const [i, group] of numbers.entries()) {
    const literal = items[2 * i + 2]!;
    template.groups.push(group);
    template.literals.push(isEmpty(rt, literal) ? NULL : heap.incref(literal));
  }
  return heap.allocateTracked(TEMPLATE, template);
}

/** Mirrors expand_template(). */
export function expandTemplate(rt: Runtime, template: Ref, match: Ref): Ref {
  const { heap } = rt;
  const { literal, groups, literals } = templateOf(rt, template);
  if (groups.length === 0) return heap.incref(literal);
  const parts: Ref[] = [heap.incref(literal)];
  try {
    for (const [i, group] of groups.entries()) {
      if (group >= groupCount(rt, match)) raise(rt, INDEX_ERROR, 'no such group');
      const part = groupAt(rt, match, group, NONE);
      if (part !== NONE) parts.push(part);
      if (literals[i] !== NULL) parts.push(heap.incref(literals[i]!));
    }
    return joinParts(rt, parts, !isStr(rt, literal));
  } finally {
    for (const part of parts) heap.decref(part);
  }
}

export const template = native('template', 'pattern, template, /', (rt, _module, [, parts]) => newTemplate(rt, parts!));

defineType({
  handle: TEMPLATE,
  name: 'SRE_Template',
  module: '_sre',
  flags: patternFlags,
  layout: {
    traverse(payload, visit) {
      const { literal, literals } = payload as TemplateObject;
      if (literal !== NULL) visit(literal);
      for (const item of literals) if (item !== NULL) visit(item);
    },
    clear(payload, released) {
      const object = payload as TemplateObject;
      if (object.literal !== NULL) released.push(object.literal);
      for (const item of object.literals) if (item !== NULL) released.push(item);
      object.literal = NULL;
      object.literals.fill(NULL);
    },
  },
  slots: {},
});
