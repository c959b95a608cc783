import { isLibraryFile } from '../library/find.ts';
import type { CodeObject } from '../objects/code.ts';
import { pythonFrame, type Activation, type Frame } from '../objects/frame.ts';
import type { Place } from './record.ts';

/** The innermost frame that runs the program's own text, and not the library's, nor a text that the library made. */
export function ownFrame(activation: Activation | null): Frame | null {
  let frame = pythonFrame(activation);
  while (frame !== null) {
    const { filename } = frame.code.data;
    const caller = pythonFrame(frame.previous);
    const isMade = filename.startsWith('<') && caller !== null && isLibraryFile(caller.code.data.filename);
    if (!isLibraryFile(filename) && !isMade) return frame;
    frame = caller;
  }
  return null;
}

/** The source range of an instruction. */
export function placeOf(code: CodeObject, instruction: number): Place {
  const { positions, filename } = code.data;
  // Instructions without a line belong to the statement before them.
  let at = instruction * 4;
  while (at > 0 && positions[at] === 0) at -= 4;
  return { file: filename, line: positions[at]!, start: positions[at + 2]!, end: positions[at + 3]! };
}

/**
 * The name itself inside the range of the instruction that accesses it: where a statement imports, defines or catches,
 * that range is the whole statement. Null for a name that the compiler made up.
 */
export function nameWithin(source: string, place: Place, name: string, isAttribute: boolean): Place | null {
  const text = source.slice(place.start, place.end);
  // A private name of a class is written without the class's.
  const written = /^_[^_].*?(__.*[^_].?)$/s.exec(name)?.[1] ?? name;
  for (const candidate of written === name ? [name] : [name, written]) {
    if (text === candidate) return place;
    const at = indexOfName(text, candidate, isAttribute ? 'attribute' : /\bcase\s+$/.test(source.slice(Math.max(0, place.start - 40), place.start)) ? 'pattern' : 'statement');
    if (at >= 0) return inner(source, place, place.start + at, candidate.length);
  }
  return null;
}

function indexOfName(text: string, name: string, where: 'attribute' | 'pattern' | 'statement'): number {
  if (!text.includes(name)) return -1;
  if (where === 'attribute' && text.endsWith(`.${name}`)) return text.length - name.length;
  const quoted = name.replace(/[$]/g, '\\$&');
  if (where === 'pattern') return lastMatch(text, new RegExp(`(?<![\\p{ID_Continue}.])${quoted}(?!\\p{ID_Continue}|\\s*[.(=])`, 'gu'));
  if (where === 'attribute') return lastMatch(text, new RegExp(`(?<=\\.\\s*)${quoted}(?![\\p{ID_Continue}])`, 'gu'));
  const header = new RegExp(`^[ \\t]*(?:async\\s+)?(?:def|class)\\s+(?=${quoted}(?!\\p{ID_Continue}))`, 'mu').exec(text);
  if (header !== null) return header.index + header[0].length;
  const caught = new RegExp(`^except\\b[^:]*?\\bas\\s+(?=${quoted}(?!\\p{ID_Continue}))`, 'u').exec(text);
  if (caught !== null) return caught[0].length;
  return /^(?:import|from)\b/.test(text) ? lastMatch(text, new RegExp(`(?<![\\p{ID_Continue}.])${quoted}(?!\\p{ID_Continue})`, 'gu')) : -1;
}

function lastMatch(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}

function inner(source: string, place: Place, start: number, length: number): Place {
  const breaks = source.slice(place.start, start).match(/\r\n|\r|\n/g);
  return { file: place.file, line: place.line + (breaks === null ? 0 : breaks.length), start, end: start + length };
}
