package org.supercargo.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
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
    Optional<String> phone = phone(tidy);
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

  /**
   * E.164, at most 15 digits as UPS wants. Only the length is checked against the country's plan: a
   * plan's newest ranges are unknown to any library, and a number that works must not be refused.
   */
  private static Optional<String> phone(AccountDetails details) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(details.phone(), details.country());
      return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }
}
