package org.supercargo.setting;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One or more settings are missing or can't be read. Names the keys and the rules, never a value:
 * it may be secret.
 */
public final class WrongSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongSetting(String key, String rule) {
    super(key + " " + rule);
  }

  WrongSetting(List<WrongSetting> all) {
    super(
        all.stream()
            .map(WrongSetting::getMessage)
            .collect(Collectors.joining("; ", "Wrong settings: ", "")));
  }
}
