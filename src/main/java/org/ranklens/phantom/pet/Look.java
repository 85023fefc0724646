package org.ranklens.phantom.pet;

/** What makes a scan hard to read though it is no lesion, or a patient unlike the usual one. */
public enum Look {
  /** A colon with hot walls around gas. */
  BOWEL,
  /** Pieces of hot ureters below the kidneys. */
  URETERS,
  /** Palatine tonsils on both sides. */
  TONSILS,
  /** Parotid and submandibular glands on both sides. */
  SALIVARY_GLANDS,
  /** Brown fat above both collar bones. */
  BROWN_FAT,
  /** Contrast agent in kidneys, vessels, heart, liver and spleen of the CT. */
  CONTRAST_AGENT,
  /** Arms raised beside the head. */
  ARMS_UP,
  /** Arms beside the trunk. */
  ARMS_DOWN,
  /** A layer of fat thicker by 45 mm. */
  OBESE,
  /** Hardly any fat. */
  THIN,
  /** Metastases all over the liver: lesions, and no even place for a sphere. */
  LIVER_METASTASES,
  /** A liver that takes up less than blood. */
  COLD_LIVER,
  /** Red marrow stimulated by growth factors. */
  HOT_MARROW,
  /** Tracer beside the vein of the left arm; needs arms. */
  EXTRAVASATION,
  /** A hip of metal on the left. */
  METAL_HIP
}
