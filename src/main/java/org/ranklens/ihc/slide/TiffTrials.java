package org.ranklens.ihc.slide;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ranklens.NativeOpenCv;

/** The tiles of a scanner's TIFF that Bio-Formats reads, as far as our decoders know them. */
final class TiffTrials implements Closeable {

  /** A strip of a whole level is walked over in memory. */
  private static final long MOST_STRIP_BYTES = 16L << 20;

  private final TiffFile file;
  private final Map<List<Integer>, StoredTiles> bySize = new HashMap<>();

  private TiffTrials(TiffFile file) {
    this.file = file;
  }

  static TiffTrials of(Path path) throws IOException {
    NativeOpenCv.load();
    TiffFile file = TiffFile.open(path);
    try {
      TiffTrials trials = new TiffTrials(file);
      trials.find();
      return trials;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Returns the tiles of a level; empty where nothing can be told of them. */
  Optional<StoredTiles> tiles(Level level) {
    return Optional.ofNullable(bySize.get(List.of(level.width(), level.height())));
  }

  private void find() throws IOException {
    Set<List<Integer>> ambiguous = new HashSet<>();
    for (TiffDirectory directory : file.directories()) {
      Optional<TiffImage> image = image(directory);
      if (image.isPresent()) {
        TiffImage tiles = image.get();
        List<Integer> size = List.of(tiles.width(), tiles.height());
        StoredTiles stored =
            new StoredTiles(
                tiles.width(),
                tiles.height(),
                tiles.tileWidth(),
                tiles.tileHeight(),
                (tile, memory) -> decode(tiles, tile, memory));
        if (bySize.put(size, stored) != null) {
          // Areas or focal planes of the same size: no telling which is shown.
          ambiguous.add(size);
        }
      }
    }
    bySize.keySet().removeAll(ambiguous);
  }

  private Optional<TiffImage> image(TiffDirectory directory) {
    try {
      TiffImage image = TiffImage.of(file, directory);
      boolean known =
          image.compression() == TileDecoder.JPEG
              && !image.planar()
              && TileDecoder.unsupported(image).isEmpty();
      boolean small = image.tiles().count() > 1 || image.tiles().length(0) <= MOST_STRIP_BYTES;
      return known && small ? Optional.of(image) : Optional.empty();
    } catch (IOException e) {
      // Such as a strip of a whole slide: Bio-Formats reads what we can't.
      return Optional.empty();
    }
  }

  private void decode(TiffImage image, int tile, JpegMemory memory) throws IOException {
    if (image.tiles().missing(tile, false)) {
      return;
    }
    byte[] bytes = image.tiles().bytes(file, tile, image.mirrored()).takeAll();
    if (image.strips()) {
      byte[] stream = JpegTile.complete(image, bytes);
      JpegScan.check(stream, JpegHeader.of(stream, image.jpegTables()));
    } else {
      TileDecoder.decode(image, tile, bytes, memory);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
