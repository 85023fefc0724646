package org.ranklens.phantom.pet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PetPhantomTest {

  private static final PetPhantomSettings SMALL = small(Outcome.CMR);

  private static PetPhantomSettings small(Outcome outcome) {
    PetPhantomSettings chest = PetPhantomSettings.chest(4, outcome);
    VoxelGrid pet = VoxelGrid.centred(64, 36, 6, 6, -20);
    VoxelGrid ct = VoxelGrid.centred(96, 36, 4, 6, -20);
    return chest.withVisits(onGrids(chest.baseline(), pet, ct), onGrids(chest.followup(), pet, ct));
  }

  private static ScanSettings onGrids(ScanSettings scan, VoxelGrid pet, VoxelGrid ct) {
    return new ScanSettings(
        scan.injection(), scan.uptakeSeconds(), scan.injectedBq(), scan.weightKg(), pet, ct);
  }

  @Test
  void oneSuvIsTheInjectedActivityPerGramDecayedToTheStart() {
    // By hand: 372 MBq / 78,500 g = 4738.8535 Bq/ml; times 2^(-3720 / 6586.2) is what is left.
    double atStart = 372e6 / 78_500 * Math.pow(2, -3720 / 6586.2);
    assertThat(stored(Vendor.GE, Decay.ADMIN)).isCloseTo(4738.8535, within(1e-4));
    assertThat(stored(Vendor.GE, Decay.START)).isCloseTo(atStart, within(1e-6));
    assertThat(stored(Vendor.PHILIPS, Decay.START)).isCloseTo(atStart / 1.73, within(1e-6));
  }

  @Test
  void uncorrectedSlicesHaveDecayedToTheMiddleOfTheirBed() {
    // A bed of 180 s loses 1.9 % of its activity; its average is that of nearly its middle.
    double start = stored(Vendor.GE, Decay.START);
    double topSlice =
        new Scanner(settings(Vendor.GE, Decay.NONE), SMALL.baseline()).storedPerSuv(35);
    assertThat(topSlice / start).isCloseTo(Math.pow(2, -90 / 6586.2), within(2e-5));
  }

  private static double stored(Vendor vendor, Decay decay) {
    return new Scanner(settings(vendor, decay), SMALL.baseline()).storedPerSuv(0);
  }

  private static PetPhantomSettings settings(Vendor vendor, Decay decay) {
    return SMALL.withScanner(vendor, decay, Syntax.EXPLICIT_LITTLE_ENDIAN);
  }

  @Test
  void everySliceHasASlopeOfItsOwnAndKeepsTheUptake() {
    VoxelGrid grid = VoxelGrid.centred(8, 2, 4, 4, 0);
    float[] suv = new float[grid.voxels()];
    suv[3] = 4;
    suv[70] = 1;
    PetVolume volume = PetVolume.quantised(suv, grid, new Scanner(SMALL, SMALL.baseline()));
    assertThat(volume.slopes[0]).isNotEqualTo(volume.slopes[1]);
    assertThat(volume.suv[3]).isCloseTo(4, within(1e-4f));
    assertThat(volume.suv[70]).isCloseTo(1, within(1e-4f));
  }

  @Test
  void aPlaceComesBackFromThePostureItWasPutInto() {
    PostureMap map = new Posture(8, -6, 15, 2, -2, 4, 10).map();
    double[] p = new double[3];
    for (double z : List.of(-300.0, 60.0, 128.0, 154.0, 260.0)) {
      map.toScanner(12, 40, z, p);
      map.toBody(p[0], p[1], p[2], p);
      assertThat(p).containsExactly(new double[] {12, 40, z}, within(1e-6));
    }
    map.toScanner(0, 0, 0, p);
    assertThat(p).containsExactly(new double[] {8, -6, 15}, within(1e-9));
  }

  @Test
  void turnsGoAboutTheAxesOneAfterTheOther() {
    // A quarter turn about x takes y to z; about z it takes x to y.
    double[] p = new double[3];
    new Posture(0, 0, 0, 90, 0, 0, 0).map().toScanner(0, 1, 0, p);
    assertThat(p).containsExactly(new double[] {0, 0, 1}, within(1e-12));
    new Posture(0, 0, 0, 90, 0, 90, 0).map().toScanner(1, 0, 0, p);
    assertThat(p).containsExactly(new double[] {0, 1, 0}, within(1e-12));
  }

  @Test
  void outcomesShowInTheTruth(@TempDir Path folder) throws IOException {
    assertThat(change(Outcome.CMR, folder)).isLessThan(-85);
    assertThat(change(Outcome.PMR, folder)).isBetween(-65.0, -50.0);
    assertThat(change(Outcome.SMD, folder)).isBetween(-2.0, 14.0);
    assertThat(change(Outcome.PMD, folder)).isGreaterThan(50);
    PetTruth withNew = PetPhantom.write(small(Outcome.NEW), folder);
    assertThat(withNew.followup().lesions()).extracting(LesionTruth::name).contains("new");
  }

  private static double change(Outcome outcome, Path folder) throws IOException {
    PetTruth truth = PetPhantom.write(small(outcome), folder);
    double before = truth.baseline().lesions().get(0).suvMax();
    return 100 * (truth.followup().lesions().get(0).suvMax() / before - 1);
  }

  @Test
  void lesionsAreTheHottestOfTheChestAndCalcifyWhereUptakeGoes(@TempDir Path folder)
      throws IOException {
    PetTruth truth = PetPhantom.write(SMALL, folder);
    LesionTruth c7 = truth.baseline().lesions().get(0);
    assertThat(c7.suvMax()).isEqualTo(truth.baseline().suvVolumeMax());
    assertThat(truth.baseline().liverMean().orElseThrow()).isCloseTo(2.1, within(0.03));
    assertThat(c7.hu()).isEqualTo(85);
    assertThat(truth.followup().lesions()).allMatch(lesion -> lesion.huMean() > 400);
  }

  @Test
  void oneSeedGivesTheSameFiles(@TempDir Path one, @TempDir Path other) throws IOException {
    PetPhantom.write(SMALL, one);
    PetPhantom.write(SMALL, other);
    try (Stream<Path> files = Files.walk(one)) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertThat(written).hasSize(4 * 36);
      for (Path file : written) {
        assertThat(other.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void filesCarryThePreambleAndTheSyntaxTheyWereAskedFor(@TempDir Path folder) throws IOException {
    for (Syntax syntax : Syntax.values()) {
      PetPhantom.write(SMALL.withScanner(Vendor.SIEMENS, Decay.START, syntax), folder);
      byte[] bytes = Files.readAllBytes(folder.resolve("baseline/PET/000.dcm"));
      String head = new String(bytes, 0, 600, StandardCharsets.ISO_8859_1);
      assertThat(head.substring(128, 132)).isEqualTo("DICM");
      assertThat(head).contains(syntax.uid());
    }
  }

  @Test
  void runsAndLiteralsArePackedByteByByte() {
    // High bytes 1 1 1 1 -> (257 - 4) = -3, 1; low bytes 7 8 9 9 -> literal of 4.
    byte[] frame = RunLength.encode(new short[] {0x107, 0x108, 0x109, 0x109}, 4).bytes();
    assertThat(frame[0]).isEqualTo((byte) 2);
    assertThat(frame[64]).isEqualTo((byte) -3);
    assertThat(frame[65]).isEqualTo((byte) 1);
    assertThat(frame[66]).isEqualTo((byte) 3);
    assertThat(new byte[] {frame[67], frame[68], frame[69], frame[70]}).containsExactly(7, 8, 9, 9);
  }
}
