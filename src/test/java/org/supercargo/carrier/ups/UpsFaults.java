package org.supercargo.carrier.ups;

import java.time.Duration;
import org.supercargo.carrier.Fault;
import org.supercargo.scenario.Ups;

/** Bad days as the simulator has them. */
final class UpsFaults {
  private UpsFaults() {}

  static void happensTo(Ups ups, String operation, Fault fault) {
    switch (fault) {
      case LIMITED -> ups.answersNext(operation, 429);
      case BROKEN -> ups.answersNext(operation, 500);
      case DOWN -> ups.answersNext(operation, 503);
      case HTML ->
          ups.answersNextWithHtml(
              operation, 502, "<html><body><h1>Bad Gateway</h1><script>x</script></body></html>");
      case EMPTY -> ups.answersNext(operation, 200, "");
      case GARBAGE -> ups.answersNext(operation, 200, "[{\"access_token\":");
      case CUT_BEFORE -> ups.cutsNextBeforeWork(operation);
      case CUT_AFTER -> ups.cutsNextAfterWork(operation);
      case SLOW -> ups.isSlow(operation, Duration.ofSeconds(30));
    }
  }
}
