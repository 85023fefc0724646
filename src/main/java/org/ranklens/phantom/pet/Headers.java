package org.ranklens.phantom.pet;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The header of each file: what scanners write, without a patient. */
final class Headers {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmmss.SSSSSS", Locale.ROOT);

  private static final int STUDY = 1;
  private static final int FRAME_OF_REFERENCE = 2;
  private static final int PET_SERIES = 3;
  private static final int CT_SERIES = 4;

  private final PetPhantomSettings study;
  private final RenderedScan scan;
  private final long seed;

  Headers(PetPhantomSettings study, RenderedScan scan, long seed) {
    this.study = study;
    this.scan = scan;
    this.seed = seed;
  }

  DicomElements pet(int slice, String sopClass, String sopInstance) {
    VoxelGrid grid = scan.pet.grid;
    LocalDateTime acquisition = scan.scanner.acquisition(slice);
    DicomElements elements = common(grid, slice, acquisition, sopClass, sopInstance);
    elements
        .text(0x00080008, "CS", "ORIGINAL", "PRIMARY")
        .text(0x00080060, "CS", "PT")
        .text(0x00080070, "LO", study.vendor().manufacturer())
        .text(0x00081090, "LO", study.vendor().model())
        .text(0x0008103E, "LO", "PET AC")
        .text(0x00181181, "CS", "NONE")
        .text(0x00181242, "IS", Long.toString(Math.round(Scanner.BED_SECONDS * 1000)))
        .text(0x0020000E, "UI", Seeds.uid(seed, PET_SERIES))
        .text(0x00200011, "IS", "2")
        .text(0x00280051, "CS", corrections())
        .number(0x00280103, 1)
        .text(0x00281052, "DS", "0")
        .text(0x00281053, "DS", scan.pet.slopes[slice])
        .sequence(0x00540016, radiopharmaceutical())
        .sequence(0x00540410, supine())
        .sequence(0x00540414, code("F-10470", "SRT", "headfirst"))
        .number(0x00540081, grid.slices())
        .text(0x00541000, "CS", "WHOLE BODY", "IMAGE")
        .text(0x00541001, "CS", study.vendor() == Vendor.PHILIPS ? "CNTS" : "BQML")
        .text(0x00541002, "CS", "EMISSION")
        .text(0x00541100, "CS", "DLYD")
        .text(0x00541101, "LO", "measured, CT")
        .text(0x00541102, "CS", study.decay().name())
        .text(0x00541103, "LO", "OSEM 3i24s")
        .text(0x00541105, "LO", "model based")
        .text(0x00541300, "DS", decimal(frameReferenceSeconds(slice) * 1000))
        .number(0x00541330, grid.slices() - slice);
    if (study.decay() != Decay.NONE) {
      elements.text(0x00541321, "DS", decimal(scan.scanner.decayFactor(slice)));
    }
    vendorElements(elements);
    return elements;
  }

  private String[] corrections() {
    return study.decay() == Decay.NONE
        ? new String[] {"ATTN", "SCAT", "DTIM", "RAN", "NORM"}
        : new String[] {"DECY", "ATTN", "SCAT", "DTIM", "RAN", "NORM"};
  }

  /** The moment within the scan at which the activity equals the average of the frame. */
  private double frameReferenceSeconds(int slice) {
    return scan.scanner.averageSeconds(slice);
  }

  private DicomElements radiopharmaceutical() {
    LocalDateTime injection = scan.settings.injection();
    return new DicomElements()
        .text(0x00180031, "LO", "Fluorodeoxyglucose")
        .text(0x00181072, "TM", TIME.format(injection))
        .text(0x00181074, "DS", decimal(scan.settings.injectedBq()))
        .text(0x00181075, "DS", decimal(PetPhantomSettings.HALF_LIFE_SECONDS))
        .text(0x00181076, "DS", "0.967")
        .text(0x00181078, "DT", DATE.format(injection) + TIME.format(injection))
        .sequence(0x00540300, code("C-111A1", "SRT", "^18^Fluorine"))
        .sequence(0x00540304, code("C-B1031", "SRT", "Fluorodeoxyglucose F^18^"));
  }

  private static DicomElements supine() {
    return code("F-10450", "SRT", "recumbent")
        .sequence(0x00540412, code("F-10340", "SRT", "supine"));
  }

  private static DicomElements code(String value, String scheme, String meaning) {
    return new DicomElements()
        .text(0x00080100, "SH", value)
        .text(0x00080102, "SH", scheme)
        .text(0x00080104, "LO", meaning);
  }

  private void vendorElements(DicomElements elements) {
    String start = DATE.format(scan.settings.start()) + TIME.format(scan.settings.start());
    switch (study.vendor()) {
      case GE -> elements.text(0x00090010, "LO", "GEMS_PETD_01").text(0x0009100D, "DT", start);
      case SIEMENS ->
          elements.text(0x00710010, "LO", "SIEMENS MED PT").text(0x00711022, "DT", start);
      case PHILIPS ->
          elements
              .text(0x70530010, "LO", "Philips PET Private Group")
              .text(0x70531000, "DS", decimal(scan.scanner.philipsSuvPerCount()))
              .text(0x70531009, "DS", decimal(Scanner.PHILIPS_BQ_PER_COUNT));
    }
  }

  DicomElements ct(int slice, String sopClass, String sopInstance) {
    VoxelGrid grid = scan.settings.ctGrid();
    LocalDateTime acquisition = scan.settings.start().minusSeconds(90);
    return common(grid, slice, acquisition, sopClass, sopInstance)
        .text(0x00080008, "CS", "ORIGINAL", "PRIMARY", "AXIAL")
        .text(0x00080060, "CS", "CT")
        .text(0x00080070, "LO", study.vendor().manufacturer())
        .text(0x00081090, "LO", study.vendor().model())
        .text(0x0008103E, "LO", "CT AC soft tissue")
        .text(0x00180060, "DS", "120")
        .text(0x00185100, "CS", "HFS")
        .text(0x00181210, "SH", study.vendor() == Vendor.GE ? "STANDARD" : "B30f")
        .text(0x00181151, "IS", "90")
        .text(0x0020000E, "UI", Seeds.uid(seed, CT_SERIES))
        .text(0x00200011, "IS", "1")
        .text(0x00200012, "IS", "1")
        .number(0x00280103, 0)
        .text(0x00281052, "DS", Integer.toString(RenderedScan.LOWEST_HU))
        .text(0x00281053, "DS", "1")
        .text(0x00281054, "LO", "HU");
  }

  private DicomElements common(
      VoxelGrid grid, int slice, LocalDateTime acquisition, String sopClass, String sopInstance) {
    LocalDateTime start = scan.settings.start();
    DicomElements elements =
        new DicomElements()
            .text(0x00080016, "UI", sopClass)
            .text(0x00080018, "UI", sopInstance)
            .text(0x00080020, "DA", DATE.format(start))
            .text(0x00080021, "DA", DATE.format(start))
            .text(0x00080022, "DA", DATE.format(acquisition))
            .text(0x00080023, "DA", DATE.format(acquisition))
            .text(0x00080030, "TM", TIME.format(start))
            .text(0x00080031, "TM", TIME.format(start))
            .text(0x00080032, "TM", TIME.format(acquisition))
            .text(0x00080033, "TM", TIME.format(acquisition))
            .text(0x00080050, "SH", "")
            .text(0x00080090, "PN", "")
            .text(0x00100010, "PN", "PHANTOM^SYNTHETIC")
            .text(0x00100020, "LO", "PHANTOM-" + study.seed())
            .text(0x00100030, "DA", "")
            .text(0x00100040, "CS", "M")
            .text(0x00101020, "DS", decimal(PetPhantomSettings.HEIGHT_M))
            .text(0x00101030, "DS", decimal(scan.settings.weightKg()))
            .text(0x00180015, "CS", study.view() == View.CHEST ? "CHEST" : "WHOLEBODY")
            .text(0x0020000D, "UI", Seeds.uid(seed, STUDY))
            .text(0x00200010, "SH", "1")
            .text(0x00200052, "UI", Seeds.uid(seed, FRAME_OF_REFERENCE))
            .text(0x00201040, "LO", "");
    return geometry(elements, grid, slice);
  }

  private static DicomElements geometry(DicomElements elements, VoxelGrid grid, int slice) {
    String z = decimal(grid.z(slice));
    return elements
        .text(0x00180050, "DS", decimal(grid.sliceMm()))
        .text(0x00200013, "IS", Integer.toString(grid.slices() - slice))
        .text(0x00200032, "DS", decimal(grid.originXMm()), decimal(grid.originYMm()), z)
        .text(0x00200037, "DS", "1", "0", "0", "0", "1", "0")
        .text(0x00201041, "DS", z)
        .number(0x00280002, 1)
        .text(0x00280004, "CS", "MONOCHROME2")
        .number(0x00280010, grid.rows())
        .number(0x00280011, grid.columns())
        .text(0x00280030, "DS", decimal(grid.inPlaneMm()), decimal(grid.inPlaneMm()))
        .number(0x00280100, 16)
        .number(0x00280101, 16)
        .number(0x00280102, 15);
  }

  /** A decimal string of at most 16 characters. */
  private static String decimal(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e12) {
      return Long.toString((long) value);
    }
    String plain = Double.toString(value);
    return plain.length() <= 16 ? plain : String.format(Locale.ROOT, "%.8e", value);
  }
}
