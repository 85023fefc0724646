package org.ranklens.ihc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ranklens.Execution;
import org.ranklens.Progress;

/** Looks at pieces of a slide by several threads; what is found comes in the pieces' order. */
final class SurveyWork {

  private SurveyWork() {}

  static <T, R> List<R> on(List<T> pieces, Execution execution, TileQueue.Work<T, R> work)
      throws IOException {
    List<R> found = new ArrayList<>(pieces.size());
    Progress stopOnly = new StopOnly(execution.progress());
    TileQueue.run(
        pieces.iterator(),
        new Execution(execution.threads(), stopOnly),
        piece -> {
          stopOnly.check();
          return work.on(piece);
        },
        (piece, result) -> found.add(result));
    return found;
  }

  /** Asks whether to stop, but tells nothing: how many pieces there are is nobody's concern. */
  private record StopOnly(Progress progress) implements Progress {

    @Override
    public void begin(String task, long total) {}

    @Override
    public void advance(long steps) {}

    @Override
    public boolean cancelled() {
      return progress.cancelled();
    }
  }
}
