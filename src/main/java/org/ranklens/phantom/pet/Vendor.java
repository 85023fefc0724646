package org.ranklens.phantom.pet;

/** Whose headers the PET series imitates. */
public enum Vendor {
  /** BQML, the scan's start in a private attribute. */
  GE("GE MEDICAL SYSTEMS", "Discovery 690"),
  /** BQML, the scan's start in a private attribute. */
  SIEMENS("SIEMENS", "Biograph 64"),
  /** CNTS, with the factors to Bq/ml and to SUV in private attributes. */
  PHILIPS("Philips Medical Systems", "Gemini TF");

  private final String manufacturer;
  private final String model;

  Vendor(String manufacturer, String model) {
    this.manufacturer = manufacturer;
    this.model = model;
  }

  String manufacturer() {
    return manufacturer;
  }

  String model() {
    return model;
  }
}
