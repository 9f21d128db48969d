package io.sentimentstreams.model.text.normalize;

/** One application of the rules to a text. Not thread-safe: one per text. */
final class Normalization {

  private static final int JOINER = 0x200d;
  private static final int FIRST_FLAG_LETTER = 0x1f1e6;
  private static final int LAST_FLAG_LETTER = 0x1f1ff;
  private static final int FIRST_SKIN_TONE = 0x1f3fb;
  private static final int LAST_SKIN_TONE = 0x1f3ff;
  private static final int KEYCAP = 0x20e3;
  private static final int FIRST_TAG = 0xe0020;
  private static final int LAST_TAG = 0xe007f;

  private final Characters table = Characters.unicode14();
  private final Source source;
  private final String text;
  private final Markup markup;
  private final Composition pending = new Composition(table);
  private final TextBuffer written;
  private final NormalText normal;
  private int pendingFrom;
  private int pendingTo;
  private boolean joiner;

  Normalization(String original, boolean traced) {
    source = Source.of(original, traced);
    text = source.text();
    markup = new Markup(text);
    written = new TextBuffer(text.length() + 16, traced);
    normal = new NormalText(table, written);
  }

  /** Returns the normal text. */
  TextBuffer run() {
    int i = 0;
    while (i < text.length()) {
      int plain = PlainText.end(text, i);
      if (plain > i) {
        flush();
        normal.append(source, i, plain);
        joiner = false;
        i = plain;
      } else {
        int end = text.charAt(i) == '<' ? markup.end(i) : Markup.NONE;
        i = end == Markup.NONE ? read(i) : skip(end);
      }
    }
    flush();
    normal.end();
    return written;
  }

  private int skip(int end) {
    if (markup.isSeparating()) {
      flush();
      normal.separate();
      joiner = false;
    }
    return end;
  }

  /** Reads one character and returns the position behind it. */
  private int read(int at) {
    int code = text.codePointAt(at);
    int end = at + Character.charCount(code);
    CharacterKind kind = table.kind(code);
    if (kind == CharacterKind.REMOVED) {
      readInvisible(code, at, end);
      return end;
    }
    if (code == KEYCAP) {
      readKeycap(at, end);
      return end;
    }
    if (code >= FIRST_SKIN_TONE && code <= LAST_SKIN_TONE) {
      return end;
    }
    boolean joined = joiner;
    joiner = false;
    if (kind == CharacterKind.EMOJI || kind == CharacterKind.JOINED) {
      flush();
      if (joined) {
        normal.join(code, source.from(at), source.to(end - 1));
      } else {
        normal.append(code, source.from(at), source.to(end - 1));
      }
    } else if (code >= FIRST_FLAG_LETTER && code <= LAST_FLAG_LETTER) {
      flush();
      normal.appendFlag(code, source.from(at), source.to(end - 1));
    } else if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
      flush();
      normal.separate();
    } else {
      compose(code, kind, at, end);
    }
    return end;
  }

  private void readInvisible(int code, int at, int end) {
    if (!pending.isEmpty()) {
      return;
    }
    if (code == JOINER) {
      joiner = normal.endsWithEmoji();
    } else if (code >= FIRST_TAG && code <= LAST_TAG && normal.endsWithRegion()) {
      normal.extend(code, source.from(at), source.to(end - 1));
    }
  }

  private void readKeycap(int at, int end) {
    boolean isKey =
        pending.size() == 1
            && pending.get(0) < 0x80
            && (Character.isDigit(pending.get(0)) || "#*".indexOf(pending.get(0)) >= 0);
    if (isKey) {
      flush();
      normal.appendKeycap(KEYCAP, source.from(at), source.to(end - 1));
    }
  }

  private void compose(int code, CharacterKind kind, int at, int end) {
    if (!table.isBoundBack(code)) {
      flush();
      if (kind == CharacterKind.NUMBER && isFraction(code)) {
        normal.separateNumber();
      }
    }
    if (pending.isEmpty()) {
      pendingFrom = source.from(at);
    }
    pending.add(code);
    pendingTo = source.to(end - 1);
  }

  private boolean isFraction(int code) {
    for (int part : table.decomposition(code)) {
      if (part == Characters.FRACTION_SLASH) {
        return true;
      }
    }
    return false;
  }

  private void flush() {
    pending.compose();
    for (int i = 0; i < pending.size(); i++) {
      normal.append(pending.get(i), pendingFrom, pendingTo);
    }
    pending.clear();
  }
}
