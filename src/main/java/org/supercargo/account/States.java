package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The states and provinces of the countries whose addresses need one. */
@ApplicationScoped
public class States {
  private static final Map<String, List<State>> BY_COUNTRY = read();

  /** In order of their names; empty for a country whose addresses need none. */
  public List<State> of(String country) {
    return BY_COUNTRY.getOrDefault(country, List.of());
  }

  /** Lines such as {@code US.GA=Georgia}. */
  private static Map<String, List<State>> read() {
    Properties lines = new Properties();
    try (InputStream file = States.class.getResourceAsStream("states.properties")) {
      lines.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return lines.stringPropertyNames().stream()
        .sorted(Comparator.comparing(lines::getProperty))
        .collect(
            Collectors.groupingBy(
                key -> key.substring(0, 2),
                Collectors.mapping(
                    key -> new State(key.substring(3), lines.getProperty(key)),
                    Collectors.toUnmodifiableList())));
  }
}
