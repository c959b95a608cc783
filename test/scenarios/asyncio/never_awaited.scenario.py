import asyncio


async def nobody(n):
    return n


async def main():
    nobody(1)
    asyncio.sleep(1)
    kept = nobody(2)
    await nobody(3)
    return kept


kept = asyncio.run(main())
print("kept", type(kept).__name__)
