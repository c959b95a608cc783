# Node objects: their constructor, their fields, copies and lifetimes.
import ast
import copy
import gc
import sys
import weakref


def show(make):
    try:
        print(make())
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


def fields(node):
    return sorted((name, type(value).__name__) for name, value in vars(node).items())


show(lambda: fields(ast.Name('x', ast.Load())))
show(lambda: fields(ast.Name(id='x', ctx=ast.Store(), lineno=3)))
show(lambda: ast.Name('x', id='y'))
show(lambda: ast.Name('x', ast.Load(), 3))
show(lambda: ast.Return().value)
show(lambda: ast.Return(value=ast.Constant(1)).value.value)
show(lambda: ast.Pass().lineno)
show(lambda: ast.Pass(lineno=1).end_lineno)
show(lambda: ast.Constant(5).kind)


class Marked(ast.Name):
    _attributes = ast.Name._attributes + ('mark',)


marked = Marked('m', ast.Load(), mark=1)
show(lambda: (marked.mark, isinstance(marked, ast.expr), fields(marked)))


class Own(ast.AST):
    _fields = ('left', 'right')


own = Own(1, right=2)
show(lambda: (own.left, own.right, Own._fields, list(ast.iter_fields(own))))
show(lambda: Own(1, 2, 3))
twin = copy.deepcopy(ast.parse('a.b(c)[0]'))
show(lambda: ast.dump(twin))
shallow = copy.copy(marked)
show(lambda: (shallow.id, shallow.ctx is marked.ctx, type(shallow).__name__))
if sys.version_info >= (3, 13):
    show(lambda: fields(ast.FunctionDef(name='f', args=ast.arguments())))
    show(lambda: ast.Assign._field_types)
else:
    show(lambda: fields(ast.FunctionDef(name='f')))
if sys.version_info >= (3, 14):
    show(lambda: repr(ast.parse('x = [1, 2, 3]; y')))
    show(lambda: copy.replace(ast.Name('x', ast.Load()), id='y').id)
    show(lambda: copy.replace(ast.Name('x', ast.Load())).id)
else:
    show(lambda: repr(ast.Name('x', ast.Load()))[:16])


class Watched(ast.Name):
    def __del__(self):
        print('gone', self.id)


tree = ast.Expression(ast.BinOp(Watched('left', ast.Load()), ast.Add(), Watched('right', ast.Load())))
held = weakref.ref(tree.body)
right = tree.body.right
del tree
print(held(), right.id)
del right
loop = Watched('loop', ast.Load())
loop.parent = loop
del loop
print(gc.collect() > 0)
ast.Name.extra = 'class attribute'
print(ast.Name('z', ast.Load()).extra, ast.Load._fields, ast.operator.__subclasses__()[:3])
del ast.Name.extra
last = Watched('at exit', ast.Load())
