package org.ranklens.pet.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import org.ranklens.RefusedException;

/** A frame's bytes out of the file, and its stored values out of the bytes. */
final class FrameReader {

  private FrameReader() {}

  static int[] read(DicomFile file, int frame) throws IOException {
    if (file.syntax().codec() == TransferSyntax.Codec.NONE) {
      throw unsupported(file);
    }
    if (!file.hasPixels()) {
      throw file.dataSet().missing(Tag.PIXEL_DATA);
    }
    PixelFormat format = PixelFormat.of(file.dataSet());
    requireFragments(file);
    if (frame < 0 || frame >= file.frames()) {
      throw new IllegalArgumentException("frame " + frame + " of " + file.frames());
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file.path())) {
      ByteWindow bytes = new ByteWindow(channel);
      if (file.syntax() == TransferSyntax.DEFLATED) {
        bytes.seek(DicomParser.dataSetOffset(file.path(), bytes));
        bytes = Inflater.inflate(file.path(), bytes);
      }
      return file.pixels().encapsulated()
          ? decode(file, format, Fragments.frame(file, bytes, frame))
          : NativePixels.read(file, format, bytes, frame);
    } catch (EOFException e) {
      throw new IOException(
          "%s: the file is truncated: %s at offset %s: %s."
              .formatted(
                  file.path(),
                  Tag.PIXEL_DATA.label(),
                  file.pixels().whole().offset(),
                  e.getMessage()),
          e);
    }
  }

  /** A stretch of plain bytes under the name of a compression: no telling which of both is true. */
  private static void requireFragments(DicomFile file) throws RefusedException {
    if (file.syntax().codec() != TransferSyntax.Codec.NATIVE && !file.pixels().encapsulated()) {
      throw new RefusedException(
          "the pixels lie there plainly, but the file says they are " + file.syntax().words(),
          file.path().toString(),
          Tag.TRANSFER_SYNTAX_UID.label() + " " + file.transferSyntax(),
          "export the series again");
    }
  }

  private static int[] decode(DicomFile file, PixelFormat format, byte[] data) throws IOException {
    TransferSyntax syntax = file.syntax();
    try {
      return switch (syntax.codec()) {
        case NATIVE -> NativePixels.unpack(format, data, true);
        case RLE -> RleDecoder.decode(format, data);
        case JPEG_LOSSLESS -> align(format, LosslessJpegDecoder.decode(data, format.samples()));
        case JPEG_2000 -> align(format, Jpeg2000Decoder.decode(data, format));
        case JPEG_BASELINE -> align(format, BaselineJpegDecoder.decode(data, format));
        case JPEG_LS -> align(format, JpegLsDecoder.decode(data, format.samples()));
        case JPEG_EXTENDED -> align(format, ExtendedJpegDecoder.decode(data, format.samples()));
        case NONE -> throw unsupported(file);
      };
    } catch (RefusedException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "%s: the %s pixels at offset %s are damaged: %s."
              .formatted(
                  file.path(), syntax.words(), file.pixels().whole().offset(), e.getMessage()),
          e);
    }
  }

  private static int[] align(PixelFormat format, int[] samples) throws IOException {
    if (samples.length != format.samples()) {
      throw new IOException(
          "they hold " + samples.length + " samples instead of " + format.samples());
    }
    for (int i = 0; i < samples.length; i++) {
      samples[i] = format.alignedValue(samples[i]);
    }
    return samples;
  }

  private static RefusedException unsupported(DicomFile file) {
    return new RefusedException(
        "the pixels are stored as " + file.syntax().words() + ", which no reader here can decode",
        file.path().toString(),
        Tag.TRANSFER_SYNTAX_UID.label() + " " + file.transferSyntax(),
        "export the series uncompressed, or convert it (gdcmconv --raw, dcmdjpeg)");
  }
}
