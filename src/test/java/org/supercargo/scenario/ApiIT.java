package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supercargo.access.key.Provider;
import org.supercargo.scenario.Keyring.Key;
import org.supercargo.scenario.Program.Answer;

/** How the REST API behaves whatever is asked. */
class ApiIT extends InApi {
  private static final String ACCOUNTS = "/api/v1/accounts";

  @Test
  void listsAccountsStretchByStretch() {
    List<String> numbers = List.of("AAA111", "BBB222", "CCC333", "DDD444", "EEE555");
    numbers.forEach(this::account);
    Program reader = program("ACCOUNTS_READ");
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      String cursor = next.isEmpty() ? "" : "&cursor=" + next;
      Answer page = Promise.isKept(reader.gets(ACCOUNTS + "?limit=2" + cursor));
      assertThat(page.status()).isEqualTo(200);
      page.json().path("items").forEach(item -> seen.add(item.path("number").asText()));
      next = page.json().path("next").asText("");
    } while (!next.isEmpty());
    assertThat(seen).containsExactlyElementsOf(numbers);
    assertThat(reader.gets(ACCOUNTS + "?status=CONNECTED").json().path("items")).isEmpty();
    assertThat(reader.gets(ACCOUNTS + "?status=NO_OAUTH").json().path("items")).hasSize(5);
    assertThat(reader.gets(ACCOUNTS + "?number=ccc333").json().path("items")).hasSize(1);
  }

  @Test
  void showsAConnectedAccountWithoutATokenOrAPerson() {
    administrator().hasConnected("alice", "A1B2C3");
    Program reader = program("ACCOUNTS_READ");
    JsonNode row = reader.gets(ACCOUNTS).json().at("/items/0");
    assertThat(row.path("status").asText()).isEqualTo("CONNECTED");
    Answer one = Promise.isKept(reader.gets(ACCOUNTS + "/" + row.path("id").asLong()));
    assertThat(one.json().path("negotiatedRates").asBoolean()).isTrue();
    assertThat(one.json().path("connectedAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    assertThat(one.text()).doesNotContain("oken", "hone", "mail", "contact");
    assertThat(ups().everySecret()).noneMatch(one.text()::contains);
  }

  @Test
  void letsAKeySeeItsOwnAccountsOnly() {
    long own = account("AAA111");
    long other = account("BBB222");
    Key key = Keyring.makesFor(Staff.admin(visitor()), "aaa111", "600", "ACCOUNTS_READ");
    Program restricted = Program.of(installation(), key.key());
    assertThat(restricted.gets(ACCOUNTS).json().path("items")).hasSize(1);
    assertThat(restricted.gets(ACCOUNTS + "/" + own).status()).isEqualTo(200);
    Promise.isKept(isProblem(restricted.gets(ACCOUNTS + "/" + other), 404));
    assertThat(restricted.gets(ACCOUNTS + "?number=BBB222").json().path("items")).isEmpty();
  }

  @Test
  void answersNotModifiedToWhoHasItAlready() {
    long id = account("AAA111");
    Program reader = program("ACCOUNTS_READ");
    for (String path : List.of(ACCOUNTS, ACCOUNTS + "/" + id)) {
      String tag = reader.gets(path).header("ETag");
      assertThat(tag).matches("\"[\\w-]{43}\"");
      Answer again = Promise.isKept(reader.gets(path, "If-None-Match", tag));
      assertThat(again.status()).isEqualTo(304);
      installation().does("update carrier_account set nickname = nickname || '!'");
      assertThat(reader.gets(path, "If-None-Match", tag).status()).isEqualTo(200);
    }
  }

  @Test
  void knowsNobodyWithoutAKey() {
    Answer none = Promise.isKept(isProblem(nobody().gets(ACCOUNTS), 401));
    assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"supercargo\"");
    Answer wrong =
        Promise.isKept(
            isProblem(nobody().gets(ACCOUNTS, "Authorization", "Bearer supercargo_no"), 401));
    assertThat(wrong.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    isProblem(nobody().gets(ACCOUNTS, "Authorization", "Basic YWRtaW46YWRtaW4="), 401);
    isProblem(nobody().gets("/api/v1/no-such-thing"), 401);
    isProblem(nobody().asks("OPTIONS", ACCOUNTS, null), 401);
  }

  @Test
  void takesNoBrowsersSessionForAKey() {
    Visitor admin = Staff.admin(visitor());
    var answer =
        admin
            .context()
            .request()
            .get(installation().server().uri() + ACCOUNTS, RequestOptions.create());
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void permitsNothingBeyondTheScope() {
    Answer refused = Promise.isKept(isProblem(program("RATES").gets(ACCOUNTS), 403));
    assertThat(refused.header("WWW-Authenticate"))
        .contains("error=\"insufficient_scope\"", "scope=\"accounts:read\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0",
        "?limit=201",
        "?limit=x",
        "?cursor=x",
        "?cursor=YWZ0ZXI6LTE",
        "?status=GOOD",
        "?cursor=%00",
        "?limit=%F0%9F%92%A9",
        "?limit="
      })
  void refusesAQueryItCantRead(String query) {
    Promise.isKept(isProblem(program("ACCOUNTS_READ").gets(ACCOUNTS + query), 400));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/v1",
        "/api/v2/accounts",
        "/api/v1/accounts/0",
        "/api/v1/accounts/x",
        "/api/v1/accounts/1/more",
        "/api/v1/accounts/99999999999999999999",
        "/api/v1/application.wadl",
        "/api/application.wadl",
        "/api/v1/%2e%2e/people",
        "/api/v1/openapi.xml",
        "/api/v1/accounts/1;a=b"
      })
  void saysThatNothingIsThereAsAProblem(String path) {
    Answer answer = program("ACCOUNTS_READ").gets(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "BREW"})
  void namesTheMethodsThatThereAre(String method) {
    Answer refused = isProblem(program("ACCOUNTS_READ").asks(method, ACCOUNTS, null), 405);
    assertThat(refused.header("Allow")).contains("GET");
  }

  @Test
  void givesNothingAsAMediaTypeThatItLacks() {
    isProblem(program("ACCOUNTS_READ").gets(ACCOUNTS, "Accept", "text/csv"), 406);
    isProblem(program("ACCOUNTS_READ").gets(ACCOUNTS, "Accept", "no media type"), 400);
  }

  /** None but a problem document, whatever a header, a path or a query is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/accounts/%ZZ HTTP/1.1",
        "GET /api//v1/accounts HTTP/1.1",
        "GET /api/v1/accounts;jsessionid=1 HTTP/1.1",
        "GET /api/v1/accounts?limit=%ZZ HTTP/1.1",
        "GET /api/v1/accounts?cursor=\u00ff HTTP/1.1",
        "GET /api/v1/accounts?number=%00 HTTP/1.1",
        "DELETE /api/v1/shipments HTTP/1.1",
        "PUT /api/v1/shipments HTTP/1.1\r\nContent-Length: 0\r\nContent-Type: application/json",
        "POST /api/v1/rates HTTP/1.1\r\nContent-Length: 0\r\nContent-Type: ;;;",
        "POST /api/v1/rates HTTP/1.1\r\nContent-Length: 0\r\nContent-Encoding: gzip",
        "GET /api/v1/accounts HTTP/1.1\r\nAccept: ;q=x",
        "GET /api/v1/accounts HTTP/1.1\r\nIf-None-Match: no tag",
        "GET /api/v1/accounts HTTP/1.1\r\nIf-Modified-Since: yesterday",
        "GET /api/v1/accounts HTTP/1.1\r\nAccept-Language: ;;",
        "GET /api/v1/accounts HTTP/1.1\r\nCookie: JSESSIONID=1; a=\""
      })
  void answersWithAProblemWhateverIsAsked(String request) {
    String answer = program("ACCOUNTS_READ").says(request);
    assertThat(answer).as(request).startsWith("HTTP/1.1 ").doesNotContain("HTTP/1.1 5");
    if (!answer.startsWith("HTTP/1.1 200")) {
      assertThat(answer).as(request).containsIgnoringCase("application/problem+json");
    }
  }

  /** What never reaches the application has no document, and no page either. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/accounts%00 HTTP/1.1",
        "TRACE /api/v1/accounts HTTP/1.1",
        "GET /api/v1/accounts HTTP/1.1\r\nExpect: the impossible"
      })
  void showsNoPageWhereTheServerItselfRefuses(String request) {
    assertThat(program("ACCOUNTS_READ").says(request))
        .matches("(?s)HTTP/1.1 4.*")
        .contains("Content-Length: 0")
        .doesNotContain("<");
  }

  @Test
  void letsNoMoreThanItsRequestsPassInAMinute() {
    Key key = Keyring.makesFor(Staff.admin(visitor()), "", "3", "ACCOUNTS_READ");
    Program hasty = Program.of(installation(), key.key());
    Answer last = hasty.gets(ACCOUNTS);
    // A minute may turn once meanwhile.
    for (int n = 0; n < 6 && last.status() == 200; n++) {
      last = hasty.gets(ACCOUNTS);
    }
    Promise.isKept(isProblem(last, 429));
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
  }

  @Test
  void carriesTheHeadersOfAnApi() {
    for (Answer answer :
        List.of(
            program("ACCOUNTS_READ").gets(ACCOUNTS),
            nobody().gets(ACCOUNTS),
            nobody().gets("/api/v1/openapi.yaml"))) {
      assertThat(answer.header("Content-Security-Policy"))
          .isEqualTo("default-src 'none'; frame-ancestors 'none'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cache-Control")).isNotEmpty().doesNotContain("public");
      assertThat(answer.header("Set-Cookie")).isEmpty();
      assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
      assertThat(answer.header("X-Powered-By")).isEmpty();
    }
  }

  @Test
  void saysWhileTheDatabaseIsAwayThatItComesBack() {
    Program reader = program("ACCOUNTS_READ");
    reader.gets(ACCOUNTS);
    installation().databaseGoesAway();
    try {
      Answer away = Promise.isKept(isProblem(reader.gets(ACCOUNTS), 503));
      assertThat(Integer.parseInt(away.header("Retry-After"))).isPositive();
      assertThat(away.json().path("reference").asText()).isNotBlank();
      assertThat(away.text()).doesNotContain("SQL", "jdbc", "java");
    } finally {
      installation().databaseComesBack();
    }
    assertThat(reader.gets(ACCOUNTS).status()).isEqualTo(200);
  }

  @Test
  void showsWhatItPromisesToEverybody() throws IOException {
    Answer yaml = nobody().gets("/api/v1/openapi.yaml");
    Answer json = nobody().gets("/api/v1/openapi.json");
    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(json.header("Content-Type")).startsWith("application/json");
    assertThat(new YAMLMapper().readTree(yaml.response().body())).isEqualTo(json.json());
    assertThat(nobody().gets("/api/v1/openapi.json", "If-None-Match", json.header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  void takesTheProvidersTokensForItsScopes() {
    Provider provider = Installation.provider();
    String token = provider.signs(provider.claims().claim("scope", "accounts:read").build());
    assertThat(Program.of(installation(), token).gets(ACCOUNTS).status()).isEqualTo(200);
    String other = provider.signs(provider.claims().claim("scope", "rates openid").build());
    isProblem(Program.of(installation(), other).gets(ACCOUNTS), 403);
    String foreign = provider.signs(provider.claims().audience("another").build());
    isProblem(Program.of(installation(), foreign).gets(ACCOUNTS), 401);
    long own = account("AAA111");
    account("BBB222");
    String restricted =
        provider.signs(
            provider
                .claims()
                .claim("scope", "accounts:read")
                .claim("accounts", List.of(own))
                .build());
    assertThat(Program.of(installation(), restricted).gets(ACCOUNTS).json().path("items"))
        .hasSize(1);
  }
}
