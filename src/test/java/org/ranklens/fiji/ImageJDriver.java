package org.ranklens.fiji;

import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.gui.MultiLineLabel;
import ij.plugin.frame.Recorder;
import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Label;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import javax.swing.JLabel;

/**
 * Sits in the JVM of a real ImageJ and does there what a test says, line by line, on standard
 * input: it chooses from menus, fills dialogs, clicks, presses keys, takes pictures. Every command
 * gets one line of answer.
 */
public final class ImageJDriver {

  private static final String LINE = "\u2028";
  private static final int LONGEST_SECONDS = 60;

  private final Robot robot;

  private ImageJDriver() throws Exception {
    robot = new Robot();
    robot.setAutoDelay(30);
  }

  /** Starts ImageJ on a folder and listens. */
  public static void main(String[] args) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err);
    ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
    ImageJDriver driver = new ImageJDriver();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    answers.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 2);
      String answer = driver.answer(words[0], words.length > 1 ? words[1].replace(LINE, "\n") : "");
      answers.println(answer.replace("\n", LINE));
    }
    Runtime.getRuntime().halt(0);
  }

  /** Obeys on a thread of its own: a modal message of ImageJ's would keep this one for ever. */
  private String answer(String verb, String what) throws InterruptedException {
    FutureTask<String> task = new FutureTask<>(() -> obey(verb, what));
    Thread thread = new Thread(task, "driver");
    thread.start();
    try {
      String answer = task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
      return answer == null ? "" : answer;
    } catch (ExecutionException e) {
      return "failed: " + e.getCause();
    } catch (TimeoutException e) {
      return "failed: no answer in "
          + LONGEST_SECONDS
          + " s; on the screen: "
          + shown()
          + "; at "
          + Arrays.toString(thread.getStackTrace());
    }
  }

  /** Returns the titles of all windows, and what the dialogs among them say. */
  private static String shown() {
    List<String> shown = new ArrayList<>();
    for (Window window : Window.getWindows()) {
      if (window.isShowing()) {
        shown.add(title(window) + (window instanceof Dialog ? " " + text(window) : ""));
      }
    }
    return shown.toString();
  }

  private String obey(String verb, String what) throws Exception {
    return switch (verb) {
      case "menu" -> String.join("\n", items(what));
      case "choose" -> choose(what);
      case "windows" -> String.join("\n", windows());
      case "text" -> String.join("\n", text(window(what)));
      case "type" -> type(what);
      case "click" -> click(what);
      case "select" -> select(what);
      case "escape" -> escape();
      case "status" -> String.join(" ", text((Container) IJ.getInstance().getStatusBar()));
      case "recorded" -> Recorder.getInstance().getText();
      case "other-opencv" -> otherOpenCv();
      case "eval" -> IJ.runMacro(what);
      case "picture" -> picture(what);
      case "snapshot" -> snapshot(what);
      default -> throw new IllegalArgumentException(verb);
    };
  }

  private static List<String> items(String path) {
    List<String> labels = new ArrayList<>();
    Menu menu = menu(path);
    for (int i = 0; i < menu.getItemCount(); i++) {
      labels.add(menu.getItem(i).getLabel());
    }
    return labels;
  }

  private static Menu menu(String path) {
    Menu found = null;
    for (String name : path.split(">", -1)) {
      Menu next = null;
      int count = found == null ? Menus.getMenuBar().getMenuCount() : found.getItemCount();
      for (int i = 0; i < count; i++) {
        MenuItem item = found == null ? Menus.getMenuBar().getMenu(i) : found.getItem(i);
        if (item instanceof Menu inner && item.getLabel().equals(name)) {
          next = inner;
        }
      }
      if (next == null) {
        throw new IllegalStateException("no menu " + name);
      }
      found = next;
    }
    return found;
  }

  /** As a mouse does it: on the event thread, by the item's listeners. */
  private static String choose(String path) {
    int last = path.lastIndexOf('>');
    Menu menu = menu(path.substring(0, last));
    for (int i = 0; i < menu.getItemCount(); i++) {
      MenuItem item = menu.getItem(i);
      if (item.getLabel().equals(path.substring(last + 1))) {
        post(new ActionEvent(item, ActionEvent.ACTION_PERFORMED, item.getActionCommand()));
        return "chosen";
      }
    }
    throw new IllegalStateException("no item " + path);
  }

  private static List<String> windows() {
    List<String> titles = new ArrayList<>();
    for (Window window : Window.getWindows()) {
      if (window.isShowing()) {
        titles.add(title(window));
      }
    }
    return titles;
  }

  private static String title(Window window) {
    if (window instanceof Frame frame) {
      return frame.getTitle();
    }
    return window instanceof Dialog dialog ? dialog.getTitle() : window.getName();
  }

  private static Window window(String title) {
    for (Window window : Window.getWindows()) {
      if (window.isShowing() && title(window).equals(title)) {
        return window;
      }
    }
    throw new IllegalStateException("no window '" + title + "' among " + windows());
  }

  private static List<String> text(Container container) {
    List<String> found = new ArrayList<>();
    for (Component part : container.getComponents()) {
      if (part instanceof Label label) {
        found.add(label.getText());
      } else if (part instanceof JLabel label) {
        found.add(label.getText());
      } else if (part instanceof TextField field) {
        found.add("[" + field.getText() + "]");
      } else if (part instanceof Button button) {
        found.add("<" + button.getLabel().trim() + ">");
      } else if (part instanceof MultiLineLabel lines) {
        found.add(shown(lines));
      }
      if (part instanceof Container inner) {
        found.addAll(text(inner));
      }
    }
    return found;
  }

  /** ImageJ's messages keep their text to themselves. */
  private static String shown(MultiLineLabel label) {
    try {
      Field lines = MultiLineLabel.class.getDeclaredField("lines");
      lines.setAccessible(true);
      return String.join("\n", (String[]) lines.get(label));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code WINDOW|N|TEXT}: into the N-th text field. */
  private static String type(String what) throws Exception {
    String[] parts = what.split("\\|", 3);
    List<TextField> fields = new ArrayList<>();
    collect(window(parts[0]), TextField.class, fields);
    TextField field = fields.get(Integer.parseInt(parts[1]));
    EventQueue.invokeAndWait(() -> field.setText(parts[2]));
    return "typed";
  }

  /** {@code WINDOW|N|ITEM}: in the N-th choice. */
  private static String select(String what) throws Exception {
    String[] parts = what.split("\\|", 3);
    List<Choice> choices = new ArrayList<>();
    collect(window(parts[0]), Choice.class, choices);
    Choice choice = choices.get(Integer.parseInt(parts[1]));
    EventQueue.invokeAndWait(() -> choice.select(parts[2]));
    return choice.getSelectedItem();
  }

  /** Loads the application's own OpenCV and works with it; returns its version. */
  private static String otherOpenCv() throws ReflectiveOperationException {
    ClassLoader application = IJ.getClassLoader();
    application.loadClass("nu.pattern.OpenCV").getMethod("loadLocally").invoke(null);
    Class<?> core = application.loadClass("org.opencv.core.Core");
    Class<?> mat = application.loadClass("org.opencv.core.Mat");
    Object empty = mat.getConstructor(int.class, int.class, int.class).newInstance(4, 3, 0);
    return core.getField("VERSION").get(null) + " " + mat.getMethod("total").invoke(empty);
  }

  private static <T> void collect(Container container, Class<T> kind, List<T> found) {
    for (Component part : container.getComponents()) {
      if (kind.isInstance(part)) {
        found.add(kind.cast(part));
      }
      if (part instanceof Container inner) {
        collect(inner, kind, found);
      }
    }
  }

  /** {@code WINDOW|BUTTON}: with the mouse, until the window is gone. */
  private String click(String what) {
    String[] parts = what.split("\\|", 2);
    Window window = window(parts[0]);
    List<Button> buttons = new ArrayList<>();
    collect(window, Button.class, buttons);
    Button button =
        buttons.stream()
            .filter(b -> b.getLabel().trim().equals(parts[1]))
            .findFirst()
            .orElseThrow();
    // Without a window manager the first click may only wake the window, or be lost.
    for (int i = 0; i < 3 && window.isShowing(); i++) {
      Point corner = button.getLocationOnScreen();
      mouse(corner.x + button.getWidth() / 2, corner.y + button.getHeight() / 2);
      awaitGone(window);
    }
    if (window.isShowing()) {
      post(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, button.getActionCommand()));
      awaitGone(window);
    }
    return window.isShowing() ? "failed: still there" : "clicked";
  }

  private void awaitGone(Window window) {
    for (int wait = 0; wait < 8 && window.isShowing(); wait++) {
      robot.delay(50);
    }
  }

  private static void post(AWTEvent event) {
    Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
  }

  private void mouse(int x, int y) {
    robot.mouseMove(x - 1, y);
    robot.mouseMove(x, y);
    robot.delay(60);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.delay(40);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  /**
   * Clicks on ImageJ's status bar, so that it has the keyboard, and presses Escape. Without a
   * window manager a new window may take the keyboard away, and on some screens no key arrives at
   * all: after three tries the key is given to ImageJ's own key listener. Returns {@link
   * System#nanoTime} at the moment when the key came: one clock for all JVMs of a Linux.
   */
  private String escape() throws Exception {
    AtomicLong came = new AtomicLong();
    AWTEventListener listener =
        event -> {
          if (event.getID() == KeyEvent.KEY_PRESSED
              && ((KeyEvent) event).getKeyCode() == KeyEvent.VK_ESCAPE) {
            came.compareAndSet(0, System.nanoTime());
          }
        };
    Toolkit.getDefaultToolkit().addAWTEventListener(listener, AWTEvent.KEY_EVENT_MASK);
    try {
      for (int times = 0; times < 3 && came.get() == 0; times++) {
        Component bar = IJ.getInstance().getStatusBar();
        Point corner = bar.getLocationOnScreen();
        mouse(corner.x + 5, corner.y + bar.getHeight() / 2);
        robot.delay(100);
        robot.keyPress(KeyEvent.VK_ESCAPE);
        robot.keyRelease(KeyEvent.VK_ESCAPE);
        robot.delay(100);
      }
    } finally {
      Toolkit.getDefaultToolkit().removeAWTEventListener(listener);
    }
    if (came.get() == 0) {
      EventQueue.invokeAndWait(
          () -> {
            came.set(System.nanoTime());
            ImageJ window = IJ.getInstance();
            window.keyPressed(
                new KeyEvent(
                    window,
                    KeyEvent.KEY_PRESSED,
                    System.currentTimeMillis(),
                    0,
                    KeyEvent.VK_ESCAPE,
                    KeyEvent.CHAR_UNDEFINED));
          });
    }
    return Long.toString(came.get());
  }

  /** The whole screen, or {@code FILE|WINDOW}: one window; once it stands still. */
  private String picture(String what) throws Exception {
    String[] parts = what.split("\\|", 2);
    Rectangle area = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    if (parts.length > 1) {
      area = window(parts[1]).getBounds();
    }
    ImageIO.write(still(area), "png", new File(parts[0]));
    return "taken";
  }

  /** The whole screen, as it is now. */
  private String snapshot(String file) throws IOException {
    Rectangle area = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    ImageIO.write(robot.createScreenCapture(area), "png", new File(file));
    return "taken";
  }

  /** The screen as it is when nothing has changed on it for a third of a second; 5 s at most. */
  private BufferedImage still(Rectangle area) {
    BufferedImage picture = robot.createScreenCapture(area);
    int quiet = 0;
    for (int look = 0; look < 50 && quiet < 3; look++) {
      robot.delay(100);
      BufferedImage next = robot.createScreenCapture(area);
      quiet = Arrays.equals(pixels(picture), pixels(next)) ? quiet + 1 : 0;
      picture = next;
    }
    return picture;
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }
}
