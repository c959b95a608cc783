# keyword, token names and string checks that code generators use.
import keyword
import token


class Name:
    made = []

    def __init__(self, text):
        self.text = text + "_" * keyword.iskeyword(text)
        Name.made.append(self.text)

    def __del__(self):
        print("name", self.text, "goes")


for text in ("class", "data", "match"):
    name = Name(text)
    print(name.text, keyword.iskeyword(text), keyword.issoftkeyword(text), text.isidentifier())
print(Name.made, "async" in keyword.kwlist, len(keyword.kwlist), keyword.kwlist[:3])
print(token.tok_name[token.NAME], token.ISTERMINAL(token.NAME), token.EXACT_TOKEN_TYPES["->"] == token.RARROW)
