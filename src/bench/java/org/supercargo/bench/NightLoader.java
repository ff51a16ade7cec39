package org.supercargo.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.supercargo.stage.Database;

/**
 * Grants for one night, an account each. Of a hundred, twenty are about to die, five have died,
 * five were renewed after they had been about to, two are unfinished registrations; the rest is
 * well.
 */
final class NightLoader {
  private static final String KIND = "mod(r.x, 100)";
  private static final String GRANTS =
      "insert into carrier_grant (id, carrier, state, generation, sealed_access, sealed_refresh, sealed_key,"
          + " issued_at, access_expires_at, dies_at, refreshed_at, used_at, connected_by,"
          + " created_at, pending_until, fence, version) select r.x, 'UPS', case when KIND < 20"
          + " then 'ACTIVE' when KIND < 30 then 'EXPIRING' when KIND < 32 then 'PENDING' else"
          + " 'ACTIVE' end, 1, ?, ?, ?, NOW, NOW, case when KIND < 20 then NOW + interval '10' day"
          + " when KIND < 25 then NOW - interval '1' day else NOW + interval '50' day end, NOW,"
          + " NOW, 'rosa', NOW, case when KIND >= 30 and KIND < 32 then NOW - interval '1' hour"
          + " else null end, 0, 0 from SERIES r";
  private static final String ACCOUNTS =
      "insert into carrier_account (id, carrier, number, live_key, grant_id, verification,"
          + " nickname, nickname_key, account_country, account_postal, company, company_key,"
          + " contact_name, address_line1, city, state, postal_code, country, phone, email,"
          + " created_at, connected_at, connected_by, version) select r.x, 'UPS', 'N' || r.x,"
          + " 'UPS:N' || r.x, r.x, 'PROVEN', 'Warehouse ' || r.x, 'warehouse ' || r.x, 'US',"
          + " '30328', 'Peachtree', 'peachtree', 'Rosa Delgado', '75 Harbor Street', 'Atlanta',"
          + " 'GA', '30328', 'US', '+14045550123', 'rosa@peachtree.example', NOW, NOW, 'rosa', 0"
          + " from SERIES r where KIND < 30 or KIND >= 32";

  private NightLoader() {}

  /** Today's tables, empty. */
  static void prepare(Database database) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .load()
        .migrate();
  }

  /** Today's tables, filled. */
  static void load(Database database, int grants) {
    prepare(database);
    boolean postgres = database.url().contains("postgresql");
    String series = (postgres ? "generate_series(1, %d)" : "system_range(1, %d)").formatted(grants);
    byte[] sealed = new byte[160];
    new Random(1).nextBytes(sealed);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      try (PreparedStatement insert =
          connection.prepareStatement(sql(GRANTS, series + " as r(x)"))) {
        insert.setBytes(1, sealed);
        insert.setBytes(2, sealed);
        insert.setBytes(3, sealed);
        insert.executeUpdate();
      }
      statement.executeUpdate(sql(ACCOUNTS, series + " as r(x)"));
      for (String table : Arrays.asList("carrier_grant", "carrier_account")) {
        statement.execute(
            "alter table %s alter column id restart with %d".formatted(table, grants + 2));
      }
      if (postgres) {
        statement.execute("vacuum analyze");
        statement.execute("checkpoint");
      } else {
        statement.execute("analyze");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sql(String template, String series) {
    return template
        .replace("SERIES r", series)
        .replace("KIND", KIND)
        .replace("NOW", "current_timestamp");
  }
}
