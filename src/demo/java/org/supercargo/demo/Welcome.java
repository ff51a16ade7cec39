package org.supercargo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a person needs to know once both programs answer. */
final class Welcome {
  private static final String LINE = "-".repeat(78);

  private Welcome() {}

  /** {@code users} is what the simulator says of its log-ins. */
  static String text(Options options, AdminPassword password, String users) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(LINE);
    lines.add(row("Supercargo", Addresses.application(options)));
    lines.add(row("Sign in as", "admin"));
    lines.add(row("Password", password.shown()));
    lines.add("");
    lines.add(row("UPS simulator", Addresses.simulator(options)));
    lines.add(row("UPS log-ins", "user / password       account numbers"));
    for (JsonNode user : logIns(users)) {
      lines.add(row("", logIn(user)));
    }
    lines.add("");
    lines.add(row("Data and logs", options.data().toString()));
    lines.add(row("Stop", "Ctrl-C"));
    lines.add(LINE);
    return String.join(System.lineSeparator(), lines);
  }

  private static String row(String label, String value) {
    return " %-15s%s".formatted(label, value).stripTrailing();
  }

  private static List<JsonNode> logIns(String users) throws IOException {
    JsonNode found = new ObjectMapper().readTree(users);
    List<JsonNode> list = new ArrayList<>();
    (found.isArray() ? found : found.path("users")).forEach(list::add);
    return list;
  }

  private static String logIn(JsonNode user) {
    String name = user.path("user").asText() + " / " + user.path("password").asText();
    List<String> numbers = new ArrayList<>();
    user.path("accounts").forEach(account -> numbers.add(number(account)));
    return "%-22s%s".formatted(name, numbers.stream().collect(Collectors.joining(", ")));
  }

  private static String number(JsonNode account) {
    String number = account.path("number").asText() + " " + account.path("country").asText();
    number += " " + account.path("postalCode").asText();
    return account.path("negotiatedRates").asBoolean() ? number : number + " (no negotiated rates)";
  }
}
