package org.supercargo.shipping.location;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supercargo.account.AccountStatus;
import org.supercargo.account.AccountView;
import org.supercargo.account.Accounts;
import org.supercargo.account.FieldProblem;
import org.supercargo.account.Phones;
import org.supercargo.account.PostalRules;
import org.supercargo.carrier.Address;

/** Tidies what was typed and tells everything that is wrong with it, all at once. */
@ApplicationScoped
class LocationCheck {
  private static final List<String> FIELDS =
      Arrays.stream(LocationDetails.class.getRecordComponents())
          .map(RecordComponent::getName)
          .toList();

  @Inject Validator validator;
  @Inject PostalRules postal;
  @Inject Accounts accounts;

  /** The details in the form they are kept in, or what speaks against it. */
  sealed interface Checked {
    record Good(LocationDetails details) implements Checked {}

    /** In the order of the fields, one a field. */
    record Bad(List<FieldProblem> problems) implements Checked {}
  }

  Checked of(LocationDetails typed) {
    Address address = postal.tidied(typed.address());
    Optional<String> phone = Phones.normalised(typed.phone(), address.country());
    LocationDetails tidy = typed.at(address, phone.orElse(typed.phone()));
    Map<String, String> problems = new HashMap<>();
    validator
        .validate(tidy)
        .forEach(one -> problems.putIfAbsent(one.getPropertyPath().toString(), one.getMessage()));
    postal.problems(address).forEach(problems::putIfAbsent);
    if (phone.isEmpty()) {
      problems.putIfAbsent("phone", "format");
    }
    if (tidy.name().matches("\\d+")) {
      problems.putIfAbsent("name", "digits");
    }
    account(tidy.account(), address.country())
        .ifPresent(wrong -> problems.putIfAbsent("account", wrong));
    return problems.isEmpty() ? new Checked.Good(tidy) : new Checked.Bad(listed(problems));
  }

  /** UPS takes parcels up in the shipper's own country only. */
  private Optional<String> account(@Nullable Long id, String country) {
    if (id == null) {
      return Optional.empty();
    }
    AccountView account = accounts.view(id).orElse(null);
    if (account == null || account.row().status() == AccountStatus.DELETED) {
      return Optional.of("deleted");
    }
    return account.details().country().equals(country) || country.isEmpty()
        ? Optional.empty()
        : Optional.of("abroad");
  }

  private static List<FieldProblem> listed(Map<String, String> problems) {
    return FIELDS.stream()
        .filter(problems::containsKey)
        .map(field -> new FieldProblem(field, problems.getOrDefault(field, "format")))
        .toList();
  }
}
