import type { ConstantValue } from '../syntax/tree.ts';
import type { Constant } from './code.ts';

export const NONE: Constant = { type: 'None' };
export const TRUE: Constant = { type: 'True' };
export const FALSE: Constant = { type: 'False' };
const ELLIPSIS: Constant = { type: 'Ellipsis' };

/**
 * One object for each constant of a compilation: equal constants of the same type are the same object,
 * in all code objects of the module, as CPython merges them.
 */
export class ConstantPool {
  readonly #strings = new Map<string, Constant>();
  readonly #integers = new Map<number | bigint, Constant>();
  readonly #others = new Map<string, Constant>();
  readonly #numbers = new Map<Constant, number>();

  string(value: string): Constant {
    let found = this.#strings.get(value);
    if (found === undefined) this.#strings.set(value, (found = { type: 'str', value }));
    return found;
  }

  integer(value: number | bigint): Constant {
    let found = this.#integers.get(value);
    if (found === undefined) this.#integers.set(value, (found = { type: 'int', value }));
    return found;
  }

  strings(values: readonly string[]): Constant {
    return this.canonical({ type: 'tuple', items: values.map((value) => this.string(value)) });
  }

  /** The one object that stands for `constant`. */
  canonical(constant: Constant): Constant {
    switch (constant.type) {
      case 'None':
        return NONE;
      case 'True':
        return TRUE;
      case 'False':
        return FALSE;
      case 'Ellipsis':
        return ELLIPSIS;
      case 'str':
        return this.string(constant.value);
      case 'int':
        return this.integer(constant.value);
      case 'code':
        return constant;
      case 'float':
        return this.#other(`f${floatKey(constant.value)}`, constant);
      case 'complex':
        return this.#other(`c${floatKey(constant.real)},${floatKey(constant.imag)}`, constant);
      case 'bytes':
        return this.#other(`b${constant.value.join()}`, constant);
      case 'tuple': {
        const items = constant.items.map((item) => this.canonical(item));
        return this.#other(`t${this.#key(items)}`, { type: 'tuple', items });
      }
      case 'frozenset': {
        const items = constant.items.map((item) => this.canonical(item));
        // Equal sets are one, however they were written.
        return this.#other(`s${[...new Set(items.map((item) => this.#number(item)))].sort((a, b) => a - b).join()}`, { type: 'frozenset', items });
      }
    }
  }

  #other(key: string, constant: Constant): Constant {
    const found = this.#others.get(key);
    if (found !== undefined) return found;
    this.#others.set(key, constant);
    return constant;
  }

  #key(items: readonly Constant[]): string {
    return items.map((item) => this.#number(item)).join();
  }

  #number(constant: Constant): number {
    let number = this.#numbers.get(constant);
    if (number === undefined) this.#numbers.set(constant, (number = this.#numbers.size));
    return number;
  }
}

const floatKey = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

export function fromLiteral(value: ConstantValue): Constant {
  return value.type === 'complex' ? { type: 'complex', real: 0, imag: value.imag } : value;
}

/** The truth of a constant. */
export function isTrue(constant: Constant): boolean {
  switch (constant.type) {
    case 'None':
    case 'False':
      return false;
    case 'True':
    case 'Ellipsis':
    case 'code':
      return true;
    case 'int':
      return constant.value !== 0;
    case 'float':
      return constant.value !== 0;
    case 'complex':
      return constant.real !== 0 || constant.imag !== 0;
    case 'str':
    case 'bytes':
      return constant.value.length > 0;
    case 'tuple':
    case 'frozenset':
      return constant.items.length > 0;
  }
}
