package org.supercargo.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.carrier.CarrierException.ApplicationRefused;
import org.supercargo.carrier.CarrierException.Unavailable;
import org.supercargo.carrier.ConsentRequest;
import org.supercargo.carrier.Secret;
import org.supercargo.scenario.Ups;

class UpsConsentPageTest {
  private static final ConsentRequest REQUEST = new ConsentRequest(Secret.of("state-1"), null);
  private static Ups ups;
  private final Wired wired = Wired.to(ups);

  @BeforeAll
  static void start() {
    ups = Ups.starts(Wired.REDIRECT);
  }

  @AfterAll
  static void stop() {
    ups.close();
  }

  @BeforeEach
  void calm() {
    ups.forgets();
  }

  @AfterEach
  void close() {
    wired.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.ups.com/lasso/signin?client_id=c&state=state-1",
        "https://id.ups.com/signin?state=state-1",
        "HTTPS://WWW.UPS.COM/lasso/signin"
      })
  void sendsTheBrowserToUps(String location) {
    redirectsTo(location);
    assertThat(wired.login.consentPage(REQUEST)).hasToString(location);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.ups.com.evil.example/lasso/signin",
        "https://evilups.com/lasso/signin",
        "http://www.ups.com/lasso/signin",
        "https://evil.example/?www.ups.com",
        "https://www.ups.com@evil.example/",
        "https://user:pass@www.ups.com/",
        "//evil.example/signin",
        "http://127.0.0.1:1/lasso/signin",
        "javascript:alert(1)",
        "data:text/html,x",
        "https:///lasso",
        "https://www.ups.com/a b|c",
        "mailto:a@ups.com"
      })
  void sendsTheBrowserNowhereElse(String location) {
    redirectsTo(location);
    assertThatThrownBy(() -> wired.login.consentPage(REQUEST))
        .isInstanceOf(Unavailable.class)
        .message()
        .doesNotContain("evil");
  }

  @Test
  void takesNoStrangersPageFromValidateClientEither() {
    try (Wired legacy = Wired.to(ups, "supercargo.ups.start", "validate-client")) {
      ups.answersNext(
          "validate-client",
          200,
          "{\"result\":\"success\",\"type\":\"ups_com_api\","
              + "\"LassoRedirectURL\":\"https://evil.example/lasso/signin\"}");
      assertThatThrownBy(() -> legacy.login.consentPage(REQUEST)).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void saysWhatTheErrorPageSays() {
    ups.answersNext(
        "authorize",
        302,
        Map.of(
            "Location", "https://www.ups.com/error.page",
            "errorcode", "10400",
            "errordescription", "Invalid Redirect URL"),
        "");
    assertThatThrownBy(() -> wired.login.consentPage(REQUEST))
        .isInstanceOf(ApplicationRefused.class)
        .hasMessageContaining("Invalid Redirect URL")
        .hasMessageContaining("10400");
  }

  @Test
  void saysThatARedirectWithoutAddressLeadsNowhere() {
    ups.answersNext("authorize", 302, Map.of("Content-Type", "text/html"), "");
    assertThatThrownBy(() -> wired.login.consentPage(REQUEST)).isInstanceOf(Unavailable.class);
  }

  @Test
  void namesTheRedirectAddressThatUpsDoesNotKnow() {
    try (Wired other = Wired.to(ups, "supercargo.ups.redirect-uri", "https://other.example/cb")) {
      assertThatThrownBy(() -> other.login.consentPage(REQUEST))
          .isInstanceOf(ApplicationRefused.class)
          .hasMessageContaining("redirect address")
          .hasMessageContaining("Invalid Redirect URL");
    }
  }

  @Test
  void namesTheApplicationsOwnCredentials() {
    try (Wired other = Wired.to(ups, "supercargo.ups.client-id", "nobody")) {
      assertThatThrownBy(() -> other.login.consentPage(REQUEST))
          .isInstanceOf(ApplicationRefused.class)
          .hasMessageContaining("client id")
          .hasMessageContaining("ClientId is Invalid");
    }
  }

  @Test
  void saysThatNobodyListens() {
    try (Wired nobody = Wired.to("http://127.0.0.1:1", Clock.systemUTC())) {
      assertThatThrownBy(() -> nobody.login.consentPage(REQUEST))
          .isInstanceOfSatisfying(
              Unavailable.class, refused -> assertThat(refused.isAnswerLost()).isFalse())
          .hasMessage("UPS accepts no connection.");
    }
  }

  @Test
  void saysThatTheNameIsUnknown() {
    try (Wired nobody = Wired.to("http://no-such-host.invalid", Clock.systemUTC())) {
      assertThatThrownBy(() -> nobody.login.consentPage(REQUEST))
          .isInstanceOf(Unavailable.class)
          .hasMessage("UPS's host name can't be resolved.");
    }
  }

  @Test
  void saysThatTheConnectionIsNotTrustworthy(@TempDir Path folder) throws Exception {
    try (Stranger stranger = Stranger.starts(folder);
        Wired clear =
            Wired.to(
                stranger.address(),
                Clock.systemUTC(),
                "supercargo.ups.connect-timeout",
                "PT20S",
                "supercargo.ups.read-timeout",
                "PT20S")) {
      assertThatThrownBy(() -> clear.login.consentPage(REQUEST))
          .isInstanceOfSatisfying(
              Unavailable.class, refused -> assertThat(refused.isAnswerLost()).isFalse())
          .hasMessage("No trustworthy TLS connection to UPS could be made.");
    }
  }

  private static void redirectsTo(String location) {
    ups.answersNext("authorize", 302, Map.of("Location", location), "");
  }
}
