/**
 * The door of ImageJ and Fiji: what does the user ask, and how is the answer shown?
 *
 * <p>In: an arg of the menu ({@code score}, {@code pet}, ...), the open image and its selection, or
 * files. Out: the files that the command line writes, and windows: overlay, tables, SUV stack.
 *
 * <p>Read {@link org.ranklens.fiji.Commands} first, then {@code ScoreCommand} and {@code
 * PetCommand}; questions are asked through {@code Questions}, work is watched by {@code
 * EscapeProgress}. ImageJ gets here through the doorway in {@code src/fiji}, which keeps our
 * libraries apart from the application's.
 */
package org.ranklens.fiji;
