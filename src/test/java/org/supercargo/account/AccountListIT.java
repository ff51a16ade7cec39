package org.supercargo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.account.AccountQuery.Sort;

class AccountListIT extends Registering {
  private static final AccountQuery ALL =
      new AccountQuery(null, null, null, null, null, null, null, Sort.NUMBER, false, 0, 100);

  @BeforeEach
  void loadEveryKind() {
    new AccountLoader(database).load(40);
  }

  @Test
  void filtersByTheStatusItShows() {
    List<AccountRow> living = accounts.list(ALL);
    assertThat(living).hasSize(36);
    for (AccountStatus status : AccountStatus.values()) {
      AccountQuery query = with(null, status, Sort.NUMBER, false);
      assertThat(accounts.list(query))
          .as("%s", status)
          .isNotEmpty()
          .allMatch(row -> row.status() == status)
          .hasSize((int) accounts.count(query));
    }
    Attention attention = accounts.attention();
    assertThat(attention.expired()).isEqualTo(count(living, AccountStatus.EXPIRED));
    assertThat(attention.expiring()).isEqualTo(count(living, AccountStatus.EXPIRING));
    assertThat(attention.notVerified()).isEqualTo(count(living, AccountStatus.NOT_VERIFIED));
    assertThat(attention.needsConsent()).isEqualTo(count(living, AccountStatus.NEEDS_CONSENT));
    assertThat(attention.uncertain()).isEqualTo(count(living, AccountStatus.UNCERTAIN));
    assertThat(attention.needsAttention()).isEqualTo(count(living, AccountStatus.NEEDS_ATTENTION));
  }

  @Test
  void sortsByEveryColumnBothWaysAndPagesWithoutLosingARow() {
    List<Long> all = accounts.list(ALL).stream().map(AccountRow::id).sorted().toList();
    for (Sort sort : Sort.values()) {
      List<Long> up = paged(sort, false);
      List<Long> down = paged(sort, true);
      assertThat(up.stream().sorted().toList()).as("%s", sort).isEqualTo(all);
      assertThat(down).as("%s", sort).isEqualTo(up.reversed());
      List<Long> exported = new ArrayList<>();
      accounts.each(with(null, null, sort, true), row -> exported.add(row.id()));
      assertThat(exported).as("%s", sort).isEqualTo(down);
    }
  }

  @Test
  void findsTextAnywhereWithoutCaringAboutCase() {
    execute(
        "update carrier_account set company = 'ÄRZTE 50%_off!', company_key = 'ärzte 50%_off!'"
            + " where number = 'N00007'");

    assertThat(found("ärzte")).containsExactly("N00007");
    assertThat(found("ÄRZTE 50%_OFF!")).containsExactly("N00007");
    assertThat(found("n00007")).containsExactly("N00007");
    assertThat(found("%")).containsExactly("N00007");
    assertThat(found("50_%")).isEmpty();
    assertThat(found("' or 1=1 --")).isEmpty();
    assertThat(found("  ")).hasSize(36);
  }

  @Test
  void searchesByNicknameAmongWhatCanBeUsedOrAllThatLive() {
    assertThat(accounts.search(null, true, 100))
        .isNotEmpty()
        .containsExactlyElementsOf(
            accounts.list(with(null, null, Sort.NICKNAME, false)).stream()
                .filter(row -> row.oauth() && row.status().isUsable())
                .toList());
    assertThat(accounts.search("n0000", true, 100))
        .extracting(AccountRow::number)
        .containsExactlyInAnyOrder("N00004", "N00005", "N00008", "N00009", "N0000E", "N0000F");
    assertThat(accounts.search("WAREHOUSE", false, 100)).hasSize(36);
    assertThat(accounts.search("", false, 3))
        .isEqualTo(accounts.search(null, false, 100).subList(0, 3));
  }

  @Test
  void countsOnlyProvenNumbersAsOAuth() {
    AccountQuery yes = oauth(true);
    assertThat(accounts.list(yes)).isNotEmpty().allMatch(AccountRow::oauth);
    assertThat(accounts.list(oauth(false))).isNotEmpty().noneMatch(AccountRow::oauth);
    assertThat(accounts.count(yes) + accounts.count(oauth(false))).isEqualTo(36);
  }

  /**
   * The figures go into the test's output; the bound only catches a plan gone wrong. A tenth of
   * them on H2, which takes minutes to delete so many rows again.
   */
  @Test
  void feelsLikeTenWithAHundredThousand() throws SQLException {
    int all = isPostgres() ? 100_000 : 10_000;
    emptyTheTables();
    new AccountLoader(database).load(all);
    execute("analyze");
    AccountQuery[] queries = {
      with(null, null, Sort.NUMBER, false),
      with(null, null, Sort.NICKNAME, true),
      with(null, null, Sort.DAYS_LEFT, false),
      with(null, null, Sort.STATUS, false),
      with(null, AccountStatus.EXPIRING, Sort.COMPANY, false),
      with("777", null, Sort.NICKNAME, false),
      new AccountQuery(
          null, null, null, null, null, null, null, Sort.NUMBER, false, all / 10 * 8, 25)
    };
    for (AccountQuery query : queries) {
      long list = median(() -> accounts.list(query));
      long count = median(() -> accounts.count(query));
      System.out.printf("%,d accounts: page %d ms, count %d ms: %s%n", all, list, count, query);
      assertThat(list + count).as("%s", query).isLessThan(3_000);
    }
    for (String typed : new String[] {"", "777", "nothing like it"}) {
      long found = median(() -> accounts.search(typed, true, 26));
      System.out.printf("%,d accounts: search %d ms: %s%n", all, found, typed);
      assertThat(found).as(typed).isLessThan(3_000);
    }
    System.out.printf("%,d accounts: attention %d ms%n", all, median(accounts::attention));
    long[] exported = {0};
    long start = System.nanoTime();
    accounts.each(ALL, row -> exported[0]++);
    System.out.printf("%,d accounts: export %d ms%n", all, (System.nanoTime() - start) / 1_000_000);
    assertThat(exported[0]).isEqualTo(all / 10 * 9);
  }

  private boolean isPostgres() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
  }

  private static long median(Runnable question) {
    long[] times = new long[9];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      question.run();
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return times[4] / 1_000_000;
  }

  private List<Long> paged(Sort sort, boolean descending) {
    List<Long> ids = new ArrayList<>();
    for (int first = 0; first < 36; first += 7) {
      AccountQuery page =
          new AccountQuery(null, null, null, null, null, null, null, sort, descending, first, 7);
      accounts.list(page).forEach(row -> ids.add(row.id()));
    }
    return ids;
  }

  private List<String> found(String search) {
    AccountQuery query = with(search, null, Sort.NUMBER, false);
    List<String> numbers = accounts.list(query).stream().map(AccountRow::number).toList();
    assertThat(accounts.count(query)).isEqualTo(numbers.size());
    return numbers;
  }

  private static AccountQuery with(
      String search, AccountStatus status, Sort sort, boolean descending) {
    return new AccountQuery(search, null, null, null, null, null, status, sort, descending, 0, 100);
  }

  private static AccountQuery oauth(boolean yes) {
    return new AccountQuery(null, null, null, null, null, yes, null, Sort.NUMBER, false, 0, 100);
  }

  private static long count(List<AccountRow> rows, AccountStatus status) {
    return rows.stream().filter(row -> row.status() == status).count();
  }
}
