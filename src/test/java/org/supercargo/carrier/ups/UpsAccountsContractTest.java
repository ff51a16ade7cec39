package org.supercargo.carrier.ups;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.supercargo.carrier.Address;
import org.supercargo.carrier.AuthorizationCode;
import org.supercargo.carrier.CarrierAccounts;
import org.supercargo.carrier.CarrierAccountsContract;
import org.supercargo.carrier.ConsentRequest;
import org.supercargo.carrier.Credentials;
import org.supercargo.carrier.Fault;
import org.supercargo.carrier.Query;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.scenario.Ups;

class UpsAccountsContractTest extends CarrierAccountsContract {
  private static Ups ups;
  private final Wired wired = Wired.to(ups);

  @BeforeAll
  static void start() {
    ups = Ups.starts(Wired.REDIRECT);
  }

  @AfterAll
  static void stop() {
    ups.close();
  }

  @BeforeEach
  void calm() {
    ups.forgets();
  }

  @AfterEach
  void close() {
    wired.close();
  }

  @Override
  protected CarrierAccounts accounts() {
    return wired.accounts;
  }

  @Override
  protected Credentials credentialsFor(String number) {
    String user = number.equals(numberWithout()) ? "dave" : "alice";
    URI page = wired.login.consentPage(new ConsentRequest(Secret.of("state"), null));
    Secret code = Secret.of(Query.value(ups.consents(page, user).getRawQuery(), "code"));
    TokenSet tokens = wired.login.exchange(new AuthorizationCode(code, null));
    return new Credentials(tokens.accessToken(), tokens.accessExpiresAt(), 1);
  }

  @Override
  protected String numberWithNegotiatedRates() {
    return "A1B2C3";
  }

  @Override
  protected String numberWithout() {
    return "D4V300";
  }

  @Override
  protected String numberOfSomebodyElse() {
    return "4E5F6G";
  }

  @Override
  protected Address address() {
    return new Address(List.of("1 Main St"), "Atlanta", "GA", "30328", "US");
  }

  @Override
  protected void goesWrong(Fault fault) {
    UpsFaults.happensTo(ups, "rate", fault);
  }

  @Override
  protected void disablesTheProduct() {
    ups.enablesProducts("Shipping");
  }
}
