/** Paths as `posixpath` treats them: pure text. */

/** The directory part and the last component. */
export function split(path: string): readonly [head: string, tail: string] {
  const at = path.lastIndexOf('/') + 1;
  const head = path.slice(0, at);
  const isRoot = /^\/*$/.test(head);
  return [isRoot ? head : head.replace(/\/+$/, ''), path.slice(at)];
}

/** The path without its extension, and the extension; dots that begin the last component do not count. */
export function splitext(path: string): readonly [root: string, extension: string] {
  const dot = path.lastIndexOf('.');
  const start = path.lastIndexOf('/') + 1;
  if (dot <= start || /^\.*$/.test(path.slice(start, dot))) return [path, ''];
  return [path.slice(0, dot), path.slice(dot)];
}

export function join(first: string, ...rest: readonly string[]): string {
  let path = first;
  for (const part of rest) {
    if (part.startsWith('/')) path = part;
    else path += path === '' || path.endsWith('/') ? part : `/${part}`;
  }
  return path;
}

/** Mirrors posixpath.normpath(): two leading slashes are kept, three are one. */
export function normpath(path: string): string {
  if (path === '') return '.';
  const slashes = /^\/*/.exec(path)![0].length;
  const start = slashes === 0 ? '' : slashes === 2 ? '//' : '/';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (start === '' && parts.length === 0) || parts[parts.length - 1] === '..') parts.push(part);
    else parts.pop();
  }
  return start + parts.join('/') || '.';
}

export const isabs = (path: string): boolean => path.startsWith('/');
