package org.supercargo.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Settings;

/** Somebody without a mouse. */
class KeyboardIT extends InBrowser {
  private static final int MOST_TABS = 60;
  private static final String FOCUSED = "document.activeElement.id";
  private static final String SHOWS_ITS_FOCUS =
      "(() => { const s = getComputedStyle(document.activeElement);"
          + " return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; })()";

  @Test
  void goesToUpsWithoutAMouse() {
    Page page = signsIn();

    tabsTo(page, ":add");
    page.keyboard().press("Enter");
    assertThat(page.locator("#consent-ok")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("#consent-ok")).isHidden();
    // Nobody tabs as fast as this: a pressed button is asleep for half a second.
    assertThat(page.locator("[id$=':add']")).isEnabled();

    tabsTo(page, ":add");
    page.keyboard().press("Enter");
    assertThat(page.locator("#consent-ok")).isFocused();
    page.keyboard().press("Enter");
    page.locator("#continue").waitFor();
  }

  @Test
  void skipsTheMenuFirst() {
    Page page = signsIn();
    page.reload();

    page.keyboard().press("Tab");
    page.keyboard().press("Enter");

    assertThat(page.locator("#main")).isFocused();
  }

  @Test
  void showsInTheMenuWhereOneIs() {
    Page page = signsIn();
    assertThat(page.locator("header [aria-current=page]")).hasId("menu-shipping");
    assertThat(page.locator("#menu-setup > a")).hasClass(Pattern.compile("sc-here"));
    page.navigate(installation().server().uri().resolve("/people").toString());
    assertThat(page.locator("header [aria-current=page]")).hasId("menu-people");
    assertThat(page.locator(".sc-drawer [aria-current=page]")).hasId("drawer-people");
  }

  private Page signsIn() {
    Page page = visitor().page();
    page.navigate(installation().server().uri().resolve("/accounts").toString());
    tabsTo(page, "sign-in:name");
    page.keyboard().type("admin");
    tabsTo(page, "sign-in:word");
    page.keyboard().type(Settings.ADMIN_PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/accounts$"));
    // The address changes before there is anything that could have the focus.
    page.waitForLoadState();
    return page;
  }

  private static void tabsTo(Page page, String end) {
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      if (page.evaluate(FOCUSED).toString().endsWith(end)) {
        assertThat((Boolean) page.evaluate(SHOWS_ITS_FOCUS)).as("focus seen at " + end).isTrue();
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(end + " is out of the keyboard's reach");
  }
}
