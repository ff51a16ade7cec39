package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supercargo.scenario.Program.Answer;

/** What a server shows of our figures on /metrics. */
record Shown(String text) {
  private static final Pattern LINE =
      Pattern.compile("^(supercargo_\\w+)(?:\\{(.*)})? (\\S+)$", Pattern.MULTILINE);

  static Shown by(Program server) {
    Answer answer = server.gets("/metrics", "Accept", "text/plain");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return new Shown(answer.text());
  }

  /** The one that has all these labels; zero when there is none. */
  double value(String name, String... labels) {
    double sum = 0;
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      String found = line.group(2) == null ? "" : line.group(2);
      if (line.group(1).equals("supercargo_" + name)
          && List.of(found.split(",")).containsAll(List.of(labels))) {
        sum += Double.parseDouble(line.group(3));
      }
    }
    return sum;
  }

  List<String> lines() {
    return text.lines().filter(line -> line.contains("supercargo_")).toList();
  }
}
