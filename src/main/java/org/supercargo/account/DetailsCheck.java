package org.supercargo.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supercargo.carrier.CarrierAccounts;

/** Tidies what was typed and tells everything that is wrong with it, all at once. */
@ApplicationScoped
class DetailsCheck {
  private static final List<String> FIELDS =
      Arrays.stream(AccountDetails.class.getRecordComponents()).map(c -> c.getName()).toList();

  @Inject Validator validator;
  @Inject CarrierAccounts carrier;
  @Inject PostalRules postal;

  /** The details in the form they are kept in, or what speaks against it. */
  sealed interface Checked {
    record Good(AccountDetails details) implements Checked {}

    /** In the order of the fields, one a field. */
    record Bad(List<FieldProblem> problems) implements Checked {}
  }

  Checked of(AccountDetails typed) {
    AccountDetails tidy = Tidying.of(typed);
    Map<String, String> problems = new HashMap<>();
    validator
        .validate(tidy)
        .forEach(one -> problems.putIfAbsent(one.getPropertyPath().toString(), one.getMessage()));
    postal.problems(tidy).forEach(problems::putIfAbsent);
    Optional<String> number = carrier.normalised(tidy.number());
    Optional<String> phone = Phones.normalised(tidy.phone(), tidy.country());
    if (number.isEmpty()) {
      problems.putIfAbsent("number", "format");
    }
    if (phone.isEmpty()) {
      problems.putIfAbsent("phone", "format");
    }
    return problems.isEmpty()
        ? new Checked.Good(Tidying.with(tidy, number.orElseThrow(), phone.orElseThrow()))
        : new Checked.Bad(listed(problems));
  }

  private static List<FieldProblem> listed(Map<String, String> problems) {
    return FIELDS.stream()
        .filter(problems::containsKey)
        .map(field -> new FieldProblem(field, problems.getOrDefault(field, "format")))
        .toList();
  }
}
