package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** Links and pictures in the documents have existing targets. */
class DocumentLinksTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root")).normalize();
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".mvn");

  @Test
  void everyLinkAndPictureHasATarget() throws IOException {
    Map<Path, Document> documents = documents();
    List<String> broken = new ArrayList<>();
    int followed = 0;
    for (Document document : documents.values()) {
      for (String target : document.targets()) {
        URI uri = URI.create(target);
        if (uri.getScheme() == null) {
          followed++;
          if (!hasTarget(document, uri, documents)) {
            broken.add(ROOT.relativize(document.file()) + ": " + target);
          }
        }
      }
    }

    assertThat(broken).isEmpty();
    assertThat(followed).isGreaterThan(80);
  }

  @Test
  void everyPageIsInTheIndex() throws IOException {
    Map<Path, Document> documents = documents();
    Path folder = ROOT.resolve("docs");
    Document index = Document.read(folder.resolve("README.md"));

    List<Path> pages =
        documents.keySet().stream()
            .filter(file -> file.startsWith(folder) && !file.equals(index.file()))
            .toList();
    List<Path> listed =
        index.targets().stream().map(target -> folder.resolve(target).normalize()).toList();

    assertThat(listed).containsAll(pages);
  }

  private static boolean hasTarget(Document from, URI uri, Map<Path, Document> documents) {
    Path file =
        uri.getPath().isEmpty()
            ? from.file()
            : from.file().resolveSibling(uri.getPath()).normalize();
    if (uri.getFragment() == null) {
      return Files.exists(file);
    }
    Document document = documents.get(file);
    return document != null && document.anchors().contains(uri.getFragment());
  }

  private static Map<Path, Document> documents() throws IOException {
    Map<Path, Document> documents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(DocumentLinksTest::isOurs).toList()) {
        documents.put(file, Document.read(file));
      }
    }
    return documents;
  }

  private static boolean isOurs(Path file) {
    for (Path part : ROOT.relativize(file)) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return file.toString().endsWith(".md");
  }

  /**
   * A Markdown file.
   *
   * @param targets targets of its links and pictures
   * @param anchors anchors of its headings
   */
  private record Document(Path file, List<String> targets, Set<String> anchors) {

    static Document read(Path file) throws IOException {
      List<String> targets = new ArrayList<>();
      Set<String> anchors = new HashSet<>();
      IdGenerator ids = IdGenerator.builder().build();
      Parser.builder()
          .build()
          .parse(Files.readString(file))
          .accept(
              new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                  targets.add(link.getDestination());
                  visitChildren(link);
                }

                @Override
                public void visit(Image image) {
                  targets.add(image.getDestination());
                }

                @Override
                public void visit(Heading heading) {
                  anchors.add(ids.generateId(words(heading)));
                  visitChildren(heading);
                }
              });
      return new Document(file, targets, anchors);
    }

    private static String words(Node node) {
      StringBuilder words = new StringBuilder();
      node.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text text) {
              words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
              words.append(code.getLiteral());
            }
          });
      return words.toString();
    }
  }
}
