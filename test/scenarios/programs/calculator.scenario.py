# A tokenizer, a parser and an evaluator as generators and classes.
class Token:
    __slots__ = ("kind", "text")
    alive = 0
    def __init__(self, kind, text):
        self.kind, self.text = kind, text
        Token.alive += 1
    def __del__(self): Token.alive -= 1
    def __repr__(self): return f"{self.kind}:{self.text}"

def tokens(source):
    i = 0
    while i < len(source):
        c = source[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(source) and (source[j].isdigit() or source[j] == "."):
                j += 1
            yield Token("number", source[i:j])
            i = j
        elif c in "+-*/()^":
            yield Token("op", c)
            i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")
    yield Token("end", "")

class Parser:
    powers = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
    def __init__(self, source):
        self.stream = tokens(source)
        self.token = next(self.stream)
    def advance(self):
        token, self.token = self.token, next(self.stream, None)
        return token
    def atom(self):
        token = self.advance()
        if token.kind == "number":
            return float(token.text) if "." in token.text else int(token.text)
        if token.text == "(":
            value = self.expression()
            if (closing := self.advance()).text != ")":
                raise SyntaxError(f"expected ) before {closing!r}")
            return value
        if token.text == "-":
            return ("neg", self.expression(3))
        raise SyntaxError(f"unexpected {token}")
    def expression(self, least=1):
        left = self.atom()
        while self.token.kind == "op" and self.powers.get(self.token.text, 0) >= least:
            op = self.advance().text
            left = (op, left, self.expression(self.powers[op] + (op != "^")))
        return left

operations = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "^": pow,
    "neg": lambda a: -a
}

def evaluate(tree):
    if not isinstance(tree, tuple):
        return tree
    op, *operands = tree
    return operations[op](*map(evaluate, operands))

for source in (
    "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-4 / 2 - 1", "10 - 4 - 3", "1.5 * (2 + 0.5)", "1 / 0", "2 +", "(1",
    "4 $ 4", "2 ^ 100"
):
    try:
        tree = Parser(source).expression()
        print(source, "=", tree, "=", evaluate(tree))
    except (SyntaxError, ZeroDivisionError) as error:
        print(source, "->", type(error).__name__, error)
print("tokens alive", Token.alive)
