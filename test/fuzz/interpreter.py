"""Runs the programs whose paths are on the lines of its input, each in an interpreter of its own, and answers a line of
JSON for each: [exit status, output, errors, fates], or null where it took too long or was ended by a signal.

The fates of objects are told by the oracle whose folder is the argument; without one they are null.
Started once for each version: a process as large as the one that runs the engine is slow to fork.
"""

import json
import resource
import subprocess
import sys

oracle = None
if len(sys.argv) > 1:
    sys.path.insert(0, sys.argv[1])
    import fates as oracle


def fated(path):
    seen = oracle.fates(sys.executable, path, timeout=30)
    if not isinstance(seen["exit"], int) or seen["exit"] < 0:
        return None
    # An instruction that the compiler made up has no line.
    objects = {label: {key: value for key, value in fate.items() if key != "line" or not value.endswith(":-1")} for label, fate in seen["objects"].items()}
    return [seen["exit"], seen["stdout"], seen["stderr"], objects]


def plain(path):
    done = subprocess.run([sys.executable, path], stdin=subprocess.DEVNULL, capture_output=True, timeout=10)
    texts = [stream.decode(errors="backslashreplace") for stream in (done.stdout, done.stderr)]
    return [done.returncode, *texts, None] if done.returncode >= 0 else None


if oracle is None:
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
for line in sys.stdin:
    try:
        answer = (fated if oracle else plain)(line.rstrip("\n"))
    except subprocess.TimeoutExpired:
        answer = None
    print(json.dumps(answer), flush=True)
