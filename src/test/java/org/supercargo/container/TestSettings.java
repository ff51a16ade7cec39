package org.supercargo.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.supercargo.setting.Settings;

/** The server's settings in container tests, which a test may change while it runs. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestSettings {
  private static final Map<String, String> CHANGED = new ConcurrentHashMap<>();

  public static void set(String key, String value) {
    CHANGED.put(key, value);
  }

  public static void reset() {
    CHANGED.clear();
  }

  @Produces
  @ApplicationScoped
  Settings settings() {
    return new Settings(
        key ->
            Optional.ofNullable(CHANGED.get(key))
                .or(() -> ConfigProvider.getConfig().getOptionalValue(key, String.class)));
  }
}
