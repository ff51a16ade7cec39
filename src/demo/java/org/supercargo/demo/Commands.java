package org.supercargo.demo;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** How the simulator and the server are started: command lines and environments. */
final class Commands {
  /** A demo is small and short: these start quicker and take less memory than the defaults. */
  private static final List<String> QUICK =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private final Options options;
  private final DataFolder data;

  Commands(Options options, DataFolder data) {
    this.options = options;
    this.data = data;
  }

  List<String> simulator() {
    List<String> command = java("-Xmx128m", "-jar", options.simulator().toString());
    command.addAll(List.of("--port", "" + options.upsPort()));
    command.addAll(List.of("--data", data.folder().resolve("ups.json").toString()));
    command.addAll(List.of("--redirect-uri", Addresses.redirect(options)));
    command.addAll(List.of("--parent-pid", "" + ProcessHandle.current().pid()));
    return command;
  }

  List<String> server() throws IOException {
    List<String> command = java("-Xmx768m", "-Djava.io.tmpdir=" + data.scratch());
    Attributes manifest = manifest();
    command.addAll(opened(manifest));
    command.addAll(List.of("-cp", ownClasses() + File.pathSeparator + options.server()));
    command.addAll(List.of(ServerMain.class.getName(), "" + ProcessHandle.current().pid()));
    command.add(manifest.getValue(Attributes.Name.MAIN_CLASS));
    command.addAll(List.of("--port", "" + options.port(), "--nohazelcast"));
    command.addAll(List.of("--prebootcommandfile", ServerFiles.boot(data).toString()));
    command.addAll(List.of("--logproperties", ServerFiles.logging(data).toString()));
    command.addAll(List.of("--contextroot", "/", "--deploy", options.war().toString()));
    return command;
  }

  Map<String, String> environment(AdminPassword password) {
    Map<String, String> settings = new HashMap<>();
    settings.put("DB_CLASS", "org.h2.jdbcx.JdbcDataSource");
    settings.put("DB_URL", data.databaseUrl());
    settings.put("DB_USER", "supercargo");
    settings.put("DB_PASSWORD", "supercargo");
    settings.put("SUPERCARGO_DEMO", "true");
    settings.put("SUPERCARGO_PUBLIC_URL", Addresses.application(options));
    settings.put("SUPERCARGO_PEOPLE_FORCE_PASSWORD_CHANGE", "false");
    settings.put("SUPERCARGO_UPS_BASE_URL", Addresses.simulator(options));
    settings.put("SUPERCARGO_UPS_CLIENT_ID", "supercargo-demo");
    settings.put("SUPERCARGO_UPS_CLIENT_SECRET", "supercargo-demo-secret");
    settings.put("SUPERCARGO_UPS_REDIRECT_URI", Addresses.redirect(options));
    settings.put("SUPERCARGO_VAULT_JOURNAL", data.folder().resolve("journal").toString());
    settings.put("SUPERCARGO_SEALING_KEYSET", "");
    settings.put("SUPERCARGO_SEALING_KEYSET_FILE", data.keyset().toString());
    settings.put("SUPERCARGO_SEALING_MAKE_MISSING_KEYSET", "true");
    password.made().ifPresent(text -> settings.put(AdminPassword.VARIABLE, text));
    return settings;
  }

  private static List<String> java(String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK);
    command.addAll(List.of(more));
    return command;
  }

  private Attributes manifest() throws IOException {
    try (JarFile jar = new JarFile(options.server().toFile())) {
      return jar.getManifest().getMainAttributes();
    }
  }

  /** A manifest opens the JDK's packages only for {@code java -jar}; this is no such start. */
  private static List<String> opened(Attributes manifest) {
    return Stream.concat(
            packages(manifest, "Add-Opens").map(name -> "--add-opens=" + name),
            packages(manifest, "Add-Exports").map(name -> "--add-exports=" + name))
        .map(flag -> flag + "=ALL-UNNAMED")
        .toList();
  }

  private static Stream<String> packages(Attributes manifest, String attribute) {
    String value = manifest.getValue(attribute);
    return value == null ? Stream.empty() : Stream.of(value.split(" "));
  }

  private static Path ownClasses() {
    return Path.of(
        URI.create(Commands.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
