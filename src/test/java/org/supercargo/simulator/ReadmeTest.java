package org.supercargo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.scenario.Ups;

/** Operators script against what the simulator's README says, so it must be so. */
class ReadmeTest {
  private static final Pattern CURL =
      Pattern.compile("curl( -X \\w+)? \"?\\$UPS(/control/[^\\s\"]+)\"?(?: -d '([^']*)')?\n");

  private Ups ups;
  private UpsCaller caller;
  private String readme;

  @BeforeEach
  void start() throws IOException {
    ups = Ups.starts();
    caller = new UpsCaller(ups.uri());
    readme = Files.readString(Path.of("src/simulator/README.md"));
  }

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void namesEveryRoomOfTheControlInterface() {
    String error = caller.get("/control/nothing").json().get("error").asText();
    List<String> rooms = List.of(error.substring(error.indexOf("known: ") + 7).split(", "));
    assertThat(rooms).hasSizeGreaterThan(15);
    for (String room : rooms) {
      String[] methodAndPath = room.split(" ");
      assertThat(readme)
          .containsPattern(methodAndPath[0] + "(, POST)? " + Pattern.quote(methodAndPath[1]))
          .contains(methodAndPath[1]);
    }
  }

  @Test
  void namesEveryOperation() {
    String error =
        caller.json("/control/answers", "{\"operation\":\"?\"}").json().get("error").asText();
    for (String operation : error.substring(error.indexOf("known: ") + 7).split(", ")) {
      assertThat(readme).contains("| `" + operation + "` | ");
    }
  }

  @Test
  void namesEveryFieldThatCanBeSent() {
    for (String room :
        List.of("answers", "lives", "clock", "limit", "shipments", "users", "clients", "revoke")) {
      String error = caller.json("/control/" + room, "{\"?\":1}").json().get("error").asText();
      assertThat(error).startsWith("unknown field ?");
      for (String field : error.substring(error.indexOf("known: ") + 7).split(", ")) {
        assertThat(readme).as(room).contains("`" + field + "`");
      }
    }
  }

  @Test
  void namesEveryLogInWithItsNumbers() {
    for (JsonNode user : caller.get("/control/users").json().get("users")) {
      String row = "| `" + user.get("user").asText() + "` | `" + user.get("password").asText();
      assertThat(readme).contains(row);
      for (JsonNode account : user.get("accounts")) {
        assertThat(readme)
            .contains(
                "`%s` (%s %s)"
                    .formatted(
                        account.get("number").asText(),
                        account.get("country").asText(),
                        account.get("postalCode").asText()));
      }
    }
  }

  @Test
  void givesExamplesThatWork() {
    Matcher example = CURL.matcher(readme);
    int count = 0;
    while (example.find()) {
      String method = example.group(1) == null ? "GET" : example.group(1).substring(4);
      String body = example.group(3);
      var request = HttpRequest.newBuilder(ups.uri().resolve(example.group(2)));
      request.method(
          body == null ? method : "POST",
          body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      assertThat(caller.send(request).status()).as(example.group()).isEqualTo(200);
      count++;
    }
    assertThat(count).isEqualTo(readme.split("curl ").length - 1).isGreaterThan(12);
  }
}
