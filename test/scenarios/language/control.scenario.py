# if, while, for with break, continue and else; what a loop variable holds after its loop.
def search(items, wanted):
    for position, item in enumerate(items):
        if item == wanted:
            print("found at", position)
            break
    else:
        print("not found", wanted)
    return position

print(search("abc", "b"), search("abc", "z"))
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n == 8:
        break
    print(n, end=" ")
else:
    print("never")
print("| after", n)
while n > 6:
    n -= 1
else:
    print("ran out", n)
for i in range(3):
    for j in range(3):
        if j == 1:
            break
    else:
        print("never")
        continue
    if i == 1:
        continue
    print(i, j)
print(i, j)
if n > 100:
    print("no")
elif n == 6:
    print("six")
else:
    print("no")
for i in []:
    pass
print("kept", i)
items = [1, 2, 3]
for item in items:
    if item < 3:
        items.append(item + 10)
print(items)
for (a, b), c in zip([(1, 2), (3, 4)], "xy"):
    print(a + b, c)
total = 0
for number in range(10, 0, -3):
    total += number
    print(number, end="," if number > 1 else "\n")
print(total)
