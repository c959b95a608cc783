# bisect: grades, sorted lists with keys, error paths.
import bisect


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])


class Entry:
    def __init__(self, key):
        self.key = key

    def __repr__(self):
        return f"E{self.key}"

    def __del__(self):
        print("entry", self.key, "goes")


entries = [Entry(1), Entry(5)]
bisect.insort(entries, Entry(3), key=lambda entry: entry.key)
bisect.insort_left(entries, Entry(5), key=lambda entry: entry.key)
print(entries, bisect.bisect_left(entries, 4, key=lambda entry: entry.key))
data = [1, 2, 2, 2, 3]
print(bisect.bisect_left(data, 2), bisect.bisect_right(data, 2), bisect.bisect(data, 2, 1, 3), bisect.bisect_left(data, 9))
bisect.insort(data, 2.5)
print(data)
for wrong in (lambda: bisect.bisect(data, "x"), lambda: bisect.bisect(data, 1, -1), lambda: bisect.insort(5, 1)):
    try:
        wrong()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


class Loud:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(self.n, "<", other.n)
        return self.n < other.n


print(bisect.bisect_right([Loud(1), Loud(3), Loud(5)], Loud(3)))
print(bisect.bisect_left([Loud(1), Loud(3), Loud(5)], Loud(3)))
