import sys

if sys.version_info < (3, 14):
    import hashlib
    import hmac

    class Message:
        def __init__(self, text):
            self.digest = hashlib.sha256(text)
            self.keyed = hmac.new(b"key", text, "sha1")

        def __del__(self):
            print("message", self.digest.hexdigest()[:12], self.keyed.hexdigest()[:12])

    def attempt(action):
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)

    for name in ("md5", "sha1", "sha224", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
        hash = hashlib.new(name, b"exit")
        hash.update(b" lens")
        print(hash.name, hash.digest_size, hash.block_size, hash.copy().hexdigest())
    print(hashlib.shake_128(b"x").hexdigest(7), hashlib.blake2b(b"x", digest_size=5, key=b"k", salt=b"s").hexdigest())
    print(hashlib.pbkdf2_hmac("sha256", b"word", b"salt", 3).hex())
    print(hmac.compare_digest("a", "a"), hmac.digest(b"k", b"m", hashlib.md5).hex())
    attempt(lambda: hashlib.sha256("text"))
    attempt(lambda: hashlib.new("unknown"))
    attempt(lambda: hashlib.sha256(5))
    attempt(lambda: type(hashlib.md5())())
    attempt(lambda: hmac.new("k", b"", "md5"))
    kept = Message(b"kept")
    Message(b"gone")
    kept.cycle = kept
else:
    print("no hashes")
