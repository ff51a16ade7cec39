package org.supercargo.setting;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The value of every setting of {@link Keys}, read anew at each call. Defaults stand in {@code
 * META-INF/microprofile-config.properties} and nowhere else.
 */
@ApplicationScoped
public class Settings {
  private final Function<String, Optional<String>> source;

  /**
   * Asks for the configuration at each reading and never keeps one: a readiness probe during the
   * deployment gets this bean before Payara knows the application's own defaults.
   */
  protected Settings() {
    this(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
  }

  /** For what runs before there are beans. */
  public static Settings ofTheDeployment() {
    return new Settings();
  }

  /** Reads from anywhere, such as a map in a test. */
  public Settings(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /**
   * The setting's value.
   *
   * @throws WrongSetting when it is required and missing, or can't be read
   */
  public <T> T get(Key<T> key) {
    return key.read(optionalText(key.name()));
  }

  /**
   * Reads all of them, so that nothing is opened with half of a set.
   *
   * @throws WrongSetting naming every one that is wrong
   */
  public void check() {
    SettingsCheck.check(this);
  }

  public String text(String key) {
    return optionalText(key).orElseThrow(() -> new WrongSetting(key, "is missing"));
  }

  public Optional<String> optionalText(String key) {
    return source.apply(key).map(String::strip).filter(value -> !value.isEmpty());
  }

  public boolean flag(String key) {
    return switch (text(key)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new WrongSetting(key, "must be true or false");
    };
  }

  /** A whole number from {@code least} to {@code most}. */
  public int number(String key, int least, int most) {
    int value = parsed(key, Integer::parseInt, "must be a whole number");
    if (value < least || value > most) {
      throw new WrongSetting(key, "must be from " + least + " to " + most);
    }
    return value;
  }

  /** An ISO 8601 duration such as {@code PT15S}. */
  public Duration duration(String key) {
    return parsed(key, Duration::parse, "must be an ISO 8601 duration such as PT15S");
  }

  /** An absolute http or https address. */
  public URI address(String key) {
    URI uri = parsed(key, URI::create, "must be an http or https address");
    if (uri.getHost() == null || !uri.getScheme().matches("https?")) {
      throw new WrongSetting(key, "must be an http or https address");
    }
    return uri;
  }

  public ZoneId zone(String key) {
    return parsed(key, ZoneId::of, "must be a time zone such as Europe/Berlin");
  }

  private <T> T parsed(String key, Function<String, T> parser, String rule) {
    try {
      return parser.apply(text(key));
    } catch (IllegalArgumentException | java.time.DateTimeException notParsed) {
      throw new WrongSetting(key, rule);
    }
  }
}
