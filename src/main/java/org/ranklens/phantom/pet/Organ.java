package org.ranklens.phantom.pet;

/**
 * A solid and what it is made of; later organs replace earlier ones where they overlap.
 *
 * @param name what it is
 * @param shape where it is, in the straight body
 * @param suv uptake, g/ml
 * @param hu density on CT
 */
record Organ(String name, Shape shape, double suv, double hu) {}
