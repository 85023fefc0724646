package org.ranklens.pet.lesion;

import java.util.Optional;

/**
 * What looking for a normal tissue came to.
 *
 * @param region where it is measured
 * @param missing why there is none, in words
 */
record Search(Optional<ReferenceRegion> region, String missing) {

  static Search found(ReferenceRegion region) {
    return new Search(Optional.of(region), "");
  }

  static Search missing(String why) {
    return new Search(Optional.empty(), why);
  }
}
