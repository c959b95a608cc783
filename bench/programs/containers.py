"""Dicts, lists, tuples and strings that come and go."""


def main(scale=1):
    words = ["word%d" % (i % 97) for i in range(3000 * scale)]
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    groups = {}
    for word, count in counts.items():
        groups.setdefault(count, []).append(word)
    pairs = []
    for i in range(3000 * scale):
        pairs.append((i, i * 2))
        if len(pairs) > 100:
            pairs.pop()
    squares = [x * x for x, _ in pairs if x % 2]
    index = {key: len(value) for key, value in groups.items()}
    return len(squares), sorted(index.items()), " ".join(words[:3]).upper(), pairs[-1]
