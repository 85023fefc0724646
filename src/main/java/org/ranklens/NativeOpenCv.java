package org.ranklens;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.Core;

/**
 * OpenCV's natives, loaded once per JVM, with OpenCV's own threads off: Ranklens runs a thread per
 * tile, and results must not depend on how OpenCV would cut an image up.
 */
public final class NativeOpenCv {

  private NativeOpenCv() {}

  /** Makes {@code org.opencv} usable; costs some 0.5 s at the first call and nothing later. */
  public static void load() {
    Once.ensure();
  }

  /** The holder idiom: the class initialiser runs once, whichever thread comes first. */
  private static final class Once {
    static {
      Loader.load(opencv_java.class);
      Core.setNumThreads(1);
    }

    static void ensure() {
      // Initialising this class is the work.
    }
  }
}
