package org.supercargo.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Fills the tables with accounts of every status in turn, ten kinds; one in ten is deleted. */
public final class AccountLoader {
  private static final String GRANT =
      "insert into carrier_grant (id, carrier, state, generation, sealed_access, sealed_refresh,"
          + " issued_at, access_expires_at, dies_at, connected_by, created_at, fence, version)"
          + " values (?, 'UPS', ?, 1, ?, ?, ?, ?, ?, 'rosa', ?, 0, 0)";
  private static final String ACCOUNT =
      "insert into carrier_account (carrier, number, live_key, grant_id, verification, nickname,"
          + " nickname_key, account_country, account_postal, company, company_key, contact_name,"
          + " address_line1, city, state, postal_code, country, phone, email, created_at,"
          + " connected_at, connected_by, deleted_at, version) values ('UPS', ?, ?, ?, ?, ?, ?,"
          + " 'US', '30328', ?, ?, 'Rosa Delgado', '75 Harbor Street', 'Atlanta', 'GA', '30328',"
          + " 'US', '+14045550123', 'rosa@peachtree.example', ?, ?, ?, ?, 0)";

  private final DataSource source;
  private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);

  public AccountLoader(DataSource source) {
    this.source = source;
  }

  public void load(int accounts) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        PreparedStatement grant = connection.prepareStatement(GRANT);
        PreparedStatement account = connection.prepareStatement(ACCOUNT)) {
      connection.setAutoCommit(false);
      for (int i = 1; i <= accounts; i++) {
        boolean legacy = i % 10 == 1;
        if (!legacy) {
          addGrant(grant, i);
        }
        addAccount(account, i, legacy);
        if (i % 1_000 == 0 || i == accounts) {
          grant.executeBatch();
          account.executeBatch();
        }
      }
      int next = accounts + 1;
      statement.execute("alter table carrier_grant alter column id restart with " + next);
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void addGrant(PreparedStatement grant, int i) throws SQLException {
    String state =
        switch (i % 10) {
          case 0 -> "DELETED";
          case 2 -> "EXPIRED";
          case 3 -> "NEEDS_CONSENT";
          case 4 -> "EXPIRING";
          case 6 -> "UNCERTAIN";
          case 8 -> "NEEDS_ATTENTION";
          default -> "ACTIVE";
        };
    long days = i % 10 == 2 ? -1 : i % 10 == 4 || i % 10 == 5 ? 7 : 20 + i % 40;
    byte[] none = i % 10 == 0 ? null : new byte[] {1};
    grant.setLong(1, i);
    grant.setString(2, state);
    grant.setBytes(3, none);
    grant.setBytes(4, none);
    grant.setObject(5, now);
    grant.setObject(6, now);
    grant.setObject(7, now.plusDays(days));
    grant.setObject(8, now);
    grant.addBatch();
  }

  private void addAccount(PreparedStatement account, int i, boolean legacy) throws SQLException {
    String number = "N%05X".formatted(i);
    boolean deleted = i % 10 == 0;
    String verification =
        legacy ? "NO_OAUTH" : i % 10 == 6 ? "NOT_VERIFIED" : i % 10 == 7 ? "NOT_HELD" : "PROVEN";
    String nickname = "Warehouse " + i * 7_919 % 100_003;
    String company = "Company " + i % 1_000;
    account.setString(1, number);
    account.setString(2, deleted ? null : "UPS:" + number);
    account.setObject(3, legacy ? null : (long) i);
    account.setString(4, verification);
    account.setString(5, nickname);
    account.setString(6, Registrant.key(nickname));
    account.setString(7, company);
    account.setString(8, Registrant.key(company));
    account.setObject(9, now);
    account.setObject(10, legacy ? null : now);
    account.setString(11, legacy ? null : "person" + i % 7);
    account.setObject(12, deleted ? now : null);
    account.addBatch();
  }
}
