package org.ranklens.phantom.pet;

/** What is really in a study, before and after. */
public record PetTruth(PetPhantomSettings settings, ScanTruth baseline, ScanTruth followup) {}
