package org.ranklens.report;

import java.util.List;

/** The columns of every table: an interface that scripts of the labs read. */
public final class Columns {

  /** A row per cell. */
  public static final List<String> CELLS =
      list(
          "case,slide,marker,roi,cell_id,population,x_px,y_px,x_um,y_um,nuclei,nucleus_area_um2,"
              + "cytoplasm_area_um2,cell_area_um2,nucleus_dab_od_mean,cytoplasm_dab_od_mean,"
              + "cytoplasm_dab_od_max,intensity_class,cytoplasm_dab_od_median,"
              + "cytoplasm_positive_fraction");

  /** A row per slide, region and population. */
  public static final List<String> IHC =
      list(
          "case,timepoint,slide,marker,roi,population,tissue_area_mm2,cells,class_0,class_1,"
              + "class_2,class_3,positive_percent,h_score,allred_proportion,allred_intensity,"
              + "allred_total,irs_percentage,irs_intensity,irs_total,irs_category,protocol,call,"
              + "status,reason,cells_without_cytoplasm,cells_per_mm2,positive_percent_low,"
              + "positive_percent_high,h_score_low,h_score_high,allred_total_low,allred_total_high,"
              + "irs_total_low,irs_total_high,interval_blocks,interval_block_um,nuclei_min,"
              + "nuclei_median,nuclei_max,nuclei_histogram,excluded_pen_mm2,excluded_fold_mm2,"
              + "excluded_bubble_mm2,excluded_out_of_focus_mm2,excluded_pigment_mm2,role,batch,"
              + "negative_control,"
              + "negative_control_percent,negative_control_h_score,positive_control,"
              + "positive_control_percent,zone_high_positive_percent,zone_positive_percent,"
              + "zone_low_positive_percent,zone_negative_percent,zone_score,zone_category,"
              + "staining_index_squares,staining_index_p25,staining_index_median,"
              + "staining_index_p75");

  /** A row per protocol, population and call. */
  public static final List<String> COHORT =
      list(
          "marker,protocol,protocol_population,population,call,cases,called,percent,percent_low,"
              + "percent_high,published_cases,published_called,published_percent,published_low,"
              + "published_high,published_source,notes,status,reason");

  /** A row per PET series. */
  public static final List<String> SUV =
      list(
          "case,timepoint,series_uid_hash,manufacturer,units,decay_correction,suv_type,factor_min,"
              + "factor_max,reference_time,reference_time_rule,uptake_minutes,"
              + "candidate_spread_percent,suv_min,suv_median,suv_max,mask_voxels,status,reason,"
              + "radiopharmaceutical,administered_mbq,weight_kg,notes");

  /** A row per lesion and time point. */
  public static final List<String> LESIONS =
      list(
          "case,timepoint,date,lesion,x_mm,y_mm,z_mm,voxels,mtv_ml,suvbw_max,suvbw_mean,"
              + "suvbw_peak_local,suvbw_peak_global,sul_peak,tlg_g,site_suvbw_max,hu_mean,"
              + "hu_median,hu_p90,calcified_ml_over_200hu,calcified_fraction_over_200hu,status,"
              + "reason,new_lesion,longest_mm,suvbsa_max,hu_p10,hu_max,calcified_ml_over_130hu,"
              + "calcified_fraction_over_130hu,calcified_ml_over_300hu,"
              + "calcified_fraction_over_300hu,metal_ml");

  /** A row per pair of time points and criterion. */
  public static final List<String> RESPONSE =
      list(
          "case,from,to,criterion,metric,baseline_value,followup_value,change_percent,new_lesions,"
              + "category,comparability,rule,hu_change_mean,hu_change_median,calcified_change_ml,"
              + "calcification,status,reason");

  /** A row per pair of time points and VOI. */
  public static final List<String> REGISTRATION =
      list(
          "case,from,to,voi,from_x_mm,from_y_mm,from_z_mm,to_x_mm,to_y_mm,to_z_mm,rotation_deg,"
              + "correlation,residual_mm,status,reason");

  private Columns() {}

  private static List<String> list(String names) {
    return List.of(names.split(","));
  }
}
