package org.supercargo.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.setting.WrongSetting;

/** Whether the application may be opened at all: settings right, database reachable. */
final class Opening {
  private final Settings settings;
  private final DataSource dataSource;

  Opening(Settings settings, DataSource dataSource) {
    this.settings = settings;
    this.dataSource = dataSource;
  }

  /**
   * @throws WrongSetting naming every setting that is wrong
   */
  void check() {
    settings.check();
    try (Connection connection = dataSource.getConnection()) {
      connection.getMetaData();
    } catch (SQLException refused) {
      throw new WrongSetting(
          Keys.DB_URL.name(),
          "can't be opened with db.class, db.user and db.password as they are: " + why(refused));
    }
  }

  /** The driver's own words, unless they repeat the password. */
  private String why(SQLException refused) {
    Throwable cause = refused;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String words = String.valueOf(cause.getMessage());
    return words.contains(settings.get(Keys.DB_PASSWORD)) ? cause.getClass().getName() : words;
  }
}
