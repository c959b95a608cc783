"""
time_main.py PROGRAM SECONDS SCALE: prints the answer of the program's main(SCALE) and the CPU time of a call as JSON.

Calls are timed together for a tenth of a second, and the fastest such batch counts.
"""
import json
import sys
import time

program, seconds, scale = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
namespace = {"__name__": "__main__"}
with open(program) as file:
    exec(compile(file.read(), program, "exec"), namespace)
main = namespace["main"]

best = float("inf")
end = time.thread_time() + seconds
while time.thread_time() < end:
    calls = 0
    start = now = time.thread_time()
    while now - start < 0.1:
        answer = main(scale)
        calls += 1
        now = time.thread_time()
    best = min(best, (now - start) / calls)
print(json.dumps({"answer": repr(answer), "ms": best * 1000}))
