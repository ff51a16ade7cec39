package org.supercargo.setting;

import jakarta.enterprise.context.ApplicationScoped;
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
    return key.read(text(key.name()));
  }

  /**
   * Reads all of them, so that nothing is opened with half of a set.
   *
   * @throws WrongSetting naming every one that is wrong
   */
  public void check() {
    SettingsCheck.check(this);
  }

  private Optional<String> text(String key) {
    return source.apply(key).map(String::strip).filter(value -> !value.isEmpty());
  }
}
