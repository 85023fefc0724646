package org.ranklens.pet.lesion;

import java.util.List;

/**
 * A lesion as it was found in a scan.
 *
 * @param name the user's, or empty
 * @param voi how far it reaches, on the PET's grid
 * @param warnings what the user must know about it, in words
 */
public record FoundLesion(String name, Voi voi, List<String> warnings) {

  public FoundLesion {
    warnings = List.copyOf(warnings);
  }
}
