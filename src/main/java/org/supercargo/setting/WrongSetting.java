package org.supercargo.setting;

/**
 * A setting is missing or can't be read. Names the key and the rule, never the value: it may be
 * secret.
 */
public final class WrongSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongSetting(String key, String rule) {
    super("Setting " + key + " " + rule);
  }
}
