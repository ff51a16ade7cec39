package org.supercargo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.time.Instant;
import java.util.Optional;
import org.supercargo.audit.Actor;
import org.supercargo.audit.AuditAction;
import org.supercargo.audit.AuditTrail;
import org.supercargo.audit.Outcome;

/**
 * Signing in with name and password, and staying so. Five wrong passwords slow the name and the
 * address down: a minute, then twice as long each time, 15 minutes at most, the same for names that
 * nobody has.
 */
@ApplicationScoped
public class SignIn {
  @Inject private IdentityStoreHandler identities;
  @Inject private SignInDelays delays;
  @Inject private PersonDesk desk;
  @Inject private AuditTrail audit;

  /**
   * Tries a name and a password.
   *
   * @param address the IP address it comes from
   */
  public SignInAnswer attempt(String name, String password, String address) {
    Optional<Instant> wait = delays.reserve(name, address);
    if (wait.isPresent()) {
      return new SignInAnswer.Wait(wait.get());
    }
    CredentialValidationResult result =
        identities.validate(new UsernamePasswordCredential(name, password));
    return entered(result, address)
        .<SignInAnswer>map(SignInAnswer.Welcome::new)
        .orElseGet(() -> refused(name, address));
  }

  /** The person as of now; empty when this session has to end. Asked at every request. */
  public Optional<SignedIn> still(SignedIn then) {
    return desk.still(then);
  }

  public void out(SignedIn person, String address) {
    Actor who = new Actor(person.name(), address);
    audit.write(who, AuditAction.SIGNED_OUT, Outcome.DONE, "person " + who.name(), null, null);
  }

  private Optional<SignedIn> entered(CredentialValidationResult result, String address) {
    if (!(result.getCallerPrincipal() instanceof KnownCaller caller)) {
      return Optional.empty();
    }
    Optional<SignedIn> in = desk.enter(caller.person(), new Actor(caller.getName(), address));
    in.ifPresent(person -> delays.forget(person.name()));
    return in;
  }

  private SignInAnswer refused(String name, String address) {
    delays.countAddress(address);
    delays.sweep();
    // What nobody is called may be a password in the wrong field: the trail does not repeat it.
    String known = desk.named(name).map(Person::name).orElse("unknown");
    Actor who = new Actor(known, address);
    audit.write(who, AuditAction.SIGN_IN_REFUSED, Outcome.REFUSED, "person " + known, null, null);
    return new SignInAnswer.Wrong();
  }
}
