package org.ranklens.pet.lesion;

/**
 * A lesion known from an earlier scan.
 *
 * @param name its name
 * @param voi where it lay there
 * @param isNew whether it appeared after the first time point
 */
public record Tracked(String name, Voi voi, boolean isNew) {}
