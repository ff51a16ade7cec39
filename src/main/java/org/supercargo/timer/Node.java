package org.supercargo.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.supercargo.setting.Keys;
import org.supercargo.setting.Settings;

/** This process among those that share the database. */
@ApplicationScoped
public class Node {
  private static final int LONGEST = 80;

  @Inject private Settings settings;

  /** As set, else host and process: unique among living nodes. */
  public String name() {
    String name = settings.get(Keys.NODE).orElseGet(Node::hostAndProcess);
    return name.substring(0, Math.min(name.length(), LONGEST));
  }

  private static String hostAndProcess() {
    String process = "-" + ProcessHandle.current().pid();
    try {
      return InetAddress.getLocalHost().getHostName() + process;
    } catch (UnknownHostException unnamed) {
      return "node" + process;
    }
  }
}
