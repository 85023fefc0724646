#!/usr/bin/python3
"""Learns the network that looks at pictures of groups of nuclei (GroupView, PictureNet), from the scenes and tables of
src/accuracy/giants and the odds that giants.py left there. Needs numpy, scipy, LightGBM and TensorFlow (PyPI, `pip install tensorflow-cpu==2.21.0`).

usage: pictures.py learn FOLDER    the network of all fields (pictures.txt), and how well it does together with the trees on fields left out
       pictures.py check FOLDER    fails where Java sees something else in a picture (FIELD.seen.txt)

A picture is turned, mirrored, scaled, moved, recoloured, blurred and made grainy by chance while it is learned from. A field is
never judged by a network or by trees that saw it or another look of it, nor, if rendered, anything of its renderer; the
reference fields make two halves. One processor learns one network, in a fixed order: the same TensorFlow on the same kind
of processor learns the same numbers, whatever WORKERS is.
"""
import multiprocessing, os, sys
os.environ.update(TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1", OMP_NUM_THREADS="1")
import numpy as np
from giants import RENDERED, read, tell

HALF = {"separate_a", "tissue_a", "tissue_c", "grainy_a", "ihc"}   # the other reference fields make the other half
FOLDS = (*RENDERED, "half", "other half")

EDGE, SQUARE_UM, NOISE_OD = 58, 1.5, 0.1                # as GroupView and NucleusScene have them
MOST_CONTRAST, LEAST_OD, MOST_OD, HEMATOXYLIN_SCALE = 1.5, -0.2, 1.5, 5
LEAST_LOOKED_AT, LEAST_USUAL, MOST_USUAL, MOST_SEEN = -3, -4, 4, 6   # as GroupScore has them

EPOCHS, A_EPOCH, BATCH = 7, 12000, 64
MOST_APART = 0.05
CONVOLUTIONS = (4, 2, 12, True), (3, 1, 24, False), (3, 1, 32, True), (3, 1, 48, False)   # edge, step, planes, pooled
JOINED, HEAD, SEED = 32, ("joined", "odds"), 0
ADDED = 1.5                                             # to the network's odds, so half of it to the mean


class Picture:
    """Where the squares of a picture lie around its middle, micrometres."""

    def __init__(self):
        middle = (np.arange(EDGE) - (EDGE - 1) / 2) * SQUARE_UM
        x, y = (a.ravel() for a in np.meshgrid(middle, middle))
        self.disc = np.nonzero(x**2 + y**2 <= (EDGE / 2 * SQUARE_UM) ** 2)[0]
        self.x, self.y = x[self.disc].astype(np.float32), y[self.disc].astype(np.float32)


PICTURE = Picture()


def smoothed(plane):
    """As SquareFilter.thirds does it."""
    for axis in (0, 1):
        wide = np.pad(plane, [(1, 1) if i == axis else (0, 0) for i in (0, 1)])
        count = plane.shape[axis]
        plane = sum(w * np.take(wide, range(k, k + count), axis) for k, w in enumerate((1, 2, 1)))
    return plane


class Scene:
    """What GroupView sees of a field."""

    def __init__(self, field):
        data = open(field.path + ".scene", "rb").read()
        self.width, self.height = (int(v) for v in np.frombuffer(data, ">i4", 2))
        self.micron = float(np.frombuffer(data, ">f8", 1, 12)[0])
        nucleus = np.dtype([("shape", ">f8", 6), ("od", ">f8"), ("cell", ">i8"), ("sums", ">f8", 2)])
        count = int(np.frombuffer(data, ">i4", 1, 20)[0])
        nuclei = np.frombuffer(data, nucleus, count, 24)
        square = np.dtype([("label", ">i4"), ("cytoplasm", ">f4"), ("dab", ">f4"), ("hematoxylin", ">f4")])
        squares = np.frombuffer(data, square, self.width * self.height, 24 + count * nucleus.itemsize)
        squares = squares.reshape(self.height, self.width)
        share = smoothed(squares["cytoplasm"].astype(np.float32))
        planes = (smoothed(squares[name].astype(np.float32)) / np.maximum(share, 1e-9) * (share > 0) for name in ("dab", "hematoxylin"))
        self.dab, self.hematoxylin = (p.ravel().astype(np.float16) for p in planes)
        self.labels, self.count = squares["label"].astype(np.int32).ravel(), count
        self.members = field.members
        places = nuclei["shape"][:, 1:3]
        self.middle = np.array([places[m].mean(0) for m in field.members]).reshape(-1, 2)
        self.level = np.maximum(0, [np.sort(field.od[m])[len(m) // 2] for m in field.members])

    def picture(self, group, angle=0.0, mirror=1, scale=1.0, moved=(0, 0), gain=(1.0, 1.0), more=0.0):
        cos, sin = np.cos(angle) * scale / self.micron, np.sin(angle) * scale / self.micron
        x = self.middle[group, 0] + moved[0] + cos * PICTURE.x * mirror - sin * PICTURE.y - 0.5
        y = self.middle[group, 1] + moved[1] + sin * PICTURE.x * mirror + cos * PICTURE.y - 0.5
        left, top = np.floor(x).astype(int), np.floor(y).astype(int)
        slide = (left >= 0) & (top >= 0) & (left < self.width - 1) & (top < self.height - 1)
        right, lower = x - left, y - top
        at = np.where(slide, top * self.width + left, 0)
        own = np.zeros(self.count + 1, np.float32)
        own[self.members[group] + 1] = 1
        others = 1 - own
        others[0] = 0
        sums = np.zeros((4, len(at)), np.float32)
        for share, place in (((1 - right) * (1 - lower), at), (right * (1 - lower), at + 1),
                             ((1 - right) * lower, at + self.width), (right * lower, at + self.width + 1)):
            label = self.labels[place]
            sums += share * slide * np.stack([self.dab[place], self.hematoxylin[place], own[label], others[label]])
        dab, hematoxylin, own, others = sums
        cytoplasm = np.maximum(0, slide - own - others)
        mean = (cytoplasm * hematoxylin).sum() / max(1, cytoplasm.sum())
        dab, level = dab * gain[0] + more, max(0, self.level[group] * gain[0] + more)
        out = np.zeros((EDGE * EDGE, 6), np.float32)
        out[PICTURE.disc] = np.stack([
            np.clip((dab - level) / (NOISE_OD + level), -MOST_CONTRAST, MOST_CONTRAST) * cytoplasm,
            np.clip(dab, LEAST_OD, MOST_OD) * cytoplasm,
            np.clip((hematoxylin - mean) * gain[1] * HEMATOXYLIN_SCALE, -MOST_CONTRAST, MOST_CONTRAST) * cytoplasm,
            own, others, slide], 1)
        return out.reshape(EDGE, EDGE, 6)


def network(tf):
    """Tells the odds, and, to learn more from what the trees get wrong, what has to be added to the trees' odds."""
    layers = tf.keras.layers
    picture = x = tf.keras.Input((EDGE, EDGE, 6))
    for edge, step, planes, pooled in CONVOLUTIONS:
        x = layers.Conv2D(planes, edge, strides=step, activation="relu", kernel_initializer="he_normal")(x)
        x = layers.MaxPool2D()(x) if pooled else x
    x = layers.Concatenate()([layers.GlobalAveragePooling2D()(x), layers.GlobalMaxPooling2D()(x)])
    x = layers.Dropout(0.3)(x)
    heads = []
    for start, names in (("glorot_uniform", HEAD), ("zeros", (None, None))):
        joined = layers.Dense(JOINED, activation="relu", name=names[0])(x)
        heads.append(layers.Dense(1, kernel_initializer=start, name=names[1])(layers.Dropout(0.2)(joined)))
    return tf.keras.Model(picture, heads)


def shares(fields):
    """By what chance an epoch holds a group, and what it then weighs: those that the trees leave in doubt come more often."""
    y, w, odds = (np.concatenate([getattr(f, part) for f in fields]) for part in ("y", "w", "odds"))
    doubt = np.where(y > 0, 1, 1 / (1 + np.exp(-odds - 1.5)) + 0.03) * np.sqrt(w)
    low, high = 0.0, 1e6
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if np.minimum(1, doubt * middle).sum() < A_EPOCH else (low, middle)
    share = np.minimum(1, doubt * low)
    weight = np.minimum(w / share, np.quantile(w / share, 0.995))
    return y, share, weight * share.sum() / (weight * share).sum()


def learned(fields, seed):
    import tensorflow as tf
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    tf.config.experimental.enable_op_determinism()
    tf.keras.utils.set_random_seed(seed)
    chance = np.random.default_rng(seed)
    y, share, weight = shares(fields)
    trees = np.concatenate([f.odds for f in fields])
    groups = [(f.scene, i) for f in fields for i in range(len(f.y))]
    model = network(tf)
    rate = tf.keras.optimizers.schedules.CosineDecay(2e-3, int(share.sum() // BATCH) * EPOCHS)
    optimizer = tf.keras.optimizers.AdamW(rate, weight_decay=3e-3, clipnorm=1.0)
    third = np.outer((1, 2, 1), (1, 2, 1)) / 16
    blur = tf.constant(np.repeat(third[:, :, None, None], 3, 2), tf.float32)

    @tf.function(reduce_retracing=True)
    def step(pictures, y, trees, weight, noise, blurred):
        stains, rest = pictures[..., :3], pictures[..., 3:]
        stains += blurred * (tf.nn.depthwise_conv2d(stains, blur, [1, 1, 1, 1], "SAME") - stains)
        stains += tf.random.normal(tf.shape(stains)) * noise
        with tf.GradientTape() as tape:
            odds, more = model(tf.concat([stains, rest], -1), training=True)
            wrong = sum(tf.nn.sigmoid_cross_entropy_with_logits(y, told) for told in (odds[:, 0], trees + more[:, 0]))
            loss = tf.reduce_mean(weight * wrong)
        optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))

    for _ in range(EPOCHS):
        epoch = np.nonzero(chance.random(len(y)) < share)[0]
        chance.shuffle(epoch)
        for first in range(0, len(epoch) - BATCH + 1, BATCH):
            some = epoch[first:first + BATCH]
            pictures = np.stack([changed(*groups[i], chance) for i in some])
            step(pictures, *(part[some].astype(np.float32) for part in (y, trees, weight)),
                 np.float32(0.15 * chance.random()), np.float32(chance.random() < 0.4))
    return model


def changed(scene, group, chance):
    return scene.picture(
        group, angle=2 * np.pi * chance.random(), mirror=chance.choice((-1, 1)), scale=np.exp(0.12 * chance.normal()),
        moved=1.5 * chance.normal(size=2), gain=np.exp(chance.normal(size=2) * (0.25, 0.2)), more=0.02 * chance.normal())


def seen(field, model, some):
    parts = [some[first:first + BATCH] for first in range(0, len(some), BATCH)]
    return np.concatenate([np.zeros(0), *(model(np.stack([field.scene.picture(i) for i in part]), training=False)[0][:, 0].numpy() for part in parts)])


def both(field, model):
    """As GroupScore has it, for each number that is added to the network's odds."""
    asked = np.nonzero((field.odds >= LEAST_LOOKED_AT) & (field.usual_odds >= LEAST_USUAL) & (field.usual_odds <= MOST_USUAL))[0]
    told = seen(field, model, asked)
    scores = {}
    for added in (ADDED, ADDED - 0.5, ADDED + 0.5):
        scores[added] = field.odds.copy()
        scores[added][asked] = (field.odds[asked] + np.clip(told + added, -MOST_SEEN, MOST_SEEN)) / 2
    return scores


def write(model, path):
    """The form is told in PictureNet."""
    with open(path, "w") as out:
        out.write("# pictures of groups of nuclei of giant cells\n# learned by src/accuracy/giants; the form is told in PictureNet\n"
                  f"picture {EDGE} 6\n")

        def rows(layer, added=0.0):
            weights, base = layer.get_weights()
            for plane in range(len(base)):
                out.write(" ".join(f"{v:.4g}" for v in (base[plane] + added, *weights[..., plane].ravel())) + "\n")

        layers = [layer for layer in model.layers if len(layer.get_weights()) and layer.get_weights()[0].ndim == 4]
        for (edge, step, planes, pooled), layer in zip(CONVOLUTIONS, layers):
            out.write(f"convolve {edge} {step} {planes}\n")
            rows(layer)
            out.write("pool\n" if pooled else "")
        out.write(f"gather\njoin {JOINED}\n")
        joined, last = (layer for layer in model.layers if layer.name in HEAD)
        rows(joined)
        out.write("join 1\n")
        rows(last, ADDED)


def fold(field):
    return field.kind if field.kind in RENDERED else FOLDS[-2] if field.family in HALF else FOLDS[-1]


def fields_of(folder):
    fields = read("groups", folder)
    for field in fields:
        field.odds, field.usual_odds = np.fromstring(open(field.path + ".odds.txt").read(), sep=" ").reshape(-1, 2).T
        field.scene = Scene(field)
    return fields


def job(what):
    """Learns from all fields but those of a fold, or from all."""
    folder, left_out = what
    fields = fields_of(folder)
    model = learned([f for f in fields if fold(f) != left_out], SEED + FOLDS.index(left_out) if left_out else SEED + len(FOLDS))
    if not left_out:
        write(model, os.path.join(folder, "pictures.txt"))
        for field in fields:
            np.save(field.path + ".seen.npy", seen(field, model, np.arange(len(field.y))) + ADDED)
    return {f.name: both(f, model) for f in fields if fold(f) == left_out}


def learn(folder):
    told = {}
    with multiprocessing.get_context("spawn").Pool(int(os.environ.get("WORKERS", 2)), maxtasksperchild=1) as pool:
        for scores in pool.imap(job, [(folder, left_out) for left_out in (None, *FOLDS)], chunksize=1):
            told.update(scores)
    fields = read("groups", folder)
    for added in (ADDED, ADDED - 0.5, ADDED + 0.5):
        print(f"{added} added to the network's odds, and")
        for field in fields:
            field.score = told[field.name][added]
        tell(fields, 0)


def check(folder):
    """Numbers of four digits, planes of half precision and another order of sums make some difference."""
    worst, name = max((np.abs(np.load(f.path + ".seen.npy") - np.loadtxt(f.path + ".seen.txt", ndmin=1)).max(initial=0), f.name)
                      for f in read("groups", folder))
    print(f"Java and TensorFlow differ by {worst:.3f} at most, on {name}")
    if not worst < MOST_APART:
        sys.exit(1)


if __name__ == "__main__":
    {"learn": learn, "check": check}[sys.argv[1]](sys.argv[2])
