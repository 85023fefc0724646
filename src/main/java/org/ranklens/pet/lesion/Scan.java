package org.ranklens.pet.lesion;

import java.util.Optional;
import org.ranklens.pet.dicom.CtVolume;
import org.ranklens.pet.suv.SuvVolume;

/**
 * One scan's voxels.
 *
 * @param suv its SUVs
 * @param ct the CT of the same frame of reference, if there is one
 */
public record Scan(SuvVolume suv, Optional<CtVolume> ct) {}
