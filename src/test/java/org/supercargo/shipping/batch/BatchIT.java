package org.supercargo.shipping.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supercargo.account.ConnectedAccounts;
import org.supercargo.audit.Actor;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.container.InContainer;
import org.supercargo.container.TestSettings;
import org.supercargo.shipping.label.Sheet;
import org.supercargo.shipping.location.Docks;
import org.supercargo.shipping.location.LocationAnswer;
import org.supercargo.shipping.location.Locations;

/** Batches in the server, made by its own rounds, counted by the simulator's books. */
class BatchIT extends InContainer {
  private static final Actor ROSA = new Actor("rosa", "192.0.2.1");
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration SOON = Duration.ofMillis(500);
  private static final DocumentFormat ZPL = DocumentFormat.ZPL;

  @Inject Batches batches;
  @Inject Check check;
  @Inject Forgetting forgetting;
  @Inject ConnectedAccounts connected;
  @Inject Locations locations;

  @Resource(lookup = "java:app/jdbc/supercargo")
  DataSource database;

  private long account;

  @BeforeEach
  void connect() {
    ups().dropsPreparedAnswers();
    ups().forgets();
    emptyTheTables();
    account = connected.one(ups(), "alice", "A1B2C3", ROSA);
  }

  @AfterEach
  void drop() {
    ups().dropsPreparedAnswers();
    TestSettings.reset();
    ups().takesAtMost(0);
    batches.list(0, 100).forEach(batch -> batches.cancel(batch.id(), ROSA));
    awaits(
        () ->
            texts("select state from shipment_batch where state in ('RUNNING','CANCELLING')")
                .isEmpty());
  }

  @Test
  void datesInvoicesByTheDayOfWhoeverUploadsTheFile() {
    String file =
        Files.HEADER.strip()
            + ",item_description,item_quantity,item_unit_price,item_origin,invoice_number\n"
            + Files.row("A-1").strip()
            + ",Shoes,2,59.50,US,I-1\n";
    CsvText.Read.Rows rows =
        (CsvText.Read.Rows) CsvText.read(file.getBytes(StandardCharsets.UTF_8), 10);
    // Never on the same day.
    for (String far : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
      ZoneId zone = ZoneId.of(far);
      LocalDate before = LocalDate.now(zone);
      Checked checked = check.rows(rows, new Upload("orders.csv", account, ZPL, zone)).getFirst();
      assertThat(checked.order().customs().invoiceDate()).isBetween(before, LocalDate.now(zone));
    }
  }

  @Test
  void makesEveryRowOnceInTheOrderOfTheFile() throws Exception {
    long batch = kept(upload(Files.of(30), DocumentFormat.GIF));
    assertThat(view(batch).state()).isEqualTo(BatchState.CHECKED);
    assertThat(ups().count("ship")).as("nothing before somebody has seen it").isZero();

    assertThat(batches.start(batch, ROSA)).isTrue();
    assertThat(batches.start(batch, ROSA)).as("once").isFalse();
    awaitsEnd(batch);

    assertThat(view(batch).count(RowState.MADE)).isEqualTo(30);
    assertOneShipmentEach(30);
    assertThat(texts("select party from recent_address")).as("a file's are not offered").isEmpty();
    List<RowView> rows = batches.rows(RowQuery.all(batch).page(0, 100));
    assertThat(rows).extracting(RowView::line).isSorted().hasSize(30);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.tracking()).hasSize(1);
              assertThat(row.price().isPositive()).isTrue();
            });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    batches.writeLabels(RowQuery.all(batch).between(2, 6), Sheet.LABEL, out, ROSA);
    try (PDDocument book = Loader.loadPDF(out.toByteArray())) {
      assertThat(book.getNumberOfPages()).as("rows 2 to 6").isEqualTo(5);
    }
  }

  @Test
  void writesOneProgramForAPrinterInTheOrderOfTheFile() {
    long batch = kept(upload(Files.of(5), DocumentFormat.ZPL));
    batches.start(batch, ROSA);
    awaitsEnd(batch);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    batches.writeLabels(RowQuery.all(batch), Sheet.LABEL, out, ROSA);
    String program = out.toString(StandardCharsets.UTF_8);
    int at = 0;
    for (RowView row : batches.rows(RowQuery.all(batch))) {
      int found = program.indexOf(row.tracking().getFirst(), at);
      assertThat(found).as("row %d", row.line()).isNotNegative();
      at = found;
    }
  }

  @Test
  void tellsEveryProblemAndMakesOnlyWhatIsRight() {
    String file =
        Files.HEADER
            + Files.row("A-1")
            + Files.row("A-2").replace("10036", "1")
            + Files.row("A-3").replace("2.5", "-1")
            + Files.row("A-4").replace("UPS Ground", "Stork")
            + Files.row("A-5");
    long batch = kept(upload(file, DocumentFormat.ZPL));
    assertThat(view(batch).count(RowState.WRONG)).isEqualTo(3);
    List<RowView> wrong = batches.rows(RowQuery.all(batch).in(EnumSet.of(RowState.WRONG)));
    assertThat(wrong).extracting(RowView::line).containsExactly(3, 4, 5);
    assertThat(wrong)
        .extracting(row -> row.problems().getFirst().column())
        .containsExactly("to_postal_code", "weight", "service");
    assertThat(wrong.getLast().sentence()).contains("UPS Ground");
    batches.start(batch, ROSA);
    awaitsEnd(batch);
    assertThat(view(batch).count(RowState.MADE)).isEqualTo(2);
    assertThat(view(batch).count(RowState.WRONG)).isEqualTo(3);
    assertOneShipmentEach(2);
  }

  @Test
  void shipsFromTheLocationThatARowNames() {
    long other = connected.one(ups(), "bob", "4E5F6G", ROSA);
    locations.add(Docks.called("East", other), ROSA);
    locations.add(Docks.called("Yard", null), ROSA);
    locations.deactivate(
        ((LocationAnswer.Kept) locations.add(Docks.called("Closed", other), ROSA)).id(), ROSA);
    String file =
        "location,account,"
            + Files.HEADER
            + "east,,"
            + Files.row("A-1")
            + "East,A1B2C3,"
            + Files.row("A-2")
            + "Yard,,"
            + Files.row("A-3")
            + ",,"
            + Files.row("A-4")
            + "Nowhere,,"
            + Files.row("A-5")
            + "Closed,,"
            + Files.row("A-6");
    long batch = kept(upload(file, DocumentFormat.ZPL));
    assertThat(batches.rows(RowQuery.all(batch).in(EnumSet.of(RowState.WRONG))))
        .extracting(RowView::sentence)
        .containsExactly(
            "location is no location of Setup, Accounting, Locations",
            "location is not active any more");
    batches.start(batch, ROSA);
    awaitsEnd(batch);
    assertThat(
            texts(
                "select account_number || case when s.ordered like '%1 Dock Road%' then ' dock'"
                    + " else ' home' end from shipment s join shipment_batch_row r on r.shipment_id"
                    + " = s.id order by r.line"))
        .containsExactly("4E5F6G dock", "A1B2C3 dock", "A1B2C3 dock", "A1B2C3 home");
  }

  @Test
  void saysWhyALocationsAccountDoesNotShip() {
    locations.add(Docks.called("East", connected.one(ups(), "bob", "4E5F6G", ROSA)), ROSA);
    locations.add(Docks.called("West", connected.withoutOAuth("C4R0L9", ROSA)), ROSA);
    locations.add(Docks.called("Yard", null), ROSA);
    connected.delete(locations.called("East").orElseThrow().account().id(), ROSA);
    String file =
        "location,"
            + Files.HEADER
            + "East,"
            + Files.row("A-1")
            + "West,"
            + Files.row("A-2")
            + "Yard,"
            + Files.row("A-3");
    long batch = kept(upload(file, null, DocumentFormat.ZPL));
    assertThat(batches.rows(RowQuery.all(batch)))
        .extracting(RowView::sentence)
        .containsExactly(
            "location has a default account that was deleted: an administrator has to give it"
                + " another",
            "location has a default account that an administrator has to connect again",
            "location has no default account, and none was chosen for the file");
  }

  @Test
  void knowsWhoseFileItIsNot() {
    assertThat(upload("a,b\n1,2\n", DocumentFormat.GIF))
        .isInstanceOfSatisfying(
            Uploaded.Unreadable.class, no -> assertThat(no.words()).contains("Not known: a, b"));
    long batch = kept(upload(Files.of(1), null, DocumentFormat.GIF));
    assertThat(batches.rows(RowQuery.all(batch)).getFirst().sentence())
        .contains("account is missing");
    assertThat(batches.discard(batch, ROSA)).isTrue();
    assertThat(batches.view(batch)).isEmpty();
  }

  @Test
  void warnsOfAFileThatWasMadeBefore() {
    long first = kept(upload(Files.of(1), DocumentFormat.ZPL));
    batches.start(first, ROSA);
    awaitsEnd(first);
    long second = kept(upload(Files.of(1), DocumentFormat.ZPL));
    assertThat(view(second).twin()).isEqualTo(first);
    assertThat(view(first).twin()).isNull();
  }

  @Test
  void pausesResumesAndCancelsTheRest() {
    ups().isSlow("ship", Duration.ofMillis(500), 1_000);
    TestSettings.set("supercargo.batch.parallel-rows", "4");
    long batch = kept(upload(Files.of(300), DocumentFormat.ZPL));
    batches.start(batch, ROSA);
    awaits(() -> view(batch).count(RowState.MADE) > 3);
    assertThat(batches.pause(batch, ROSA)).isTrue();
    awaits(
        () ->
            texts("select held_until from shipment_batch where held_until is not null").isEmpty());
    long made = view(batch).count(RowState.MADE);
    assertThat(ups().count("ship")).as("what was under way has ended").isEqualTo(made);
    assertThat(batches.resume(batch, ROSA)).isTrue();
    awaits(() -> view(batch).count(RowState.MADE) > made + 3);
    assertThat(batches.cancel(batch, ROSA)).isTrue();
    awaitsEnd(batch);
    BatchView end = view(batch);
    assertThat(end.count(RowState.CANCELLED)).isPositive();
    assertThat(end.count(RowState.MADE) + end.count(RowState.CANCELLED)).isEqualTo(300);
    assertOneShipmentEach((int) end.count(RowState.MADE));
  }

  @Test
  void findsOutWhatCameOfLostAnswersAndPaysForNoneTwice() {
    TestSettings.set("supercargo.shipping.unknown-grace", "PT1S");
    ups().cutsNextAfterWork("ship");
    ups().answersNext("ship", 503, 2);
    ups().cutsNextAfterWork("ship");
    long batch = kept(upload(Files.of(12), DocumentFormat.ZPL));
    batches.start(batch, ROSA);
    awaitsEnd(batch);
    assertThat(view(batch).count(RowState.MADE)).isEqualTo(12);
    assertOneShipmentEach(12);
  }

  @Test
  void endsThoughNobodyCanFindOutAnyMoreWhatCameOfARow() {
    ups().cutsNextAfterWork("ship");
    ups().answersNext("recover", 503, 1_000);
    long batch = kept(upload(Files.of(1), DocumentFormat.ZPL));
    batches.start(batch, ROSA);
    awaits(() -> view(batch).count(RowState.UNKNOWN) == 1);
    connected.delete(account, ROSA);
    awaitsEnd(batch);
    assertThat(view(batch).count(RowState.UNRESOLVED)).isEqualTo(1);
    assertThat(batches.rows(RowQuery.all(batch)).getFirst().said().text()).contains("deleted");
    assertOneShipmentEach(1);
  }

  @Test
  void showsTheLabelOfWhatIsFoundAfterItCouldNotBeFoundOut() throws Exception {
    ups().cutsNextAfterWork("ship");
    long batch = unresolved();
    connectAgain();
    awaits(() -> view(batch).count(RowState.MADE) == 1);
    RowView row = batches.rows(RowQuery.all(batch)).getFirst();
    assertThat(row.tracking()).hasSize(1);
    assertThat(row.number()).isEqualTo(row.tracking().getFirst());
    assertThat(row.said()).isNull();
    assertThat(view(batch).state()).isEqualTo(BatchState.DONE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    batches.writeLabels(RowQuery.all(batch), Sheet.LABEL, out, ROSA);
    try (PDDocument book = Loader.loadPDF(out.toByteArray())) {
      assertThat(book.getNumberOfPages()).isEqualTo(1);
    }
    assertOneShipmentEach(1);
  }

  @Test
  void saysThatARowWasNotMadeAndLeavesItToPeopleToSendItAgain() {
    ups().cutsNextBeforeWork("ship");
    long batch = unresolved();
    TestSettings.set("supercargo.shipping.unknown-grace", "PT1S");
    account = connectAgain();
    awaits(() -> view(batch).count(RowState.NOT_CREATED) == 1);
    RowView row = batches.rows(RowQuery.all(batch)).getFirst();
    assertThat(row.said().text()).contains("not made");
    assertThat(row.cell(Column.REFERENCE)).as("for what was not made").isEqualTo("A-1");
    assertThat(view(batch).state()).isEqualTo(BatchState.DONE);
    assertThat(ups().shipments().get("count").asInt()).isZero();

    long again = kept(upload(Files.of(1), DocumentFormat.GIF));
    batches.start(again, ROSA);
    awaitsEnd(again);
    assertThat(view(again).count(RowState.MADE)).isEqualTo(1);
    assertThat(view(batch).count(RowState.NOT_CREATED)).isEqualTo(1);
    assertOneShipmentEach(1);
  }

  @Test
  void goesOnByTheAccountThatIsConnectedAgain() {
    ups().cutsNextBeforeWork("ship");
    long batch = unknown();
    batches.pause(batch, ROSA);
    connected.delete(account, ROSA);
    awaits(() -> view(batch).count(RowState.UNRESOLVED) == 1);
    TestSettings.set("supercargo.shipping.unknown-grace", "PT1S");
    account = connectAgain();
    awaits(() -> view(batch).count(RowState.WAITING) == 1);
    batches.resume(batch, ROSA);
    awaitsEnd(batch);
    RowView row = batches.rows(RowQuery.all(batch)).getFirst();
    assertThat(row.state()).isEqualTo(RowState.MADE);
    assertThat(row.account()).isEqualTo(account);
    assertOneShipmentEach(1);
  }

  private long unresolved() {
    long batch = unknown();
    connected.delete(account, ROSA);
    awaitsEnd(batch);
    assertThat(view(batch).count(RowState.UNRESOLVED)).isEqualTo(1);
    return batch;
  }

  private long unknown() {
    ups().answersNext("recover", 503, 1_000);
    long batch = kept(upload(Files.of(1), DocumentFormat.GIF));
    batches.start(batch, ROSA);
    awaits(() -> view(batch).count(RowState.UNKNOWN) == 1);
    return batch;
  }

  private long connectAgain() {
    ups().dropsPreparedAnswers();
    return connected.one(ups(), "alice", "A1B2C3", ROSA);
  }

  @Test
  void standsStillByItselfWhenEverythingIsRefused() {
    ups().refusesNext("ship", "120100", "Missing or invalid shipper number", 1_000);
    long batch = kept(upload(Files.of(200), DocumentFormat.ZPL));
    batches.start(batch, ROSA);
    awaits(() -> view(batch).state() == BatchState.PAUSED);
    awaits(
        () ->
            texts("select held_until from shipment_batch where held_until is not null").isEmpty());
    assertThat(view(batch).said().text()).contains("refused one after the other");
    assertThat(view(batch).count(RowState.REFUSED)).isBetween(20L, 100L);
    ups().dropsPreparedAnswers();
    batches.resume(batch, ROSA);
    awaitsEnd(batch);
    assertThat(view(batch).count(RowState.MADE)).isBetween(100L, 180L);
  }

  @Test
  void waitsForAUpsThatIsAwayAndGoesOnByItself() {
    ups().takesAtMost(3);
    long batch = kept(upload(Files.of(15), DocumentFormat.ZPL));
    batches.start(batch, ROSA);
    awaits(
        () ->
            !texts("select retry_at from shipment_batch where retry_at is not null").isEmpty()
                || view(batch).state().isOver());
    ups().takesAtMost(0);
    awaitsEnd(batch);
    assertThat(view(batch).count(RowState.MADE)).isEqualTo(15);
    assertOneShipmentEach(15);
  }

  @Test
  void asksForAPersonWhenTheAccountHasToBeConnectedAgain() {
    long batch = kept(upload(Files.of(5), DocumentFormat.ZPL));
    connected.delete(account, ROSA);
    batches.start(batch, ROSA);
    awaits(() -> view(batch).state() == BatchState.PAUSED);
    assertThat(view(batch).said().text()).isNotBlank();
    assertThat(view(batch).retryAt()).isNull();
    assertThat(ups().count("ship")).isZero();
  }

  @Test
  void forgetsTheAddressesOfWhatHasEndedLongAgo() {
    long made = kept(upload(Files.of(2) + Files.row("A-3").replace("10036", "1"), ZPL));
    batches.start(made, ROSA);
    awaitsEnd(made);
    long young = kept(upload(Files.of(1), ZPL));
    long left = kept(upload(Files.of(1), ZPL));
    long paused = kept(upload(Files.of(1), ZPL));
    age("ended_at", made, 91);
    age("uploaded_at", left, 91);
    age("uploaded_at", young, 89);
    does(
        "update shipment_batch set state = 'PAUSED', started_at = uploaded_at where id = ", paused);
    age("started_at", paused, 91);

    assertThat(forgetting.run(() -> {}))
        .containsEntry("batches forgotten", 1L)
        .containsEntry("files discarded", 1L)
        .containsEntry("batches cancelled", 1L);

    assertThat(view(made).forgottenAt()).isNotNull();
    assertThat(texts("select cells from shipment_batch_row where batch_id = " + made))
        .containsOnly("{}");
    assertThat(
            texts(
                "select to_name from shipment_batch_row where batch_id = %d and (to_name <> '' or"
                        .formatted(made)
                    + " ordered is not null or problems is not null)"))
        .isEmpty();
    assertThat(batches.rows(RowQuery.all(made)))
        .extracting(RowView::state, RowView::reference)
        .containsExactly(
            tuple(RowState.MADE, "A-1"), tuple(RowState.MADE, "A-2"), tuple(RowState.WRONG, "A-3"));
    assertThat(batches.view(left)).isEmpty();
    awaitsEnd(paused);
    assertThat(view(young).forgottenAt()).isNull();
    assertThat(batches.rows(RowQuery.all(young)).getFirst().toName()).isEqualTo("Receiver Inc");
    assertThat(forgetting.run(() -> {})).containsEntry("batches forgotten", 0L);
  }

  @Test
  void showsTenThousandRowsAsQuicklyAsTen() {
    long batch = kept(upload(Files.of(Batches.MOST_ROWS), ZPL));
    RowQuery last = RowQuery.all(batch).page(Batches.MOST_ROWS - 100, 100);
    assertThat(view(batch).count(RowState.WAITING)).isEqualTo(Batches.MOST_ROWS);
    assertThat(batches.rows(last)).hasSize(100);
    assertThat(quickest(() -> view(batch))).as("its state").isLessThan(SOON);
    assertThat(quickest(() -> batches.list(0, 25))).as("the list").isLessThan(SOON);
    assertThat(quickest(() -> batches.rows(last))).as("the last page").isLessThan(SOON);
    assertThat(quickest(() -> batches.count(last))).as("its count").isLessThan(SOON);
    assertThat(batches.discard(batch, ROSA)).isTrue();
  }

  /** Of a few tries: the machine may do other things meanwhile. */
  private static Duration quickest(Runnable page) {
    return IntStream.range(0, 5)
        .mapToObj(
            i -> {
              long begun = System.nanoTime();
              page.run();
              return Duration.ofNanos(System.nanoTime() - begun);
            })
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private void age(String column, long batch, int days) {
    does(
        "update shipment_batch set %1$s = %1$s - interval '%2$d' day where id = "
            .formatted(column, days),
        batch);
  }

  private void does(String sql, long batch) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql + batch)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Uploaded upload(String file, DocumentFormat format) {
    return upload(file, account, format);
  }

  private Uploaded upload(String file, Long usual, DocumentFormat format) {
    return batches.upload(
        new Upload("orders.csv", usual, format, ZoneOffset.UTC),
        file.getBytes(StandardCharsets.UTF_8),
        ROSA);
  }

  private static long kept(Uploaded uploaded) {
    assertThat(uploaded).isInstanceOf(Uploaded.Kept.class);
    return ((Uploaded.Kept) uploaded).batch();
  }

  private BatchView view(long batch) {
    return batches.view(batch).orElseThrow();
  }

  private void awaitsEnd(long batch) {
    awaits(() -> view(batch).state().isOver());
  }

  private static void awaits(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
      Escort.pause(Duration.ofMillis(100));
    }
  }

  private static void assertOneShipmentEach(int rows) {
    JsonNode books = ups().shipments();
    assertThat(books.get("duplicates")).isEmpty();
    assertThat(books.get("count").asInt() - books.get("voided").asInt()).isEqualTo(rows);
    Set<String> references = new HashSet<>();
    for (JsonNode shipment : books.get("shipments")) {
      for (JsonNode reference : shipment.get("references")) {
        if (reference.asText().startsWith("A-")) {
          references.add(reference.asText());
        }
      }
    }
    assertThat(references).hasSize(rows);
  }

  private List<String> texts(String sql) {
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
}
