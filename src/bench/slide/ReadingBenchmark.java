package org.ranklens.ihc.slide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.ranklens.plugin.PluginFolders;
import org.ranklens.plugin.PluginLibrary;

/**
 * How fast level 0 of a JPEG slide is read, beside OpenCV decoding the same tiles from memory.
 *
 * <p>A round decodes and reads each tile once, the one after the other; the best time of each tile
 * counts, for other work on the machine only ever makes it longer. With several threads whole
 * rounds are timed, and the best counts. Each thread reads into memory of its own, as the workers
 * of the analysis do; OpenCV's allocator gives its pictures the same memory again by itself.
 */
final class ReadingBenchmark {

  private static final int ROUNDS = 25;
  private static final int SLOW_ROUNDS = 3;

  private final String name;
  private final double megapixels;
  private final List<byte[]> streams = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();

  private ReadingBenchmark(Path file) throws Exception {
    name = file.getFileName().toString();
    try (TiffFile tiff = TiffFile.open(file)) {
      TiffImage image = TiffPyramid.of(tiff).image(0);
      megapixels = (double) image.width() * image.height() / 1e6;
      for (int tile = 0; tile < image.tilesAcross() * image.tilesDown(); tile++) {
        TileTable tiles = image.tiles();
        byte[] bytes = tiff.read(tiles.offset(tile), (int) tiles.length(tile)).array();
        streams.add(JpegTile.complete(image, bytes));
        int x = tile % image.tilesAcross() * image.tileWidth();
        int y = tile / image.tilesAcross() * image.tileHeight();
        regions.add(new Region(0, x, y, image.shownWidth(tile), image.shownRows(tile)));
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    try (Slide slide = Slides.open(file, SlideOptions.defaults())) {
      ReadingBenchmark benchmark = new ReadingBenchmark(file);
      benchmark.tileByTile(slide);
      benchmark.rounds(slide, 1);
      benchmark.rounds(slide, 2);
      benchmark.bioFormats(file);
    }
  }

  private void tileByTile(Slide slide) throws Exception {
    double[] decoding = new double[streams.size()];
    double[] reading = new double[streams.size()];
    byte[] room = room();
    Arrays.fill(decoding, Double.MAX_VALUE);
    Arrays.fill(reading, Double.MAX_VALUE);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < decoding.length; i++) {
        long begun = System.nanoTime();
        decode(streams.get(i));
        long decoded = System.nanoTime();
        slide.read(regions.get(i), room);
        decoding[i] = Math.min(decoding[i], (decoded - begun) / 1e9);
        reading[i] = Math.min(reading[i], (System.nanoTime() - decoded) / 1e9);
      }
    }
    print("1 thread, best of each tile", Arrays.stream(decoding).sum(), sum(reading));
  }

  /** Returns memory for the largest tile. */
  private byte[] room() {
    return new byte
        [regions.stream()
            .mapToInt(region -> RgbImage.bytes(region.width(), region.height()))
            .max()
            .orElseThrow()];
  }

  private static double sum(double[] seconds) {
    return Arrays.stream(seconds).sum();
  }

  private void rounds(Slide slide, int threads) throws Exception {
    double decoding = Double.MAX_VALUE;
    double reading = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      decoding = Math.min(decoding, seconds(threads, streams, () -> ReadingBenchmark::decode));
      reading = Math.min(reading, seconds(threads, regions, () -> into(slide, room())));
    }
    print(threads + " thread(s), best round", decoding, reading);
  }

  private static Work<Region> into(Slide slide, byte[] room) {
    return region -> slide.read(region, room);
  }

  private void bioFormats(Path file) throws Exception {
    PluginFolders plugins = PluginFolders.of(Path.of(System.getProperty("ranklens.plugins")));
    if (plugins.find(PluginLibrary.BIOFORMATS).isEmpty()) {
      System.out.println("Bio-Formats is not here: ./ranklens readers --install bioformats");
      return;
    }
    SlideOptions options =
        new SlideOptions(ReaderChoice.BIOFORMATS, OptionalDouble.empty(), plugins);
    try (Slide slide = Slides.open(file, options)) {
      double reading = Double.MAX_VALUE;
      for (int round = 0; round < SLOW_ROUNDS; round++) {
        reading = Math.min(reading, seconds(1, regions, () -> slide::read));
      }
      System.out.printf(
          Locale.ROOT, "%s, Bio-Formats, 1 thread: %.0f MP/s%n", name, megapixels / reading);
    }
  }

  private void print(String how, double decoding, double reading) {
    System.out.printf(
        Locale.ROOT,
        "%s, %s: decoding %.0f MP/s, reading %.0f MP/s, ratio %.2f%n",
        name,
        how,
        megapixels / decoding,
        megapixels / reading,
        decoding / reading);
  }

  private static Object decode(byte[] stream) {
    MatOfByte input = new MatOfByte(stream);
    Mat picture = Imgcodecs.imdecode(input, Imgcodecs.IMREAD_COLOR_RGB);
    input.release();
    picture.release();
    return picture;
  }

  /** Work on one thing of a list. */
  private interface Work<T> {
    Object of(T thing) throws Exception;
  }

  private static <T> double seconds(int threads, List<T> things, Supplier<Work<T>> works)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Void>> futures = new ArrayList<>();
    long begun = System.nanoTime();
    for (int thread = 0; thread < threads; thread++) {
      int first = thread;
      Work<T> work = works.get();
      Callable<Void> share =
          () -> {
            for (int i = first; i < things.size(); i += threads) {
              work.of(things.get(i));
            }
            return null;
          };
      futures.add(pool.submit(share));
    }
    for (Future<Void> future : futures) {
      future.get();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    pool.shutdown();
    return seconds;
  }
}
