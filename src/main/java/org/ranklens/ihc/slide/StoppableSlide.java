package org.ranklens.ihc.slide;

import java.io.IOException;
import java.util.List;
import org.ranklens.Progress;

/** A slide that asks before each reading whether the user wants to stop, whoever reads. */
public final class StoppableSlide implements Slide {

  private final Slide slide;
  private final Progress progress;

  /** Takes over a slide, which is closed with this one. */
  public StoppableSlide(Slide slide, Progress progress) {
    this.slide = slide;
    this.progress = progress;
  }

  @Override
  public SlideFacts facts() {
    return slide.facts();
  }

  @Override
  public List<String> leftOut() {
    return slide.leftOut();
  }

  @Override
  public RgbImage read(Region region) throws IOException {
    progress.check();
    return slide.read(region);
  }

  @Override
  public RgbImage read(Region region, byte[] room) throws IOException {
    progress.check();
    return slide.read(region, room);
  }

  @Override
  public void close() throws IOException {
    slide.close();
  }
}
