package org.ranklens.pet.response;

/** Rules of response. */
public enum Criterion {
  /**
   * R. L. Wahl, H. Jacene, Y. Kasamon, M. A. Lodge, From RECIST to PERCIST, J Nucl Med 2009;50
   * Suppl 1:122S-150S.
   */
  PERCIST_1_0("PERCIST 1.0"),
  /**
   * H. Young et al., Measurement of clinical and subclinical tumour response using
   * [18F]-fluorodeoxyglucose and positron emission tomography, Eur J Cancer 1999;35:1773-1782.
   */
  EORTC_1999("EORTC 1999");

  private final String csvName;

  Criterion(String csvName) {
    this.csvName = csvName;
  }

  /** Returns its name in tables. */
  public String csvName() {
    return csvName;
  }
}
