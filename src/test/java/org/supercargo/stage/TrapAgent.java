package org.supercargo.stage;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * Runs inside the server under test, stops threads where {@link Traps} wants them to, and notes how
 * long each answer was in memory only.
 */
public final class TrapAgent {
  private TrapAgent() {}

  /**
   * @param points class names and methods, {@code Class#method}, separated by commas
   */
  public static void premain(String points, Instrumentation instrumentation) {
    AgentBuilder agent = new AgentBuilder.Default();
    for (String point : points.split(",")) {
      String[] place = point.split("#");
      agent =
          agent
              .type(named(place[0]))
              .transform(
                  (builder, type, loader, module, domain) ->
                      builder.visit(Advice.to(Trap.class).on(named(place[1]))));
    }
    agent.installOn(instrumentation);
  }

  /** Its body is copied into the methods, where only the JDK's classes can be seen. */
  public static final class Trap {
    private Trap() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Origin("#m") String method) throws Exception {
      File armed = new File(System.getProperty("traps"), method + ".enter");
      if (armed.delete()) {
        new File(armed.getPath() + ".reached").createNewFile();
        Thread.sleep(Long.MAX_VALUE);
      }
    }

    @Advice.OnMethodExit
    static void exit(@Advice.Origin("#m") String method) throws Exception {
      File armed = new File(System.getProperty("traps"), method + ".exit");
      if (armed.delete()) {
        new File(armed.getPath() + ".reached").createNewFile();
        Thread.sleep(Long.MAX_VALUE);
      }
      String key = "traps.answered." + Thread.currentThread().threadId();
      if (method.equals("refresh")) {
        System.setProperty(key, Long.toString(System.nanoTime()));
      }
      if (method.equals("write")) {
        long window = System.nanoTime() - Long.parseLong(System.getProperty(key));
        Files.writeString(
            Path.of(System.getProperty("traps"), "windows"),
            window + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
    }
  }
}
