package org.ranklens.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Column names are an interface: a change here goes into the changelog. */
class ColumnsTest {

  @Test
  void theColumnsOfCellsArePinned() {
    assertThat(String.join(",", Columns.CELLS))
        .isEqualTo(
            "case,slide,marker,roi,cell_id,population,x_px,y_px,x_um,y_um,nuclei,nucleus_area_um2,"
                + "cytoplasm_area_um2,cell_area_um2,nucleus_dab_od_mean,cytoplasm_dab_od_mean,"
                + "cytoplasm_dab_od_max,intensity_class,cytoplasm_dab_od_median,"
                + "cytoplasm_positive_fraction");
  }

  @Test
  void theColumnsOfSlidesArePinned() {
    assertThat(String.join(",", Columns.IHC))
        .startsWith(
            "case,timepoint,slide,marker,roi,population,tissue_area_mm2,cells,class_0,class_1,"
                + "class_2,class_3,positive_percent,h_score,allred_proportion,allred_intensity,"
                + "allred_total,irs_percentage,irs_intensity,irs_total,irs_category,protocol,call,"
                + "status,reason");
  }

  @Test
  void theColumnsOfPetTablesArePinned() {
    assertThat(String.join(",", Columns.SUV))
        .startsWith("case,timepoint,series_uid_hash,manufacturer,units,decay_correction,suv_type");
    assertThat(String.join(",", Columns.LESIONS))
        .startsWith("case,timepoint,date,lesion,x_mm,y_mm,z_mm,voxels,mtv_ml,suvbw_max");
    assertThat(String.join(",", Columns.RESPONSE))
        .startsWith("case,from,to,criterion,metric,baseline_value,followup_value,change_percent");
    assertThat(String.join(",", Columns.REGISTRATION))
        .startsWith("case,from,to,voi,from_x_mm,from_y_mm,from_z_mm,to_x_mm,to_y_mm,to_z_mm");
  }

  @Test
  void numbersAreRoundedWithoutExponentOrNegativeZero() {
    assertThat(Row.decimal(-0.00001, 4)).isEqualTo("0.0000");
    assertThat(Row.decimal(1e9, 2)).isEqualTo("1000000000.00");
    assertThat(Row.decimal(0.125, 2)).isEqualTo("0.12");
  }
}
