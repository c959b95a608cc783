"""Writes the table of a module's names, in the order of its dict, as the real interpreters list them.

    python3 scripts/module-names.py PYTHONS MODULE...

PYTHONS holds the interpreters, PYTHONS/3.13/bin/python3. Each module gives server/src/engine/versions/names/MODULE.ts.
"""
import json, os, re, subprocess, sys

VERSIONS = ['3.11', '3.12', '3.13', '3.14', '3.15']
ASK = '''
import importlib, json, sys, types
module = importlib.import_module(sys.argv[1])
written_in_c = (types.BuiltinFunctionType,)
print(json.dumps([name + ('()' if isinstance(value, written_in_c) else '') for name, value in vars(module).items()]))
'''


def ask(pythons, version, module):
    """The names of one version; None where it has no such module."""
    python = os.path.join(pythons, version, 'bin', 'python3')
    environment = {'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8', 'PYTHONHASHSEED': '0'}
    done = subprocess.run([python, '-c', ASK, module], capture_output=True, text=True, env=environment)
    return json.loads(done.stdout) if done.returncode == 0 else None


def merge(lists):
    """One order that has every name, near to each list's own; the newest list decides."""
    merged = []
    for names in reversed([names for names in lists if names]):
        at = 0
        for name in names:
            if name in merged:
                at = merged.index(name) + 1
            else:
                merged.insert(at, name)
                at += 1
    return merged


def ranges(has):
    """`:12-` for what the versions with True need said of them; one entry for each run of versions."""
    found, start = [], None
    for i, there in enumerate(has + [False]):
        if there and start is None:
            start = i
        if not there and start is not None:
            first = '' if start == 0 else VERSIONS[start][2:]
            last = '' if i == len(VERSIONS) else VERSIONS[i - 1][2:]
            found.append('' if first == last == '' else f':{first}-{last}')
            start = None
    return found


def table(pythons, module):
    lists = [ask(pythons, version, module) for version in VERSIONS]
    if not any(lists):
        sys.exit(f'no interpreter in {pythons} has a module {module}')
    words = [name + part for name in merge(lists) for part in ranges([bool(names) and name in names for names in lists])]
    lines, line = [], ' '
    for word in words:
        if len(line) + len(word) > 149:
            lines.append(line)
            line = ' '
        line += ' ' + word
    return '\n'.join([*lines, line])


def constant(module):
    first, *rest = module.strip('_').replace('.', '_').split('_')
    return first + ''.join(part.title() for part in rest) + ('Private' if module.startswith('_') else '') + 'Names'


for module in sys.argv[2:]:
    path = f'server/src/engine/versions/names/{module.replace(".", "_")}.ts'
    with open(path, 'w') as file:
        file.write(f'export const {constant(module)} = `\n{table(sys.argv[1], module)}\n`;\n')
    print(path)
