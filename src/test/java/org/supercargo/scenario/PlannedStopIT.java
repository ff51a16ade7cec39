package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supercargo.scenario.VaultStage.eventually;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supercargo.stage.Server;

/** A server is stopped as for an upgrade, by a signal that it can handle. */
@Tag("scenario")
class PlannedStopIT {
  private final VaultStage stage = new VaultStage();

  @AfterEach
  void end() {
    stage.close();
  }

  @Test
  void bringsHomeTheRefreshesThatAreInTheAir() throws Exception {
    Server server = stage.node("stopped").starts();
    String awaited = stage.stale(server);
    String early = stage.connect(server, 1).getFirst();
    stage.makeDue(early);
    stage.ups.isSlow("refresh", Duration.ofSeconds(3), 2);
    stage.asks(server, awaited, 1);
    assertThat(stage.access(server, early, 1)).as("nobody waits for this one").isEqualTo("1");
    eventually(() -> isInTheAir(awaited) && isInTheAir(early));

    server.stops();
    for (String grant : List.of(awaited, early)) {
      assertThat(
              stage.asks(
                  "select state || ' ' || generation from carrier_grant where id = " + grant))
          .isEqualTo("ACTIVE 2");
    }

    server.starts();
    for (String grant : List.of(awaited, early)) {
      assertThat(stage.view(server, grant)).isEqualTo("ACTIVE 2");
      stage.makeStale(grant, server);
      assertThat(stage.access(server, grant, 1)).as("the pair lives").isEqualTo("3");
    }
    assertThat(stage.ups.refreshCalls()).as("two each").isEqualTo(4);
    assertThat(stage.journal(server, "")).isEmpty();
  }

  private boolean isInTheAir(String grant) {
    return stage
        .asks("select coalesce(lease_owner, '') from carrier_grant where id = " + grant)
        .equals("stopped");
  }
}
