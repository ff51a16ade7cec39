package org.supercargo.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.supercargo.setting.Settings;

class TimesTest {
  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
  private static final Settings SETTINGS =
      new Settings(key -> Optional.ofNullable(Map.of("supercargo.zone", "Asia/Tokyo").get(key)));

  @Test
  void showsTheBrowsersZone() {
    Times times = times(new Cookie("supercargo-zone", "Europe%2FBerlin"));

    assertThat(times.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(times.at(NOON)).contains("2:00").endsWith("CEST");
    assertThat(times.clock(NOON)).isEqualTo("2:00\u202fPM CEST");
  }

  @Test
  void writesTheZonesTimeWithItsOffsetIntoFiles() {
    Times times = times(new Cookie("supercargo-zone", "Europe%2FBerlin"));

    assertThat(times.cell(NOON)).hasToString("2026-07-01T14:00+02:00");
    assertThat(times.cell(null)).isNull();
  }

  @Test
  void namesTheZone() {
    assertThat(times(new Cookie("supercargo-zone", "Europe%2FBerlin")).getZoneName())
        .endsWith("(Europe/Berlin)");
  }

  @Test
  void fallsBackToTheSettingWithoutAZoneThatIsKnown() {
    assertThat(times().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(times(new Cookie("supercargo-zone", "Mars/Olympus")).zone())
        .isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(times(new Cookie("supercargo-zone", "%zz")).zone())
        .isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void saysHowLongSomethingTook() {
    assertThat(times().took(Duration.ofMillis(40))).isEqualTo("40 ms");
    assertThat(times().took(Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(times().took(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    assertThat(times().took(null)).isEmpty();
  }

  private static Times times(Cookie... cookies) {
    HttpServletRequest request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                TimesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> method.getName().equals("getCookies") ? cookies : null);
    return new Times(request, SETTINGS, Locale.ENGLISH);
  }
}
