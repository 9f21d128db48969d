package io.sentimentstreams.system.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.AppInfoParser;

/** The report of a run, in Markdown and JSON. Immutable. */
final class FaultReport {

  private final String command;
  private final FaultResult result;

  /**
   * Creates the report of a run.
   *
   * @param command line that repeats the run
   */
  FaultReport(String command, FaultResult result) {
    this.command = command;
    this.result = result;
  }

  /** Writes {@code NAME.md} and {@code NAME.json}. */
  void write(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".md"), markdown());
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    mapper.writeValue(folder.resolve(name + ".json").toFile(), json());
  }

  /** Returns the complete report. */
  String markdown() {
    return "# Faults\n\n" + summary() + "\n" + String.join("\n", timeline()) + "\n";
  }

  /** Returns the report without the timeline. */
  String summary() {
    List<String> lines = new ArrayList<>();
    lines.add("`" + command + "`");
    lines.add("");
    lines.add(
        "%d faults in %s, %d reviews per second, seed %d; started %s. %s."
            .formatted(
                result.strikes().size(),
                minutes(result.took()),
                result.plan().perSecond(),
                result.plan().seed(),
                result.began(),
                machine()));
    lines.add("");
    List<String> broken = result.broken();
    lines.add(broken.isEmpty() ? "No guarantee was violated." : "**Violated guarantees:**");
    broken.forEach(line -> lines.add("- " + line));
    lines.add("");
    lines.addAll(fleets());
    lines.add("");
    lines.addAll(recoveries());
    return String.join("\n", lines) + "\n";
  }

  private List<String> fleets() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| guarantee | group protocol | instances started | reviews | scored | dead letters | lost"
            + " | duplicates | out of order | wrong | slowest shutdown |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|---|");
    for (FaultResult.FleetResult fleet : result.fleets()) {
      CheckResult verdict = fleet.verdict();
      lines.add(
          "| `%s` | `%s` | %d | %d | %d | %d | %d | %d | %d | %d | %s |"
              .formatted(
                  fleet.delivery().guarantee(),
                  fleet.delivery().protocol(),
                  fleet.instances(),
                  verdict.published(),
                  verdict.scored(),
                  verdict.deadLettered(),
                  verdict.lost(),
                  verdict.duplicates(),
                  verdict.outOfOrder(),
                  verdict.wrong(),
                  seconds(fleet.slowestEnd().toMillis() / 1000.0)));
    }
    return lines;
  }

  private List<String> recoveries() {
    List<String> lines = new ArrayList<>();
    lines.add("| fault | description | count | recovery p50 | p95 | max |");
    lines.add("|---|---|---|---|---|---|");
    byKind()
        .forEach(
            (kind, times) ->
                lines.add(
                    "| `%s` | %s | %d | %s | %s | %s |"
                        .formatted(
                            kind.label(),
                            kind.description(),
                            times.count(),
                            seconds(times.p50()),
                            seconds(times.p95()),
                            seconds(times.max()))));
    return lines;
  }

  private List<String> timeline() {
    List<String> lines = new ArrayList<>();
    lines.add("| at | fault | victim | recovery |");
    lines.add("|---|---|---|---|");
    for (InjectedFault strike : result.strikes()) {
      lines.add(
          "| %s | `%s` | %s | %s |"
              .formatted(
                  seconds(strike.at().toMillis() / 1000.0),
                  strike.kind().label(),
                  strike.victim(),
                  seconds(strike.recovery().toMillis() / 1000.0)));
    }
    return lines;
  }

  private Map<FaultKind, Percentiles> byKind() {
    Map<FaultKind, Percentiles> percentiles = new TreeMap<>();
    result.strikes().stream()
        .collect(groupingBy(InjectedFault::kind, mapping(InjectedFault::recovery, toList())))
        .forEach((kind, times) -> percentiles.put(kind, Percentiles.of(times)));
    return percentiles;
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("command", command);
    json.put("began", result.began().toString());
    json.put("machine", machine());
    json.put("seed", result.plan().seed());
    json.put("reviewsPerSecond", result.plan().perSecond());
    json.put("seconds", result.took().toMillis() / 1000.0);
    json.put("faults", result.strikes().size());
    json.put("broken", result.broken());
    json.put("fleets", result.fleets().stream().map(FaultReport::json).toList());
    Map<String, Percentiles> recoveries = new LinkedHashMap<>();
    byKind().forEach((kind, times) -> recoveries.put(kind.label(), times));
    json.put("recoverySeconds", recoveries);
    json.put("timeline", result.strikes().stream().map(FaultReport::json).toList());
    return json;
  }

  private static Map<String, Object> json(FaultResult.FleetResult fleet) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("guarantee", fleet.delivery().guarantee());
    json.put("groupProtocol", fleet.delivery().protocol());
    json.put("instances", fleet.instances());
    json.put("slowestEndSeconds", fleet.slowestEnd().toMillis() / 1000.0);
    json.put("verdict", fleet.verdict());
    return json;
  }

  private static Map<String, Object> json(InjectedFault strike) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("atSeconds", strike.at().toMillis() / 1000.0);
    json.put("fault", strike.kind().label());
    json.put("victim", strike.victim());
    json.put("recoverySeconds", strike.recovery().toMillis() / 1000.0);
    return json;
  }

  private static String machine() {
    return "%d cores, %s %s, Java %s, Kafka %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            AppInfoParser.getVersion());
  }

  private static String minutes(Duration time) {
    return "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
