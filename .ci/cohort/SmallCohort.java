import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ranklens.phantom.ihc.FieldSettings;
import org.ranklens.phantom.ihc.IhcPhantom;
import org.ranklens.phantom.ihc.IhcPhantomSettings;
import org.ranklens.phantom.ihc.StainPattern;

/** Writes a manifest of eight items: six small phantom slides, a truncated one, and the PET/CT of the sample case. */
final class SmallCohort {

  private SmallCohort() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    String scans = Path.of(args[1]).toAbsolutePath().toString();
    StringBuilder manifest = new StringBuilder("case,timepoint,date,kind,marker,path,roi\n");
    for (int i = 1; i <= 6; i++) {
      StainPattern pattern = i % 2 == 0 ? StainPattern.RANKL : StainPattern.RANK;
      Path slide = folder.resolve("slide-" + i + ".tif");
      FieldSettings field = new FieldSettings(700, 500 + 20 * i, 0.5, 40);
      IhcPhantom.writeSlide(
          IhcPhantom.render(IhcPhantomSettings.of(pattern, i).withField(field)), slide);
      String caseCode = "case-" + (1 + i / 3);
      manifest.append(caseCode + ",baseline,2024-02-29,ihc," + pattern + "," + slide.getFileName() + ",\n");
      if (i == 2) {
        byte[] bytes = Files.readAllBytes(slide);
        Files.write(folder.resolve("broken.tif"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        manifest.append(caseCode + ",biopsy-2,2024-04-01,ihc,RANK,broken.tif,\n");
        manifest.append(caseCode + ",baseline,2024-03-05,petct,," + scans + "/baseline,\n");
      }
    }
    manifest.append("case-1,followup,2024-09-17,petct,," + scans + "/followup,\n");
    Files.writeString(folder.resolve("cohort.csv"), manifest);
  }
}
