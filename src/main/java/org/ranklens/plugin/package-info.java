/**
 * Libraries that are absent at compile time: where are they, and how are they called?
 *
 * <p>In: folders of jars. Out: implementations of our own interfaces, bound by reflection. It knows
 * nothing of what the libraries are for.
 */
package org.ranklens.plugin;
