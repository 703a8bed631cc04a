"""Cuts documents into chunks and counts their words; standard library only."""

import argparse
import random
import sys
from collections import Counter
from multiprocessing import Pool

WORDS = [f"word{number}" for number in range(5_000)]
WORDS_IN_CHUNK = 200


def document(size: int, seed: int) -> str:
    """About `size` bytes of text; the same for the same seed."""
    return " ".join(random.Random(seed).choices(WORDS, k=size // 9))


def chunks(text: str) -> list[list[str]]:
    words = text.split()
    return [words[at : at + WORDS_IN_CHUNK] for at in range(0, len(words), WORDS_IN_CHUNK)]


def ingest(size: int, seed: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    for chunk in chunks(document(size, seed)):
        counts.update(chunk)
    return counts


def ingest_all(size: int, documents: int, workers: int) -> Counter[str]:
    index: Counter[str] = Counter()
    with Pool(workers) as pool:
        for counts in pool.starmap(ingest, [(size, seed) for seed in range(documents)]):
            index.update(counts)
    return index


def ingest_one_by_one(size: int, documents: int) -> Counter[str]:
    index: Counter[str] = Counter()
    for seed in range(documents):
        index.update(ingest(size, seed))
        print("memory-bench:iteration", flush=True)
        sys.stdin.readline()  # Waits until memory-bench has read the memory.
    return index


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="bytes of a document")
    parser.add_argument("--documents", type=int, default=20)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--measured", action="store_true", help="tell memory-bench of every document")
    options = parser.parse_args()
    if options.measured:
        index = ingest_one_by_one(options.size, options.documents)
    else:
        index = ingest_all(options.size, options.documents, options.workers)
    print(f"{options.documents} documents, {index.total()} words, {len(index)} different ones")


if __name__ == "__main__":
    main()
