package org.ranklens.fiji;

import ij.IJ;
import ij.plugin.PlugIn;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.ranklens.study.Sentences;

/** The commands of the menu; {@code src/fiji/resources/plugins.config} names them. */
public final class Commands implements PlugIn {

  /** One per JVM: two runs would share the status bar, Escape and the cores. */
  private static final Semaphore AT_WORK = new Semaphore(1);

  /** For the doorway, which makes one for each call. */
  public Commands() {}

  /** ImageJ calls this on a thread of its own; where it doesn't, the event thread is left alone. */
  @Override
  public void run(String command) {
    if (EventQueue.isDispatchThread()) {
      new Thread(() -> guarded(command), "Ranklens").start();
    } else {
      guarded(command);
    }
  }

  private static void guarded(String command) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Commands.class.getClassLoader());
    try {
      dispatch(command);
    } catch (CancellationException e) {
      IJ.showProgress(1.0);
      IJ.showStatus("Ranklens: stopped, nothing was written");
    } catch (WrongAnswerException e) {
      Messages.refuse(e.getMessage());
    } catch (IOException e) {
      Messages.refuse(Sentences.of(e));
    } catch (OutOfMemoryError e) {
      Messages.refuse("Out of memory; give ImageJ more by Edit > Options > Memory & Threads...");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void dispatch(String command) throws IOException {
    switch (command) {
      case "score" -> alone(ScoreCommand::run);
      case "pet" -> alone(PetCommand::run);
      case "results" -> ResultsCommand.run();
      case "documentation" -> Documentation.open();
      case "about" -> About.show();
      default -> throw new IllegalArgumentException("no command '" + command + "'");
    }
  }

  private static void alone(Work work) throws IOException {
    if (!AT_WORK.tryAcquire()) {
      throw new WrongAnswerException(
          "Ranklens is still at work; wait until it is done, or stop it by Escape.");
    }
    try {
      work.run();
    } finally {
      AT_WORK.release();
    }
  }

  /** What may fail on a file. */
  private interface Work {
    void run() throws IOException;
  }
}
