"""run_objects.py PROGRAM COUNT: runs it in a process of its own and prints that process's CPU seconds and peak kilobytes."""
import json
import resource
import subprocess
import sys

with open(sys.argv[1]) as file:
    source = f"COUNT = {sys.argv[2]}\n{file.read()}"
subprocess.run([sys.executable, "-"], input=source.encode(), check=True)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"seconds": usage.ru_utime + usage.ru_stime, "kilobytes": usage.ru_maxrss}))
