"""What the scripts share that write tables of what the versions of the interpreter have."""
import json, os, subprocess

VERSIONS = ['3.11', '3.12', '3.13', '3.14', '3.15']


def answer(pythons, version, program, *arguments):
    """The JSON that a program prints on the interpreter of a version; None where it fails there."""
    python = os.path.join(pythons, version, 'bin', 'python3')
    environment = {'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8', 'PYTHONHASHSEED': '0'}
    done = subprocess.run([python, '-c', program, *arguments], capture_output=True, text=True, env=environment)
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
