package org.ranklens.pet.dicom;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ranklens.RefusedException;

/**
 * The attributes of one slice, wherever the object keeps them: at the top level as classic objects
 * do, in the frame's own functional groups or in the shared ones as enhanced ones do (DICOM PS3.3,
 * C.7.6.16).
 */
public final class SliceAttributes {

  private final DataSet top;
  private final Optional<DataSet> perFrame;
  private final Optional<DataSet> shared;

  SliceAttributes(DataSet top, Optional<DataSet> perFrame, Optional<DataSet> shared) {
    this.top = top;
    this.perFrame = perFrame;
    this.shared = shared;
  }

  static SliceAttributes of(DicomFile file, int frame) {
    DataSet whole = file.dataSet();
    var frames = whole.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
    Optional<DataSet> perFrame =
        frame < frames.size() ? Optional.of(frames.get(frame)) : Optional.empty();
    Optional<DataSet> shared = whole.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
    if (perFrame.isEmpty() && shared.isEmpty()) {
      return new SliceAttributes(whole, perFrame, shared);
    }
    return new SliceAttributes(converted(whole, perFrame, shared), perFrame, shared);
  }

  /**
   * A legacy converted object keeps what a classic one has at the top, its unit among it, in
   * sequences of their own (PS3.3, C.7.6.16.2.25): brought to the top again.
   */
  private static DataSet converted(
      DataSet whole, Optional<DataSet> perFrame, Optional<DataSet> shared) {
    Optional<DataSet> ofFrame =
        item(perFrame, Tag.UNASSIGNED_PER_FRAME_CONVERTED_ATTRIBUTES_SEQUENCE);
    Optional<DataSet> ofAll = item(shared, Tag.UNASSIGNED_SHARED_CONVERTED_ATTRIBUTES_SEQUENCE);
    DataSet top = ofAll.map(whole::and).orElse(whole);
    return ofFrame.map(top::and).orElse(top);
  }

  /** Returns the attributes of the object as a whole. */
  public DataSet top() {
    return top;
  }

  /** Returns whether the object is a multi-frame one with functional groups. */
  public boolean isEnhanced() {
    return perFrame.isPresent() || shared.isPresent();
  }

  /** Returns the first real world value mapping (DICOM PS3.3, C.7.6.16.2.11), if there is one. */
  public Optional<DataSet> realWorldMapping() {
    if (!isEnhanced()) {
      return top.item(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
    }
    return item(perFrame, Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE)
        .or(() -> item(shared, Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE))
        .or(() -> top.item(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE));
  }

  /** Returns the data set that holds an attribute, looking into a functional group first. */
  public DataSet holder(Tag group, Tag tag) {
    if (!isEnhanced()) {
      return top;
    }
    return item(perFrame, group)
        .filter(set -> set.contains(tag))
        .or(() -> item(shared, group).filter(set -> set.contains(tag)))
        .orElse(top);
  }

  /** Returns the first number of an attribute of a functional group or of the object. */
  public OptionalDouble number(Tag group, Tag tag) throws RefusedException {
    return holder(group, tag).number(tag);
  }

  private static Optional<DataSet> item(Optional<DataSet> groups, Tag group) {
    return groups.flatMap(set -> set.item(group));
  }
}
