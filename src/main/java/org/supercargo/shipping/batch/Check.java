package org.supercargo.shipping.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountQuery;
import org.supercargo.account.AccountRow;
import org.supercargo.account.AccountStatus;
import org.supercargo.account.Accounts;
import org.supercargo.carrier.DocumentFormat;
import org.supercargo.carrier.Service;
import org.supercargo.carrier.ShipmentOrder;
import org.supercargo.shipping.Shipping;
import org.supercargo.shipping.location.LocationView;
import org.supercargo.shipping.location.Locations;

/** Looks at all rows, without asking the carrier. */
@ApplicationScoped
class Check {
  /** Such as can't ship now, and will not without a person. */
  private static final Set<AccountStatus> USELESS =
      EnumSet.of(
          AccountStatus.NO_OAUTH,
          AccountStatus.NOT_VERIFIED,
          AccountStatus.NEEDS_CONSENT,
          AccountStatus.EXPIRED,
          AccountStatus.DELETED);

  @Inject Accounts accounts;
  @Inject Shipping shipping;
  @Inject Locations known;
  @Inject Clock clock;

  List<Checked> rows(CsvText.Read.Rows file, Upload upload) {
    Looking looking = new Looking(upload, file.decimalComma());
    return file.rows().stream().map(looking::at).toList();
  }

  /** One file's rows, whose accounts and services are looked up once. */
  private final class Looking {
    private final @Nullable Long usual;
    private final DocumentFormat labels;
    private final boolean decimalComma;
    private final LocalDate today;
    private final Map<String, Optional<Sender>> senders = new HashMap<>();
    private final Map<String, Optional<LocationView>> locations = new HashMap<>();
    private final Map<String, List<Service>> services = new HashMap<>();

    Looking(Upload upload, boolean decimalComma) {
      this.usual = upload.account();
      this.labels = upload.labels();
      this.today = LocalDate.ofInstant(clock.instant(), upload.zone());
      this.decimalComma = decimalComma;
    }

    Checked at(CsvText.Row row) {
      Cells cells = new Cells(row.cells(), decimalComma);
      if (row.problem() != null) {
        cells.wrong(row.problem());
      }
      for (Column column : Column.values()) {
        if (column.isNeeded() && !cells.has(column)) {
          cells.wrong(column, "is missing");
        }
      }
      Optional<Sender> sender = sender(cells);
      Optional<ShipmentOrder> order = sender.map(from -> order(cells, from));
      Map<String, String> texts = new LinkedHashMap<>();
      row.cells().forEach((column, text) -> texts.put(column.header(), text));
      return new Checked(
          row.line(),
          texts,
          sender.map(Sender::account).orElse(null),
          order.orElse(null),
          cells.problems());
    }

    private ShipmentOrder order(Cells cells, Sender from) {
      ShipmentOrder order =
          new OrderRow(cells, from, (origin, to) -> services(from, origin, to))
              .order(from.label(labels), today);
      if (!order.consignment().to().address().country().matches("[A-Z]{2}")) {
        // What the carrier would say of all the rest depends on it.
        cells.wrongUnlessMissing(Column.TO_COUNTRY, "is no country code of two letters");
        return order;
      }
      shipping.problems(from.account(), order).stream()
          .map(Places::of)
          // What could not even be read has its own words.
          .filter(problem -> cells.problems().stream().noneMatch(it -> isSame(it, problem)))
          .forEach(cells::wrong);
      return order;
    }

    private static boolean isSame(RowProblem known, RowProblem problem) {
      return known.column().equals(problem.column());
    }

    private List<Service> services(Sender from, String origin, String to) {
      return services.computeIfAbsent(
          from.account() + origin + to, key -> shipping.services(from.account(), origin, to));
    }

    private Optional<Sender> sender(Cells cells) {
      Optional<LocationView> location = location(cells);
      if (cells.has(Column.LOCATION) && location.isEmpty()) {
        return Optional.empty();
      }
      return account(cells, location)
          .map(sender -> location.map(there -> sender.from(there.from())).orElse(sender));
    }

    /** Empty when the row names none, or none that can be shipped from. */
    private Optional<LocationView> location(Cells cells) {
      if (!cells.has(Column.LOCATION)) {
        return Optional.empty();
      }
      Optional<LocationView> there =
          locations.computeIfAbsent(cells.text(Column.LOCATION), known::called);
      if (there.isEmpty()) {
        cells.wrong(Column.LOCATION, "is no location of Setup, Accounting, Locations");
      } else if (!there.get().active()) {
        cells.wrong(Column.LOCATION, "is not active any more");
        return Optional.empty();
      }
      return there;
    }

    /** The row's own, or else its location's, or else the file's. */
    private Optional<Sender> account(Cells cells, Optional<LocationView> location) {
      if (cells.has(Column.ACCOUNT) || location.isEmpty()) {
        return account(cells);
      }
      LocationView there = location.get();
      return switch (there.stand()) {
        case READY -> Optional.ofNullable(there.account()).map(this::sender);
        case NONE -> {
          if (usual == null) {
            cells.wrong(
                Column.LOCATION, "has no default account, and none was chosen for the file");
          }
          yield usual == null ? Optional.empty() : account(cells);
        }
        case DELETED -> {
          cells.wrong(
              Column.LOCATION,
              "has a default account that was deleted: an administrator has to give it another");
          yield Optional.empty();
        }
        case RECONNECT -> {
          cells.wrong(
              Column.LOCATION, "has a default account that an administrator has to connect again");
          yield Optional.empty();
        }
      };
    }

    private Optional<Sender> account(Cells cells) {
      String number = cells.text(Column.ACCOUNT).toUpperCase(Locale.ROOT);
      if (number.isEmpty() && usual == null) {
        cells.wrong(Column.ACCOUNT, "is missing, and no account was chosen for the file");
        return Optional.empty();
      }
      Optional<Sender> sender = senders.computeIfAbsent(number, this::find);
      if (sender.isEmpty()) {
        cells.wrong(
            Column.ACCOUNT,
            number.isEmpty()
                ? "was chosen for the file and can't be used"
                : "is no account that is connected");
      }
      return sender;
    }

    private Optional<Sender> find(String number) {
      if (number.isEmpty()) {
        return Optional.ofNullable(usual)
            .flatMap(accounts::view)
            .filter(view -> !USELESS.contains(view.row().status()))
            .map(view -> sender(view.row()));
      }
      AccountQuery query =
          new AccountQuery(
              null, number, null, null, null, true, null, AccountQuery.Sort.NUMBER, false, 0, 200);
      return accounts.list(query).stream()
          .filter(row -> row.number().equals(number) && !USELESS.contains(row.status()))
          .map(this::sender)
          .findFirst();
    }

    private Sender sender(AccountRow row) {
      return new Sender(
          row.id(), row.number(), shipping.shipper(row.id()), null, shipping.defaults(row.id()));
    }
  }
}
