print("tangle begins")
