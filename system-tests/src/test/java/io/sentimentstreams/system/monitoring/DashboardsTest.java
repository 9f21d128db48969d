package io.sentimentstreams.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of the dashboards, checked without Grafana. */
class DashboardsTest {

  private static final int COLUMNS = 24;
  private static final Pattern LINKED = Pattern.compile("/d/([\\w-]+)\\?");
  private static final Set<String> TYPES =
      Set.of("row", "stat", "timeseries", "heatmap", "bargauge", "table");
  private static final Set<String> COLORED = Set.of("stat", "bargauge");

  static List<Dashboard> dashboards() throws IOException {
    return Dashboard.all();
  }

  @Test
  void dashboardsAreDeadLettersModelAndService() throws IOException {
    assertThat(dashboards())
        .map(Dashboard::name)
        .containsExactly("dead-letters", "model", "service");
    assertThat(dashboards()).map(dashboard -> uid(dashboard)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void linksKeepTimeAndVariables(Dashboard dashboard) throws IOException {
    JsonNode link = dashboard.json().path("links").path(0);

    assertThat(link.path("type").asText()).isEqualTo("dashboards");
    assertThat(link.path("keepTime").asBoolean()).isTrue();
    assertThat(link.path("includeVars").asBoolean()).isTrue();
    assertThat(dashboard.json().path("tags")).containsAll(link.path("tags"));
    Set<String> uids = dashboards().stream().map(DashboardsTest::uid).collect(Collectors.toSet());
    assertThat(LINKED.matcher(dashboard.json().toString()).results().map(uid -> uid.group(1)))
        .isSubsetOf(uids)
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void variablesSelectInstancesAndModelsOrReasons(Dashboard dashboard) {
    assertThat(dashboard.variables())
        .map(QueryVariable::name)
        .containsExactly("instance", dashboard.name().equals("dead-letters") ? "reason" : "model");
    assertThat(dashboard.json().path("templating").path("list").path(0).path("type").asText())
        .isEqualTo("datasource");
    assertThat(dashboard.json().findValuesAsText("uid"))
        .containsOnly("${datasource}", uid(dashboard));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void queriesUseEveryVariableAndNoUnknownOne(Dashboard dashboard) {
    Interpolation all =
        Interpolation.of(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofMinutes(30));
    for (QueryVariable variable : dashboard.variables()) {
      assertThat(dashboard.panels().stream().flatMap(panel -> panel.queries().stream()))
          .anyMatch(query -> query.expression().contains("$" + variable.name()));
      all.apply(variable.series());
      all = all.withAll(variable);
    }
    for (Panel panel : dashboard.panels()) {
      for (Panel.Query query : panel.queries()) {
        assertThat(all.apply(query.expression())).doesNotContain("$");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyPanelHasTitleDescriptionUnitAndQueries(Dashboard dashboard) {
    assertThat(dashboard.panels()).map(Panel::title).doesNotHaveDuplicates().doesNotContain("");
    assertThat(dashboard.panels()).map(Panel::type).isSubsetOf(TYPES);
    for (Panel panel : dashboard.panels().stream().filter(p -> !p.isRow()).toList()) {
      assertThat(panel.json().path("description").asText()).as(panel.title()).endsWith(".");
      assertThat(panel.unit()).as("unit of " + panel.title()).isNotEmpty();
      assertThat(panel.queries()).as("queries of " + panel.title()).isNotEmpty();
      assertThat(panel.json().path("targets").findValuesAsText("refId")).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void coloredPanelsHaveThresholds(Dashboard dashboard) {
    for (Panel panel : dashboard.panels()) {
      JsonNode defaults = panel.json().path("fieldConfig").path("defaults");
      if (COLORED.contains(panel.type()) || defaults.path("custom").has("thresholdsStyle")) {
        assertThat(defaults.path("thresholds").path("steps")).as(panel.title()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsDoNotOverlap(Dashboard dashboard) {
    List<Panel> panels = dashboard.panels();
    assertThat(panels).map(panel -> panel.json().path("id").asInt()).doesNotHaveDuplicates();
    for (Panel panel : panels) {
      assertThat(panel.place().x() + panel.place().w()).isBetween(1, COLUMNS);
      assertThat(panels.stream().filter(other -> other.place().overlaps(panel.place())))
          .as("panels that overlap " + panel.title())
          .containsExactly(panel);
    }
  }

  @Test
  void panelsAndVariablesAreReadFromJson() throws IOException {
    Dashboard dashboard =
        Dashboard.of(
            "small",
            new ObjectMapper()
                .readTree(
                    """
                    {"templating": {"list": [
                       {"name": "datasource", "type": "datasource", "query": "prometheus"},
                       {"name": "instance", "type": "query", "allValue": ".*",
                        "query": {"query": "label_values(up{job=~\\"a, b\\"}, instance)"}}]},
                     "panels": [
                       {"type": "row", "title": "A row"},
                       {"type": "heatmap", "title": "Times", "gridPos": {"x": 1, "y": 2, "w": 3, "h": 4},
                        "fieldConfig": {"defaults": {"unit": "s"}},
                        "targets": [
                          {"expr": "a", "legendFormat": "{{le}} of {{ job }}", "format": "heatmap"},
                          {"expr": "b", "legendFormat": "b", "instant": true}]}]}
                    """));

    assertThat(dashboard.variables())
        .containsExactly(new QueryVariable("instance", "up{job=~\"a, b\"}", "instance", ".*"));
    assertThat(dashboard.panels()).map(Panel::isRow).containsExactly(true, false);
    Panel times = dashboard.panels().get(1);
    assertThat(times.place()).isEqualTo(new Panel.Place(1, 2, 3, 4));
    assertThat(times.unit()).isEqualTo("s");
    assertThat(times.queries())
        .containsExactly(
            new Panel.Query("a", "{{le}} of {{ job }}", false, true),
            new Panel.Query("b", "b", true, false));
    assertThat(times.queries().get(0).legendLabels()).containsExactly("le", "job");
    assertThat(times.queries().get(0).name(new Series(Map.of("le", "5"), List.of())))
        .isEqualTo("5 of ");
  }

  private static String uid(Dashboard dashboard) {
    return dashboard.json().path("uid").asText();
  }
}
