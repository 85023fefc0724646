package org.ranklens.pet.suv;

import java.util.OptionalDouble;
import org.ranklens.RefusedException;

/**
 * Lean and ideal body weight and body surface, by the formulae that the manual lists under "Units =
 * GML" and "CM2ML", which are those of DICOM's (0054,1006) SUVType.
 */
enum BodyMeasure {
  /** Morgan: DICOM's LBM. */
  LEAN_MORGAN {
    @Override
    double of(double kg, double cm, boolean male) {
      double ratio = kg / cm;
      return male ? 1.10 * kg - 120 * ratio * ratio : 1.07 * kg - 148 * ratio * ratio;
    }
  },
  /** James: DICOM's LBMJAMES128. */
  LEAN_JAMES {
    @Override
    double of(double kg, double cm, boolean male) {
      double ratio = kg / cm;
      return male ? 1.10 * kg - 128 * ratio * ratio : 1.07 * kg - 148 * ratio * ratio;
    }
  },
  /** Janmahasatian: DICOM's LBMJANMA. */
  LEAN_JANMAHASATIAN {
    @Override
    double of(double kg, double cm, boolean male) {
      double bmi = kg / (cm * cm / 1e4);
      return male ? 9270 * kg / (6680 + 216 * bmi) : 9270 * kg / (8780 + 244 * bmi);
    }
  },
  /** Ideal body weight as Sugawara gives it: DICOM's IBW. */
  IDEAL {
    @Override
    double of(double kg, double cm, boolean male) {
      return male ? 48.0 + 1.06 * (cm - 152) : 45.5 + 0.91 * (cm - 152);
    }
  },
  /** Body surface by Du Bois in m2, of both sexes: DICOM's BSA. */
  SURFACE_M2 {
    @Override
    double of(double kg, double cm, boolean male) {
      return 0.007184 * Math.pow(cm, 0.725) * Math.pow(kg, 0.425);
    }
  };

  /** The measure in kg (the surface in m2). */
  abstract double of(double kg, double cm, boolean male);

  static BodyMeasure lean(LeanBodyFormula formula) {
    return switch (formula) {
      case JANMAHASATIAN -> LEAN_JANMAHASATIAN;
      case JAMES -> LEAN_JAMES;
      case MORGAN -> LEAN_MORGAN;
    };
  }

  /** What an SUV by body weight is multiplied by: measure / weight, cm2 / g for the surface. */
  double perBodyWeight(double kg, double heightM, Sex sex) {
    double cm = heightM * 100;
    double measure =
        switch (sex) {
          case MALE -> of(kg, cm, true);
          case FEMALE -> of(kg, cm, false);
          case OTHER -> (of(kg, cm, true) + of(kg, cm, false)) / 2;
        };
    return this == SURFACE_M2 ? measure * 1e4 / (kg * 1e3) : measure / kg;
  }

  double perBodyWeight(Patient patient) throws RefusedException {
    double kg = patient.requireWeightKg();
    double height = patient.requireHeightM();
    Sex sex = this == SURFACE_M2 ? Sex.OTHER : patient.requireSex();
    double factor = perBodyWeight(kg, height, sex);
    if (!(factor > 0)) {
      throw patient
          .set()
          .refusal(
              "weight %s kg and height %s m give no positive body measure".formatted(kg, height),
              org.ranklens.pet.dicom.Tag.PATIENT_SIZE,
              PatientOverrides.GIVE_MEASURES);
    }
    return factor;
  }

  /** The factor, or empty where the header tells too little for it. */
  private OptionalDouble ifKnown(Patient patient) {
    try {
      return OptionalDouble.of(perBodyWeight(patient));
    } catch (RefusedException e) {
      return OptionalDouble.empty();
    }
  }

  static BodyFactors factors(Patient patient, LeanBodyFormula formula) {
    return new BodyFactors(
        lean(formula).ifKnown(patient), SURFACE_M2.ifKnown(patient), IDEAL.ifKnown(patient));
  }
}
