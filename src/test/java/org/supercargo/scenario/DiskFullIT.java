package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** No room for any byte more: the operating system's limit on file sizes plays the full disk. */
class DiskFullIT extends OnH2 {
  @Test
  void losesNothingThatWasSaidToBeSaved() throws Exception {
    installation().starts();
    Administrator admin = administrator().hasConnected("alice", "A1B2C3");
    admin.comesBackFromUps("dave").fills(Form.of("D4V300"));
    limitsFilesTo("1");
    admin.browser().clicks("register:submit");
    assertThat(admin.browser().awaits("register:not-stored").innerText())
        .contains("nothing is lost", "Press Submit again");

    limitsFilesTo("unlimited");
    admin.browser().clicks("register:submit");
    admin.browser().awaits("registered-number");
    assertThat(ups().count("token")).isEqualTo(2);
    // What was told has to be on the disk by now.
    installation().server().dies();
    installation().starts();
    Administrator later = administrator().opensAccounts();
    assertThat(later.readsRow("A1B2C3")).contains("Yes", "Connected");
    assertThat(later.readsRow("D4V300")).contains("Yes", "Connected");
  }

  private void limitsFilesTo(String bytes) throws IOException, InterruptedException {
    Process limit =
        new ProcessBuilder(
                "prlimit",
                "--pid",
                "" + installation().server().pid(),
                "--fsize=" + bytes + ":unlimited")
            .inheritIO()
            .start();
    assertThat(limit.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(limit.exitValue()).isZero();
  }
}
