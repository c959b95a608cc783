# A helper that imports __main__.
answer = 42
import helper

class N:
    def __del__(self): print("del n")

n = N()
print(helper.ask(), helper.__main__.n is n)
