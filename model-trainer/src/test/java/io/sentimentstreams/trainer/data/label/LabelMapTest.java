package io.sentimentstreams.trainer.data.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.trainer.data.Labels;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelMapTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neg=0,1,2;pos=4,5;3=",
        "pos=4,5;neg=0,1,2;3=",
        " Negative = 0, 1.0 ,2 ; 3= ; POSITIVE = 4,5 ;",
        "3=;positive=4,5;neg=2,1,0"
      })
  void sentimentsHaveOneOrder(String text) {
    LabelMap map = LabelMap.parse(text);

    assertThat(map.labels()).contains(Labels.SENTIMENT);
    assertThat(map.indices()).isEqualTo(Map.of("0", 0, "1", 0, "2", 0, "4", 1, "5", 1));
    assertThat(map.leftOut()).containsExactly("3");
  }

  @Test
  void otherLabelsKeepTheirOrderAndSpelling() {
    LabelMap map = LabelMap.parse("Good=5;fair=3,4;bad=1,2");

    assertThat(map.names()).containsExactly("Good", "fair", "bad");
    assertThat(map.indices()).isEqualTo(Map.of("5", 0, "3", 1, "4", 1, "1", 2, "2", 2));
  }

  @Test
  void spellingsOfOneValueCanBeRepeatedForOneLabel() {
    assertThat(LabelMap.parse("negative=neg,NEGATIVE,0,0.0;positive=pos,1").indices())
        .isEqualTo(Map.of("negative", 0, "0", 0, "positive", 1, "1", 1));
  }

  @Test
  void mappingCanOnlyLeaveOut() {
    LabelMap map = LabelMap.parse("3,n/a=");

    assertThat(map.labels()).isEmpty();
    assertThat(map.leftOut()).containsExactlyInAnyOrder("3", "n/a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "neg=0,1;pos=1 | the value 1 has two meanings",
        "neg=1;pos=1.0 | the value 1.0 has two meanings",
        "neg=A;pos=a | the value a has two meanings",
        "neg=0;0= | the value 0 has two meanings",
        "neg=0;negative=1 | the label negative occurs twice",
        "neg=0;neg=1 | the label neg occurs twice",
        "neg | not LABEL=VALUES: 'neg'",
        "=1 | not LABEL=VALUES: '=1'",
        "neg=0=1 | not LABEL=VALUES: 'neg=0=1'",
        "neg=0;;pos=1 | not LABEL=VALUES: ''",
        "neg:0;pos:1 | not LABEL=VALUES: 'neg:0'",
        "neg=0,;pos=1 | an empty value in '0,'",
        "a,b=1 | not a label: 'a,b'",
        "; | not LABEL=VALUES: ''",
      })
  void otherSyntaxIsRejected(String text, String problem) {
    assertThatThrownBy(() -> LabelMap.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Invalid label mapping: " + problem + ". Use ");
  }
}
