package io.sentimentstreams.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class OneHotTest {

  private static final List<String> SAMPLES =
      List.of("The cat sat on the mat.", "The dog ate my homework.");
  private static final Tokenizer WORDS = Tokenizer.fit(TokenizerSettings.keras(), SAMPLES);

  @Test
  void wordsHaveARowEachAndAColumnByTheirIndexFrom1() {
    OneHot oneHot = OneHot.of(WORDS, 10);

    assertThat(oneHot.timesteps()).isEqualTo(10);
    assertThat(oneHot.width()).isEqualTo(10);
    assertThat(oneHot.columns(SAMPLES.get(0))).containsExactly(1, 2, 3, 4, 1, 5);
    float[] rows = oneHot.dense(SAMPLES.get(0));
    assertThat(rows).hasSize(100);
    assertThat(rows[1]).isEqualTo(1);
    assertThat(rows[5 * 10 + 5]).isEqualTo(1);
    assertThat(ones(rows)).isEqualTo(6);
  }

  @Test
  void whatStandsBeyondTheLastTimestepIsCutOff() {
    assertThat(OneHot.of(WORDS, 2).columns(SAMPLES.get(1))).containsExactly(1, 6);
    assertThat(OneHot.of(WORDS, 2).dense(SAMPLES.get(1))).hasSize(20);
  }

  @Test
  void unknownWordKeepsItsPlaceAndHasARowOfZeros() {
    OneHot oneHot = OneHot.of(WORDS, 4);
    assertThat(oneHot.columns("the purple cat")).containsExactly(1, 0, 2);
    assertThat(ones(oneHot.dense("the purple cat"))).isEqualTo(2);
  }

  @Test
  void unknownWordHasTheColumnOfTheOutOfVocabularyToken() {
    Tokenizer tokenizer = Tokenizer.fit(TokenizerSettings.keras().withOovToken("<oov>"), SAMPLES);
    assertThat(OneHot.of(tokenizer, 4).columns("the purple cat")).containsExactly(2, 1, 3);
  }

  @Test
  void charactersHaveTheColumnsOfPythonsPrintableOnes() {
    OneHot oneHot = OneHot.of(CharacterTable.printable(), 50);

    assertThat(oneHot.width()).isEqualTo(101);
    assertThat(oneHot.columns("0az AZ~\f")).containsExactly(1, 11, 36, 95, 37, 62, 94, 100);
    assertThat(oneHot.columns("é😀0")).containsExactly(0, 0, 1);
    assertThat(oneHot.dense(SAMPLES.get(0))).hasSize(50 * 101);
  }

  @Test
  void hashedWordsHaveTheColumnsOfTheHashingTrick() {
    HashingTrick hashing = new HashingTrick(TokenizerSettings.keras(), HashFunction.MD5, 1000);
    OneHot oneHot = OneHot.of(hashing, 10);

    assertThat(oneHot.width()).isEqualTo(1000);
    assertThat(oneHot.columns(SAMPLES.get(1))).containsExactly(132, 168, 822, 28, 128);
  }

  @Test
  void characterThatATableNamesTwiceIsRefused() {
    assertThatThrownBy(() -> new CharacterTable("abca")).hasMessageContaining("U+0061");
  }

  @Property
  void denseRowsHoldAOneForEachColumnAndNothingElse(@ForAll @StringLength(max = 30) String text) {
    OneHot oneHot = OneHot.of(CharacterTable.printable(), 20);
    int[] columns = oneHot.columns(text);
    float[] rows = oneHot.dense(text);
    int expected = 0;
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] != 0) {
        expected++;
        assertThat(rows[i * oneHot.width() + columns[i]]).isEqualTo(1);
      }
    }
    assertThat(ones(rows)).isEqualTo(expected);
  }

  private static int ones(float[] rows) {
    int ones = 0;
    for (float each : rows) {
      ones += each == 1 ? 1 : 0;
    }
    return ones;
  }
}
