import os
import subprocess

with subprocess.Popen(["sleep", "9"]) as child:
    print("inside", child.poll(), child.args)
    child.kill()
print("after", child.returncode)
try:
    os.waitpid(child.pid, 0)
except ChildProcessError as error:
    print(error)
print(subprocess.run(["sleep", "0.05"], stdout=subprocess.DEVNULL))
print(subprocess.call(["sleep", "0.05"]))
child.send_signal(9)
print(repr(child))


class Watched(subprocess.Popen):
    def __del__(self):
        print("popen dies", self.returncode)
        super().__del__()


done = Watched(["sleep", "0"])
done.wait()
running = Watched(["sleep", "0.5"])
try:
    raise subprocess.CalledProcessError(-15, ["sleep", "1"])
except subprocess.CalledProcessError as error:
    print(error)
