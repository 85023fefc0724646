package org.ranklens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {

  @Test
  void namesTheCommitAndWhetherTheCheckoutHeldChanges() {
    assertThat(Version.exact("0.1.0", "3f2a1bc90d4e", false)).isEqualTo("0.1.0+3f2a1bc90d4e");
    assertThat(Version.exact("0.1.0", "3f2a1bc90d4e", true))
        .isEqualTo("0.1.0+3f2a1bc90d4e.changed");
  }

  @Test
  void isTheVersionAloneOutsideOfACheckout() {
    assertThat(Version.exact("0.1.0", "", false)).isEqualTo("0.1.0");
  }

  @Test
  void thisBuildBeginsWithItsVersion() {
    assertThat(Version.exact()).startsWith(Version.current()).doesNotContain("$");
  }
}
