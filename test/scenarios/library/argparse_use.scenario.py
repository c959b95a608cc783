# argparse on given lists: types, choices, subcommands, errors without leaving.
import argparse


class Level:
    def __init__(self, text):
        if not text.isdigit():
            raise ValueError(text)
        self.number = int(text)

    def __repr__(self):
        return f"Level({self.number})"

    def __del__(self):
        print("level", self.number, "goes")


parser = argparse.ArgumentParser(prog="tool", description="Does things.", exit_on_error=False)
parser.add_argument("files", nargs="*", help="what to work on")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("-l", "--level", type=Level, metavar="N")
parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
parser.add_argument("--no-color", dest="color", action="store_false")
args = parser.parse_args(["-vv", "--level", "3", "a.txt", "b.txt"])
print(args.files, args.verbose, args.level, args.mode, args.color)
del args
print("the namespace is gone")
print(sorted(vars(parser.parse_args([])).items()))
for wrong in (["--mode", "odd"], ["--level", "x"]):
    try:
        parser.parse_args(wrong)
    except argparse.ArgumentError as error:
        print(error.argument_name, "refused")
known, rest = parser.parse_known_args(["x", "--unknown", "-l", "9"])
print(known.files, rest, known.level)
del known


class Keep(argparse.Action):
    def __call__(self, parser, namespace, values, option=None):
        print("action", option, values)
        setattr(namespace, self.dest, values.upper())


sub = argparse.ArgumentParser(prog="git")
commands = sub.add_subparsers(dest="command")
clone = commands.add_parser("clone")
clone.add_argument("url", action=Keep)
clone.set_defaults(func=lambda args: f"cloning {args.url}")
parsed = sub.parse_args(["clone", "here"])
print(parsed.command, parsed.func(parsed))
kept = parser.parse_args(["--level", "7"])
