package org.ranklens.pet.dicom;

import java.util.Locale;
import java.util.Optional;

/**
 * The attributes that Ranklens reads, by number and keyword (DICOM PS3.6). The private ones carry
 * the vendor's name: GE (0009,100D) and Siemens (0071,1022) from their conformance statements as
 * the SUV manual of Vácha et al. (2026) quotes them, Philips (7053,1000) and (7053,1009) likewise.
 */
public enum Tag {
  TRANSFER_SYNTAX_UID(0x00020010, "UI", "TransferSyntaxUID"),
  SPECIFIC_CHARACTER_SET(0x00080005, "CS", "SpecificCharacterSet"),
  IMAGE_TYPE(0x00080008, "CS", "ImageType"),
  SOP_CLASS_UID(0x00080016, "UI", "SOPClassUID"),
  SOP_INSTANCE_UID(0x00080018, "UI", "SOPInstanceUID"),
  STUDY_DATE(0x00080020, "DA", "StudyDate"),
  SERIES_DATE(0x00080021, "DA", "SeriesDate"),
  ACQUISITION_DATE(0x00080022, "DA", "AcquisitionDate"),
  CONTENT_DATE(0x00080023, "DA", "ContentDate"),
  ACQUISITION_DATE_TIME(0x0008002A, "DT", "AcquisitionDateTime"),
  STUDY_TIME(0x00080030, "TM", "StudyTime"),
  SERIES_TIME(0x00080031, "TM", "SeriesTime"),
  ACQUISITION_TIME(0x00080032, "TM", "AcquisitionTime"),
  CONTENT_TIME(0x00080033, "TM", "ContentTime"),
  MODALITY(0x00080060, "CS", "Modality"),
  MANUFACTURER(0x00080070, "LO", "Manufacturer"),
  CODE_VALUE(0x00080100, "SH", "CodeValue"),
  CODING_SCHEME_DESIGNATOR(0x00080102, "SH", "CodingSchemeDesignator"),
  CODE_MEANING(0x00080104, "LO", "CodeMeaning"),
  TIMEZONE_OFFSET_FROM_UTC(0x00080201, "SH", "TimezoneOffsetFromUTC"),
  STUDY_DESCRIPTION(0x00081030, "LO", "StudyDescription"),
  SERIES_DESCRIPTION(0x0008103E, "LO", "SeriesDescription"),
  MANUFACTURER_MODEL_NAME(0x00081090, "LO", "ManufacturerModelName"),
  REFERENCED_SERIES_SEQUENCE(0x00081115, "SQ", "ReferencedSeriesSequence"),
  REFERENCED_IMAGE_SEQUENCE(0x00081140, "SQ", "ReferencedImageSequence"),
  REFERENCED_SOP_CLASS_UID(0x00081150, "UI", "ReferencedSOPClassUID"),
  REFERENCED_SOP_INSTANCE_UID(0x00081155, "UI", "ReferencedSOPInstanceUID"),
  SOURCE_IMAGE_SEQUENCE(0x00082112, "SQ", "SourceImageSequence"),
  DERIVATION_IMAGE_SEQUENCE(0x00089124, "SQ", "DerivationImageSequence"),
  GE_SCAN_DATE_TIME(0x0009100D, "DT", "GEScanDateTime"),
  GE_ADMINISTRATION_DATE_TIME(0x0009103B, "DT", "GEAdministrationDateTime"),
  PATIENT_ID(0x00100020, "LO", "PatientID"),
  PATIENT_SEX(0x00100040, "CS", "PatientSex"),
  PATIENT_SIZE(0x00101020, "DS", "PatientSize"),
  PATIENT_WEIGHT(0x00101030, "DS", "PatientWeight"),
  CONTRAST_BOLUS_AGENT(0x00180010, "LO", "ContrastBolusAgent"),
  RADIOPHARMACEUTICAL(0x00180031, "LO", "Radiopharmaceutical"),
  SLICE_THICKNESS(0x00180050, "DS", "SliceThickness"),
  KVP(0x00180060, "DS", "KVP"),
  SPACING_BETWEEN_SLICES(0x00180088, "DS", "SpacingBetweenSlices"),
  RADIOPHARMACEUTICAL_START_TIME(0x00181072, "TM", "RadiopharmaceuticalStartTime"),
  RADIONUCLIDE_TOTAL_DOSE(0x00181074, "DS", "RadionuclideTotalDose"),
  RADIONUCLIDE_HALF_LIFE(0x00181075, "DS", "RadionuclideHalfLife"),
  RADIOPHARMACEUTICAL_START_DATE_TIME(0x00181078, "DT", "RadiopharmaceuticalStartDateTime"),
  CONVOLUTION_KERNEL(0x00181210, "SH", "ConvolutionKernel"),
  ACTUAL_FRAME_DURATION(0x00181242, "IS", "ActualFrameDuration"),
  FRAME_ACQUISITION_DATE_TIME(0x00189074, "DT", "FrameAcquisitionDateTime"),
  FRAME_REFERENCE_DATE_TIME(0x00189151, "DT", "FrameReferenceDateTime"),
  FRAME_ACQUISITION_DURATION(0x00189220, "FD", "FrameAcquisitionDuration"),
  CT_ACQUISITION_TYPE_SEQUENCE(0x00189301, "SQ", "CTAcquisitionTypeSequence"),
  CT_RECONSTRUCTION_SEQUENCE(0x00189314, "SQ", "CTReconstructionSequence"),
  CT_X_RAY_DETAILS_SEQUENCE(0x00189325, "SQ", "CTXRayDetailsSequence"),
  DECAY_CORRECTION_DATE_TIME(0x00189701, "DT", "DecayCorrectionDateTime"),
  DECAY_CORRECTED(0x00189758, "CS", "DecayCorrected"),
  ATTENUATION_CORRECTED(0x00189759, "CS", "AttenuationCorrected"),
  STUDY_INSTANCE_UID(0x0020000D, "UI", "StudyInstanceUID"),
  SERIES_INSTANCE_UID(0x0020000E, "UI", "SeriesInstanceUID"),
  SERIES_NUMBER(0x00200011, "IS", "SeriesNumber"),
  ACQUISITION_NUMBER(0x00200012, "IS", "AcquisitionNumber"),
  INSTANCE_NUMBER(0x00200013, "IS", "InstanceNumber"),
  IMAGE_POSITION_PATIENT(0x00200032, "DS", "ImagePositionPatient"),
  IMAGE_ORIENTATION_PATIENT(0x00200037, "DS", "ImageOrientationPatient"),
  FRAME_OF_REFERENCE_UID(0x00200052, "UI", "FrameOfReferenceUID"),
  FRAME_CONTENT_SEQUENCE(0x00209111, "SQ", "FrameContentSequence"),
  PLANE_POSITION_SEQUENCE(0x00209113, "SQ", "PlanePositionSequence"),
  PLANE_ORIENTATION_SEQUENCE(0x00209116, "SQ", "PlaneOrientationSequence"),
  TEMPORAL_POSITION_INDEX(0x00209128, "UL", "TemporalPositionIndex"),
  UNASSIGNED_SHARED_CONVERTED_ATTRIBUTES_SEQUENCE(
      0x00209170, "SQ", "UnassignedSharedConvertedAttributesSequence"),
  UNASSIGNED_PER_FRAME_CONVERTED_ATTRIBUTES_SEQUENCE(
      0x00209171, "SQ", "UnassignedPerFrameConvertedAttributesSequence"),
  SAMPLES_PER_PIXEL(0x00280002, "US", "SamplesPerPixel"),
  PHOTOMETRIC_INTERPRETATION(0x00280004, "CS", "PhotometricInterpretation"),
  PLANAR_CONFIGURATION(0x00280006, "US", "PlanarConfiguration"),
  NUMBER_OF_FRAMES(0x00280008, "IS", "NumberOfFrames"),
  ROWS(0x00280010, "US", "Rows"),
  COLUMNS(0x00280011, "US", "Columns"),
  PIXEL_SPACING(0x00280030, "DS", "PixelSpacing"),
  CORRECTED_IMAGE(0x00280051, "CS", "CorrectedImage"),
  BITS_ALLOCATED(0x00280100, "US", "BitsAllocated"),
  BITS_STORED(0x00280101, "US", "BitsStored"),
  HIGH_BIT(0x00280102, "US", "HighBit"),
  PIXEL_REPRESENTATION(0x00280103, "US", "PixelRepresentation"),
  RESCALE_INTERCEPT(0x00281052, "DS", "RescaleIntercept"),
  RESCALE_SLOPE(0x00281053, "DS", "RescaleSlope"),
  RESCALE_TYPE(0x00281054, "LO", "RescaleType"),
  LOSSY_IMAGE_COMPRESSION(0x00282110, "CS", "LossyImageCompression"),
  PIXEL_MEASURES_SEQUENCE(0x00289110, "SQ", "PixelMeasuresSequence"),
  PIXEL_VALUE_TRANSFORMATION_SEQUENCE(0x00289145, "SQ", "PixelValueTransformationSequence"),
  MEASUREMENT_UNITS_CODE_SEQUENCE(0x004008EA, "SQ", "MeasurementUnitsCodeSequence"),
  REAL_WORLD_VALUE_MAPPING_SEQUENCE(0x00409096, "SQ", "RealWorldValueMappingSequence"),
  REAL_WORLD_VALUE_INTERCEPT(0x00409224, "FD", "RealWorldValueIntercept"),
  REAL_WORLD_VALUE_SLOPE(0x00409225, "FD", "RealWorldValueSlope"),
  RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE(
      0x00540016, "SQ", "RadiopharmaceuticalInformationSequence"),
  NUMBER_OF_SLICES(0x00540081, "US", "NumberOfSlices"),
  NUMBER_OF_TIME_SLICES(0x00540101, "US", "NumberOfTimeSlices"),
  RADIONUCLIDE_CODE_SEQUENCE(0x00540300, "SQ", "RadionuclideCodeSequence"),
  RADIOPHARMACEUTICAL_CODE_SEQUENCE(0x00540304, "SQ", "RadiopharmaceuticalCodeSequence"),
  SERIES_TYPE(0x00541000, "CS", "SeriesType"),
  UNITS(0x00541001, "CS", "Units"),
  COUNTS_SOURCE(0x00541002, "CS", "CountsSource"),
  SUV_TYPE(0x00541006, "CS", "SUVType"),
  ATTENUATION_CORRECTION_METHOD(0x00541101, "LO", "AttenuationCorrectionMethod"),
  DECAY_CORRECTION(0x00541102, "CS", "DecayCorrection"),
  RECONSTRUCTION_METHOD(0x00541103, "LO", "ReconstructionMethod"),
  FRAME_REFERENCE_TIME(0x00541300, "DS", "FrameReferenceTime"),
  DECAY_FACTOR(0x00541321, "DS", "DecayFactor"),
  DOSE_CALIBRATION_FACTOR(0x00541322, "DS", "DoseCalibrationFactor"),
  IMAGE_INDEX(0x00541330, "US", "ImageIndex"),
  SEGMENTATION_TYPE(0x00620001, "CS", "SegmentationType"),
  SEGMENT_SEQUENCE(0x00620002, "SQ", "SegmentSequence"),
  SEGMENT_NUMBER(0x00620004, "US", "SegmentNumber"),
  SEGMENT_LABEL(0x00620005, "LO", "SegmentLabel"),
  SEGMENT_IDENTIFICATION_SEQUENCE(0x0062000A, "SQ", "SegmentIdentificationSequence"),
  REFERENCED_SEGMENT_NUMBER(0x0062000B, "US", "ReferencedSegmentNumber"),
  MAXIMUM_FRACTIONAL_VALUE(0x0062000E, "US", "MaximumFractionalValue"),
  SIEMENS_DECAY_CORRECTION_DATE_TIME(0x00711022, "DT", "SiemensDecayCorrectionDateTime"),
  CONTOUR_IMAGE_SEQUENCE(0x30060016, "SQ", "ContourImageSequence"),
  STRUCTURE_SET_ROI_SEQUENCE(0x30060020, "SQ", "StructureSetROISequence"),
  ROI_NUMBER(0x30060022, "IS", "ROINumber"),
  REFERENCED_FRAME_OF_REFERENCE_UID(0x30060024, "UI", "ReferencedFrameOfReferenceUID"),
  ROI_NAME(0x30060026, "LO", "ROIName"),
  ROI_CONTOUR_SEQUENCE(0x30060039, "SQ", "ROIContourSequence"),
  CONTOUR_SEQUENCE(0x30060040, "SQ", "ContourSequence"),
  CONTOUR_GEOMETRIC_TYPE(0x30060042, "CS", "ContourGeometricType"),
  NUMBER_OF_CONTOUR_POINTS(0x30060046, "IS", "NumberOfContourPoints"),
  CONTOUR_DATA(0x30060050, "DS", "ContourData"),
  REFERENCED_ROI_NUMBER(0x30060084, "IS", "ReferencedROINumber"),
  SHARED_FUNCTIONAL_GROUPS_SEQUENCE(0x52009229, "SQ", "SharedFunctionalGroupsSequence"),
  PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE(0x52009230, "SQ", "PerFrameFunctionalGroupsSequence"),
  PHILIPS_SUV_SCALE_FACTOR(0x70531000, "DS", "PhilipsSUVScaleFactor"),
  PHILIPS_ACTIVITY_CONCENTRATION_SCALE_FACTOR(
      0x70531009, "DS", "PhilipsActivityConcentrationScaleFactor"),
  EXTENDED_OFFSET_TABLE(0x7FE00001, "OV", "ExtendedOffsetTable"),
  PIXEL_DATA(0x7FE00010, "OW", "PixelData");

  private static final Tag[] BY_NUMBER = values();

  private final int number;
  private final String vr;
  private final String keyword;

  Tag(int number, String vr, String keyword) {
    this.number = number;
    this.vr = vr;
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

  /** Returns the value representation, which implicit files don't tell. */
  String vr() {
    return vr;
  }

  /** Returns number and keyword as messages show them: {@code (0010,1030) PatientWeight}. */
  public String label() {
    return label(number) + " " + keyword;
  }

  /** Returns any attribute's number as {@code (gggg,eeee)}. */
  static String label(int number) {
    return "(" + hex(number >>> 16) + "," + hex(number & 0xFFFF) + ")";
  }

  private static String hex(int half) {
    String digits = Integer.toHexString(half).toUpperCase(Locale.ROOT);
    return "0".repeat(4 - digits.length()) + digits;
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
