package io.sentimentstreams.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void textStaysAsItIs() {
    assertThat(Printable.bytes("gut, 좋아요 \ud83d\ude00".getBytes(UTF_8)))
        .isEqualTo("gut, 좋아요 \ud83d\ude00");
  }

  @Test
  void whatMovesATerminalIsWrittenOut() {
    assertThat(Printable.text("\u001b[2J\r\n\u202e\u2028"))
        .isEqualTo("\\u001b[2J\\u000d\\u000a\\u202e\\u2028");
  }

  @Test
  void bytesThatAreNoTextAreHexadecimal() {
    assertThat(Printable.bytes(new byte[] {(byte) 0xC3, 1})).isEqualTo("0xc301");
    assertThat(Printable.bytes(null)).isEqualTo("(none)");
  }

  @Test
  void dumpHasOffsetHexadecimalAndAscii() {
    assertThat(Printable.dump("0123456789abcdefgh".getBytes(UTF_8)).lines())
        .containsExactly(
            "00000000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef",
            "00000010  67 68                                            gh");
  }

  @Property
  void anyBytesAreOneLineWithoutControls(@ForAll byte[] bytes) {
    assertThat(Printable.bytes(bytes).chars()).noneMatch(Character::isISOControl);
  }
}
