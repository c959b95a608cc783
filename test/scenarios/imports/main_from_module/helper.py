import __main__

def ask():
    return __main__.answer

class Late:
    def __del__(self): print("late sees", __main__)

late = Late()
