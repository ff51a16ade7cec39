package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody goes to UPS and does not finish: the night tidies up, tokens do not stay. */
class AbandonedRegistrationIT extends InBrowser {
  @Test
  void sweepsATripFromWhichTheBrowserNeverCameBack() {
    Administrator admin = administrator().wantsToAdd().leavesForUps();
    URI back = ups().consents(URI.create(admin.browser().address()), "alice");
    minutesPass(11);
    Night.passes(admin, installation());
    assertThat(outcomes()).isEqualTo("[{outcome=ABANDONED}]");
    assertNoted(admin);

    admin.browser().opens(back.toString());
    assertThat(admin.isTold()).contains("too late", "Nothing was changed");
    assertThat(ups().count("token")).isZero();
  }

  @Test
  void destroysTheTokensOfAnUnfinishedRegistration() {
    Administrator admin = administrator().comesBackFromUps("alice");
    String page = admin.browser().address();
    minutesPass(29);
    Night.passes(admin, installation());
    assertThat(tokens()).hasSize(1);

    minutesPass(2);
    Night.passes(admin, installation());
    assertThat(outcomes()).isEqualTo("[{outcome=ABANDONED}]");
    assertThat(tokens()).isEmpty();
    assertNoted(admin);
    admin.browser().opens(page);
    assertThat(admin.browser().awaits("register:gone").innerText()).contains("no longer here");
    admin.connects("alice", "A1B2C3");
  }

  @Test
  void keepsWhatIsTypedWhenTheTokensHaveGoneMeanwhile() {
    Administrator admin = administrator().comesBackFromUps("alice");
    minutesPass(31);
    admin.submits(Form.of("A1B2C3"));
    assertThat(admin.browser().awaits("register:gone").innerText()).contains("no longer here");
    assertThat(ups().count("rate")).isZero();
    admin.browser().clicks("register:again");
    admin.leavesForUps().consentsAs("alice");
    assertThat(admin.browser().awaits("register:company").inputValue())
        .isEqualTo("Ångström & Söhne");
    admin.browser().clicks("register:submit");
    admin.browser().awaits("registered-number");
  }

  /** For every trip that is under way. */
  private void minutesPass(int minutes) {
    String earlier = " - interval '" + minutes + "' minute";
    installation().does("update connect_attempt set expires_at = expires_at" + earlier);
    installation().does("update carrier_grant set pending_until = pending_until" + earlier);
  }

  private static void assertNoted(Administrator admin) {
    admin.browser().opens("/audit");
    assertThat(admin.page().locator("#main").innerText())
        .contains("nightly check", "begun by admin");
  }

  private String outcomes() {
    return installation().asks("select outcome from connect_attempt").toString();
  }

  private List<Map<String, Object>> tokens() {
    return installation()
        .asks(
            "select 1 from carrier_grant"
                + " where sealed_access is not null or sealed_refresh is not null");
  }
}
