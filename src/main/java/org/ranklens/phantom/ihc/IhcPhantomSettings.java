package org.ranklens.phantom.ihc;

/** Everything that decides a synthetic slide; equal settings give equal bytes. */
public record IhcPhantomSettings(
    long seed,
    FieldSettings field,
    HistologySettings histology,
    StainVectors stains,
    CameraSettings camera,
    ArtefactSettings artefacts) {

  /** A field of 2000 x 1500 pixels at 0.5 um, moderately crowded, as sample-images has it. */
  public static IhcPhantomSettings of(StainPattern pattern, long seed) {
    return new IhcPhantomSettings(
        seed,
        new FieldSettings(2000, 1500, 0.5, 60),
        new HistologySettings(pattern, 0.45, 12, 0.15, true, true),
        StainVectors.RUIFROK,
        new CameraSettings(new Rgb(243, 242, 240), 0.02, 0.35, 1.5, 85),
        ArtefactSettings.NONE);
  }

  public IhcPhantomSettings withField(FieldSettings value) {
    return new IhcPhantomSettings(seed, value, histology, stains, camera, artefacts);
  }

  public IhcPhantomSettings withHistology(HistologySettings value) {
    return new IhcPhantomSettings(seed, field, value, stains, camera, artefacts);
  }

  public IhcPhantomSettings withStains(StainVectors value) {
    return new IhcPhantomSettings(seed, field, histology, value, camera, artefacts);
  }

  public IhcPhantomSettings withCamera(CameraSettings value) {
    return new IhcPhantomSettings(seed, field, histology, stains, value, artefacts);
  }

  public IhcPhantomSettings withArtefacts(ArtefactSettings value) {
    return new IhcPhantomSettings(seed, field, histology, stains, camera, value);
  }
}
