package org.ranklens.pet.dicom;

import java.util.Locale;
import java.util.Optional;

/**
 * The attributes that Ranklens reads, by number and keyword (DICOM PS3.6). The private ones carry
 * the vendor's name: GE (0009,100D) and Siemens (0071,1022) from their conformance statements as
 * the SUV manual of Vácha et al. (2026) quotes them, Philips (7053,1000) and (7053,1009) likewise.
 */
public enum Tag {
  TRANSFER_SYNTAX_UID(0x00020010, "TransferSyntaxUID"),
  SPECIFIC_CHARACTER_SET(0x00080005, "SpecificCharacterSet"),
  IMAGE_TYPE(0x00080008, "ImageType"),
  SOP_CLASS_UID(0x00080016, "SOPClassUID"),
  SOP_INSTANCE_UID(0x00080018, "SOPInstanceUID"),
  STUDY_DATE(0x00080020, "StudyDate"),
  SERIES_DATE(0x00080021, "SeriesDate"),
  ACQUISITION_DATE(0x00080022, "AcquisitionDate"),
  CONTENT_DATE(0x00080023, "ContentDate"),
  ACQUISITION_DATE_TIME(0x0008002A, "AcquisitionDateTime"),
  STUDY_TIME(0x00080030, "StudyTime"),
  SERIES_TIME(0x00080031, "SeriesTime"),
  ACQUISITION_TIME(0x00080032, "AcquisitionTime"),
  CONTENT_TIME(0x00080033, "ContentTime"),
  MODALITY(0x00080060, "Modality"),
  MANUFACTURER(0x00080070, "Manufacturer"),
  CODE_VALUE(0x00080100, "CodeValue"),
  CODING_SCHEME_DESIGNATOR(0x00080102, "CodingSchemeDesignator"),
  CODE_MEANING(0x00080104, "CodeMeaning"),
  TIMEZONE_OFFSET_FROM_UTC(0x00080201, "TimezoneOffsetFromUTC"),
  STUDY_DESCRIPTION(0x00081030, "StudyDescription"),
  SERIES_DESCRIPTION(0x0008103E, "SeriesDescription"),
  MANUFACTURER_MODEL_NAME(0x00081090, "ManufacturerModelName"),
  REFERENCED_SERIES_SEQUENCE(0x00081115, "ReferencedSeriesSequence"),
  REFERENCED_IMAGE_SEQUENCE(0x00081140, "ReferencedImageSequence"),
  REFERENCED_SOP_CLASS_UID(0x00081150, "ReferencedSOPClassUID"),
  REFERENCED_SOP_INSTANCE_UID(0x00081155, "ReferencedSOPInstanceUID"),
  SOURCE_IMAGE_SEQUENCE(0x00082112, "SourceImageSequence"),
  DERIVATION_IMAGE_SEQUENCE(0x00089124, "DerivationImageSequence"),
  GE_SCAN_DATE_TIME(0x0009100D, "GEScanDateTime"),
  PATIENT_ID(0x00100020, "PatientID"),
  PATIENT_SEX(0x00100040, "PatientSex"),
  PATIENT_SIZE(0x00101020, "PatientSize"),
  PATIENT_WEIGHT(0x00101030, "PatientWeight"),
  CONTRAST_BOLUS_AGENT(0x00180010, "ContrastBolusAgent"),
  RADIOPHARMACEUTICAL(0x00180031, "Radiopharmaceutical"),
  SLICE_THICKNESS(0x00180050, "SliceThickness"),
  KVP(0x00180060, "KVP"),
  SPACING_BETWEEN_SLICES(0x00180088, "SpacingBetweenSlices"),
  RADIOPHARMACEUTICAL_START_TIME(0x00181072, "RadiopharmaceuticalStartTime"),
  RADIONUCLIDE_TOTAL_DOSE(0x00181074, "RadionuclideTotalDose"),
  RADIONUCLIDE_HALF_LIFE(0x00181075, "RadionuclideHalfLife"),
  RADIOPHARMACEUTICAL_START_DATE_TIME(0x00181078, "RadiopharmaceuticalStartDateTime"),
  CONVOLUTION_KERNEL(0x00181210, "ConvolutionKernel"),
  ACTUAL_FRAME_DURATION(0x00181242, "ActualFrameDuration"),
  FRAME_ACQUISITION_DATE_TIME(0x00189074, "FrameAcquisitionDateTime"),
  FRAME_REFERENCE_DATE_TIME(0x00189151, "FrameReferenceDateTime"),
  FRAME_ACQUISITION_DURATION(0x00189220, "FrameAcquisitionDuration"),
  CT_ACQUISITION_TYPE_SEQUENCE(0x00189301, "CTAcquisitionTypeSequence"),
  CT_RECONSTRUCTION_SEQUENCE(0x00189314, "CTReconstructionSequence"),
  CTX_RAY_DETAILS_SEQUENCE(0x00189325, "CTXRayDetailsSequence"),
  DECAY_CORRECTION_DATE_TIME(0x00189701, "DecayCorrectionDateTime"),
  DECAY_CORRECTED(0x00189758, "DecayCorrected"),
  ATTENUATION_CORRECTED(0x00189759, "AttenuationCorrected"),
  STUDY_INSTANCE_UID(0x0020000D, "StudyInstanceUID"),
  SERIES_INSTANCE_UID(0x0020000E, "SeriesInstanceUID"),
  SERIES_NUMBER(0x00200011, "SeriesNumber"),
  ACQUISITION_NUMBER(0x00200012, "AcquisitionNumber"),
  INSTANCE_NUMBER(0x00200013, "InstanceNumber"),
  IMAGE_POSITION_PATIENT(0x00200032, "ImagePositionPatient"),
  IMAGE_ORIENTATION_PATIENT(0x00200037, "ImageOrientationPatient"),
  FRAME_OF_REFERENCE_UID(0x00200052, "FrameOfReferenceUID"),
  FRAME_CONTENT_SEQUENCE(0x00209111, "FrameContentSequence"),
  PLANE_POSITION_SEQUENCE(0x00209113, "PlanePositionSequence"),
  PLANE_ORIENTATION_SEQUENCE(0x00209116, "PlaneOrientationSequence"),
  TEMPORAL_POSITION_INDEX(0x00209128, "TemporalPositionIndex"),
  SAMPLES_PER_PIXEL(0x00280002, "SamplesPerPixel"),
  PHOTOMETRIC_INTERPRETATION(0x00280004, "PhotometricInterpretation"),
  PLANAR_CONFIGURATION(0x00280006, "PlanarConfiguration"),
  NUMBER_OF_FRAMES(0x00280008, "NumberOfFrames"),
  ROWS(0x00280010, "Rows"),
  COLUMNS(0x00280011, "Columns"),
  PIXEL_SPACING(0x00280030, "PixelSpacing"),
  CORRECTED_IMAGE(0x00280051, "CorrectedImage"),
  BITS_ALLOCATED(0x00280100, "BitsAllocated"),
  BITS_STORED(0x00280101, "BitsStored"),
  HIGH_BIT(0x00280102, "HighBit"),
  PIXEL_REPRESENTATION(0x00280103, "PixelRepresentation"),
  RESCALE_INTERCEPT(0x00281052, "RescaleIntercept"),
  RESCALE_SLOPE(0x00281053, "RescaleSlope"),
  RESCALE_TYPE(0x00281054, "RescaleType"),
  LOSSY_IMAGE_COMPRESSION(0x00282110, "LossyImageCompression"),
  PIXEL_MEASURES_SEQUENCE(0x00289110, "PixelMeasuresSequence"),
  PIXEL_VALUE_TRANSFORMATION_SEQUENCE(0x00289145, "PixelValueTransformationSequence"),
  MEASUREMENT_UNITS_CODE_SEQUENCE(0x004008EA, "MeasurementUnitsCodeSequence"),
  REAL_WORLD_VALUE_MAPPING_SEQUENCE(0x00409096, "RealWorldValueMappingSequence"),
  REAL_WORLD_VALUE_INTERCEPT(0x00409224, "RealWorldValueIntercept"),
  REAL_WORLD_VALUE_SLOPE(0x00409225, "RealWorldValueSlope"),
  RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE(0x00540016, "RadiopharmaceuticalInformationSequence"),
  NUMBER_OF_SLICES(0x00540081, "NumberOfSlices"),
  NUMBER_OF_TIME_SLICES(0x00540101, "NumberOfTimeSlices"),
  RADIONUCLIDE_CODE_SEQUENCE(0x00540300, "RadionuclideCodeSequence"),
  RADIOPHARMACEUTICAL_CODE_SEQUENCE(0x00540304, "RadiopharmaceuticalCodeSequence"),
  SERIES_TYPE(0x00541000, "SeriesType"),
  UNITS(0x00541001, "Units"),
  COUNTS_SOURCE(0x00541002, "CountsSource"),
  SUV_TYPE(0x00541006, "SUVType"),
  ATTENUATION_CORRECTION_METHOD(0x00541101, "AttenuationCorrectionMethod"),
  DECAY_CORRECTION(0x00541102, "DecayCorrection"),
  RECONSTRUCTION_METHOD(0x00541103, "ReconstructionMethod"),
  FRAME_REFERENCE_TIME(0x00541300, "FrameReferenceTime"),
  DECAY_FACTOR(0x00541321, "DecayFactor"),
  DOSE_CALIBRATION_FACTOR(0x00541322, "DoseCalibrationFactor"),
  IMAGE_INDEX(0x00541330, "ImageIndex"),
  SEGMENTATION_TYPE(0x00620001, "SegmentationType"),
  SEGMENT_SEQUENCE(0x00620002, "SegmentSequence"),
  SEGMENT_NUMBER(0x00620004, "SegmentNumber"),
  SEGMENT_LABEL(0x00620005, "SegmentLabel"),
  SEGMENT_IDENTIFICATION_SEQUENCE(0x0062000A, "SegmentIdentificationSequence"),
  REFERENCED_SEGMENT_NUMBER(0x0062000B, "ReferencedSegmentNumber"),
  MAXIMUM_FRACTIONAL_VALUE(0x0062000E, "MaximumFractionalValue"),
  SIEMENS_DECAY_CORRECTION_DATE_TIME(0x00711022, "SiemensDecayCorrectionDateTime"),
  CONTOUR_IMAGE_SEQUENCE(0x30060016, "ContourImageSequence"),
  STRUCTURE_SET_ROI_SEQUENCE(0x30060020, "StructureSetROISequence"),
  ROI_NUMBER(0x30060022, "ROINumber"),
  REFERENCED_FRAME_OF_REFERENCE_UID(0x30060024, "ReferencedFrameOfReferenceUID"),
  ROI_NAME(0x30060026, "ROIName"),
  ROI_CONTOUR_SEQUENCE(0x30060039, "ROIContourSequence"),
  CONTOUR_SEQUENCE(0x30060040, "ContourSequence"),
  CONTOUR_GEOMETRIC_TYPE(0x30060042, "ContourGeometricType"),
  NUMBER_OF_CONTOUR_POINTS(0x30060046, "NumberOfContourPoints"),
  CONTOUR_DATA(0x30060050, "ContourData"),
  REFERENCED_ROI_NUMBER(0x30060084, "ReferencedROINumber"),
  SHARED_FUNCTIONAL_GROUPS_SEQUENCE(0x52009229, "SharedFunctionalGroupsSequence"),
  PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE(0x52009230, "PerFrameFunctionalGroupsSequence"),
  PHILIPS_SUV_SCALE_FACTOR(0x70531000, "PhilipsSUVScaleFactor"),
  PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR(
      0x70531009, "PhilipsActivityConcentrationScaleFactor"),
  EXTENDED_OFFSET_TABLE(0x7FE00001, "ExtendedOffsetTable"),
  PIXEL_DATA(0x7FE00010, "PixelData");

  private static final Tag[] BY_NUMBER = values();

  private final int number;
  private final String keyword;

  Tag(int number, String keyword) {
    this.number = number;
    this.keyword = keyword;
  }

  /** Returns group and element in one number, group first. */
  public int number() {
    return number;
  }

  /** Returns the keyword of the standard, such as {@code PatientWeight}. */
  public String keyword() {
    return keyword;
  }

  /** Returns number and keyword as messages show them: {@code (0010,1030) PatientWeight}. */
  public String label() {
    return label(number) + " " + keyword;
  }

  /** Returns any attribute's number as {@code (gggg,eeee)}. */
  static String label(int number) {
    return String.format(Locale.ROOT, "(%04X,%04X)", number >>> 16, number & 0xFFFF);
  }

  /** Returns the tag of a number, if it is one that Ranklens reads. */
  static Optional<Tag> of(int number) {
    int low = 0;
    int high = BY_NUMBER.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compareUnsigned(BY_NUMBER[middle].number, number);
      if (order == 0) {
        return Optional.of(BY_NUMBER[middle]);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }
}
