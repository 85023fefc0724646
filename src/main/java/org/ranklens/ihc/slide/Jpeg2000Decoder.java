package org.ranklens.ihc.slide;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;
import java.awt.Point;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.BitstreamReaderAgent;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.entropy.decoder.EntropyDecoder;
import jj2000.j2k.image.DataBlkInt;
import jj2000.j2k.image.ImgDataConverter;
import jj2000.j2k.image.invcomptransf.InvCompTransf;
import jj2000.j2k.roi.ROIDeScaler;
import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.util.ISRandomAccessIO;
import jj2000.j2k.util.MsgLogger;
import jj2000.j2k.wavelet.synthesis.InverseWT;
import org.ranklens.Jpeg2000Deadline;

/**
 * A JPEG 2000 codestream decoded by JJ2000's own chain: jai-imageio's reader around it fails where
 * colours have fewer pixels than brightness, as Aperio writes them, and where samples have 16 bits.
 */
final class Jpeg2000Decoder {

  private final InvCompTransf chain;
  private final RgbImage picture;

  private Jpeg2000Decoder(InvCompTransf chain, RgbImage picture) {
    this.chain = chain;
    this.picture = picture;
  }

  /**
   * Decodes a stream; its three samples stay what they are, one stands for all three.
   *
   * @throws IOException where it is corrupt, as far as JJ2000 tells
   */
  static RgbImage decode(byte[] bytes, Jpeg2000Header header) throws IOException {
    return Jpeg2000Deadline.decode(() -> whole(bytes, header));
  }

  private static RgbImage whole(byte[] bytes, Jpeg2000Header header) throws IOException {
    Complaint complaint = new Complaint();
    Thread thread = Thread.currentThread();
    FacilityManager.registerMsgLogger(thread, complaint);
    try {
      RgbImage picture = RgbImage.blank(header.width(), header.height());
      new Jpeg2000Decoder(chain(bytes, header.streamAt()), picture).tiles();
      if (complaint.heard) {
        throw new IOException("its JPEG 2000 stream is corrupt");
      }
      return picture;
    } catch (EOFException e) {
      throw new IOException("its JPEG 2000 stream ends early", e);
    } catch (IOException | RuntimeException e) {
      if (e.getMessage() != null && e.getMessage().startsWith("its JPEG 2000 ")) {
        throw e;
      }
      // JJ2000 tells of damaged streams by all kinds of exceptions, and not always by words.
      throw new IOException("its JPEG 2000 stream is corrupt", e);
    } finally {
      FacilityManager.unregisterMsgLogger(thread);
    }
  }

  private static InvCompTransf chain(byte[] bytes, int at) throws IOException {
    int length = bytes.length - at;
    ISRandomAccessIO in =
        new ISRandomAccessIO(new ByteArrayInputStream(bytes, at, length), length, 1, length);
    J2KImageReadParamJava options = new J2KImageReadParamJava();
    HeaderInfo info = new HeaderInfo();
    HeaderDecoder header = new HeaderDecoder(in, options, info);
    DecoderSpecs specs = header.getDecoderSpecs();
    int[] depths = new int[header.getNumComps()];
    for (int i = 0; i < depths.length; i++) {
      depths[i] = header.getOriginalBitDepth(i);
      if (header.isOriginalSigned(i) || depths[i] > 16) {
        throw new IOException(
            "its JPEG 2000 stream has samples of %s bits%s"
                .formatted(depths[i], header.isOriginalSigned(i) ? " with a sign" : ""));
      }
    }
    BitstreamReaderAgent codes =
        BitstreamReaderAgent.createInstance(in, header, options, specs, false, info);
    EntropyDecoder entropy = header.createEntropyDecoder(codes, options);
    ROIDeScaler regions = header.createROIDeScaler(entropy, options, specs);
    InverseWT wavelets =
        InverseWT.createInstance(header.createDequantizer(regions, depths, specs), specs);
    wavelets.setImgResLevel(specs.dls.getMin());
    return new InvCompTransf(new ImgDataConverter(wavelets, 0), specs, depths);
  }

  private void tiles() {
    Point tiles = chain.getNumTiles(null);
    for (int y = 0; y < tiles.y; y++) {
      for (int x = 0; x < tiles.x; x++) {
        chain.setTile(x, y);
        for (int channel = 0; channel < 3; channel++) {
          int component = chain.getNumComps() < 3 ? 0 : channel;
          samples(component, channel);
        }
      }
    }
  }

  /** Puts the samples of a component's tile into a channel, each as often as it stands for. */
  private void samples(int component, int channel) {
    int index = chain.getTileIdx();
    int width = chain.getTileCompWidth(index, component);
    int height = chain.getTileCompHeight(index, component);
    DataBlkInt block = new DataBlkInt(0, 0, width, height);
    block = (DataBlkInt) chain.getInternCompData(block, component);
    int across = chain.getCompSubsX(component);
    int down = chain.getCompSubsY(component);
    int left = chain.getCompULX(component) * across - chain.getImgULX();
    int top = chain.getCompULY(component) * down - chain.getImgULY();
    byte[] row = new byte[width];
    for (int y = 0; y < height; y++) {
      row(block, y, component, row);
      for (int line = Math.max(0, top + y * down); line < top + (y + 1) * down; line++) {
        put(row, left, across, line, channel);
      }
    }
  }

  private void row(DataBlkInt block, int y, int component, byte[] to) {
    int depth = chain.getNomRangeBits(component);
    int fraction = chain.getFixedPoint(component);
    int most = (1 << depth) - 1;
    int at = block.offset + y * block.scanw;
    for (int x = 0; x < to.length; x++) {
      int value = (block.data[at + x] >> fraction) + (1 << (depth - 1));
      int within = Math.max(0, Math.min(most, value));
      to[x] = (byte) (depth > 8 ? within >> (depth - 8) : within << (8 - depth));
    }
  }

  private void put(byte[] row, int left, int across, int line, int channel) {
    if (line >= picture.height()) {
      return;
    }
    int end = Math.min(picture.width(), left + row.length * across);
    int to = 3 * line * picture.width() + channel;
    for (int x = Math.max(0, left); x < end; x++) {
      picture.rgb()[to + 3 * x] = row[(x - left) / across];
    }
  }

  /** Hears what JJ2000 would print: it goes on after most damage. */
  private static final class Complaint implements MsgLogger {

    /** Lists of lengths, places and comments that no pixel needs; the number of parts of a tile. */
    private static final List<String> HARMLESS =
        List.of(
            "PLT marker segment",
            "CRG marker segment",
            "COM marker registered",
            "does not indicate the total number of tile-parts");

    private boolean heard;

    @Override
    public void printmsg(int severity, String message) {
      boolean trouble = severity == MsgLogger.WARNING || severity == MsgLogger.ERROR;
      heard |= trouble && HARMLESS.stream().noneMatch(message::contains);
    }

    @Override
    public void println(String text, int indent, int hanging) {}

    @Override
    public void flush() {}
  }
}
