package org.ranklens.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

  @Test
  void theShardsTogetherHaveEveryItemOnce() {
    List<Integer> items = List.of(0, 1, 2, 3, 4);
    assertThat(Shard.parse("1/3").of(items)).containsExactly(0, 3);
    assertThat(Shard.parse("2/3").of(items)).containsExactly(1, 4);
    assertThat(Shard.parse("3/3").of(items)).containsExactly(2);
    assertThat(Shard.whole().of(items)).isEqualTo(items);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "1", "a/b", "1/0", "-1/2", "1/3/4", ""})
  void whatIsNoShardIsRefused(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a shard is I/N");
  }
}
