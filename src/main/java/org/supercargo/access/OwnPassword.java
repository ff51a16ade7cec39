package org.supercargo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.supercargo.access.PasswordAnswer.Changed;
import org.supercargo.access.PasswordAnswer.NotTaken;
import org.supercargo.audit.Actor;

/** Changes one's own password: the present one is proven first, then the new one is judged. */
@ApplicationScoped
class OwnPassword {
  @Inject private PersonDesk desk;
  @Inject private Passwords passwords;
  @Inject private SignInDelays delays;

  PasswordAnswer change(SignedIn person, String present, String chosen, Actor who) {
    String address = Objects.requireNonNullElse(who.address(), "");
    if (delays.reserve(person.name(), address).isPresent()) {
      return new NotTaken(PasswordProblem.TOO_OFTEN);
    }
    if (!passwords.matches(present, desk.active(person.name()))) {
      delays.countAddress(address);
      return new NotTaken(PasswordProblem.PRESENT_WRONG);
    }
    delays.forget(person.name());
    Optional<PasswordProblem> problem = problem(person.name(), present, chosen);
    return problem.isPresent() ? new NotTaken(problem.get()) : keep(person, chosen, who);
  }

  private PasswordAnswer keep(SignedIn person, String chosen, Actor who) {
    return desk.change(person, passwords.chosen(chosen), who)
        .<PasswordAnswer>map(Changed::new)
        .orElse(new NotTaken(PasswordProblem.PRESENT_WRONG));
  }

  private static Optional<PasswordProblem> problem(String name, String present, String chosen) {
    return present.equals(chosen)
        ? Optional.of(PasswordProblem.UNCHANGED)
        : PasswordRules.problem(name, chosen);
  }
}
