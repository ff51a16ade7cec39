package org.supercargo.carrier.ups;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Dates and times as UPS writes them; what can't be read is not there. */
final class UpsTimes {
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HHmmss");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HHmm");

  private static final Pattern DAY = Pattern.compile("\\d{8}");
  private static final Pattern CLOCK = Pattern.compile("\\d{4}(\\d{2})?");

  private UpsTimes() {}

  /** {@code yyyyMMdd}. */
  static Optional<LocalDate> date(Optional<String> text) {
    return text.filter(value -> DAY.matcher(value).matches())
        .flatMap(value -> read(value, it -> LocalDate.parse(it, DateTimeFormatter.BASIC_ISO_DATE)));
  }

  /** {@code HHmmss} or {@code HHmm}, with colons or without. */
  static Optional<LocalTime> time(Optional<String> text) {
    return text.map(value -> value.replace(":", ""))
        .filter(value -> CLOCK.matcher(value).matches())
        .flatMap(
            value -> read(value, it -> LocalTime.parse(it, it.length() == 4 ? MINUTES : SECONDS)));
  }

  /** Midnight where only the day is told. */
  static Optional<LocalDateTime> moment(Optional<String> date, Optional<String> time) {
    return date(date).map(day -> day.atTime(time(time).orElse(LocalTime.MIDNIGHT)));
  }

  /** {@code -05:00}. */
  static Optional<ZoneOffset> offset(Optional<String> text) {
    return text.filter(value -> value.matches("[+-]\\d{2}:?\\d{2}"))
        .flatMap(value -> read(value, ZoneOffset::of));
  }

  private static <T> Optional<T> read(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }
}
