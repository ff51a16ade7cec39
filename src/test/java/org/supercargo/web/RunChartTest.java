package org.supercargo.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.supercargo.timer.Run;
import org.supercargo.timer.RunOutcome;

class RunChartTest {
  private static final Instant FIRST = Instant.parse("2026-11-01T02:00:00Z");
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("org.supercargo.web.messages");

  @Test
  void stacksTheCountsOfEveryRunAndFillsWhatARunLacks() throws Exception {
    RunChart chart =
        new RunChart(
            List.of(run(FIRST, Map.of("a", 2L)), run(FIRST.plusSeconds(86_400), Map.of("b", 5L))),
            WORDS,
            false);

    JsonNode json = new ObjectMapper().readTree(chart.json(Instant::toString));

    assertThat(json.at("/data/labels").size()).isEqualTo(2);
    assertThat(json.at("/data/datasets/0/label").asText()).isEqualTo("a");
    assertThat(json.at("/data/datasets/0/data").toString()).isEqualTo("[2,0]");
    assertThat(json.at("/data/datasets/1/data").toString()).isEqualTo("[0,5]");
    assertThat(json.at("/options/scales/x/stacked").asBoolean()).isTrue();
  }

  @Test
  void leavesOutWhatNeverHappened() throws Exception {
    RunChart quiet = new RunChart(List.of(run(FIRST, Map.of("a", 0L))), WORDS, false);
    RunChart busy = new RunChart(List.of(run(FIRST, Map.of("a", 0L, "b", 1L))), WORDS, false);

    assertThat(quiet.isEmpty()).isTrue();
    assertThat(busy.isEmpty()).isFalse();
    assertThat(new ObjectMapper().readTree(busy.json(Instant::toString)).at("/data/datasets"))
        .hasSize(1);
  }

  @Test
  void writesInAnotherInkInTheDark() {
    List<Run> runs = List.of(run(FIRST, Map.of("a", 2L)));

    assertThat(new RunChart(runs, WORDS, true).json(Instant::toString))
        .isNotEqualTo(new RunChart(runs, WORDS, false).json(Instant::toString));
  }

  private static Run run(Instant at, Map<String, Long> counts) {
    return new Run("nightly-check", at, at, at, "node", "timer", RunOutcome.DONE, counts, null);
  }
}
