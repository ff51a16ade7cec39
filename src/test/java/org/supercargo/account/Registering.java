package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.Secret;
import org.supercargo.container.InContainer;

/** What tests of this room do again and again, with the real carrier socket and simulator. */
abstract class Registering extends InContainer {
  static final Actor ROSA = new Actor("rosa", "192.0.2.1");
  static final Secret BROWSER = Secret.of("the cookie of a browser");

  @Inject Registration registration;
  @Inject Accounts accounts;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource database;

  @BeforeEach
  void startAfresh() {
    emptyTheTables();
    ups().forgets();
  }

  URI begin(Purpose purpose) {
    Departure departure = registration.begin(purpose, ROSA, BROWSER);
    assertThat(departure).isInstanceOf(Departure.Leave.class);
    return ((Departure.Leave) departure).consentPage();
  }

  Callback consent(Purpose purpose, String user) {
    return callback(ups().consents(begin(purpose), user));
  }

  static Callback callback(URI back) {
    Map<String, String> query = new HashMap<>();
    for (String pair : back.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return new Callback(
        secret(query.get("state")),
        secret(query.get("code")),
        query.get("error"),
        query.get("error_description"));
  }

  private static Secret secret(String value) {
    return value == null ? null : Secret.of(value);
  }

  Arrival arrive(Purpose purpose, String user) {
    return registration.complete(consent(purpose, user), ROSA, BROWSER);
  }

  /** The attempt of a consent for a new number. */
  long consented(String user) {
    Arrival arrival = arrive(new Purpose.Add(), user);
    assertThat(arrival).isInstanceOf(Arrival.DetailsWanted.class);
    return ((Arrival.DetailsWanted) arrival).attempt();
  }

  Saved save(long attempt, String number) {
    return registration.save(attempt, Details.of(number), false, ROSA);
  }

  long connected(String user, String number) {
    return id(save(consented(user), number));
  }

  static long id(Saved saved) {
    assertThat(saved).isInstanceOf(Saved.Connected.class);
    return ((Saved.Connected) saved).accountId();
  }

  AccountView view(long id) {
    return accounts.view(id).orElseThrow();
  }

  AccountStatus status(long id) {
    return view(id).row().status();
  }

  int execute(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> texts(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String sql) {
    return Long.parseLong(texts(sql).getFirst());
  }

  /** How many grants hold sealed tokens. */
  long grantsWithTokens() {
    return number("select count(*) from carrier_grant where sealed_refresh is not null");
  }

  List<String> audited(String action) {
    return texts("select outcome from audit_entry where action = '" + action + "' order by id");
  }

  /** Lets all of them start at one moment, each on a thread of its own. */
  static <T> List<T> atOnce(int callers, Callable<T> deed) {
    CyclicBarrier barrier = new CyclicBarrier(callers);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures =
          IntStream.range(0, callers)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            barrier.await();
                            return deed.call();
                          }))
              .toList();
      List<T> answers = new ArrayList<>();
      for (Future<T> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
