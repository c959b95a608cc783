import { profile } from './profile.ts';

const MOST = 256;

/**
 * `parse` with what it made of the texts last asked about, since a format is used again and again. Its answer depends on
 * the text and the profile in force alone; what else it takes is for the errors it throws, which are not kept.
 */
export function remembered<T extends object, Rest extends unknown[]>(parse: (text: string, ...rest: Rest) => T): (text: string, ...rest: Rest) => T {
  const known = new Map<string, T>();
  let underProfile = profile;
  return (text, ...rest) => {
    if (underProfile !== profile || known.size > MOST) {
      known.clear();
      underProfile = profile;
    }
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = parse(text, ...rest);
    known.set(text, made);
    return made;
  };
}
