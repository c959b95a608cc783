import subprocess
import sys


class Job:
    def __init__(self, name, *command):
        self.name = name
        self.process = subprocess.Popen(command)

    def __del__(self):
        print("job", self.name, self.process.returncode)


left = Job("left", sys.executable, "-c", "import time; time.sleep(.4)")
forgotten = Job("forgotten", "sleep", "0.4")
del forgotten
ended = Job("ended", "sleep", "5")
ended.process.terminate()
print("ended", ended.process.wait(), ended.process.poll())
try:
    left.process.wait(timeout=0.01)
except subprocess.TimeoutExpired as late:
    print(type(late).__name__, late.timeout)
print("running", left.process.poll())
