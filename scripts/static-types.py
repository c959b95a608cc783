"""Writes the static types as the interpreters have them at the start: server/src/engine/versions/statictypes.ts.

    python3 scripts/static-types.py PYTHONS

PYTHONS holds the interpreters, PYTHONS/3.13/bin/python3. What an image is loaded at changes from run to run, but by
2 MiB: the distances in it and the last 21 bits, which decide the places in sets, are always the same.
"""
import os, sys

from interpreters import VERSIONS, answer

ASK = '''
HEAP_TYPE = 1 << 9
places, made = {}, []
def walk(type_):
    if type_.__flags__ & HEAP_TYPE:
        # Built-in all the same, but made at the start.
        if type_.__module__ == 'builtins': made.append(type_.__name__)
        if type_.__module__.endswith('interpreters'): made.append(f'{type_.__module__}.{type_.__name__}')
        return
    places.setdefault(type_.__name__, id(type_))
    for subclass in type.__subclasses__(type_): walk(subclass)
walk(object)
places.update({'None': id(None), 'Ellipsis': id(...), 'NotImplemented': id(NotImplemented)})
first = min(places.values())
import json
print(json.dumps([first % 0x200000, {name: format((place - first) // 16, 'x') for name, place in places.items() if ' ' not in name} | dict.fromkeys(made, '')]))
'''


def main(pythons):
    answers = {version: answer(pythons, version, ASK) for version in VERSIONS}
    names = list(dict.fromkeys(name for _, places in answers.values() for name in places))
    lines = [
        "import type { PythonVersion } from '../journal/record.ts';",
        '',
        '/** Written by scripts/static-types.py. The names of the static types and of the singletons. */',
        f"export const staticNames = '{' '.join(names)}'.split(' ');",
        '',
        '/**',
        ' * Per version the last bits of the lowest address, then those that it has, each type before those made from it: the index of',
        ' * the name, and how many units of 16 bytes it lies above the lowest address (in hexadecimal; blank on the heap).',
        ' */',
        'export const staticPlaces: Readonly<Record<PythonVersion, readonly [number, string]>> = {',
    ]
    for version, (page, places) in answers.items():
        lines.append(f"  '{version}': [0x{page:x}, '{' '.join(f'{names.index(name)}:{place}' for name, place in places.items())}'],")
    lines += ['};', '']
    with open(os.path.join(os.path.dirname(__file__), '../server/src/engine/versions/statictypes.ts'), 'w') as file:
        file.write('\n'.join(lines))


main(*sys.argv[1:])
