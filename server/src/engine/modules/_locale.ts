import { TypeFlag } from '../heap/heap.ts';
import { EXCEPTION, NONE, TYPE_ERROR, VALUE_ERROR } from '../heap/known.ts';
import { NULL, type Ref } from '../heap/ref.ts';
import { cInt, isStr, textArgument } from '../objects/arguments.ts';
import { defineType, moduleTypeHandle } from '../objects/core/define.ts';
import { raise } from '../objects/core/errors.ts';
import { typeName } from '../objects/core/lookup.ts';
import { newDict, newList } from '../objects/core/make.ts';
import { moduleState, type ModuleState } from '../objects/core/modulestate.ts';
import { native, suspending } from '../objects/core/native.ts';
import type { Runtime } from '../objects/core/runtime.ts';
import type { Steps } from '../objects/core/suspend.ts';
import { setNamespaceItem } from '../objects/core/attributes.ts';
import { defineModule } from './core/define.ts';

const ERROR = moduleTypeHandle();

defineType({ handle: ERROR, name: 'Error', module: 'locale', base: EXCEPTION, flags: TypeFlag.GC | TypeFlag.BASETYPE, slots: {} });

/** Categories of a locale in the order of their numbers; the last three have no name in Python. */
const categories = ['CTYPE', 'NUMERIC', 'TIME', 'COLLATE', 'MONETARY', 'MESSAGES'];
const shownCategories = [...categories, 'PAPER', 'NAME', 'ADDRESS', 'TELEPHONE', 'MEASUREMENT', 'IDENTIFICATION'];
const ALL = 6;
const highest = 12;

/** The machine has no locale but these; they are all the same but for the encoding. */
const isKnown = (name: string): boolean => /^(C|POSIX|C\.(UTF-8|utf-8|UTF8|utf8))$/.test(name);

/** What `LC_ALL` in the environment says. */
const environmentLocale = 'C.UTF-8';

/** What was set, and where messages are to be looked up; there are none anywhere. */
class LocaleState implements ModuleState {
  readonly names: string[] = shownCategories.map((_, i) => (i === 0 ? environmentLocale : 'C'));
  domain = 'messages';
  readonly folders = new Map<string, string>();
  readonly codesets = new Map<string, string>();

  traverse(): void {}
}

const stateOf = (rt: Runtime): LocaleState => moduleState(rt, '_locale', () => new LocaleState());

/** `LC_PAPER` and its like come behind `LC_ALL`, which has a number in between. */
const indexOf = (category: number): number => (category > ALL ? category - 1 : category);

function shownLocale({ names }: LocaleState, category: number): string {
  if (category !== ALL) return names[indexOf(category)]!;
  if (names.every((name) => name === names[0])) return names[0]!;
  return shownCategories.map((shown, i) => `LC_${shown}=${names[i]!}`).join(';');
}

/** One name for each category; null if one is not known. */
function namesFor(text: string): readonly string[] | null {
  const named = text === '' ? environmentLocale : text;
  const parts = new Map(named.split(';').map((part) => part.split('=') as [string, string | undefined]));
  const whole = !named.includes('=');
  const names = shownCategories.map((category) => (whole ? named : (parts.get(`LC_${category}`) ?? '')));
  return names.every(isKnown) ? names.map((name) => (name === 'POSIX' ? 'C' : name)) : null;
}

function* setLocale(rt: Runtime, [category, name]: readonly Ref[]): Steps<Ref> {
  const number = yield* cInt(rt, category!);
  const state = stateOf(rt);
  const isCategory = number >= 0 && number <= highest;
  if (name === NULL || name === NONE) {
    if (!isCategory) raise(rt, ERROR, 'locale query failed');
    return rt.newStr(shownLocale(state, number));
  }
  if (!isStr(rt, name!)) raise(rt, TYPE_ERROR, `setlocale() argument 2 must be str or None, not ${typeName(rt, name!)}`);
  const names = namesFor(rt.text(name!));
  if (!isCategory || names === null) return raise(rt, ERROR, 'unsupported locale setting');
  for (const [i, chosen] of names.entries()) if (number === ALL || i === indexOf(number)) state.names[i] = chosen;
  return rt.newStr(shownLocale(state, number));
}

/** The conventions of the locale C. */
const conventions =
  'int_curr_symbol currency_symbol mon_decimal_point mon_thousands_sep mon_grouping=[] positive_sign negative_sign int_frac_digits=127 frac_digits=127 ' +
  'p_cs_precedes=127 p_sep_by_space=127 n_cs_precedes=127 n_sep_by_space=127 p_sign_posn=127 n_sign_posn=127 decimal_point=. thousands_sep grouping=[]';

function localeConventions(rt: Runtime): Ref {
  const dict = newDict(rt);
  for (const entry of conventions.split(' ')) {
    const [name = '', value = ''] = entry.split('=');
    const made = value === '[]' ? newList(rt, []) : value === '127' ? rt.newInt(127) : rt.newStr(value);
    setNamespaceItem(rt, dict, rt.name(name), made);
  }
  return dict;
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Names, numbers and texts of what `nl_langinfo` tells. */
const information: readonly (readonly [name: string, number: number, text: string])[] = [
  ...days.map((day, i) => [`DAY_${i + 1}`, 0x20007 + i, day] as const),
  ...days.map((day, i) => [`ABDAY_${i + 1}`, 0x20000 + i, day.slice(0, 3)] as const),
  ...months.map((month, i) => [`MON_${i + 1}`, 0x2001a + i, month] as const),
  ...months.map((month, i) => [`ABMON_${i + 1}`, 0x2000e + i, month.slice(0, 3)] as const),
  ['RADIXCHAR', 0x10000, '.'],
  ['THOUSEP', 0x10001, ''],
  ['CRNCYSTR', 0x4000f, '-'],
  ['D_T_FMT', 0x20028, '%a %b %e %H:%M:%S %Y'],
  ['D_FMT', 0x20029, '%m/%d/%y'],
  ['T_FMT', 0x2002a, '%H:%M:%S'],
  ['AM_STR', 0x20026, 'AM'],
  ['PM_STR', 0x20027, 'PM'],
  ['CODESET', 14, 'UTF-8'],
  ['T_FMT_AMPM', 0x2002b, '%I:%M:%S %p'],
  ['ERA', 0x2002c, ''],
  ['ERA_D_FMT', 0x2002e, ''],
  ['ERA_D_T_FMT', 0x20030, ''],
  ['ERA_T_FMT', 0x20031, ''],
  ['ALT_DIGITS', 0x2002f, ''],
  ['YESEXPR', 0x50000, '^[yY]'],
  ['NOEXPR', 0x50001, '^[nN]'],
  ['_DATE_FMT', 0x2006c, '%a %b %e %H:%M:%S %Z %Y'],
];

function* languageInformation(rt: Runtime, key: Ref): Steps<Ref> {
  const number = yield* cInt(rt, key);
  const found = information.find(([, known]) => known === number);
  if (found === undefined) return raise(rt, VALUE_ERROR, 'unsupported langinfo constant');
  const [name, , text] = found;
  return rt.newStr(name === 'CODESET' && stateOf(rt).names[0] === 'C' ? 'ANSI_X3.4-1968' : text);
}

/** Strings are compared by their characters. */
function collate(rt: Runtime, [left, right]: readonly Ref[]): Ref {
  const a = [...textArgument(rt, 'strcoll', 'argument 1', left!)];
  const b = [...textArgument(rt, 'strcoll', 'argument 2', right!)];
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return rt.newInt(a[i]!.codePointAt(0)! < b[i]!.codePointAt(0)! ? -1 : 1);
  return rt.newInt(Math.sign(a.length - b.length));
}

const sameText = (rt: Runtime, text: Ref): Ref => rt.heap.incref(text);

/** A setting by domain: set where a value is given, and answered. */
function setting(rt: Runtime, map: Map<string, string>, domain: Ref, value: Ref, initial: string | null): Ref {
  const name = rt.text(domain);
  if (value !== NONE && value !== NULL) map.set(name, rt.text(value));
  const known = map.get(name) ?? initial;
  return known === null ? NONE : rt.newStr(known);
}

defineModule({
  name: '_locale',
  types: [ERROR],
  functions: [
    suspending('setlocale', 'category, locale=None, /', (rt, _module, args) => setLocale(rt, args)),
    native('localeconv', '', localeConventions),
    native('strcoll', 'os1, os2, /', (rt, _module, args) => collate(rt, args)),
    native('strxfrm', 'string, /', (rt, _module, [text]) => (textArgument(rt, 'strxfrm', 'argument', text!), sameText(rt, text!))),
    suspending('nl_langinfo', 'key, /', (rt, _module, [key]) => languageInformation(rt, key!)),
    native('gettext', 'msg, /', (rt, _module, [text]) => (textArgument(rt, 'gettext', 'argument', text!), sameText(rt, text!))),
    native('dgettext', 'domain, msg, /', (rt, _module, [, text]) => (textArgument(rt, 'dgettext', 'argument 2', text!), sameText(rt, text!))),
    native('dcgettext', 'domain, msg, category, /', (rt, _module, [, text]) => (textArgument(rt, 'dcgettext', 'argument 2', text!), sameText(rt, text!))),
    native('textdomain', 'domain, /', (rt, _module, [domain]) => {
      const state = stateOf(rt);
      if (domain !== NONE) state.domain = rt.text(domain!);
      return rt.newStr(state.domain);
    }),
    native('bindtextdomain', 'domain, dir, /', (rt, _module, [domain, folder]) => setting(rt, stateOf(rt).folders, domain!, folder!, '/usr/share/locale')),
    native('bind_textdomain_codeset', 'domain, codeset, /', (rt, _module, [domain, codeset]) => setting(rt, stateOf(rt).codesets, domain!, codeset!, null)),
    native('getencoding', '', (rt) => rt.newStr('UTF-8')),
  ],
  init: (rt, put) => {
    for (const [i, name] of categories.entries()) put(`LC_${name}`, rt.newInt(i));
    put('LC_ALL', rt.newInt(ALL));
    put('CHAR_MAX', rt.newInt(127));
    for (const [name, number] of information) put(name, rt.newInt(number));
  },
});
