package org.ranklens.phantom.ihc;

import java.util.Random;

/** Turns optical densities into the picture a camera takes: Beer-Lambert, blur, light, noise. */
final class Camera {

  private static final double LN_10 = StrictMath.log(10);
  private static final double DEFOCUS_MICRONS = 2.5;
  private static final int NOISE_VALUES = 1 << 16;

  private final IhcPhantomSettings settings;
  private final Canvas canvas;

  private Camera(IhcPhantomSettings settings, Canvas canvas) {
    this.settings = settings;
    this.canvas = canvas;
  }

  /** Interleaved RGB. */
  static byte[] photograph(Canvas canvas, IhcPhantomSettings settings) {
    Camera camera = new Camera(settings, canvas);
    byte[] rgb = new byte[Math.multiplyExact(canvas.owner.length, 3)];
    for (int channel = 0; channel < 3; channel++) {
      float[] light = camera.transmitted(channel);
      camera.blur(light, settings.camera().blurMicrons());
      camera.defocus(light);
      camera.expose(light, channel, rgb);
    }
    return rgb;
  }

  /** The share of the light that passes: 10 to the minus OD, the stains' densities added up. */
  private float[] transmitted(int channel) {
    double hematoxylin = settings.stains().hematoxylin().channel(channel);
    double dab = settings.stains().dab().channel(channel);
    double eosin = settings.stains().eosin().channel(channel);
    float[] light = new float[canvas.owner.length];
    for (int k = 0; k < light.length; k++) {
      double od =
          hematoxylin * canvas.hematoxylinOd[k] + dab * canvas.dabOd[k] + eosin * canvas.eosinOd[k];
      if (canvas.artefact.length > 0) {
        od += canvas.overlayOd[channel][k];
      }
      light[k] = (float) StrictMath.exp(-LN_10 * od);
    }
    return light;
  }

  /** Blurs what is out of focus once more. */
  private void defocus(float[] light) {
    if (settings.artefacts().blurs() > 0) {
      float[] wide = light.clone();
      blur(wide, DEFOCUS_MICRONS);
      int blurred = 1 + ArtefactKind.kinds().indexOf(ArtefactKind.OUT_OF_FOCUS);
      for (int k = 0; k < light.length; k++) {
        light[k] = canvas.artefact[k] == blurred ? wide[k] : light[k];
      }
    }
  }

  private void blur(float[] light, double microns) {
    double sigma = microns / canvas.pixelSizeMicrons;
    if (sigma > 0.05) {
      float[] kernel = kernel(sigma);
      for (int y = 0; y < canvas.height; y++) {
        convolve(light, y * canvas.width, 1, canvas.width, kernel);
      }
      for (int x = 0; x < canvas.width; x++) {
        convolve(light, x, canvas.width, canvas.height, kernel);
      }
    }
  }

  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int k = -radius; k <= radius; k++) {
      sum += StrictMath.exp(-k * k / (2 * sigma * sigma));
    }
    for (int k = -radius; k <= radius; k++) {
      kernel[k + radius] = (float) (StrictMath.exp(-k * k / (2 * sigma * sigma)) / sum);
    }
    return kernel;
  }

  /** One line of an image, in place; the border pixel goes on beyond the border. */
  private static void convolve(float[] data, int start, int step, int length, float[] kernel) {
    int radius = kernel.length / 2;
    float[] line = new float[length + 2 * radius];
    for (int k = 0; k < line.length; k++) {
      line[k] = data[start + step * Math.max(0, Math.min(length - 1, k - radius))];
    }
    for (int k = 0; k < length; k++) {
      float sum = 0;
      for (int j = 0; j < kernel.length; j++) {
        sum += kernel[j] * line[k + j];
      }
      data[start + step * k] = sum;
    }
  }

  private void expose(float[] light, int channel, byte[] rgb) {
    CameraSettings camera = settings.camera();
    double white = camera.white().channel(channel);
    float[] noise = noise(channel);
    Random jump = new Random(settings.seed() * 3 + channel);
    for (int y = 0; y < canvas.height; y++) {
      int offset = jump.nextInt(NOISE_VALUES);
      for (int x = 0; x < canvas.width; x++) {
        int pixel = y * canvas.width + x;
        double grey = white * illumination(x, y) * light[pixel];
        // Shot noise grows with the square root of the light.
        double grain = noise[(offset + x) & (NOISE_VALUES - 1)] * Math.sqrt(light[pixel]);
        long level = Math.round(grey + camera.noiseGreyLevels() * grain);
        rgb[3 * pixel + channel] = (byte) Math.max(0, Math.min(255, level));
      }
    }
  }

  private double illumination(int x, int y) {
    double dx = 2.0 * x / canvas.width - 0.9;
    double dy = 2.0 * y / canvas.height - 1.05;
    return 1 - settings.camera().unevenness() * (dx * dx + dy * dy) / 2.3;
  }

  private float[] noise(int channel) {
    Random random = new Random(LatticeNoise.mix(settings.seed() + 1000 + channel));
    float[] noise = new float[NOISE_VALUES];
    for (int k = 0; k < noise.length; k++) {
      noise[k] = (float) random.nextGaussian();
    }
    return noise;
  }
}
