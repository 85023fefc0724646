package org.ranklens.ihc.slide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * How fast level 0 of a JPEG slide is read, beside OpenCV decoding the same tiles from memory.
 *
 * <p>A round reads every tile once; the two are measured in turn, and the best round of each counts,
 * for other work on the machine only ever makes a round slower.
 */
final class ReadingBenchmark {

  private static final int ROUNDS = 40;

  private ReadingBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    try (Slide slide = Slides.open(file, SlideOptions.defaults());
        TiffFile tiff = TiffFile.open(file)) {
      TiffImage image = TiffPyramid.of(tiff).images().get(0);
      List<byte[]> streams = new ArrayList<>();
      List<Region> regions = new ArrayList<>();
      for (int tile = 0; tile < image.offsets().count(); tile++) {
        long at = image.offsets().at(tile);
        byte[] bytes = tiff.read(at, (int) image.byteCounts().at(tile)).array();
        streams.add(JpegTile.complete(image, bytes));
        int x = tile % image.tilesAcross() * image.tileWidth();
        int y = tile / image.tilesAcross() * image.tileHeight();
        int width = Math.min(image.tileWidth(), image.width() - x);
        regions.add(new Region(0, x, y, width, Math.min(image.tileHeight(), image.height() - y)));
      }
      double megapixels = (double) image.width() * image.height() / 1e6;
      for (int threads : new int[] {1, 2}) {
        double decoding = Double.MAX_VALUE;
        double reading = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
          decoding = Math.min(decoding, seconds(threads, streams, ReadingBenchmark::decode));
          reading = Math.min(reading, seconds(threads, regions, slide::read));
        }
        System.out.printf(
            Locale.ROOT,
            "%s, %d thread(s): decoding %.0f MP/s, reading %.0f MP/s, ratio %.2f%n",
            file.getFileName(),
            threads,
            megapixels / decoding,
            megapixels / reading,
            decoding / reading);
      }
    }
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

  private static <T> double seconds(int threads, List<T> things, Work<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Void>> futures = new ArrayList<>();
    long begun = System.nanoTime();
    for (int thread = 0; thread < threads; thread++) {
      int first = thread;
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
