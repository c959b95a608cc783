name = __name__


class One:
    def __del__(self):
        print("one goes, name is", name)


one = One()
