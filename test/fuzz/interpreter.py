"""Runs the programs whose paths are on the lines of its input, each in an interpreter of its own, and answers a line of
JSON for each: [exit status, output, errors], or null where it took too long or was ended by a signal.

Started once for each version: a process as large as the one that runs the engine is slow to fork.
"""

import json
import resource
import subprocess
import sys

resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
for line in sys.stdin:
    try:
        done = subprocess.run([sys.executable, line.rstrip("\n")], stdin=subprocess.DEVNULL, capture_output=True, timeout=10)
        texts = [stream.decode(errors="backslashreplace") for stream in (done.stdout, done.stderr)]
        answer = [done.returncode, *texts] if done.returncode >= 0 else None
    except subprocess.TimeoutExpired:
        answer = None
    print(json.dumps(answer), flush=True)
