package org.supercargo.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.setting.WrongSetting;

@DataSourceDefinition(
    name = "java:app/jdbc/supercargo",
    className = "${MPCONFIG=db.class}",
    url = "${MPCONFIG=db.url}",
    user = "${MPCONFIG=db.user}",
    password = "${MPCONFIG=db.password}",
    minPoolSize = 2,
    maxPoolSize = 20,
    properties = {
      "fish.payara.init-sql=set time zone 'UTC'",
      "fish.payara.max-wait-time-in-millis=5000",
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.connection-leak-timeout-in-seconds=60",
      "fish.payara.connection-leak-reclaim=false"
    })
@Singleton
@Startup
@DependsOn("SettingsCheck")
@TransactionManagement(TransactionManagementType.BEAN)
public class Database {
  private static final Logger LOG = System.getLogger(Database.class.getName());

  @Resource(lookup = "java:app/jdbc/supercargo")
  private DataSource dataSource;

  @Inject private Settings settings;
  @Inject private Migrations migrations;

  @PostConstruct
  void start() {
    open();
    migrations.run();
  }

  private void open() {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      LOG.log(Level.INFO, "The database is a {0}", product);
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
