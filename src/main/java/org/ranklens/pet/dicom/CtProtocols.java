package org.ranklens.pet.dicom;

import org.ranklens.RefusedException;

/** A CT's protocol out of its header, classic or enhanced. */
final class CtProtocols {

  private CtProtocols() {}

  static CtProtocol of(Slice slice) throws RefusedException {
    SliceAttributes at = slice.attributes();
    return new CtProtocol(
        at.number(Tag.CT_X_RAY_DETAILS_SEQUENCE, Tag.KVP),
        kernel(slice),
        at.number(Tag.PIXEL_MEASURES_SEQUENCE, Tag.SLICE_THICKNESS),
        at.top().stringOrEmpty(Tag.CONTRAST_BOLUS_AGENT));
  }

  static String kernel(Slice slice) {
    return slice
        .attributes()
        .holder(Tag.CT_RECONSTRUCTION_SEQUENCE, Tag.CONVOLUTION_KERNEL)
        .stringOrEmpty(Tag.CONVOLUTION_KERNEL);
  }
}
