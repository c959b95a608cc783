# Instances in rings of ten, all held by one list until the exit.
class Node:
    def __init__(self, previous):
        self.next = previous


def ring():
    first = Node(None)
    last = first
    for _ in range(9):
        last = Node(last)
    first.next = last
    return first


rings = [ring() for _ in range(COUNT // 10)]
