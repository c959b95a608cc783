import asyncio
import os
import socket


def main():
    loop = asyncio.new_event_loop()
    print(loop, loop.time() > 0)
    order = []
    loop.call_soon(order.append, "soon")
    loop.call_later(0.2, order.append, "later")
    loop.call_at(loop.time() + 0.1, order.append, "at")
    loop.call_later(0.3, loop.stop)
    loop.run_forever()
    print(order)
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    loop.add_reader(a, lambda: (order.append(a.recv(10)), loop.remove_reader(a), loop.stop()))
    loop.call_later(0.1, b.send, b"data")
    loop.run_forever()
    print(order[-1])

    async def talk():
        await loop.sock_sendall(a, b"ping")
        print(await loop.sock_recv(b, 10))
        receiver = loop.create_task(loop.sock_recv(a, 10))
        await asyncio.sleep(0)
        await loop.sock_sendall(b, b"pong")
        return await receiver

    print(loop.run_until_complete(talk()))
    a.close()
    b.close()
    r, w = os.pipe()
    os.set_blocking(r, False)
    loop.add_reader(r, lambda: (print("readable", os.read(r, 5)), loop.stop()))
    os.write(w, b"x")
    loop.run_forever()
    print(loop.remove_reader(r), loop.remove_reader(r))
    os.close(r)
    os.close(w)
    try:
        loop.run_until_complete(loop.create_task(asyncio.sleep(0, "last")))
        loop.close()
        loop.call_soon(print)
    except RuntimeError as error:
        print(error)
    print(loop)


main()
