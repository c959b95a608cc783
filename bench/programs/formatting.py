"""Text made of numbers and taken apart again."""


def main(scale=1):
    lines = []
    for i in range(300 * scale):
        value = i / 7
        lines.append(f"{i:04d}|{value:8.3f}|{i:x}|{value!r}|{'name' + str(i):<10}")
        lines.append("{:>5} {name}".format(i, name="x"))
        lines.append("%05d %-6s %.2f" % (i, "ab", value))
    total = 0
    for line in lines:
        for part in line.replace(" ", "").split("|"):
            if part.isdigit():
                total += int(part)
            elif part[:1] == "x":
                total += ord(part[0])
    return total, sum(map(len, lines)), lines[-1].strip().title()
