"""Learns scores that LearnedScore reads. Needs LightGBM (PyPI, `pip install lightgbm==4.7.0`) and numpy."""

import lightgbm
import numpy as np


class Trees:
    """Gradient boosting of small trees, by default on the logistic loss, by LightGBM; the same trees every time."""

    def __init__(self, trees, depth, least, shrink=2.0, columns=0.5, rows=1.0, bins=32, **other):
        self.trees = trees
        self.settings = dict(
            objective="binary", learning_rate=0.1, max_depth=depth, num_leaves=2**depth, lambda_l2=shrink,
            min_sum_hessian_in_leaf=least, min_data_in_leaf=1, feature_fraction=columns,
            bagging_fraction=rows, bagging_freq=int(rows < 1), max_bin=bins, seed=0, num_threads=1, deterministic=True, verbose=-1)
        self.settings.update(other)

    def fit(self, x, y, w):
        self.model = lightgbm.train(self.settings, lightgbm.Dataset(x, y, weight=w, params=self.settings), self.trees)
        return self

    def predict(self, x):
        return self.model.predict(x, raw_score=True)

    def lines(self, names, share):
        out = []

        def go(node):
            if "leaf_value" in node:
                out.append(f"add {share * node['leaf_value']:.4f}")
            else:
                out.append(f"if {names[node['split_feature']]} {node['threshold']:.5g}")
                go(node["left_child"])
                go(node["right_child"])

        for tree in self.model.dump_model()["tree_info"]:
            go(tree["tree_structure"])
        return 0.0, out


class Slopes:
    """Logistic regression with a ridge; values held between their 1st and 99th percentile."""

    def __init__(self, ridge=3.0):
        self.ridge = ridge

    def fit(self, x, y, w):
        self.low, self.high = np.quantile(x, [0.01, 0.99], 0)
        z = np.clip(x, self.low, self.high)
        mean, spread = z.mean(0), z.std(0) + 1e-9
        z = np.c_[np.ones(len(z)), (z - mean) / spread]
        ridge = np.eye(z.shape[1]) * self.ridge
        ridge[0, 0] = 1e-6
        b = np.zeros(z.shape[1])
        for _ in range(40):
            p = 1 / (1 + np.exp(-z @ b))
            hessian = (z * (w * p * (1 - p))[:, None]).T @ z + ridge
            step = np.linalg.solve(hessian, z.T @ (w * (p - y)) + ridge @ b)
            b -= step * min(1, 3 / np.abs(step).max())
        self.slope = b[1:] / spread
        self.base = float(b[0] - (self.slope * mean).sum())
        return self

    def predict(self, x):
        return self.base + np.clip(x, self.low, self.high) @ self.slope

    def lines(self, names, share):
        rows = zip(names, share * self.slope, self.low, self.high)
        return share * self.base, [f"slope {n} {s:.6g} {a:.4g} {b:.4g}" for n, s, a, b in rows]


class Both:
    """The mean of both."""

    def __init__(self):
        self.parts = [Slopes(), Trees(300, 3, 1.0)]

    def fit(self, x, y, w):
        for part in self.parts:
            part.fit(x, y, w)
        return self

    def predict(self, x):
        return sum(part.predict(x) for part in self.parts) / 2

    def lines(self, names, share):
        base, lines = zip(*(part.lines(names, share / 2) for part in self.parts))
        return sum(base), sum(lines, [])


def write(model, names, path, note, command, caution=0.0):
    base, lines = model.lines(names, 1.0)
    base -= caution
    with open(path, "w") as out:
        out.write(f"# {note}\n# learned by src/accuracy/{command}; the form is told in LearnedScore\nbase {base:.4f}\n")
        out.write("\n".join(lines) + "\n")
