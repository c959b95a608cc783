import { ELLIPSIS, FIRST_DYNAMIC, NONE, NOT_IMPLEMENTED } from '../../heap/known.ts';
import type { Ref } from '../../heap/ref.ts';
import type { PythonVersion } from '../../journal/record.ts';
import { staticNames, staticPlaces } from '../../versions/statictypes.ts';
import type { Runtime } from './runtime.ts';

const IMAGE = 0x7e0000000000;
const HEAP = 0x7f0000000000;
const SPACING = 64;

/** The address that `id()` and default reprs show. */
export const addressOf = (rt: Runtime, object: Ref): number => (object < FIRST_DYNAMIC ? rt.staticAddresses[object]! : HEAP + object * SPACING);

/** The static types and singletons in the order in which CPython makes them, with their addresses in its image. */
export function staticPlacesOf(version: PythonVersion): { name: string; address: number | null }[] {
  const [lowest, places] = staticPlaces[version];
  return places.split(' ').map((entry) => {
    const [index = '', place = ''] = entry.split(':');
    return { name: staticNames[Number(index)]!, address: place === '' ? null : IMAGE + lowest + 16 * parseInt(place, 16) };
  });
}

/**
 * The addresses of the objects that are there from the start, by handle. Static types and singletons lie in the image of
 * the interpreter as far apart as they do in CPython's, so that sets of them have its order.
 */
export function staticAddresses(version: PythonVersion, handles: ReadonlyMap<string, Ref>): Float64Array {
  const addresses = Float64Array.from({ length: FIRST_DYNAMIC }, (_, handle) => HEAP + handle * SPACING);
  const singletons = new Map([['None', NONE], ['Ellipsis', ELLIPSIS], ['NotImplemented', NOT_IMPLEMENTED]]);
  for (const { name, address } of staticPlacesOf(version)) {
    const handle = singletons.get(name) ?? handles.get(name);
    if (handle !== undefined && address !== null) addresses[handle] = address;
  }
  return addresses;
}
