package org.ranklens.pet.lesion;

/**
 * A lesion known from an earlier scan.
 *
 * @param name its name
 * @param voi where it lay there
 */
public record Tracked(String name, Voi voi) {}
