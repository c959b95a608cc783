"""string.Template and capwords."""
import string

t = string.Template("$who owes ${amount}$$ to $other")
print(t.substitute(who="Ann", amount=5, other="Bob"), t.safe_substitute(who="Ann"))
for bad in ("$", "${", "$1", "a $ b"):
    try:
        string.Template(bad).substitute()
    except ValueError as error:
        print(error)
try:
    t.substitute(who="x")
except KeyError as error:
    print(error)


class Percent(string.Template):
    delimiter = "%"


print(Percent("%a $a %%").substitute(a=1), string.capwords("hello  wORLD"), string.ascii_letters[:3], string.punctuation)
