package org.supercargo.carrier.ups;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.supercargo.carrier.CarrierLogin;
import org.supercargo.carrier.CarrierLoginContract;
import org.supercargo.carrier.Fault;
import org.supercargo.scenario.Ups;

/** UPS against the contract, in each way that it can be set to. */
class UpsLoginContractTest {
  private static Ups ups;

  @BeforeAll
  static void start() {
    ups = Ups.starts(Wired.REDIRECT);
  }

  @AfterAll
  static void stop() {
    ups.close();
  }

  @Nested
  class ByBasic extends Way {
    ByBasic() {
      super("authorize", "false");
    }
  }

  @Nested
  class ByProofKey extends Way {
    ByProofKey() {
      super("authorize", "true");
    }
  }

  @Nested
  class ByValidateClient extends Way {
    ByValidateClient() {
      super("validate-client", "false");
    }
  }

  @Nested
  class ByValidateClientAndProofKey extends Way {
    ByValidateClientAndProofKey() {
      super("validate-client", "true");
    }
  }

  abstract static class Way extends CarrierLoginContract {
    private final Wired wired;
    private final String start;

    Way(String start, String proofKey) {
      this.start = start;
      this.wired =
          Wired.to(ups, "supercargo.ups.start", start, "supercargo.ups.proof-key", proofKey);
    }

    @BeforeEach
    void calm() {
      ups.forgets();
      ups.hasUser("contract", "A1B2C3");
    }

    @AfterEach
    void close() {
      wired.close();
    }

    @Override
    protected CarrierLogin login() {
      return wired.login;
    }

    @Override
    protected void goesWrong(Step step, Fault fault) {
      String operation =
          switch (step) {
            case CONSENT_PAGE -> start;
            case EXCHANGE -> "token";
            case REFRESH -> "refresh";
          };
      UpsFaults.happensTo(ups, operation, fault);
    }

    @Override
    protected void blocksTheApplication() {
      ups.blocksTheMerchant(true);
    }

    @Override
    protected URI consents(URI page) {
      return ups.consents(page, "contract");
    }

    @Override
    protected URI redirectAddress() {
      return URI.create(Wired.REDIRECT);
    }

    @Override
    protected Duration accessLife() {
      return Duration.ofSeconds(3599);
    }

    @Override
    protected Duration refreshLife() {
      return Duration.ofSeconds(5183999);
    }

    @Override
    protected List<String> everySecret() {
      return ups.everySecret();
    }
  }
}
