package io.sentimentstreams.quickstart.review;

import java.util.Optional;

/**
 * A row of a file.
 *
 * @param line the line on which it starts, from 1
 * @param text the text
 * @param label the label without spaces around it; empty if there is none
 * @param language a language tag; empty if there is none
 */
record FileRow(long line, String text, Optional<String> label, Optional<String> language) {

  FileRow {
    label = label.map(String::strip).filter(each -> !each.isEmpty());
    language = language.map(String::strip).filter(each -> !each.isEmpty());
  }
}
