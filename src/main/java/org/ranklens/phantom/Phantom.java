package org.ranklens.phantom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.RenderedField;
import org.ranklens.phantom.ihc.StainPattern;
import org.ranklens.phantom.pet.Outcome;
import org.ranklens.phantom.pet.PetPhantom;
import org.ranklens.phantom.pet.PetPhantomSettings;
import org.ranklens.phantom.pet.PetTruth;

/** Writes a whole synthetic case: two slides, PET/CT before and after therapy, and their truth. */
public final class Phantom {

  /** The name of the manifest within the folder. */
  public static final String MANIFEST = "case.csv";

  private static final String HEADER = "case,timepoint,date,kind,marker,path,roi,role\n";

  private Phantom() {}

  /**
   * Writes the case into a folder, which is made where it is missing; files of the same names are
   * replaced. One seed gives the same bytes on every machine.
   *
   * @param folder where to
   * @param seed any number
   * @return the manifest
   */
  public static Path writeCase(Path folder, long seed) throws IOException {
    Files.createDirectories(folder);
    writeSlide(folder, "rank", StainPattern.RANK, seed);
    writeSlide(folder, "rankl", StainPattern.RANKL, seed + 1);
    PetPhantomSettings pet = PetPhantomSettings.chest(seed, Outcome.CMR);
    PetTruth truth = PetPhantom.write(pet, folder.resolve("petct"));
    PetPhantom.writeTruth(truth, folder.resolve("petct.truth.json"));
    Path manifest = folder.resolve(MANIFEST);
    Files.write(manifest, manifest(pet).getBytes(StandardCharsets.UTF_8));
    return manifest;
  }

  private static void writeSlide(Path folder, String name, StainPattern pattern, long seed)
      throws IOException {
    RenderedField field = IhcPhantom.render(IhcPhantomSettings.of(pattern, seed));
    IhcPhantom.writeSlide(field, folder.resolve(name + ".tif"));
    IhcPhantom.writeTruth(field, folder.resolve(name + ".truth.json"));
  }

  private static String manifest(PetPhantomSettings pet) {
    LocalDate before = pet.baseline().date();
    LocalDate biopsy = before.minusDays(5);
    return HEADER
        + row("baseline", biopsy, "ihc", "RANK", "rank.tif")
        + row("baseline", biopsy, "ihc", "RANKL", "rankl.tif")
        + row("baseline", before, "petct", "", "petct/baseline")
        + row("followup", pet.followup().date(), "petct", "", "petct/followup");
  }

  private static String row(
      String timepoint, LocalDate date, String kind, String marker, String path) {
    return String.join(",", "case-01", timepoint, date.toString(), kind, marker, path, "", "")
        + "\n";
  }
}
