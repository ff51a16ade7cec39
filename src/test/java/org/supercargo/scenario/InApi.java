package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.supercargo.scenario.Keyring.Key;
import org.supercargo.scenario.Program.Answer;

/** A scenario of programs that call the REST API; an administrator makes their keys. */
abstract class InApi extends InBrowser {
  private static final Map<String, Key> MADE = new ConcurrentHashMap<>();

  /** What a minute's tests have used up is given back. */
  @BeforeEach
  void beginsAMinute() {
    installation().does("delete from api_window");
  }

  /** A program whose key has these scopes, made once for all tests. */
  final Program program(String... scopes) {
    Key key =
        MADE.computeIfAbsent(
            String.join(" ", scopes),
            wanted -> Keyring.makesFor(Staff.admin(visitor()), "", "100000", scopes));
    return Program.of(installation(), key.key());
  }

  final Program nobody() {
    return Program.nobody(installation());
  }

  /** An account of a time before OAuth, in the database only; answers its id. */
  final long account(String number) {
    installation()
        .does(
            "insert into carrier_account (carrier, number, live_key, verification, nickname,"
                + " nickname_key, account_country, account_postal, company, company_key,"
                + " contact_name, address_line1, city, state, postal_code, country, phone, email,"
                + " created_at, version)"
                + " values ('UPS', '%1$s', 'UPS:%1$s', 'NO_OAUTH', 'Depot %1$s', 'depot', 'US',"
                    .formatted(number)
                + " '94105', 'Example Corp', 'example corp', 'Jo Doe', '1 Main St',"
                + " 'San Francisco', 'CA', '94105', 'US', '4155550100', 'jo@example.com', now(), 0)");
    return ((Number)
            installation()
                .asks("select id from carrier_account where number = '" + number + "'")
                .getFirst()
                .get("id"))
        .longValue();
  }

  static Answer isProblem(Answer answer, int status) {
    String name = answer.method() + " " + answer.path() + ": " + answer.text();
    assertThat(answer.status()).as(name).isEqualTo(status);
    assertThat(answer.header("Content-Type")).as(name).isEqualTo("application/problem+json");
    if (!answer.method().equals("HEAD")) {
      assertThat(answer.json().path("status").asInt()).as(name).isEqualTo(status);
      assertThat(answer.json().path("type").asText())
          .as(name)
          .matches("urn:supercargo:problem:[a-z-]+");
      assertThat(answer.json().path("title").asText()).as(name).isNotBlank();
      assertThat(answer.json().path("instance").asText())
          .as(name)
          .isEqualTo(answer.path().replaceFirst("\\?.*", ""));
    }
    assertThat(answer.header("Set-Cookie")).as(name).isEmpty();
    return answer;
  }
}
