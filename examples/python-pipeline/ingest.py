"""Cuts documents into chunks and keeps an index of their words; standard library only."""

import argparse
import random
import sys
from multiprocessing import Pool

WORDS = [f"word{number}" for number in range(5_000)]


def document(size: int, seed: int) -> str:
    generator = random.Random(seed)
    return " ".join(generator.choice(WORDS) for _ in range(size // 8))


def chunks(text: str, length: int = 200) -> list[list[str]]:
    words = text.split()
    return [words[at : at + length] for at in range(0, len(words), length)]


def ingest(task: tuple[int, int]) -> dict[str, int]:
    size, seed = task
    counts: dict[str, int] = {}
    for chunk in chunks(document(size, seed)):
        for word in chunk:
            counts[word] = counts.get(word, 0) + 1
    return counts


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=100_000, help="bytes of a document")
    parser.add_argument("--documents", type=int, default=20)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--keep", type=int, default=0, help="bytes to keep of every document: a leak")
    options = parser.parse_args()
    kept: list[bytearray] = []
    index: dict[str, int] = {}
    tasks = [(options.size, seed) for seed in range(options.documents)]
    if options.workers > 1:
        with Pool(options.workers) as pool:
            for counts in pool.map(ingest, tasks):
                index.update(counts)
        return
    for task in tasks:
        index.update(ingest(task))
        kept.append(bytearray(options.keep))
        print("memory-bench:iteration", flush=True)
        # Waits until it has been measured; at a terminal there is nobody to wait for.
        if not sys.stdin.isatty():
            sys.stdin.readline()


if __name__ == "__main__":
    main()
