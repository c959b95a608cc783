import optparse
import timeit


class Probe:
    def __del__(self):
        print("probe dies")


def run():
    probe = Probe()


timer = timeit.Timer(run)
print(timer.timeit(2) >= 0, len(timer.repeat(2, 1)))
print(timeit.timeit("x = y + 1", setup="y = 2", number=3) >= 0)
parser = optparse.OptionParser(usage="%prog [options]", prog="tool")
parser.add_option("-n", "--number", type="int", default=1, dest="number", help="how many")
parser.add_option("-v", action="store_true", dest="verbose")
options, rest = parser.parse_args(["-n", "3", "-v", "left"])
print(options, rest)
print(parser.format_help())
try:
    parser.parse_args(["--number", "x"])
except SystemExit as exit:
    print("exit", exit.code)
options.probe = Probe()
