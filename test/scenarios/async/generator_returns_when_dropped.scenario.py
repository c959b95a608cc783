"""An asynchronous generator that returns, fails or goes on when it is dropped half-way: what is heard of that."""


async def returns(name):
    try:
        yield name
    except GeneratorExit as error:
        print(name, repr(error))


async def returns_finally(name):
    try:
        yield name
    finally:
        print(name, 'finally')


async def goes_on(name):
    try:
        yield name
    except BaseException:
        yield 'again'


async def fails(name):
    try:
        yield name
    except BaseException:
        raise ValueError(name)


def begin(function, name):
    generator = function(name)
    step = generator.asend(None)
    try:
        step.send(None)
    except StopIteration as stop:
        print(stop.value)
    return generator


for function in returns, returns_finally, goes_on, fails:
    generator = begin(function, function.__name__)
    print('drop')
    del generator

closed = begin(returns, 'closed')
step = closed.aclose()
try:
    step.send(None)
except StopIteration:
    print('closed', closed.ag_frame is None)

by_default = returns('by default')
step = anext(by_default, None).__await__()
try:
    step.send(None)
except StopIteration as stop:
    print(stop.value)
del by_default
print('the step holds it')
del step
last = begin(returns, 'last')
print('end')
