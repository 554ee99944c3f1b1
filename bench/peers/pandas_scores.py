"""The task in pandas. Usage: python3 pandas_peer.py TASK FILE RULES"""

import json
import sys

import numpy as np
import pandas as pd

TASK, FILE, RULES = sys.argv[1:4]


def read(rules):
    """Codes by item; NaN where an answer was left out."""
    ids = [item["id"] for item in rules["items"]]
    if not rules["asLabels"]:
        frame = pd.read_csv(FILE, usecols=ids, dtype="float32", engine="c", na_filter=True)
        return {name: frame[name].to_numpy() for name in ids}
    kind = pd.CategoricalDtype(rules["labels"], ordered=True)
    frame = pd.read_csv(FILE, usecols=ids, dtype=kind, engine="c", keep_default_na=False, na_values=[""])
    codes = {name: frame[name].cat.codes.to_numpy().astype("float32") + 1 for name in ids}
    return {name: np.where(values == 0, np.float32("nan"), values) for name, values in codes.items()}


def set_of(matrix):
    complete = matrix[~np.isnan(matrix).any(axis=1)].astype("float64")
    return {"n": len(complete), "covariances": np.cov(complete, rowvar=False).tolist()}


def main():
    with open(RULES, encoding="utf-8") as file:
        rules = json.load(file)
    answers = read(rules)
    rows = len(answers[rules["outcome"]])
    counts = {name: [int((values == code + 1).sum()) for code in range(len(rules["labels"]))] for name, values in answers.items()}
    dimensions, sets, scores = {}, {}, []
    for dimension in rules["dimensions"]:
        columns = [6 - answers[name] if name in dimension["reverse"] else answers[name] for name in dimension["items"]]
        matrix = np.column_stack(columns)
        given = (~np.isnan(matrix)).sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = np.where(given >= dimension["minAnswered"], np.nansum(matrix, axis=1, dtype="float64") / given, np.nan)
        scores.append(mean)
        known = mean[~np.isnan(mean)]
        dimensions[dimension["id"]] = {"n": len(known), "mean": known.mean(), "variance": known.var(ddof=1)}
        if TASK == "full":
            sets[dimension["id"]] = set_of(matrix)
    result = {"rows": rows, "items": counts, "dimensions": dimensions}
    if TASK == "full":
        result["sets"] = sets
        result["drivers"] = set_of(np.column_stack([*scores, answers[rules["outcome"]]]))
    print(json.dumps(result))


main()
