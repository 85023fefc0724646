package org.ranklens.pet.suv;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * Positron emitters met in clinical PET, with their half-lives (DDEP / NNDC evaluations, rounded;
 * they serve to check a header and to stand in where it is silent, never to overrule it).
 */
enum Nuclide {
  C_11("C", "Carbon", 11, 1221.8, "C-105A1", "40565003"),
  N_13("N", "Nitrogen", 13, 597.9, "C-107A1", "21576001"),
  O_15("O", "Oxygen", 15, 122.2, "C-B1038", "129504001"),
  F_18("F", "Fluorine", 18, 6586.2, "C-111A1", "77004003"),
  CU_64("Cu", "Copper", 64, 45724, "C-127A2", "3932008"),
  GA_68("Ga", "Gallium", 68, 4062.6, "C-131A3", "35337001"),
  GE_68("Ge", "Germanium", 68, 23.41e6, "C-128A2", "53315004"),
  RB_82("Rb", "Rubidium", 82, 75.5, "C-159A2", "79197006"),
  ZR_89("Zr", "Zirconium", 89, 282_280, "C-168A4", "63360001"),
  I_124("I", "Iodine", 124, 360_800, "C-114A5", "40937006");

  /** "^18^Fluorine", "F-18", "18F", "F18", "Fluorine F^18^", "Fluorine-18". */
  private static final Pattern MASS = Pattern.compile("(?<!\\d)\\d{2,3}(?!\\d)");

  private final String symbol;
  private final String element;
  private final int mass;
  private final double halfLifeSeconds;
  private final String snomedRt;
  private final String snomedCt;

  Nuclide(
      String symbol, String element, int mass, double halfLife, String snomedRt, String snomedCt) {
    this.symbol = symbol;
    this.element = element;
    this.mass = mass;
    this.halfLifeSeconds = halfLife;
    this.snomedRt = snomedRt;
    this.snomedCt = snomedCt;
  }

  double halfLifeSeconds() {
    return halfLifeSeconds;
  }

  String label() {
    return symbol + "-" + mass;
  }

  /**
   * The nuclide of an item of (0054,0016). Its code's meaning goes before the code's value: values
   * are copied wrong more often (one of the manual's reference objects codes gallium-68 as 66).
   * Where no code is told, a radiopharmaceutical that names its nuclide tells it.
   */
  static Optional<Nuclide> of(DataSet radiopharmaceutical) {
    Optional<DataSet> code = radiopharmaceutical.item(Tag.RADIONUCLIDE_CODE_SEQUENCE);
    return code.flatMap(c -> byName(c.stringOrEmpty(Tag.CODE_MEANING)))
        .or(() -> code.flatMap(c -> byCode(c.stringOrEmpty(Tag.CODE_VALUE))))
        .or(
            () ->
                radiopharmaceutical
                    .item(Tag.RADIOPHARMACEUTICAL_CODE_SEQUENCE)
                    .flatMap(c -> byName(c.stringOrEmpty(Tag.CODE_MEANING))))
        .or(() -> byName(radiopharmaceutical.stringOrEmpty(Tag.RADIOPHARMACEUTICAL)));
  }

  private static Optional<Nuclide> byName(String meaning) {
    List<String> words =
        Arrays.asList(meaning.replaceAll("[^A-Za-z]", " ").trim().split("\\s+", -1));
    return MASS.matcher(meaning)
        .results()
        .map(found -> Integer.parseInt(found.group()))
        .flatMap(mass -> Arrays.stream(values()).filter(nuclide -> nuclide.mass == mass))
        .filter(nuclide -> words.stream().anyMatch(nuclide::isNamed))
        .findFirst();
  }

  private boolean isNamed(String word) {
    return word.equalsIgnoreCase(symbol) || word.equalsIgnoreCase(element);
  }

  private static Optional<Nuclide> byCode(String value) {
    for (Nuclide nuclide : values()) {
      if (value.equals(nuclide.snomedRt) || value.equals(nuclide.snomedCt)) {
        return Optional.of(nuclide);
      }
    }
    return Optional.empty();
  }
}
