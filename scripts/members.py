"""Writes what the built-in types and modules of real interpreters have: the order of the types' dicts, and signatures.

    python3 scripts/members.py PYTHONS

PYTHONS holds the interpreters, PYTHONS/3.13/bin/python3; the modules are those of server/src/engine/versions/names.ts.
Gives server/src/engine/versions/members-data.ts, which `members.ts` there reads.
"""
import re, sys

from interpreters import VERSIONS, answer, merge, ranges

ASK = '''
import importlib, json, sys, types
modules = sys.argv[1:]
slots, found, seen = {}, {}, set()
shown_in = ['types', 'collections', 'functools', 'weakref', 're', 'typing', 'operator', 'random', 'os', 'signal', 'string.templatelib']
def written_in_c(kind):
    return '__slots__' not in vars(kind) and not any(isinstance(value, types.FunctionType) for value in vars(kind).values())
def signature(value):
    return getattr(value, '__text_signature__', None)
def look(kind):
    if kind in seen: return
    seen.add(kind)
    if kind.__module__ in modules + shown_in and written_in_c(kind):
        owner = kind.__name__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__name__}'
        rows = found.setdefault(owner, [])
        if not rows:
            if signature(kind) is not None: rows.append(['=', kind.__text_signature__])
            for name, value in vars(kind).items():
                wrapper = isinstance(value, types.WrapperDescriptorType)
                if wrapper: slots[name] = signature(value)
                rows.append([name, None if wrapper or name in ('__new__', '__doc__') else signature(value)])
    for other in type.__subclasses__(kind): look(other)
for name in modules:
    try: module = importlib.import_module(name)
    except ImportError: continue
    rows = [[key, signature(value)] for key, value in vars(module).items()
            if isinstance(value, types.BuiltinFunctionType) and signature(value) is not None and value.__module__ == name]
    if rows: found['module ' + name] = rows
look(object)
look(type)
print(json.dumps([sorted(slots.items()), found]))
'''


def shown(name, signature):
    """`sort(*, key=None)` stands for `($self, /, *, key=None)`; a signature that says another receiver keeps it."""
    if signature is None:
        return name
    text = signature.replace('\n', '⏎')
    if text == '($self, /)':
        return name + '()'
    return name + text.replace('($self, ', '(', 1) if text.startswith('($self, ') else name + '!' + text


def parts(title, lists):
    """Blocks of one title: a version whose order is not a part of the merged one has a block of its own, `title@11`."""
    own, rest = [], list(lists)
    while True:
        order = merge([[name for name, _ in rows] for rows in rest])
        odd = [i for i, rows in enumerate(rest) if [name for name, _ in rows] != [name for name in order if name in dict(map(tuple, rows))]]
        if not odd:
            return [*own, (title, rest)]
        own.append((f'{title}@{VERSIONS[odd[0]][2:]}', [rest[odd[0]] for _ in VERSIONS]))
        rest[odd[0]] = []


def block(lists):
    order = merge([[name for name, _ in rows] for rows in lists])
    words = []
    for name in order:
        kinds = []
        for rows in lists:
            for other, signature in rows:
                if other == name and signature not in kinds:
                    kinds.append(signature)
        for signature in kinds:
            words += [shown(name, signature) + part for part in ranges([[name, signature] in rows for rows in lists])]
    return words


modules = re.findall(r'^  (\w+): \w+Names,$', open('server/src/engine/versions/names.ts').read(), re.M)
answers = [answer(sys.argv[1], version, ASK, *modules) for version in VERSIONS]
blocks = {'slots': [slots for slots, _ in answers]}
for title in sorted({title for _, found in answers for title in found}):
    blocks[title] = [found.get(title, []) for _, found in answers]
text = ''
for title, lists in [part for title, lists in blocks.items() for part in parts(title, lists)]:
    line = title.replace('module ', 'module:') + ' ='
    words = block(lists)
    if not words:
        continue
    for word in words:
        if len(line) + len(word) > 146:
            text += line + '\n'
            line = ' '
        line += ' ' + word + ' ;'
    text += line[:-2] + '\n'
text = text.replace('\\', '\\\\').replace('`', '\\`').replace('${', '\\${')
path = 'server/src/engine/versions/members-data.ts'
with open(path, 'w') as file:
    file.write(f'/** Written by `scripts/members.py`. */\nexport const members = `\n{text}`;\n')
print(path)
