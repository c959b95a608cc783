"""Text put together, taken apart and searched."""


def main(scale=1):
    lines = []
    for i in range(1200 * scale):
        line = "item " + str(i)
        line += ": "
        line += f"{i * 3:>6} {i % 7!r}"
        lines.append(line)
    text = "\n".join(lines)
    total = 0
    for line in text.split("\n"):
        name, _, value = line.partition(": ")
        if name.startswith("item") and "3" in value:
            total += len(value.strip())
    return total, text.count("9"), text.replace("item", "i")[:20], text[100:130]
