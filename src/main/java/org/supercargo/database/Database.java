package org.supercargo.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.supercargo.setting.Settings;

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
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.connection-leak-timeout-in-seconds=60",
      "fish.payara.connection-leak-reclaim=false"
    })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Database {
  @Resource(lookup = "java:app/jdbc/supercargo")
  private DataSource dataSource;

  @Inject private Settings settings;
  @Inject private Migrations migrations;

  @PostConstruct
  void start() {
    new Opening(settings, dataSource).check();
    migrations.run();
  }
}
