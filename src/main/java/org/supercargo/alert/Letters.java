package org.supercargo.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** Puts an alert into words. All words come from the bundle, all names are people's own. */
@ApplicationScoped
class Letters {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("org.supercargo.alert.mail", Locale.ENGLISH);

  @Inject Settings settings;

  Letter of(AlertView alert) {
    String heading = heading(alert);
    String what = word("what." + alert.kind(), alert.days());
    String link = link(alert);
    String deed = word(deed(alert));
    List<Fact> facts = facts(alert);
    String text =
        heading
            + "\n\n"
            + what
            + "\n\n"
            + facts.stream()
                .map(fact -> fact.name() + ": " + fact.value() + "\n")
                .collect(Collectors.joining())
            + "\n"
            + deed
            + ":\n"
            + link
            + "\n\n"
            + word("all")
            + ":\n"
            + at("/alerts")
            + "\n\n-- \n"
            + word("why")
            + "\n";
    return new Letter(heading, text, html(heading, what, facts, deed, link));
  }

  private record Fact(String name, String value) {}

  private String heading(AlertView alert) {
    List<AlertedAccount> accounts = alert.accounts();
    String subject =
        accounts.isEmpty()
            ? word("nobody", alert.carrier())
            : word(
                "subject",
                alert.carrier(),
                accounts.getFirst().number(),
                plain(accounts.getFirst().nickname()),
                accounts.size() - 1);
    return word("heading." + alert.kind(), alert.days(), subject);
  }

  private List<Fact> facts(AlertView alert) {
    List<Fact> facts = new ArrayList<>();
    for (AlertedAccount account : alert.accounts()) {
      String names = plain(account.nickname()) + ", " + plain(account.company());
      facts.add(new Fact(word("account"), account.number() + " (" + names + ")"));
    }
    Instant end = alert.endsAt();
    if (end != null) {
      facts.add(new Fact(word("ends"), moment(end)));
    }
    if (alert.why() != null) {
      String name = alert.kind().isOfShipment() ? "found" : "says";
      facts.add(new Fact(word(name), plain(alert.why())));
    }
    return facts;
  }

  private static String deed(AlertView alert) {
    if (alert.shipment() != null) {
      return "shipment";
    }
    return isCurable(alert) ? "regenerate" : "look";
  }

  private static boolean isCurable(AlertView alert) {
    return !alert.accounts().isEmpty()
        && !alert.kind().isOfShipment()
        && alert.kind() != AlertKind.APPLICATION_REFUSED;
  }

  /** After signing in, straight to Regenerate Tokens or to the shipment. */
  private String link(AlertView alert) {
    if (alert.shipment() != null) {
      return at("/shipment?id=" + alert.shipment());
    }
    return isCurable(alert)
        ? at("/account?id=" + alert.accounts().getFirst().id() + "&do=regenerate")
        : at("/alerts");
  }

  private String at(String path) {
    URI home = settings.get(Keys.PUBLIC_URL);
    return home.toString().replaceFirst("/+$", "") + path;
  }

  private String moment(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(Locale.ENGLISH)
            .format(instant.atZone(settings.get(Keys.ZONE)))
        + DateTimeFormatter.ofPattern(" z", Locale.ENGLISH)
            .format(instant.atZone(settings.get(Keys.ZONE)));
  }

  private String html(String heading, String what, List<Fact> facts, String deed, String link) {
    String rows =
        facts.stream()
            .map(
                fact ->
                    """
                    <tr><td style="padding:4px 16px 4px 0;color:#545b62;vertical-align:top">%s</td>\
                    <td style="padding:4px 0">%s</td></tr>
                    """
                        .formatted(escaped(fact.name()), escaped(fact.value())))
            .collect(Collectors.joining());
    return """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="UTF-8"><title>%1$s</title></head>
    <body style="margin:0;padding:24px;background:#f8f9fa;color:#343a40;\
    font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
    <div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dee2e6;border-radius:6px">
    <h1 style="margin:0 0 12px;font-size:20px">%1$s</h1>
    <p style="margin:0 0 12px">%2$s</p>
    <table role="presentation" style="border-collapse:collapse;font-size:15px">%3$s</table>
    <p style="margin:20px 0"><a href="%5$s" style="display:inline-block;padding:10px 18px;background:#0b5cad;\
    color:#ffffff;text-decoration:none;border-radius:4px">%4$s</a></p>
    <p style="margin:0;font-size:14px"><a href="%7$s" style="color:#0b5cad">%6$s</a></p>
    </div>
    <p style="max-width:560px;margin:12px auto 0;font-size:13px;color:#545b62">%8$s</p>
    </body></html>
    """
        .formatted(
            escaped(heading),
            escaped(what),
            rows,
            escaped(deed),
            escaped(link),
            escaped(word("all")),
            escaped(at("/alerts")),
            escaped(word("why")));
  }

  private static String word(String key, @Nullable Object... parts) {
    return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(parts);
  }

  /** One line that says what it seems to say. */
  private static String plain(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
