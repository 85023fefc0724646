package org.ranklens.pet.suv;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the scan was done, so that two scans can be told comparable or not.
 *
 * @param date of the series, or of the study
 * @param patientHash a digest of (0010,0020), so that two scans can be told to be of one patient;
 *     or empty
 * @param manufacturer (0008,0070), or empty
 * @param model (0008,1090), or empty
 * @param reconstruction (0054,1103), or empty
 * @param radiopharmaceutical (0018,0031) or its code's meaning, or empty
 * @param administeredBq administered activity as used
 * @param weightKg body weight as used
 * @param uptakeMinutes from injection to the reference time
 */
public record ScanConditions(
    Optional<LocalDate> date,
    String patientHash,
    String manufacturer,
    String model,
    String reconstruction,
    String radiopharmaceutical,
    OptionalDouble administeredBq,
    OptionalDouble weightKg,
    OptionalDouble uptakeMinutes) {}
