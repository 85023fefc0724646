package org.ranklens.pet.dicom;

import java.util.OptionalDouble;

/**
 * What of a CT's acquisition shifts its Hounsfield units, so that two scans can be compared.
 *
 * @param tubeVoltageKv peak kilovoltage, (0018,0060)
 * @param kernel convolution kernel, (0018,1210), empty if not told
 * @param sliceThicknessMm (0018,0050)
 * @param contrastAgent contrast agent, (0018,0010), empty if none is told
 */
public record CtProtocol(
    OptionalDouble tubeVoltageKv,
    String kernel,
    OptionalDouble sliceThicknessMm,
    String contrastAgent) {

  /** Returns a protocol of which nothing is known. */
  public static CtProtocol unknown() {
    return new CtProtocol(OptionalDouble.empty(), "", OptionalDouble.empty(), "");
  }
}
