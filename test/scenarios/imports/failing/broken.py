print("broken begins")

class Part:
    def __del__(self): print("part freed")

part = Part()
raise ValueError("broken while importing")
