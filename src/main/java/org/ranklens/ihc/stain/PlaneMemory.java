package org.ranklens.ihc.stain;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Arrays that the planes of one tile after the other are worked out in: made anew for each tile,
 * collecting them would stop all threads. One thread at a time takes from it. It owns its arrays.
 *
 * <p>An array is at least as long as asked for, and holds what the last tile left in it.
 */
public final class PlaneMemory {

  private final List<Object> free = new ArrayList<>();
  private final List<Object> taken = new ArrayList<>();

  /** Returns an array of any values. */
  public float[] floats(int least) {
    return take(float[].class, least);
  }

  /** Returns an array of any values. */
  public int[] ints(int least) {
    return take(int[].class, least);
  }

  /** Returns an array of any values. */
  public long[] longs(int least) {
    return take(long[].class, least);
  }

  /** Returns an array of any values. */
  public char[] chars(int least) {
    return take(char[].class, least);
  }

  /** Returns an array of any values. */
  public byte[] bytes(int least) {
    return take(byte[].class, least);
  }

  /** Lets go of all arrays: what was taken so far will be taken again. */
  public void release() {
    free.addAll(taken);
    taken.clear();
  }

  /** Lets go of one array, where it was taken from here. */
  public void giveBack(Object array) {
    if (taken.remove(array)) {
      free.add(array);
    }
  }

  private <A> A take(Class<A> kind, int least) {
    int best = -1;
    int tooShort = -1;
    for (int i = 0; i < free.size(); i++) {
      if (!kind.isInstance(free.get(i))) {
        continue;
      }
      if (length(i) < least) {
        tooShort = i;
      } else if (best < 0 || length(i) < length(best)) {
        best = i;
      }
    }
    // One that is too short makes room for the longer one, so that no more are kept than are used
    // at once.
    int found = best >= 0 ? best : tooShort;
    Object old = found >= 0 ? free.remove(found) : null;
    A array = kind.cast(best >= 0 ? old : Array.newInstance(kind.getComponentType(), least));
    taken.add(array);
    return array;
  }

  private int length(int i) {
    return Array.getLength(free.get(i));
  }
}
