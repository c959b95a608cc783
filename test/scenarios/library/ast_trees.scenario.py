# Trees: parsed, shown, walked, changed, written out and compiled again.
import ast
import sys

source = '''
import os.path as p
from . import sibling

@decorator(1)
async def f(a, /, b: int = 2, *args, c=3, **kw) -> str:
    """Doc."""
    async with a as b, c:
        yield [x async for x in y if x]
    return f"{a!r:>{b}}" + b'x\\x00' 'é'.encode()

class C(Base, metaclass=M):
    x: int = 1
    def g(self): self.y, *z = self[1:2, ...] = lambda: (yield)

match v:
    case {'k': [1, *rest], **others} | C(1, a=None) if g:
        del x.y, z[0]
    case -1 | "s" as name:
        pass
try:
    raise E from None
except (A, B) as e:
    global q
else:
    assert x, 'no'
finally:
    while not a < b <= c is not d: break
'''
tree = ast.parse(source.replace(" 'é'.encode()", ''))
print(ast.dump(tree, indent=1))
print(ast.unparse(tree))
print([type(n).__name__ for n in ast.walk(tree)][:30])
print(ast.get_docstring(tree.body[2]), ast.get_source_segment(source, tree.body[0]), tree.body[3].end_lineno)


class Doubler(ast.NodeTransformer):
    def visit_Constant(self, node):
        if isinstance(node.value, int):
            return ast.copy_location(ast.Constant(node.value * 2), node)
        return node

    def visit_Name(self, node):
        return ast.copy_location(ast.Name('renamed', node.ctx), node) if node.id == 'x' else node


class Names(ast.NodeVisitor):
    def __init__(self):
        self.names = []

    def visit_Name(self, node):
        self.names.append((node.id, type(node.ctx).__name__, node.lineno, node.col_offset))


names = Names()
names.visit(ast.parse('x = y + z\ndel x'))
print(names.names)
changed = Doubler().visit(ast.parse('x = 21\nresult = x + 1'))
namespace = {}
exec(compile(changed, '<changed>', 'exec'), namespace)
print(namespace['result'], ast.unparse(changed))
expression = ast.Expression(ast.BinOp(ast.Constant(6), ast.Mult(), ast.Constant(7)))
print(eval(compile(ast.fix_missing_locations(expression), '<made>', 'eval')))
for text in ('[1, 2.5, -3j, "a", b"b", None, True, {1: (2,), **{}}]', "{'a': [1, {2}]}", '-1 + 2j', ' 3'):
    try:
        print(ast.literal_eval(text))
    except ValueError as error:
        print(type(error).__name__, str(error).split(' at 0x')[0].split(': ')[0])
for text in ('f()', '1 +', 'a', '[1 for x in y]'):
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error).split(':')[0])
print(ast.Name._fields, ast.expr._attributes, ast.FunctionDef.__mro__[1:3], ast.Load().__class__ is ast.Load)
match ast.parse('a + b', mode='eval').body:
    case ast.BinOp(ast.Name(left), ast.Add(), ast.Name(right)):
        print('sum of', left, right)
a, b = (ast.parse('f(x)[0]') for _ in range(2))
print(a == b, ast.dump(a) == ast.dump(b), a.body[0].value.ctx is b.body[0].value.ctx)
print([f for f, _ in ast.iter_fields(a.body[0].value)], len(list(ast.iter_child_nodes(a.body[0].value))))
wrapped = compile('1 + 1', '<s>', 'eval', ast.PyCF_ONLY_AST)
print(type(wrapped).__name__, compile(wrapped, '<s>', 'eval', ast.PyCF_ONLY_AST) is wrapped)
