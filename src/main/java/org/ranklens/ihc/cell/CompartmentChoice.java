package org.ranklens.ihc.cell;

/** How the compartment that a slide is scored by is chosen. */
public enum CompartmentChoice {
  /** By the slide: are nuclei browner than what is around them? */
  AUTO,
  CYTOPLASM,
  NUCLEUS
}
