"""What the Python peers share: the documents of a text, and the rule of measuring, which is the one of bench/lang_bench.c."""


def documents(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [text for text in file.read().split("\x1e") if text]


def measure(one_pass, texts, seconds):
    """Warms up on the first documents, then reads all of them again and again until at least `seconds` of processor time are spent. `one_pass` gives
    {figure: (seconds, tokens)}; printed as `figure seconds tokens`, the mean of a pass."""
    one_pass(texts[:4])
    sums, passes = {}, 0
    while not passes or max(spent for spent, _ in sums.values()) < seconds:
        for figure, (spent, tokens) in one_pass(texts).items():
            before = sums.get(figure, (0, 0))
            sums[figure] = before[0] + spent, tokens
        passes += 1
    for figure, (spent, tokens) in sums.items():
        print(figure, f"{spent / passes:.6f}", tokens)
