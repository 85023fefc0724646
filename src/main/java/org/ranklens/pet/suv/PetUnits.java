package org.ranklens.pet.suv;

import java.util.Locale;
import java.util.Optional;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.SliceAttributes;
import org.ranklens.pet.dicom.Tag;

/**
 * The unit of the rescaled values, (0054,1001), with (0054,1006) where they are SUVs already.
 *
 * @param code {@code BQML}, {@code GML}...
 * @param suvType what they were normalised by: {@code BW}, {@code LBM}... or empty
 */
record PetUnits(String code, String suvType) {

  static PetUnits of(SliceAttributes slice) throws RefusedException {
    DataSet top = slice.top();
    Optional<String> units = top.string(Tag.UNITS);
    if (units.isPresent()) {
      return new PetUnits(
          units.get().toUpperCase(Locale.ROOT),
          top.stringOrEmpty(Tag.SUV_TYPE).toUpperCase(Locale.ROOT));
    }
    DataSet mapping = slice.realWorldMapping().orElseThrow(() -> top.missing(Tag.UNITS));
    DataSet code = mapping.requireItem(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE);
    return ofUcum(code);
  }

  /** Enhanced objects tell units in UCUM (DICOM PS3.16, CID 84 and 85). */
  private static PetUnits ofUcum(DataSet code) throws RefusedException {
    String ucum = code.requireString(Tag.CODE_VALUE);
    String bare = ucum.replaceAll("\\{.*?}", "").toLowerCase(Locale.ROOT);
    String note = ucum.replaceAll("^[^{]*\\{|}.*$", "").toUpperCase(Locale.ROOT);
    return switch (bare) {
      case "bq/ml" -> new PetUnits("BQML", "");
      case "g/ml" -> new PetUnits("GML", note.startsWith("SUV") ? note.substring(3) : "BW");
      case "cm2/ml" -> new PetUnits("CM2ML", "BSA");
      default -> throw code.refusal("is " + ucum + ", which gives no SUV", Tag.CODE_VALUE, "");
    };
  }
}
