# The traceback of an endless recursion is folded.
import sys

def endless(n):
    return endless(n + 1)

sys.setrecursionlimit(100)
endless(0)
