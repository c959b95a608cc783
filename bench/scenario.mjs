/** A scenario of about so many lines: classes whose instances know each other, are kept, dropped and finalised. */

/** `edit` changes one literal, as a keystroke would. */
export function scenario(lines, edit) {
  const parts = [`# ${edit}`, 'registry = {}', 'log = []', ''];
  const blocks = Math.ceil((lines - parts.length) / linesOfBlock);
  for (let i = 0; i < blocks; i++) parts.push(block(i, i === blocks >> 1 ? edit % 10 : i % 10));
  return parts.join('\n');
}

const block = (i, value) => `
class Connection${i}:
    """Keeps its pool alive, and the pool keeps it."""

    limit = ${value}

    def __init__(self, pool, name):
        self.pool = pool
        self.name = name
        self.sent = []

    def send(self, text):
        if len(self.sent) < self.limit:
            self.sent.append(text.upper())
        return self

    def __del__(self):
        log.append(self.name)


def open_pool_${i}(size):
    pool = [Connection${i}(None, f"c{n}") for n in range(size)]
    for connection in pool:
        connection.pool = pool
        connection.send("hello").send("bye")
    return pool


pool_${i} = open_pool_${i}(3)
registry["pool ${i}"] = pool_${i}[0]
del pool_${i}
try:
    registry["pool ${i}"].pool.missing
except AttributeError as error:
    log.append(str(error))
`;

const linesOfBlock = block(0, 0).split('\n').length;
