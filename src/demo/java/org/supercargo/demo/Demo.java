package org.supercargo.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launcher: starts both programs, says how to use them, and ends with Maven. */
public final class Demo {
  private static final long WATCH_EVERY_MILLIS = 500;

  private final Options options;
  private final DataFolder data;
  private final List<Child> children = new ArrayList<>();
  private volatile boolean stopping;

  private Demo(Options options, DataFolder data) {
    this.options = options;
    this.data = data;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Parent.whenGone(Parent.pid(), () -> System.exit(0));
    try {
      Options options = Options.from(args);
      DataFolder data = DataFolder.open(options.data());
      Ports.requireFree(options.port(), "-Dport");
      Ports.requireFree(options.upsPort(), "-Dups.port");
      new Demo(options, data).run();
    } catch (CannotStart problem) {
      System.err.println(System.lineSeparator() + "Supercargo demo: " + problem.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    try {
      serve();
    } catch (CannotStart problem) {
      if (!stopping) {
        throw problem;
      }
    }
  }

  private void serve() throws IOException, InterruptedException {
    System.out.println("Starting the UPS simulator and Supercargo …");
    AdminPassword password = AdminPassword.of(data, System.getenv());
    start(password);
    Readiness readiness = new Readiness(children);
    readiness.await(Addresses.logIns(options));
    readiness.await(Addresses.readiness(options));
    readiness.await(Addresses.signIn(options));
    String users = readiness.text(Addresses.logIns(options));
    System.out.println(Welcome.text(options, password, users));
    password.forget();
    watch();
  }

  private synchronized void start(AdminPassword password) throws IOException {
    Commands commands = new Commands(options, data);
    var simulatorLog = data.logs().resolve("simulator.log");
    var serverLog = data.logs().resolve("server.log");
    children.add(Child.start("the simulator", simulatorLog, commands.simulator(), Map.of()));
    children.add(
        Child.start(
            "the application", serverLog, commands.server(), commands.environment(password)));
  }

  private void watch() throws InterruptedException {
    while (true) {
      for (Child child : children) {
        if (!child.isAlive()) {
          throw new CannotStart(child.name() + " ended by itself; its log: " + child.log());
        }
      }
      Thread.sleep(WATCH_EVERY_MILLIS);
    }
  }

  private void stop() {
    stopping = true;
    synchronized (this) {
      children.forEach(Child::askToStop);
      children.forEach(Child::awaitStop);
    }
    System.out.println("Supercargo demo: stopped.");
  }
}
