"""scikit-learn's TF-IDF cosines of queries against candidates: JSON in ({"queries": [], "candidates": []}), JSON out."""
import json
import sys

try:
    from sklearn import __version__
    from sklearn.feature_extraction.text import TfidfVectorizer
except ImportError:
    print(json.dumps(None))
    sys.exit(0)

data = json.load(sys.stdin)
kinds = {
    "words": {},
    "characters 3-5": {"analyzer": "char", "ngram_range": (3, 5)},
    "characters 3-5 in words": {"analyzer": "char_wb", "ngram_range": (3, 5)},
}
out = {}
for name, options in kinds.items():
    matrix = TfidfVectorizer(**options).fit_transform(data["candidates"] + data["queries"])
    n = len(data["candidates"])
    out[name] = (matrix[n:] @ matrix[:n].T).toarray().round(9).tolist()
print(json.dumps({"version": __version__, "scores": out}))
