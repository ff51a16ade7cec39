package org.supercargo.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.timer.Lease;

/** Hands on the rotation of a node whose timers are off. */
@ApplicationScoped
public class Rotations {
  @Inject KeyWatch watch;
  @Inject Rewrapping rewrapping;
  @Inject Register register;
  @Inject KeyProviders providers;
  @Inject Settings settings;

  public void look() {
    watch.look();
  }

  public Map<String, Long> run(Lease lease) {
    return rewrapping.run(lease);
  }

  public String sealing() {
    return register.sealing();
  }

  public boolean has(String key) {
    return providers.known().contains(key);
  }

  public Path file() {
    return Path.of(settings.get(Keys.KEYSET_FILE).orElseThrow());
  }
}
