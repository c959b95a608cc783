class Root:
    def __del__(self):
        print("root of", __name__, "goes")


root = Root()
