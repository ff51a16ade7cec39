package org.supercargo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/**
 * Shows instants in the user's zone: the browser's, told by a cookie, else {@code supercargo.zone}.
 */
@Named
@RequestScoped
public class Times {
  private ZoneId zone = ZoneId.of("UTC");
  private Supplier<Locale> locale = Times::ofView;

  /** For CDI's client proxy only. */
  protected Times() {}

  @Inject
  Times(HttpServletRequest request, Settings settings) {
    zone =
        Cookies.value(request, "supercargo-zone")
            .flatMap(Times::known)
            .orElseGet(() -> settings.get(Keys.ZONE));
  }

  Times(HttpServletRequest request, Settings settings, Locale locale) {
    this(request, settings);
    this.locale = () -> locale;
  }

  private static Optional<ZoneId> known(String cookie) {
    try {
      String id = URLDecoder.decode(cookie, StandardCharsets.UTF_8);
      return Optional.of(id).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  public ZoneId zone() {
    return zone;
  }

  /** Such as {@code Central European Time (Europe/Berlin)}. */
  public String getZoneName() {
    String name = zone.getDisplayName(TextStyle.FULL, locale.get());
    return name.equals(zone.getId()) ? name : name + " (" + zone.getId() + ")";
  }

  /** For files: the time in the user's zone with its offset; null for null. */
  public @Nullable OffsetDateTime cell(@Nullable Instant instant) {
    return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
  }

  /** Date, time and the zone's short name; empty for null. */
  public String at(@Nullable Instant instant) {
    return instant == null
        ? ""
        : format(
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), instant);
  }

  /** Day and month. */
  public String day(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMM", locale.get()).format(instant.atZone(zone));
  }

  /** Hour and minute with the zone's short name. */
  public String clock(@Nullable Instant instant) {
    return instant == null
        ? ""
        : format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), instant);
  }

  private String format(DateTimeFormatter localized, Instant instant) {
    var shown = instant.atZone(zone);
    return localized.withLocale(locale.get()).format(shown)
        + DateTimeFormatter.ofPattern(" z", locale.get()).format(shown);
  }

  /** Such as {@code 2 min 5 s} or {@code 40 ms}. */
  public String took(@Nullable Duration duration) {
    if (duration == null) {
      return "";
    }
    if (duration.toSeconds() < 10) {
      return duration.toMillis() + " ms";
    }
    return duration.toMinutes() == 0
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }

  private static Locale ofView() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces == null || faces.getViewRoot() == null
        ? Locale.ENGLISH
        : faces.getViewRoot().getLocale();
  }
}
