/**
 * The doorway: what ImageJ and Fiji load themselves, for Java 8, and the class loader behind which
 * Ranklens lives.
 */
package org.ranklens.entry;
