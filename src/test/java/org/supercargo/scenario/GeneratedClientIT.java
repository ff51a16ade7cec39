package org.supercargo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a customer does: makes a client of the document that the application serves, and uses it.
 */
class GeneratedClientIT extends InApi {
  private static final Path GENERATOR = Path.of("target/server/openapi-generator-cli.jar");

  @TempDir private Path folder;

  @Test
  void shipsWithAClientMadeOfTheServedDocument() throws Exception {
    Program caller = program("ACCOUNTS_READ", "RATES", "SHIP", "SHIPMENTS_READ", "VOID", "TRACK");
    administrator().hasConnected("alice", "A1B2C3");
    Path document = Files.write(folder.resolve("openapi.yaml"), served());
    generates(document);
    compiles();
    assertThat(walks(caller.key()))
        .isEqualTo(
            "A1B2C3 USD CREATED true 1 VOIDED VOIDED"
                + " 401 urn:supercargo:problem:unauthenticated");
  }

  private byte[] served() {
    return nobody().gets("/api/v1/openapi.yaml").response().body();
  }

  private void generates(Path document) throws IOException, InterruptedException {
    Process generator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                GENERATOR.toAbsolutePath().toString(),
                "generate",
                "-i",
                document.toString(),
                "-g",
                "java",
                "--library",
                "native",
                "-o",
                folder.resolve("made").toString(),
                "--global-property",
                "apis,models,supportingFiles,apiTests=false,modelTests=false",
                "--additional-properties",
                "openApiNullable=false,useJakartaEe=true,invokerPackage=client,"
                    + "apiPackage=client.api,modelPackage=client.model")
            .redirectErrorStream(true)
            .start();
    String said = new String(generator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(generator.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(generator.exitValue()).as(said).isZero();
  }

  private void compiles() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> made = Files.walk(folder.resolve("made/src/main/java"))) {
      made.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
    sources.add(Path.of("src/test/client/ClientWalk.java"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-d",
              Files.createDirectories(folder.resolve("classes")).toString(),
              "-proc:none",
              "-nowarn",
              "-classpath",
              System.getProperty("java.class.path"));
      assertThat(
              compiler
                  .getTask(
                      null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                  .call())
          .isTrue();
    }
  }

  private String walks(String key) throws Exception {
    URL[] classes = {folder.resolve("classes").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      return (String)
          loader
              .loadClass("ClientWalk")
              .getMethod("walk", String.class, String.class, String.class)
              .invoke(null, installation().server().uri().toString(), key, "supercargo_no");
    } catch (InvocationTargetException failed) {
      throw new AssertionError(failed.getCause());
    }
  }
}
