package org.supercargo.scenario;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.postgresql.ds.PGSimpleDataSource;
import org.supercargo.access.key.Provider;
import org.supercargo.account.AccountLoader;
import org.supercargo.stage.Database;
import org.supercargo.stage.Ports;
import org.supercargo.stage.Postgres;
import org.supercargo.stage.Server;
import org.supercargo.stage.Settings;
import org.supercargo.stage.Wire;

/** An enterprise's installation: database, application server, and a UPS to talk to. */
public final class Installation implements AutoCloseable {
  private static final List<String> OF_ACCOUNTS =
      List.of(
          "alert_mail",
          "alert_recipient",
          "alert",
          "shipment_batch_row",
          "shipment_batch",
          "shipment_key",
          "shipment_package",
          "shipment_reference",
          "shipment_document",
          "tracking_snapshot",
          "wire_entry",
          "shipping_default",
          "ship_location",
          "recent_address",
          "shipment",
          "connect_attempt",
          "grant_event",
          "carrier_account",
          "carrier_grant",
          "carrier_line",
          "sign_in_delay");

  private final Database database;
  private final Wire wire;
  private final Ups ups;
  private final Server server;

  private Installation(String name, Database database, Wire wire) {
    this.database = database;
    this.wire = wire;
    int port = Ports.free();
    URI at = URI.create("http://localhost:" + port);
    this.ups = Ups.starts(Settings.redirect(at).toString());
    Database reached = wire == null ? database : database.through(wire);
    this.server = Server.on(port, name, Settings.of(reached, ups.uri(), at));
  }

  /** The one that scenarios share; started by the first who asks. */
  public static Installation shared() {
    return Shared.ONE;
  }

  /** One of its own, on PostgreSQL, not started yet. */
  public static Installation onPostgres(String name) {
    Database database = Postgres.newDatabase();
    return new Installation(name, database, Wire.to(database.port()));
  }

  /** One of its own, on an H2 file, not started yet. */
  public static Installation onH2(String name) {
    return new Installation(
        name, Database.h2(Server.folder().resolve("h2-" + UUID.randomUUID())), null);
  }

  public Installation with(String setting, String value) {
    server.settings().with(setting, value);
    return this;
  }

  public Installation starts() {
    server.starts();
    return this;
  }

  /** Another server beside it, of the same settings; not started yet. */
  public Server anotherNode(String node) {
    int port = Ports.free();
    Settings same = server.settings().copy().with("supercargo.node", node);
    return Server.on(port, server.name() + "-" + node, same);
  }

  public Server server() {
    return server;
  }

  public Ups ups() {
    return ups;
  }

  public Database database() {
    return database;
  }

  public void databaseGoesAway() {
    wire.pull();
  }

  public void databaseComesBack() {
    wire.plugIn();
  }

  void databaseFallsSilent() {
    wire.holdsItsTongue();
  }

  void databaseSpeaksAgain() {
    wire.speaksAgain();
  }

  public void does(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The database's rows, column by column; bytes should be asked for as text. */
  public List<Map<String, Object>> asks(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<Map<String, Object>> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> row(ResultSet rows) throws SQLException {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      row.put(rows.getMetaData().getColumnLabel(column), rows.getObject(column));
    }
    return row;
  }

  /** No account, no grant, no attempt, nobody slowed down; UPS as at its start. */
  public void forgetsItsAccounts() {
    ups.forgets();
    ups.registersRedirects(server.settings().value("supercargo.ups.redirect-uri"));
    OF_ACCOUNTS.forEach(table -> does("delete from " + table));
  }

  /** The password stays; it is hashed a thousand times, which is a second less at each sign-in. */
  private Installation letsItsAdministratorInQuickly() {
    String algorithm = "PBKDF2WithHmacSHA512";
    int rounds = 1_000;
    byte[] salt = new SecureRandom().generateSeed(32);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance(algorithm)
              .generateSecret(
                  new PBEKeySpec(Settings.ADMIN_PASSWORD.toCharArray(), salt, rounds, 64 * 8))
              .getEncoded();
      Base64.Encoder text = Base64.getEncoder();
      does(
          "update person set password_hash = '%s:%d:%s:%s' where name = 'admin'"
              .formatted(algorithm, rounds, text.encodeToString(salt), text.encodeToString(hash)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Accounts of every status in turn, in empty tables. */
  void loadsAccounts(int all) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database().url());
    source.setUser(database().user());
    source.setPassword(database().password());
    new AccountLoader(source).load(all);
    does("analyze");
  }

  @Override
  public void close() {
    server.dies();
    ups.close();
    if (wire != null) {
      wire.close();
    }
  }

  /** The OpenID Connect provider that the shared installation trusts. */
  static Provider provider() {
    return Shared.PROVIDER;
  }

  private static final class Shared {
    static final Provider PROVIDER = Provider.starts();
    static final Installation ONE =
        onPostgres("shared")
            .with("supercargo.ups.read-timeout", "PT8S")
            .with("supercargo.api.oidc.issuer", PROVIDER.issuer())
            .with("supercargo.api.oidc.audience", Provider.AUDIENCE)
            .with("supercargo.api.oidc.jwks-uri", PROVIDER.keysAt())
            .starts()
            .letsItsAdministratorInQuickly();
  }
}
