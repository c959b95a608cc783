"""Prints ast.dump() of the files of this interpreter's standard library, a line of JSON each: path, encoding, tree.

    stdlib_trees.py [--only TEXT] [--every N]
"""

import argparse
import ast
import json
import os
import sys
import tokenize
import warnings

warnings.simplefilter('ignore')
sys.setrecursionlimit(20000)


def files(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in ('site-packages', '__pycache__'))
        for name in sorted(names):
            if name.endswith('.py'):
                yield os.path.join(folder, name)


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--only', default='')
    options.add_argument('--every', type=int, default=1)
    options = options.parse_args()
    print(json.dumps('%d.%d' % sys.version_info[:2]), flush=True)
    wanted = [path for path in files(os.path.dirname(os.__file__)) if options.only in path]
    for path in wanted[::options.every]:
        try:
            with open(path, 'rb') as stream:
                encoding, _ = tokenize.detect_encoding(stream.readline)
            with open(path, encoding=encoding, newline='') as stream:
                text = ast.dump(ast.parse(stream.read()), include_attributes=True)
        except (SyntaxError, UnicodeError, RecursionError, ValueError, OSError):
            continue
        print(json.dumps([path, encoding, text]), flush=True)


main()
