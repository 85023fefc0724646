package org.ranklens.phantom.pet;

/** How much of the body is scanned. */
public enum View {
  /** Neck to liver dome, no organ but the liver much above background; three lesions. */
  CHEST,
  /** Head to thighs; brain, heart, kidneys and bladder take up tracer; five lesions. */
  WHOLE_BODY,
  /** Pelvis and hips with a hot bladder: neither lungs nor liver; two lesions. */
  PELVIS
}
