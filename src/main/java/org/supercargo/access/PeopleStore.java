package org.supercargo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;

/** Jakarta Security's view of our people. A disabled person is as unknown as one never added. */
@ApplicationScoped
class PeopleStore implements IdentityStore {
  @Inject private PersonDesk desk;
  @Inject private Passwords passwords;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UsernamePasswordCredential typed)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    Optional<Person> person = desk.active(typed.getCaller());
    if (!passwords.matches(typed.getPasswordAsString(), person)) {
      return CredentialValidationResult.INVALID_RESULT;
    }
    SignedIn in = person.orElseThrow().signedIn();
    return new CredentialValidationResult(new KnownCaller(in), Set.of(in.role().name()));
  }
}
