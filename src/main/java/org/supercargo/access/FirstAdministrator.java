package org.supercargo.access;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.supercargo.audit.Actor;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;
import org.supercargo.setting.WrongSetting;

/** Lets the first person in: {@code admin}, with the password of the setting. */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdministrator {
  static final String NAME = "admin";

  @Inject private People people;
  @Inject private Settings settings;

  @PostConstruct
  void add() {
    if (people.areNone()) {
      people.addFirst(NAME, password(), new Actor("first start", null));
    }
  }

  private String password() {
    String password =
        settings
            .get(Keys.ADMIN_PASSWORD)
            .orElseThrow(
                () ->
                    new WrongSetting(
                        Keys.ADMIN_PASSWORD.name(),
                        "is missing, and there is nobody to sign in yet"));
    PasswordRules.problem(NAME, password)
        .ifPresent(
            problem -> {
              throw new WrongSetting(Keys.ADMIN_PASSWORD.name(), rule(problem));
            });
    return password;
  }

  private static String rule(PasswordProblem problem) {
    return switch (problem) {
      case TOO_SHORT -> "must have at least " + PasswordRules.SHORTEST + " characters";
      case TOO_LONG -> "must have at most " + PasswordRules.LONGEST + " characters";
      default -> "is too easy to guess";
    };
  }
}
