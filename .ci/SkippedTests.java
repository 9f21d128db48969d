import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Prints each skipped test with its reason, as the reports of Surefire and Failsafe give it.
 *
 * <pre>java .ci/SkippedTests.java [FOLDER]</pre>
 *
 * <p>FOLDER contains the modules; the default is the working directory. The exit code is 0 if every
 * reason is Docker, 1 if a test was skipped for another reason, and 2 if there is no report.
 */
final class SkippedTests {

  private static final Pattern REPORT =
      Pattern.compile(".*/target/(surefire|failsafe)-reports/TEST-[^/]+\\.xml");
  private static final Pattern ALLOWED = Pattern.compile("(?i)\\bdocker\\b");

  /** Folders between the root and a report, and the report itself. */
  private static final int DEPTH = 4;

  private SkippedTests() {}

  /**
   * A skipped test.
   *
   * @param name class and method
   * @param reason one line, empty if the report has none
   */
  private record Skipped(String name, String reason) {

    boolean isAllowed() {
      return ALLOWED.matcher(reason).find();
    }

    String line() {
      return "skipped: " + name + ": " + (reason.isEmpty() ? "no reason given" : reason);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments.length == 0 ? "" : arguments[0]).toAbsolutePath();
    List<Path> reports = reports(root);
    if (reports.isEmpty()) {
      System.err.println("No test report found below " + root + ". Run ./mvnw verify first.");
      System.exit(2);
    }
    List<Skipped> skipped = new ArrayList<>();
    for (Path report : reports) {
      skipped.addAll(skipped(report));
    }
    skipped.forEach(test -> System.out.println(test.line()));
    List<Skipped> others = skipped.stream().filter(test -> !test.isAllowed()).toList();
    System.out.println(reports.size() + " reports, " + skipped.size() + " tests skipped");
    if (!others.isEmpty()) {
      System.err.println(
          "Tests were skipped for another reason than Docker: "
              + others.size()
              + ". Install what the reasons above name.");
      System.exit(1);
    }
  }

  private static List<Path> reports(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root, DEPTH)) {
      return files
          .filter(file -> REPORT.matcher(file.toString().replace('\\', '/')).matches())
          .sorted()
          .toList();
    }
  }

  private static List<Skipped> skipped(Path report)
      throws IOException, ParserConfigurationException, SAXException {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    Document document = builder.parse(report.toFile());
    NodeList marks = document.getElementsByTagName("skipped");
    List<Skipped> skipped = new ArrayList<>();
    for (int i = 0; i < marks.getLength(); i++) {
      Element mark = (Element) marks.item(i);
      Element test = (Element) mark.getParentNode();
      String method = test.getAttribute("name");
      String name = test.getAttribute("classname") + (method.isEmpty() ? "" : "." + method);
      skipped.add(new Skipped(name, reason(mark)));
    }
    Element suite = document.getDocumentElement();
    if (suite.getAttribute("tests").equals("0")) {
      skipped.add(new Skipped(suite.getAttribute("name"), "none of its tests was reported"));
    }
    return skipped;
  }

  /** Returns what the test said: an exception's message is the first line of its stack trace. */
  private static String reason(Element mark) {
    String message = mark.getAttribute("message");
    String text = message.isEmpty() ? mark.getTextContent().strip() : message;
    return text.lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^[\\w.]+Exception: ", "")
        .replaceFirst("^Assumption failed: ", "")
        .strip();
  }
}
