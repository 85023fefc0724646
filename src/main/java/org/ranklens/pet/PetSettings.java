package org.ranklens.pet;

import java.util.Objects;
import org.ranklens.pet.lesion.LesionSettings;
import org.ranklens.pet.response.ResponseSettings;
import org.ranklens.pet.suv.SuvSettings;

/**
 * How PET/CT is analysed.
 *
 * @param suv how SUVs are computed
 * @param lesion how lesions are found
 * @param response how response is judged
 */
public record PetSettings(SuvSettings suv, LesionSettings lesion, ResponseSettings response) {

  public PetSettings {
    Objects.requireNonNull(suv, "suv");
    Objects.requireNonNull(lesion, "lesion");
    Objects.requireNonNull(response, "response");
  }

  /** Returns the defaults. */
  public static PetSettings defaults() {
    return new PetSettings(
        SuvSettings.defaults(), LesionSettings.defaults(), ResponseSettings.defaults());
  }
}
