package org.supercargo.scenario;

import java.time.Duration;
import java.util.function.BiConsumer;

/** A bad day of UPS, for any of its operations. */
enum UpsFault {
  SAYS_400((ups, operation) -> ups.answersNext(operation, 400, 9)),
  SAYS_401((ups, operation) -> ups.answersNext(operation, 401, 9)),
  SAYS_403((ups, operation) -> ups.answersNext(operation, 403, 9)),
  SAYS_429((ups, operation) -> ups.answersNext(operation, 429, 9)),
  SAYS_500((ups, operation) -> ups.answersNext(operation, 500, 9)),
  SAYS_503((ups, operation) -> ups.answersNext(operation, 503, 9)),
  ANSWERS_A_WEB_PAGE(
      (ups, operation) ->
          ups.answersNextWithHtml(operation, 200, "<html><body>Sorry</body></html>")),
  ANSWERS_NOTHING((ups, operation) -> ups.answersNext(operation, 200, "")),
  /** Twice, for a question that harms nobody may be asked again over a fresh line. */
  CUTS_THE_LINE(
      (ups, operation) -> {
        ups.cutsNextBeforeWork(operation);
        ups.cutsNextBeforeWork(operation);
      }),
  /** Longer than the shared installation waits for a connection and an answer together. */
  TAKES_TOO_LONG((ups, operation) -> ups.isSlow(operation, Duration.ofSeconds(30)));

  private final BiConsumer<Ups, String> fault;

  UpsFault(BiConsumer<Ups, String> fault) {
    this.fault = fault;
  }

  void befalls(Ups ups, String operation) {
    fault.accept(ups, operation);
  }
}
