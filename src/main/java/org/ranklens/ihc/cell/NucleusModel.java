package org.ranklens.ihc.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.ranklens.NativeOpenCv;
import org.ranklens.RefusedException;

/**
 * A learned detector of nuclei in ONNX form, run by OpenCV on one thread per network: it takes a
 * square of RGB and gives probabilities of nucleus (and boundary), or of a nucleus' centre with the
 * distances to its outline (Schmidt U et al. Cell detection with star-convex polygons. MICCAI 2018,
 * LNCS 11071:265-273).
 */
public final class NucleusModel {

  /** Edge of what the network sees at once, in its pixels. */
  static final int EDGE = 256;

  private static final int MOST_PROBABILITY_CHANNELS = 3;
  private static final int LEAST_RAYS = 8;
  private static final double ROUNDING = 1e-3;

  private final NucleusModelSettings settings;
  private final byte[] onnx;
  private final Queue<Net> idle = new ConcurrentLinkedQueue<>();

  private NucleusModel(NucleusModelSettings settings, byte[] onnx) {
    this.settings = settings;
    this.onnx = onnx;
  }

  /**
   * Reads a model and tries it.
   *
   * @throws RefusedException where there is none, it can't be run, or it gives something else
   */
  public static NucleusModel load(NucleusModelSettings settings) throws IOException {
    Path file = Path.of(settings.file());
    if (!Files.isRegularFile(file)) {
      throw refused(settings, "is not there: no such file", "give the model's file in ONNX form");
    }
    NativeOpenCv.load();
    NucleusModel model = new NucleusModel(settings, Files.readAllBytes(file));
    byte[] trial = new byte[3 * EDGE * EDGE];
    for (int i = 0; i < trial.length; i++) {
      boolean nucleus = i / 3 % 32 < 12 && i / (96 * EDGE) % 2 == 0;
      trial[i] = (byte) (nucleus ? 110 : 230);
    }
    model.check(model.run(trial));
    return model;
  }

  NucleusModelSettings settings() {
    return settings;
  }

  /** Returns what the network says of a square of RGB. */
  ModelOutput run(byte[] rgb) throws RefusedException {
    Net free = idle.poll();
    Mat image = new Mat(EDGE, EDGE, CvType.CV_8UC3);
    Mat blob = new Mat();
    Mat out = new Mat();
    try {
      Net net = free == null ? open() : free;
      image.put(0, 0, rgb);
      blob = Dnn.blobFromImage(image, 1 / 255.0);
      net.setInput(blob);
      out = net.forward();
      ModelOutput output = output(out);
      idle.add(net);
      return output;
    } catch (CvException e) {
      throw refused(
          settings,
          "can't be run by OpenCV on 1 x 3 x " + EDGE + " x " + EDGE,
          "export it with a free or this input size, see docs/nucleus-models.md");
    } finally {
      image.release();
      blob.release();
      out.release();
    }
  }

  private Net open() throws RefusedException {
    MatOfByte bytes = new MatOfByte(onnx);
    try {
      Net net = Dnn.readNetFromONNX(bytes);
      net.setPreferableBackend(Dnn.DNN_BACKEND_OPENCV);
      net.setPreferableTarget(Dnn.DNN_TARGET_CPU);
      return net;
    } catch (CvException e) {
      throw refused(
          settings, "is no ONNX model that OpenCV can read", "see docs/nucleus-models.md");
    } finally {
      bytes.release();
    }
  }

  private ModelOutput output(Mat out) throws RefusedException {
    boolean image =
        out.dims() == 4
            && out.depth() == CvType.CV_32F
            && out.size(0) == 1
            && out.size(2) == out.size(3)
            && out.size(2) > 0
            && EDGE % out.size(2) == 0;
    int channels = out.dims() == 4 ? out.size(1) : 0;
    boolean known =
        (channels >= 1 && channels <= MOST_PROBABILITY_CHANNELS) || channels > LEAST_RAYS;
    if (!image || !known) {
      throw refused(
          settings,
          "gives " + shape(out) + " for 1 x 3 x " + EDGE + " x " + EDGE,
          "wanted are 1 to 3 channels (nucleus, boundary, background) or 1 + "
              + LEAST_RAYS
              + " and more (probability and rays), see docs/nucleus-models.md");
    }
    float[] values = new float[channels * out.size(2) * out.size(3)];
    out.reshape(1, 1).get(0, 0, values);
    return new ModelOutput(channels, out.size(2), values);
  }

  private void check(ModelOutput output) throws RefusedException {
    int probabilities = output.isStar() ? 1 : output.channels();
    for (int channel = 0; channel < probabilities; channel++) {
      for (int i = 0; i < output.edge() * output.edge(); i++) {
        double value = output.at(channel, i);
        if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
          throw refused(
              settings,
              "gives " + value + " where a probability is wanted",
              "end it with a sigmoid or softmax, see docs/nucleus-models.md");
        }
      }
    }
  }

  private static String shape(Mat out) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < out.dims(); i++) {
      text.append(i == 0 ? "" : " x ").append(out.size(i));
    }
    return text.toString();
  }

  private static RefusedException refused(
      NucleusModelSettings settings, String what, String remedy) {
    return new RefusedException(
        "the nucleus model " + what, settings.file(), "--nucleus-model", remedy);
  }
}
