package io.sentimentstreams.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OneLineTest {

  @Property
  void noControlCharacterRemains(@ForAll String text) {
    assertThat(OneLine.of(text).chars()).noneMatch(Character::isISOControl);
  }

  @Example
  void otherTextIsKept() {
    assertThat(OneLine.of("na\u00efve \u7d20 \ud83d\ude00"))
        .isEqualTo("na\u00efve \u7d20 \ud83d\ude00");
    assertThat(OneLine.of("a\r\n\tb\u001b[31m\u009b")).isEqualTo("a b [31m ");
  }
}
