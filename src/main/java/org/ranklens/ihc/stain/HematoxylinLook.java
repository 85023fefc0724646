package org.ranklens.ihc.stain;

/** By which pixels of a slide its haematoxylin is told. */
public enum HematoxylinLook {
  /** By the blue ones, however pale they are. */
  BLUE,
  /**
   * By the outermost of the dense ones, as the score of nuclei was learned by it where the marker
   * stains them: hardly any nucleus is without DAB there.
   */
  DENSE
}
